import { and, asc, eq } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { negotiationNeeds, negotiationOffers, negotiations } from '@/db/schema/negotiations'
import { termVersions } from '@/db/schema/terms'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import type { Said } from '@/lib/kernel/said'
import { visibleAccounts } from '@/lib/kernel/visibility'
import type { DifferenceLine } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { findAgreedTerms } from '@/lib/modules/terms/queries-agreed'
import { may } from './manifest'
import { negotiationRef } from './model'
import { type AgreedPoint, becomesOf, versionRef } from './model-outcome'
import { type FoundNegotiation, findGroup, findNegotiation } from './queries-held'
import { findTrades } from './queries-offers'
import { findAbout } from './queries-policy'
import { findIssues } from './queries-table'
import { agreedPointsOf, isTerm } from './rules-outcome'

type Negotiation = FoundNegotiation['negotiation']

/** What both agreed on, with what was paired with it. */
export async function findAgreedPoints(look: Look, negotiationId: string): Promise<AgreedPoint[]> {
  const [issues, trades] = await Promise.all([findIssues(look, negotiationId), findTrades(look, negotiationId)])
  return agreedPointsOf(issues, trades)
}

/** The same, each with whether it needs no clause: it stands in the terms, or was dropped with a reason. */
export async function findPointsToWrite(look: Look, negotiationId: string) {
  const { negotiation } = await findNegotiation(look, negotiationId)
  const [points, isWritten] = [await findAgreedPoints(look, negotiationId), await isDocumented(look, negotiation)]
  return points.map((point) => ({
    ...point,
    settled: becomesOf(point) === 'dropped' || isTerm(point, isWritten),
  }))
}

/** The agreed package against what holds now: facts for the policies, a line for each point, its cost and its hash. */
export async function findPackage(look: Look, negotiation: Negotiation) {
  const { id, currency, expectedValue, agreedOfferId } = negotiation
  const points = await findAgreedPoints(look, id)
  const settled = points.flatMap(({ termCode, said }) => (termCode ? [{ code: termCode, said }] : []))
  const about = await findAbout(look, negotiation)
  const { fits, facts, lines, costPerYear } = await findAgreedTerms(look, about, settled)
  const value = expectedValue === null ? null : plain(expectedValue)
  return {
    points,
    fits,
    contentHash: digestOf({ offer: agreedOfferId, points: points.map(({ key, said }) => [key, said]) }),
    facts: { ...facts, ...(value === null ? {} : { value }) },
    lines: points.map((point) =>
      lineOf(
        point,
        lines.find(({ key }) => key === point.termCode),
      ),
    ),
    totals: {
      costPerYear: { amount: costPerYear, currency },
      marginPct: null,
      value: value === null ? null : { amount: value, currency },
    },
  }
}

/** A point as approvers read it: under the name that it had at the table. */
function lineOf({ key, name, words, condition }: AgreedPoint, line: DifferenceLine | undefined): DifferenceLine {
  const label: Said = { en: name, 'zh-TW': name }
  const told = { key, label, detail: condition, why: null, confidential: false }
  if (line) return { ...line, ...told }
  return { ...told, aspect: 'other', standard: null, was: null, now: words, costPerYear: null }
}

/** The needs of the client that the negotiation is about. */
export async function findNeedIds({ tx, actor }: Look, negotiationId: string): Promise<string[]> {
  const rows = await tx
    .select({ needId: negotiationNeeds.needId })
    .from(negotiationNeeds)
    .where(and(own(negotiationNeeds, actor), eq(negotiationNeeds.negotiationId, negotiationId), live(negotiationNeeds)))
    .orderBy(asc(negotiationNeeds.id))
    .limit(20)
  return rows.map(({ needId }) => needId)
}

/** The offer that was accepted; null when none is. */
export async function findAccepted({ tx, actor }: Look, offerId: string | null) {
  if (offerId === null) return null
  const [row] = await tx
    .select({ id: negotiationOffers.id, number: negotiationOffers.number, side: negotiationOffers.side })
    .from(negotiationOffers)
    .where(ownRow(negotiationOffers, actor, offerId))
  return row ?? null
}

/** The version of terms that was written from it; null while none is. */
export async function findVersion({ tx, actor }: Look, versionId: string | null) {
  if (versionId === null) return null
  const [row] = await tx
    .select({ number: termVersions.number, validFrom: termVersions.validFrom })
    .from(termVersions)
    .where(ownRow(termVersions, actor, versionId))
  return row ?? null
}

/** Whether the terms that were written from it still stand: a draft of them can be discarded. */
export async function isDocumented({ tx, actor }: Look, { documentedVersionId }: Negotiation): Promise<boolean> {
  if (documentedVersionId === null) return false
  const rows = await tx
    .select({ id: termVersions.id })
    .from(termVersions)
    .where(and(ownRow(termVersions, actor, documentedVersionId), live(termVersions)))
  return rows.length > 0
}

/** How it ended without a deal. What we do instead, and by when, is for the mandate group alone; null for everybody else. */
function endOf({ state, stateReason, alternativeNext, alternativeDueOn }: Negotiation, inGroup: boolean) {
  if (state !== 'noDeal') return null
  return { reason: stateReason, instead: inGroup ? { next: alternativeNext, dueOn: alternativeDueOn } : null }
}

/** What was agreed, for everybody who sees the negotiation; what it costs in a year is for the mandate group. */
export const outcome = query({
  name: 'negotiations.outcome',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { negotiation } = await findNegotiation(look, negotiationId)
    const [inGroup, found, accepted, version, run] = await Promise.all([
      findGroup(look, negotiation),
      findPackage(look, negotiation),
      findAccepted(look, negotiation.agreedOfferId),
      findVersion(look, negotiation.documentedVersionId),
      findRun(look, 'negotiationPackage', negotiationId),
    ])
    const { locale } = look.actor
    const { agreedAt } = negotiation
    return {
      state: negotiation.state,
      ended: endOf(negotiation, inGroup),
      agreedAt,
      offerNumber: accepted?.number ?? null,
      versionNumber: version?.number ?? null,
      /** How far the consent to this very agreement is; null when it was not asked for. */
      run: run && agreedAt !== null && run.submittedAt >= agreedAt ? run.state : null,
      currency: negotiation.currency,
      cost: inGroup ? found.totals.costPerYear.amount : null,
      points: found.points.map(({ issueId, name, termCode, condition, droppedBecause }, index) => {
        const line = found.lines[index]
        return {
          issueId,
          name,
          fits: termCode !== null && found.fits.includes(termCode),
          droppedBecause,
          condition: condition?.[locale] ?? null,
          standard: line?.standard?.[locale] ?? null,
          before: line?.was?.[locale] ?? null,
          now: line?.now[locale] ?? '',
          cost: inGroup ? (line?.costPerYear?.amount ?? null) : null,
        }
      }),
    }
  },
})
export type OutcomeView = Awaited<ReturnType<typeof outcome.run>>

/** The negotiation that a version of terms came from; null when it came from none, or from one that is not for the reader. */
export const versionSource = query({
  name: 'negotiations.versionSource',
  permission: may.see,
  input: versionRef,
  async run({ tx, actor }, { versionId }) {
    const [row] = await tx
      .select({ id: negotiations.id, title: negotiations.title })
      .from(negotiations)
      .innerJoin(accounts, joined(accounts, actor, negotiations.accountId))
      .where(
        and(
          own(negotiations, actor),
          eq(negotiations.documentedVersionId, versionId),
          live(negotiations),
          visibleAccounts(accounts, actor),
        ),
      )
      .limit(1)
    return row ?? null
  },
})
