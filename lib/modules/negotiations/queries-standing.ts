import { and, count, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import {
  negotiationAlternatives,
  negotiationDebriefs,
  negotiationIssues,
  negotiationOffers,
} from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { marksOf } from '@/lib/kernel/punctuation'
import { query } from '@/lib/kernel/query'
import { findRun } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import { negotiationRef } from './model'
import type { NegotiationGuard } from './model-states'
import { findChecklist } from './queries-checklist'
import { type FoundNegotiation, findGroup, findNegotiation } from './queries-held'
import { findOpenInputs } from './queries-inputs'
import { areLimitsOf, findMandateInForce } from './queries-mandate'
import { findChecks } from './queries-offers'
import { areNoticesSent } from './queries-results'
import { guardsOf, negotiationWays, type Standing, unmetOf, wayOn } from './rules-states'

type Negotiation = FoundNegotiation['negotiation']
type Finder = (look: Look, negotiation: Negotiation) => Promise<boolean>
type Part = PgTable & { workspaceId: AnyPgColumn; negotiationId: AnyPgColumn; archivedAt: AnyPgColumn }

/**
 * Which of these guards are met, read from what is on record now, and who is missing for those that wait for people. What
 * somebody says with the event itself (a reason) is not on record: the command adds it.
 */
export async function findStanding(
  look: Look,
  negotiation: Negotiation,
  guards: readonly NegotiationGuard[],
): Promise<Standing> {
  const [known, open] = await Promise.all([
    Promise.all(guards.map(async (guard) => ((await finders[guard]?.(look, negotiation)) ? [guard] : []))),
    guards.includes('inputsIn') || guards.includes('adviceIn') ? findOpenInputs(look, negotiation.id) : null,
  ])
  const met = new Set<NegotiationGuard>(known.flat())
  const namesOf = (kind: string) => [...new Set(open?.filter((each) => each.kind === kind).map(({ name }) => name))]
  const { comma } = marksOf(look.actor.locale)
  const names = { inputsIn: namesOf('input').join(comma), adviceIn: namesOf('advice').join(comma) }
  if (open && !names.inputsIn) met.add('inputsIn')
  if (open && !names.adviceIn) met.add('adviceIn')
  return { met, names, suspendedIn: negotiation.suspendedIn }
}

/**
 * What a negotiation needs to go on, and what stops it. Guards tell of mandate and alternatives: whoever is not in the
 * mandate group is told none of them, nor what we do instead of a deal.
 */
export const standing = query({
  name: 'negotiations.standing',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { negotiation } = await findNegotiation(look, negotiationId)
    const { state, stateReason, alternativeNext, alternativeDueOn } = negotiation
    const inGroup = await findGroup(look, negotiation)
    const event = wayOn[state]
    const guards = event && inGroup ? guardsOf(state, event) : []
    const { met, names } = await findStanding(look, negotiation, guards)
    return {
      event,
      mayStop: 'suspend' in negotiationWays[state],
      mayEnd: inGroup && 'endWithoutDeal' in negotiationWays[state],
      unmet: unmetOf(guards, met).map((guard) => ({ guard, names: names?.[guard] ?? '' })),
      reason: stateReason,
      instead: inGroup && alternativeNext ? { step: alternativeNext, dueOn: alternativeDueOn } : null,
    }
  },
})
export type StandingView = Awaited<ReturnType<typeof standing.run>>

/** How each guard is read; a rule of the pair (inputs and advice) is read together, a reason nowhere. */
const finders: Partial<Record<NegotiationGuard, Finder>> = {
  checklistComplete: async (look, negotiation) => (await findChecklist(look, negotiation)).complete,
  mandateApproved: async (look, { id }) => {
    const mandate = await findMandateInForce(look, id)
    return mandate !== null && (await areLimitsOf(look, id, mandate.limits))
  },
  focusConsented: async (look, { id }) =>
    !(await anyOf(look, negotiationIssues, id, [
      eq(negotiationIssues.stance, 'against'),
      isNull(negotiationIssues.consentAt),
    ])),
  alternativeGiven: (look, { id }) =>
    anyOf(look, negotiationAlternatives, id, [eq(negotiationAlternatives.side, 'us')]),
  conductConfirmed: async (_look, { conductConfirmedAt }) => conductConfirmedAt !== null,
  offerExchanged: (look, { id }) =>
    anyOf(look, negotiationOffers, id, [
      or(
        inArray(negotiationOffers.state, ['sent', 'received', 'accepted', 'countered', 'declined', 'lapsed']),
        eq(negotiationOffers.side, 'them'),
      ),
    ]),
  offerAccepted: async (look, { id, agreedOfferId }) =>
    agreedOfferId !== null &&
    anyOf(look, negotiationOffers, id, [
      eq(negotiationOffers.id, agreedOfferId),
      eq(negotiationOffers.state, 'accepted'),
    ]),
  withinMandate: async (look, { id, agreedOfferId }) =>
    agreedOfferId !== null && (await isWithinMandate(look, id, agreedOfferId)),
  packageApproved: async (look, { id, agreedAt }) => {
    const run = await findRun(look, 'negotiationPackage', id)
    return run?.state === 'approved' && agreedAt !== null && run.submittedAt >= agreedAt
  },
  versionWritten: async (_look, { documentedVersionId }) => documentedVersionId !== null,
  noticesSent: (look, { id }) => areNoticesSent(look, id),
  debriefWritten: (look, { id }) =>
    anyOf(look, negotiationDebriefs, id, [ne(sql`cardinality(${negotiationDebriefs.techniques})`, 0)]),
}

type Condition = Parameters<typeof and>[number]

/** Whether the negotiation has a live part of which this is true. */
async function anyOf({ tx, actor }: Look, table: Part, negotiationId: string, conditions: readonly Condition[] = []) {
  const [row] = await tx
    .select({ parts: count() })
    .from(table)
    .where(and(own(table, actor), eq(table.negotiationId, negotiationId), live(table), ...conditions))
  return (row?.parts ?? 0) > 0
}

/** By its latest check, while a mandate is in force. */
async function isWithinMandate(look: Look, negotiationId: string, offerId: string): Promise<boolean> {
  const [checks, mandate] = await Promise.all([
    findChecks(look, negotiationId),
    findMandateInForce(look, negotiationId),
  ])
  return mandate !== null && checks.get(offerId)?.outside === false
}
