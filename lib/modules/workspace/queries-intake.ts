import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { workspaces } from '@/db/schema/global'
import { externalIds, members } from '@/db/schema/workspace'
import type { Actor, Discipline, Role } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { plannedForValues, wantedKey, wantedKeys } from '@/lib/kernel/values'
import { may } from './manifest'
import type { ExternalId, ExternalIdKind } from './model-external-ids'
import { type KnownMember, memberIntakeFields } from './model-intake'
import { memberRef } from './model-members'

/**
 * The member for whom a job works, with the rights that they have now: taken away meanwhile, they are gone for the job
 * too. Null for somebody who may no longer sign in.
 */
export const memberAtWork = query({
  name: 'workspace.memberAtWork',
  permission: may.manageMembers,
  input: memberRef,
  async run({ tx, actor }, { memberId }): Promise<Actor | null> {
    const [row] = await tx
      .select({
        member: members,
        timeZone: sql<string>`(select ${workspaces.timeZone} from ${workspaces} where ${eq(workspaces.id, actor.workspaceId)})`,
      })
      .from(members)
      .where(and(ownRow(members, actor, memberId), live(members), eq(members.status, 'active')))
    if (!row) return null
    const { id, identityId, name, roles, disciplines } = row.member
    return {
      ...actor,
      kind: 'job',
      id,
      identityId,
      name,
      roles: roles as Role[],
      disciplines: disciplines as Discipline[],
      reports: roles.includes('salesLead') ? await findReports({ tx, actor }, id) : [],
      timeZone: row.timeZone,
    }
  },
})

/** Everybody who reports to this member, directly or through others. */
async function findReports({ tx, actor }: Pick<Look, 'tx' | 'actor'>, memberId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive below as (
      select m.id from members m where m.workspace_id = ${actor.workspaceId} and m.reports_to_id = ${memberId}
      union
      select m.id from members m join below on m.reports_to_id = below.id where m.workspace_id = ${actor.workspaceId}
    ) select id from below where id <> ${memberId}`)
  return rows.map((row) => row.id)
}

/** Every member that a row may name as owner, author or superior, those who have left included. */
export async function findKnownMembers(look: Look): Promise<KnownMember[]> {
  const { tx, actor } = look
  const rows = await tx
    .select()
    .from(members)
    .where(and(own(members, actor), live(members)))
    .orderBy(asc(members.id))
  const numbers = await tx
    .select({ subjectId: externalIds.subjectId, source: externalIds.source, value: externalIds.value })
    .from(externalIds)
    .where(and(own(externalIds, actor), eq(externalIds.kind, 'member'), live(externalIds)))
  const numbersOf = new Map<string, { source: string; value: string }[]>()
  for (const { subjectId, ...number } of numbers)
    numbersOf.set(subjectId, [...(numbersOf.get(subjectId) ?? []), number])
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    values: Object.fromEntries(memberIntakeFields.map((field) => [field, row[field] ?? undefined])),
    externalIds: numbersOf.get(row.id) ?? [],
  }))
}

const mostNumbers = 20
const numberColumns = { subjectId: externalIds.subjectId, source: externalIds.source, value: externalIds.value }

/**
 * Which records carry these numbers, whichever of the systems gave them. The list is compared with the numbers of the
 * workspace in one pass: no index begins with the number alone, and looked up one by one each would read all the others.
 */
export async function findByExternalIds(
  { tx, actor }: Look,
  kind: ExternalIdKind,
  values: readonly string[],
): Promise<ExternalId[]> {
  if (values.length === 0) return []
  const isWanted = inArray(externalIds.value, [...new Set(values)])
  return plannedForValues(tx, () =>
    tx
      .select(numberColumns)
      .from(externalIds)
      .where(and(own(externalIds, actor), eq(externalIds.kind, kind), live(externalIds), isWanted)),
  )
}

/** Under which numbers other systems know these records. */
export async function findNumbersOf(
  { tx, actor }: Look,
  kind: ExternalIdKind,
  subjectIds: readonly string[],
): Promise<Map<string, { source: string; value: string }[]>> {
  const numbers = new Map<string, { source: string; value: string }[]>()
  if (subjectIds.length === 0) return numbers
  const found = tx
    .select(numberColumns)
    .from(externalIds)
    .where(
      and(own(externalIds, actor), eq(externalIds.kind, kind), live(externalIds), eq(externalIds.subjectId, wantedKey)),
    )
    .limit(mostNumbers)
    .as('found')
  const rows = await tx.select().from(wantedKeys(subjectIds, 'uuid')).crossJoinLateral(found)
  for (const { subjectId, ...number } of rows.map((row) => row.found))
    numbers.set(subjectId, [...(numbers.get(subjectId) ?? []), number])
  return numbers
}
