import { and, eq, ne } from 'drizzle-orm'
import { agreementClauses, agreementVersions } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import type { Locale } from '@/lib/kernel/messages'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { findNegotiation } from '@/lib/modules/negotiations/queries-held'
import { findPointsToWrite } from '@/lib/modules/negotiations/queries-outcome'
import { may } from './manifest'
import { versionRef } from './model'
import { type FoundClause, findClauses } from './queries-clauses'
import { findVersion } from './queries-held'
import { mismatchesOf } from './rules-values'

type About = { id: string; negotiationId: string | null; language: Locale }

/**
 * What was agreed at the table that an agreement writes down, in the paper's language; nothing when it came from no talks.
 * A point is settled without a clause when it is a term, when it was dropped, or when another agreement takes it up.
 */
export async function findNegotiated(look: Look, { id, negotiationId, language }: About) {
  if (negotiationId === null || !(await isReadable(look, negotiationId))) return []
  const [points, elsewhere] = await Promise.all([
    findPointsToWrite(look, negotiationId),
    findWrittenElsewhere(look, id, negotiationId),
  ])
  return points.map(({ issueId, key, name, termCode, words, settled }) => ({
    issueId,
    key,
    name,
    termCode,
    words: words[language],
    settled: settled || elsewhere.has(key),
    both: words,
  }))
}
export type Negotiated = Awaited<ReturnType<typeof findNegotiated>>[number]

type Valued = Pick<FoundClause, 'key' | 'issueKey' | 'value'>

/** Where the clauses of a version differ from what was agreed at the table, with both values. Differentiator 2. */
export const findMismatches = async (look: Look, about: About, clauses: readonly Valued[]) =>
  mismatchesBetween(clauses, await findNegotiated(look, about))

/** The same for known points: each mismatch under the name of its point; a settled one need not be written. */
export function mismatchesBetween(clauses: readonly Valued[], negotiated: readonly Omit<Negotiated, 'both'>[]) {
  const points = new Map(negotiated.map((point) => [point.key, point]))
  const agreed = Object.fromEntries(negotiated.map(({ key, words }) => [key, words]))
  return mismatchesOf(clauses, agreed).flatMap((mismatch) => {
    const point = points.get(mismatch.issueKey)
    if (!point || (mismatch.kind === 'notWritten' && point.settled)) return []
    return [{ ...mismatch, name: point.name, issueId: point.issueId }]
  })
}

/** Where the text of a version differs from the talks; any of it keeps the version from being submitted. */
export const mismatches = query({
  name: 'agreements.mismatches',
  permission: may.see,
  input: versionRef,
  async run(look, { agreementVersionId }) {
    const { agreement, version } = await findVersion(look, agreementVersionId)
    const points = await findNegotiated(look, { ...agreement, negotiationId: version.negotiationId })
    const found = mismatchesBetween(await findClauses(look, version.id), points)
    return { negotiationId: version.negotiationId, found, points }
  },
})
export type MismatchesView = Awaited<ReturnType<typeof mismatches.run>>

/** The points of these talks that clauses of other agreements take up. */
async function findWrittenElsewhere({ tx, actor }: Look, agreementId: string, negotiationId: string) {
  const rows = await tx
    .selectDistinct({ key: agreementClauses.issueKey })
    .from(agreementClauses)
    .innerJoin(agreementVersions, joined(agreementVersions, actor, agreementClauses.versionId))
    .where(
      and(
        own(agreementClauses, actor),
        eq(agreementVersions.negotiationId, negotiationId),
        ne(agreementVersions.agreementId, agreementId),
        ne(agreementVersions.state, 'void'),
        live(agreementVersions),
        live(agreementClauses),
      ),
    )
    .limit(200)
  return new Set(rows.map(({ key }) => key))
}

async function isReadable(look: Look, negotiationId: string): Promise<boolean> {
  try {
    await findNegotiation(look, negotiationId)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
