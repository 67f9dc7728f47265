import type { Look } from '@/lib/kernel/command'
import type { Locale } from '@/lib/kernel/messages'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { findNegotiation } from '@/lib/modules/negotiations/queries-held'
import { findAgreedPoints } from '@/lib/modules/negotiations/queries-outcome'
import { may } from './manifest'
import { versionRef } from './model'
import { type FoundClause, findClauses } from './queries-clauses'
import { findVersion } from './queries-held'
import { hindering } from './rules-mismatches'
import { type Mismatch, mismatchesOf } from './rules-values'

type About = { negotiationId: string | null; language: Locale }

/** What was agreed at the table that an agreement writes down, in the paper's language; nothing when it came from no talks. */
export async function findNegotiated(look: Look, { negotiationId, language }: About) {
  if (negotiationId === null || !(await isReadable(look, negotiationId))) return []
  const points = await findAgreedPoints(look, negotiationId)
  return points.map(({ key, name, termCode, words }) => ({
    key,
    name,
    termCode,
    words: words[language],
  }))
}
export type Negotiated = Awaited<ReturnType<typeof findNegotiated>>[number]

/** Where the clauses of a version differ from what was agreed at the table, with both values. Differentiator 2. */
export const findMismatches = async (
  look: Look,
  about: About,
  clauses: readonly Pick<FoundClause, 'key' | 'issueKey' | 'value'>[],
): Promise<Mismatch[]> => mismatchesBetween(clauses, await findNegotiated(look, about))

export const mismatchesBetween = (
  clauses: readonly Pick<FoundClause, 'key' | 'issueKey' | 'value'>[],
  negotiated: readonly Negotiated[],
): Mismatch[] => mismatchesOf(clauses, Object.fromEntries(negotiated.map(({ key, words }) => [key, words])))

/** Where the text of a version differs from the talks, and how much of that hinders its submission. */
export const mismatches = query({
  name: 'agreements.mismatches',
  permission: may.see,
  input: versionRef,
  async run(look, { agreementVersionId }) {
    const { agreement, version } = await findVersion(look, agreementVersionId)
    const negotiated = await findNegotiated(look, { ...agreement, negotiationId: version.negotiationId })
    const clauses = await findClauses(look, version.id)
    const found = mismatchesBetween(clauses, negotiated)
    const names = new Map(negotiated.map(({ key, name }) => [key, name]))
    return {
      negotiationId: version.negotiationId,
      hinders: hindering(found).length,
      found: found.map((each) => ({ ...each, name: names.get(each.issueKey) ?? each.issueKey })),
      points: negotiated,
    }
  },
})
export type MismatchesView = Awaited<ReturnType<typeof mismatches.run>>

async function isReadable(look: Look, negotiationId: string): Promise<boolean> {
  try {
    await findNegotiation(look, negotiationId)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
