import { and, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Actor } from './actor'
import { dayOf } from './day'
import type { EvidenceRow, EvidenceRule } from './evidence'
import { own } from './own'
import { ofVisibleAccount } from './visibility'

type About = Parameters<EvidenceRule['run']>[1]
type Kept = { workspaceId: AnyPgColumn; accountId: AnyPgColumn; archivedAt?: AnyPgColumn }

/** Which rows of an account's are acts of a member. */
export type Acts = {
  subjectKind: string
  table: PgTable & Kept & { id: AnyPgColumn }
  member: AnyPgColumn
  /** When it was done: a day, or a moment that counts on its day where the reader is. */
  at: AnyPgColumn
  /** The record that shows it, where it is not the row itself. */
  subject?: AnyPgColumn
  which?: SQL | undefined
}

/** At most so many facts of one kind, the latest. */
export const mostEvidence = 1000

/** Live rows with accounts that the actor sees, of the account and the member that are asked about. */
export const askedOf = (table: Kept, by: AnyPgColumn, actor: Actor, { accountId, memberId }: About): SQL | undefined =>
  and(
    own(table, actor),
    table.archivedAt ? isNull(table.archivedAt) : undefined,
    accountId ? eq(table.accountId, accountId) : undefined,
    memberId ? eq(by, memberId) : undefined,
    ofVisibleAccount(table.accountId, actor),
  )

type Fact = { id: unknown; memberId: unknown; at: unknown }

/** How a record demonstrates an indicator; without a person or a moment it demonstrates nothing. */
export const evidenceOf =
  (indicator: string, subjectKind: string, { timeZone }: Actor) =>
  ({ id, memberId, at }: Fact): EvidenceRow[] => {
    if (!memberId || !at) return []
    const day = at instanceof Date ? dayOf(at, timeZone) : String(at)
    return [{ indicator, memberId: String(memberId), subjectKind, subjectId: String(id), day }]
  }

/** The rule of an indicator that rows of one table show by themselves: each an act of the member whom it names. */
export const actsAre = (indicator: string, { subjectKind, table, member, at, ...rest }: Acts): EvidenceRule => ({
  indicator,
  async run({ tx, actor }, about) {
    const rows = await tx
      .select({ id: rest.subject ?? table.id, memberId: member, at })
      .from(table as PgTable)
      .where(and(askedOf(table, member, actor, about), isNotNull(at), rest.which))
      .orderBy(desc(at), desc(table.id))
      .limit(mostEvidence)
    return rows.flatMap(evidenceOf(indicator, subjectKind, actor))
  },
})
