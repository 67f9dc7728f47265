import { and, asc, eq } from 'drizzle-orm'
import { agreementVersions } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { may } from './manifest'
import { asInLibrary, compareInput } from './model-drafting'
import type { VersionState } from './model-states'
import { lineSaid, saidKpi } from './queries-agreed'
import { type FoundClause, findClauses } from './queries-clauses'
import { findAgreement } from './queries-held'
import { findEditions } from './queries-library'
import { findVariables } from './queries-variables'
import { kpisBy } from './rules-amendments'
import { kpiLines } from './rules-approval'
import { filledWords, wordsIn } from './rules-drafting'
import { changedFacts, changedTerms, factsOf } from './rules-facts'
import { type ComparedClause, compareClauses } from './rules-redline'

/** The versions of an agreement in their order, given up ones included. */
export async function findVersions({ tx, actor }: Look, agreementId: string) {
  const rows = await tx
    .select()
    .from(agreementVersions)
    .where(and(own(agreementVersions, actor), eq(agreementVersions.agreementId, agreementId), live(agreementVersions)))
    .orderBy(asc(agreementVersions.number))
    .limit(200)
  return rows.map((row) => ({ ...row, state: row.state as VersionState }))
}
export type FoundVersion = Awaited<ReturnType<typeof findVersions>>[number]

/**
 * Two versions of an agreement side by side, or one against what the library usually says: facts and KPIs that differ, and
 * every clause with what was taken out and what came in. Without a choice the latest is compared with the one before it.
 */
export const compare = query({
  name: 'agreements.compare',
  permission: may.see,
  input: compareInput,
  async run(look, { agreementId, from, to }) {
    const { locale } = look.actor
    const { agreement } = await findAgreement(look, agreementId)
    const versions = await findVersions(look, agreementId)
    const last = versions.at(-1)
    if (!last) throw new Refusal('notFound')
    const after = versions.find(({ id }) => id === to) ?? last
    const before = from === asInLibrary ? null : (versions.find(({ id }) => id === from) ?? versions.at(-2) ?? null)
    const clauses = await findClauses(look, after.id)
    const old = before ? await findClauses(look, before.id) : await findUsual(look, agreement, after, clauses)
    return {
      versions: versions.map(({ id, number, kind, state }) => ({ id, number, kind, state })),
      from: before?.id ?? asInLibrary,
      to: after.id,
      facts: before ? changedFacts(compared(before), compared(after)) : [],
      terms: before ? changedTerms(before.terms, after.terms, agreement.language) : [],
      kpis: before
        ? kpiLines(kpisIn(versions, before), kpisIn(versions, after)).map((line) => lineSaid(line, locale))
        : [],
      changes: compareClauses(old.map(asCompared), clauses.map(asCompared)),
    }
  },
})
export type ComparisonView = Awaited<ReturnType<typeof compare.run>>

const asCompared = ({ key, heading, body }: ComparedClause): ComparedClause => ({ key, heading, body })
const compared = (version: FoundVersion) => {
  const facts = factsOf(version)
  return { ...facts, yearlyValue: facts.yearlyValue && plain(facts.yearlyValue) }
}

/** The KPIs as they stand by a version, what it changed included. */
const kpisIn = (versions: readonly FoundVersion[], { number }: FoundVersion) =>
  [...kpisBy(versions, number).values()].map(saidKpi)

type Agreement = Parameters<typeof findVariables>[1]

/** What the library would have said where a clause came from it. */
async function findUsual(look: Look, agreement: Agreement, version: FoundVersion, clauses: readonly FoundClause[]) {
  const [editions, { locale, variables }] = await Promise.all([
    findEditions(
      look,
      clauses.flatMap(({ libraryCode }) => libraryCode ?? []),
    ),
    findVariables(look, agreement, version),
  ])
  return clauses.flatMap(({ key, libraryCode, libraryEdition }) => {
    const found = editions.find(({ code, edition }) => code === libraryCode && edition === libraryEdition)
    if (!found) return []
    return [{ key, heading: wordsIn(found, locale).heading, body: filledWords(found, locale, variables).standard }]
  })
}
