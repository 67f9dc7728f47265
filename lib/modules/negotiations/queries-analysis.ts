import { and, eq } from 'drizzle-orm'
import { negotiationPlans } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { negotiationRef } from './model'
import type { Studied, StudiedOffer } from './model-analysis'
import { isScored, type OfferValue, type OfferValues, type Side } from './model-issues'
import { type Alternative, findAlternatives } from './queries-alternatives'
import { findGroup, findNegotiation } from './queries-held'
import { findCosts } from './queries-moves'
import { type FoundOffer, findOffers } from './queries-offers'
import { findIssues, findStakes } from './queries-table'
import type { Plan } from './rules-concessions'
import { equivalentsBetween } from './rules-equivalents'
import { statedIn } from './rules-issues'
import { counted } from './rules-offers'
import { isAlive } from './rules-rights'
import { mayImprove } from './rules-states'
import { type Line, openIssuesOf, valuedIssuesOf } from './rules-table'

/** What an analysis takes of the alternatives: their outcomes, by side. */
function studiedAlternatives(found: readonly Alternative[]): Studied['alternatives'] {
  const of = (side: Side) =>
    found.flatMap((each) =>
      each.side === side ? [{ outcomes: each.outcomes, switchingCost: each.switchingCost }] : [],
    )
  return { ours: of('us'), theirs: of('them') }
}

/** What an analysis takes of the offers: what was really said, no drafts, nothing withdrawn. */
const studiedOffers = (found: readonly FoundOffer[]): StudiedOffer[] =>
  found.filter(counted).map(({ no, side, round, values }) => ({ no, side, round, values }))

/** SECRET, ask `findGroup` first: how we mean to concede; null without a plan. */
export async function findPlan({ tx, actor }: Look, negotiationId: string) {
  const [row] = await tx
    .select({
      id: negotiationPlans.id,
      version: negotiationPlans.version,
      reservation: negotiationPlans.reservation,
      first: negotiationPlans.first,
      exponent: negotiationPlans.exponent,
      rounds: negotiationPlans.rounds,
    })
    .from(negotiationPlans)
    .where(and(own(negotiationPlans, actor), eq(negotiationPlans.negotiationId, negotiationId), live(negotiationPlans)))
    .limit(1)
  return row ?? null
}

const planOf = (row: Awaited<ReturnType<typeof findPlan>>): Plan | null =>
  row && {
    reservation: plain(row.reservation),
    first: plain(row.first),
    exponent: plain(row.exponent),
    rounds: row.rounds,
  }

type LastWords = Record<Side, Record<string, OfferValue>>

/** What each side said last on each issue. */
function lastWordsOf(offers: readonly { side: Side; values: OfferValues }[]): LastWords {
  const latest: LastWords = { us: {}, them: {} }
  for (const { side, values } of offers) Object.assign(latest[side], Object.fromEntries(statedIn(values)))
  return latest
}

/** The values that the sides said last on each issue: numbers of a package may be these besides the even steps. */
function latestOf(latest: LastWords, agreed: OfferValues) {
  const found = new Map<string, string[]>()
  for (const values of [latest.us, latest.them, agreed])
    for (const [key, value] of statedIn(values))
      if (typeof value === 'string') found.set(key, [...(found.get(key) ?? []), value])
  return found
}

/**
 * All that the analysis of a negotiation is worked out from, for its mandate group; null for everybody else. `studied` is
 * null while the issues cannot be scored: `gaps` then says why.
 */
export const analysis = query({
  name: 'negotiations.analysis',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { negotiation } = await findNegotiation(look, negotiationId)
    if (!(await findGroup(look, negotiation))) return null
    const [issues, stakes, found, alternatives, plan] = await Promise.all([
      findIssues(look, negotiationId),
      findStakes(look, negotiationId),
      findOffers(look, negotiationId),
      findAlternatives(look, negotiationId),
      findPlan(look, negotiationId),
    ])
    const offers = studiedOffers(found)
    const lines: Line[] = issues.map((issue) => ({ issue, stake: stakes.get(issue.id) ?? null }))
    const settled = Object.fromEntries(
      issues.flatMap(({ key, agreedValue }) => (agreedValue === null ? [] : [[key, agreedValue]])),
    )
    const { worth, prices } = await findCosts(look, negotiation, issues)
    const last = lastWordsOf(offers)
    const { issues: valued, gaps } = valuedIssuesOf(lines)
    const scored = valued?.some(isScored) ? valued : null
    const studied: Studied | null = scored && {
      issues: scored,
      open: openIssuesOf(lines, latestOf(last, settled)) ?? [],
      beliefs: lines.map(({ issue: { key }, stake }) => ({
        key,
        theirTarget: stake?.theirTarget ?? null,
        theirLimit: stake?.theirLimit ?? null,
        confidence: stake?.confidence ?? null,
      })),
      offers,
      alternatives: studiedAlternatives(alternatives),
      plan: planOf(plan),
      agreed: mayImprove(negotiation.state) ? settled : null,
    }
    return {
      negotiationId,
      state: negotiation.state,
      issues: issues.map(({ key, name, kind, unit, options }) => ({ key, name, kind, unit, options })),
      direction: negotiation.direction,
      currency: negotiation.currency,
      equivalents: equivalentsBetween(issues, last, worth, prices),
      studied,
      gaps: scored ? [] : valued ? [{ key: null, code: 'nothingScored' }] : gapsIn(gaps, lines),
      plan: plan && { version: plan.version, ...(planOf(plan) as Plan) },
      mayPlan: isGranted(may.negotiate, look.actor) && isAlive(negotiation.state),
    }
  },
})
export type AnalysisView = NonNullable<Awaited<ReturnType<typeof analysis.run>>>

/** What keeps the issues from being scored: the issue, where it is one, and the sentence's code. */
function gapsIn({ fields, all }: ReturnType<typeof valuedIssuesOf>['gaps'], lines: readonly Line[]) {
  const named = Object.entries(fields).map(([path, code]) => ({
    key: lines[Number(path.split('.')[1])]?.issue.key ?? null,
    code,
  }))
  return all ? [...named, { key: null, code: all }] : named
}
