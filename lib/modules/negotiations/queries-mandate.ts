import { and, desc, eq } from 'drizzle-orm'
import { negotiationMandates } from '@/db/schema/negotiations'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRuns } from '@/lib/modules/approvals/queries'
import type { Limits, MandateState } from './model-mandate'
import { findIssues, findStakes, type Table } from './queries-table'
import { limitsOf, mandateState, plainLimits } from './rules-mandate'
import { type Line, valuedIssuesOf } from './rules-table'

export const mandateKind = 'negotiationMandate' as const

/** What the approvers consent to: exactly these limits, until this day. */
export const hashOfMandate = (limits: Limits, validUntil: string) => digestOf({ limits, validUntil })

/** SECRET: the limits that follow from the stakes now; null while they cannot be scored. */
export async function findLimits(look: Look, negotiationId: string): Promise<Limits | null> {
  const [issues, stakes] = await Promise.all([findIssues(look, negotiationId), findStakes(look, negotiationId)])
  return limitsIn(issues.map((issue) => ({ issue, stake: stakes.get(issue.id) ?? null })))
}

function limitsIn(lines: readonly Line[]): Limits | null {
  const { issues: valued } = valuedIssuesOf(lines)
  return valued && limitsOf(valued)
}

/** SECRET: whether the limits of a mandate are still those of the stakes, as far as these can be scored. */
export async function areLimitsOf(look: Look, negotiationId: string, limits: Limits): Promise<boolean> {
  const now = await findLimits(look, negotiationId)
  return now === null || digestOf(plainLimits(limits)) === digestOf(now)
}

/** SECRET: everything that was ever asked for, the latest first, with the run that decides about it. */
export async function findMandates(look: Look, negotiationId: string) {
  const { tx, actor } = look
  const rows = await tx
    .select({
      id: negotiationMandates.id,
      version: negotiationMandates.version,
      number: negotiationMandates.number,
      limits: negotiationMandates.limits,
      contentHash: negotiationMandates.contentHash,
      validUntil: negotiationMandates.validUntil,
      reason: negotiationMandates.reason,
      askedBy: negotiationMandates.askedBy,
      offerId: negotiationMandates.offerId,
    })
    .from(negotiationMandates)
    .where(
      and(
        own(negotiationMandates, actor),
        eq(negotiationMandates.negotiationId, negotiationId),
        live(negotiationMandates),
      ),
    )
    .orderBy(desc(negotiationMandates.number))
    .limit(50)
  const runs = await findRuns(
    look,
    mandateKind,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, limits: row.limits as Limits, run: runs.get(row.id) ?? null }))
}

/** The latest mandate that was approved as it stands and holds today, or null. For the mandate group, or for a guard. */
export async function findMandateInForce(look: Look, negotiationId: string) {
  const today = dayOf(look.now, look.actor.timeZone)
  const mandates = await findMandates(look, negotiationId)
  return (
    mandates.find(({ run, contentHash, validUntil }) => isApproved(run, contentHash) && today <= validUntil) ?? null
  )
}

/**
 * The mandate as it stands: of the latest that was asked for, and the one that covers us now. `limits` are those that cover
 * us now, else those that were asked for; null for whoever is not in the mandate group.
 */
export type Mandate = {
  id: string | null
  number: number
  state: MandateState
  validUntil: string | null
  /** An approved mandate holds today and its limits are still those of the stakes. */
  coversNow: boolean
  coveringId: string | null
  limits: Limits | null
  reason: string | null
  askedBy: string | null
  runId: string | null
  /** Who is asked now, by name. */
  waitsFor: readonly string[]
  forOffer: boolean
}

const none: Mandate = {
  id: null,
  number: 0,
  state: 'none',
  validUntil: null,
  coversNow: false,
  coveringId: null,
  limits: null,
  reason: null,
  askedBy: null,
  runId: null,
  waitsFor: [],
  forOffer: false,
}

/** Where the mandate of a negotiation stands, beside what is on its table. */
export async function findMandate(look: Look, negotiationId: string, { inGroup, lines }: Table): Promise<Mandate> {
  const mandates = await findMandates(look, negotiationId)
  const latest = mandates[0]
  if (!latest) return none
  const limits = lines ? limitsIn(lines) : await findLimits(look, negotiationId)
  const today = dayOf(look.now, look.actor.timeZone)
  const now = limits && digestOf(limits)
  const stateOf = (mandate: (typeof mandates)[number]) =>
    mandateState({
      run: isApproved(mandate.run, mandate.contentHash) ? 'approved' : lapsed(mandate.run?.state ?? null),
      same: digestOf(plainLimits(mandate.limits)) === now,
      over: mandate.validUntil < today,
    })
  const covering = mandates.find((mandate) => stateOf(mandate) === 'approved')
  return {
    id: latest.id,
    number: latest.number,
    state: stateOf(latest),
    validUntil: latest.validUntil,
    coversNow: covering !== undefined,
    coveringId: covering?.id ?? null,
    limits: inGroup ? (covering ?? latest).limits : null,
    reason: inGroup ? latest.reason : null,
    askedBy: latest.run?.submittedByName ?? null,
    runId: latest.run?.id ?? null,
    waitsFor: waitingIn(latest.run),
    forOffer: latest.offerId !== null,
  }
}

type AnyRun = Awaited<ReturnType<typeof findMandates>>[number]['run']

/** Consent to other content than what stands there is none. */
const lapsed = <State extends string>(state: State | null) => (state === 'approved' ? 'withdrawn' : state)

function waitingIn(run: AnyRun): string[] {
  if (run?.state !== 'pending') return []
  const open = run.steps.filter(({ state }) => state === 'open')
  const first = Math.min(...open.map(({ order }) => order))
  const seats = open.filter(({ order }) => order === first).flatMap(({ seats }) => seats)
  return [...new Set(seats.filter(({ state }) => state === 'open').map(({ holderName }) => holderName))]
}
