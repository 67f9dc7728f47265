import type { Discipline, Role } from '@/lib/kernel/actor'
import { isGranted } from '@/lib/kernel/permission'
import { seesEverything } from '@/lib/kernel/rights'
import { may } from './manifest'

/** A member, as far as asking and telling goes. */
export type Member = {
  id: string
  name: string
  roles: readonly Role[]
  disciplines: readonly Discipline[]
  reportsToId: string | null
}
type Account = { ownerId: string; restricted: boolean; team: ReadonlySet<string> }

/**
 * Those of the members who may contribute to negotiations with an account: their role lets them, and a restricted account is
 * theirs to see, as its owner, on its team, leading its owner, or seeing everything.
 */
export function colleaguesOf(members: readonly Member[], { ownerId, restricted, team }: Account): Member[] {
  const above = new Map(members.map(({ id, reportsToId }) => [id, reportsToId]))
  const leads = new Set<string>()
  for (let at = above.get(ownerId); at && !leads.has(at); at = above.get(at)) leads.add(at)
  const sees = (member: Member) =>
    !restricted ||
    seesEverything(member) ||
    member.id === ownerId ||
    team.has(member.id) ||
    (member.roles.includes('salesLead') && leads.has(member.id))
  return members.filter((member) => isGranted(may.contribute, member) && sees(member))
}
