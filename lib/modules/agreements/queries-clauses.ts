import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { agreementClauses } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { once } from '@/lib/kernel/once'
import { own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { AgreementAspect, ClauseTag, Deviation } from './model-values'

/** The clauses of a version in their order; the parts of a page share them. */
export const findClauses = (look: Look, versionId: string) =>
  once(look, `clauses ${versionId}`, () => findItsClauses(look, versionId))

async function findItsClauses({ tx, actor }: Look, versionId: string) {
  const rows = await tx
    .select()
    .from(agreementClauses)
    .where(and(own(agreementClauses, actor), eq(agreementClauses.versionId, versionId), live(agreementClauses)))
    .orderBy(asc(agreementClauses.position), asc(agreementClauses.id))
  return rows.map((row) => ({
    ...row,
    aspect: row.aspect as AgreementAspect,
    tags: row.tags as ClauseTag[],
    deviation: row.deviation as Deviation,
  }))
}
export type FoundClause = Awaited<ReturnType<typeof findClauses>>[number]

/** Of which version a clause is; whoever asks looks whether the version may be read. Refuses with `notFound`. */
export async function findVersionOf({ tx, actor }: Look, clauseId: string): Promise<string> {
  const [row] = await tx
    .select({ versionId: agreementClauses.versionId })
    .from(agreementClauses)
    .where(and(ownRow(agreementClauses, actor, clauseId), live(agreementClauses)))
  if (!row) throw new Refusal('notFound')
  return row.versionId
}

/** A clause that was taken out of its version. Refuses with `notFound`. */
export async function findRemoved({ tx, actor }: Look, clauseId: string) {
  const [row] = await tx
    .select({ heading: agreementClauses.heading, versionId: agreementClauses.versionId })
    .from(agreementClauses)
    .where(and(ownRow(agreementClauses, actor, clauseId), isNotNull(agreementClauses.archivedAt)))
  if (!row) throw new Refusal('notFound')
  return row
}
