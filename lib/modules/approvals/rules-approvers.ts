import type { Discipline, Role } from '@/lib/kernel/actor'
import type { PolicyStep } from './model-policies'

/** A member at work, as far as deciding goes. */
export type Deciding = {
  id: string
  roles: readonly Role[]
  disciplines: readonly Discipline[]
  managerId: string | null
}

/** Whom a step is resolved among: members at work, the authors (who never decide about their own), the named second. */
export type Circle = {
  members: ReadonlyMap<string, Deciding>
  submitterId: string
  authors: readonly string[]
  secondApproverId: string | null
}

/** A seat to be taken: `replacesId` is who would have sat there, had they not written it. */
export type Chosen = { holderId: string; replacesId: string | null }

/** The managers above a member, nearest first; a circle of managers ends where it began. */
export function managersAbove(memberId: string, members: Circle['members']): string[] {
  const above: string[] = []
  let at = members.get(memberId)?.managerId ?? null
  while (at !== null && at !== memberId && !above.includes(at)) {
    above.push(at)
    at = members.get(at)?.managerId ?? null
  }
  return above
}

/**
 * Who decides instead of somebody who may not (an author, or a member who left): their manager, or the next above who is
 * free, otherwise the named second approver. Null when there is nobody.
 */
export function replacementOf(memberId: string, circle: Circle): string | null {
  const free = (id: string | null): id is string =>
    id !== null && id !== memberId && circle.members.has(id) && !circle.authors.includes(id)
  return (
    managersAbove(memberId, circle.members).find(free) ??
    (free(circle.secondApproverId) ? circle.secondApproverId : null)
  )
}

/**
 * Who sits at a step, in the policy's words. A role is that of the nearest manager above the submitter who holds it,
 * otherwise of everybody who does. A level that nobody holds goes to the second approver, otherwise to the managers.
 */
export function candidatesOf(approver: PolicyStep['approver'], circle: Circle): string[] {
  const { members, submitterId } = circle
  const above = managersAbove(submitterId, members)
  const [by = '', name = ''] = approver.split(':')
  if (by === 'member') return [name]
  if (by === 'managerOf') return [replacementOf(submitterId, circle) ?? submitterId]
  const holds = (member: Deciding | undefined) =>
    by === 'role'
      ? member?.roles.includes(name as Role) === true
      : member?.roles.includes('specialist') === true && member.disciplines.includes(name as Discipline)
  const nearest = by === 'role' ? above.find((id) => holds(members.get(id))) : undefined
  if (nearest) return [nearest]
  const all = [...members.values()].filter(holds).map(({ id }) => id)
  if (all.length > 0) return all
  if (circle.secondApproverId) return [circle.secondApproverId]
  return [...members.values()].filter(({ roles }) => roles.includes('manager')).map(({ id }) => id)
}

/**
 * The seats of a step: candidates themselves, authors and those who left replaced, nobody twice. Empty when nobody may
 * decide: then the step must not be opened. W01.
 */
export function seatsFor(candidates: readonly string[], circle: Circle): Chosen[] {
  const chosen = new Map<string, Chosen>()
  for (const id of candidates) {
    const may = circle.members.has(id) && !circle.authors.includes(id)
    const holderId = may ? id : replacementOf(id, circle)
    if (holderId && (may || !chosen.has(holderId))) chosen.set(holderId, { holderId, replacesId: may ? null : id })
  }
  return [...chosen.values()]
}
