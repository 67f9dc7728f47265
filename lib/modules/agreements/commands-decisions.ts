import type { z } from 'zod'
import { agreementDecisions, agreements } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { addDays, type Day, dayOf, formatDay } from '@/lib/kernel/day'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { open as openNegotiation } from '@/lib/modules/negotiations/commands'
import { carryOver } from '@/lib/modules/negotiations/commands-carrying'
import { settle } from '@/lib/modules/notifications/commands'
import { holdAgreement } from './commands-upkeep'
import { may } from './manifest'
import { lifecycleMessages } from './messages-lifecycle'
import { decideInput, type RenewalDecision } from './model-lifecycle'
import { findClauses } from './queries-clauses'
import { type FoundAgreement, findShown } from './queries-held'
import { type FoundDecision, findDecisions } from './queries-lifecycle-held'
import { mustBeDecidable, opensTalks, standsAgain } from './rules-lifecycle'

export const lifecyclePages = ['/agreements', '/agreements/[agreementId]', '/agreements/[agreementId]/term']
const decides = { permission: may.draft, messages: lifecycleMessages, refreshes: lifecyclePages }

/**
 * Decides what comes after the running term. Once for each deadline, though it can be decided otherwise; a deadline that
 * passed undecided stays missed on record. Renewing by hand and renegotiating open the talks, with the results brought along.
 */
export const decideRenewal = command({
  name: 'agreements.decideRenewal',
  ...decides,
  input: decideInput,
  async run(work, { agreementId, decision, ...said }) {
    const found = await holdAgreement(work, agreementId)
    const noticeOn = mustBeDecidable(found.agreement)
    const known = await decisionFor(work, agreementId, noticeOn)
    const negotiationId =
      known?.negotiationId ??
      (opensTalks(decision, found.agreement.renewal) ? await openTalks(work, found, decision, said) : null)
    const row = await keepDecision(work, found, known, noticeOn, { decision, reason: said.reason, negotiationId })
    return { agreementId, decisionId: row.id, negotiationId }
  },
})

/** What is on record for a deadline of an agreement; null when nothing is. */
export const decisionFor = async (work: Work, agreementId: string, noticeOn: Day): Promise<FoundDecision | null> =>
  (await findDecisions(work, [agreementId])).find((each) => each.noticeOn === noticeOn) ?? null

type Decided = Partial<
  Pick<
    typeof agreementDecisions.$inferInsert,
    'decision' | 'reason' | 'negotiationId' | 'noticeFileId' | 'noticeGivenOn' | 'endsOn'
  >
>

/**
 * Keeps a decision for a deadline; the reminders of it are settled. One that comes after the deadline leaves it missed; what
 * was said in time counts on.
 */
export async function keepDecision(
  work: Work,
  { agreement }: FoundAgreement,
  known: FoundDecision | null,
  noticeOn: Day,
  decided: Decided,
) {
  const { actor, now } = work
  const today = dayOf(now, actor.timeZone)
  const missedOn = known?.missedOn ?? (known === null && today > noticeOn ? addDays(noticeOn, 1) : null)
  const by = standsAgain(known, decided.decision, today) ? {} : { decidedBy: actor.id, decidedAt: now }
  const said = { ...decided, ...by, missedOn }
  const row = known
    ? await changeRow(work, agreementDecisions, { id: known.id }, said)
    : await insertRow(work, agreementDecisions, {
        agreementId: agreement.id,
        accountId: agreement.accountId,
        endsOn: agreement.endsOn,
        noticeOn,
        ...said,
      })
  await changeRow(work, agreements, { id: agreement.id }, { changedAt: now })
  await work.call(settle, { subjectKind: 'agreementTerm', subjectId: agreement.id })
  return row
}

/** More points no table holds. */
const mostPoints = 60

const talkKinds: Readonly<Record<string, 'annualTerms' | 'supply' | 'service' | 'promotion'>> = {
  annualTerms: 'annualTerms',
  supply: 'supply',
  service: 'service',
  promotion: 'promotion',
}

type Brought = Pick<z.output<typeof decideInput>, 'results' | 'points'>

/**
 * The talks about what comes after, with the points of the agreement on the table, each with what was given and what came of
 * it. Everybody who sees the account reads the talks, so those after a confidential agreement do not even name it: who may
 * read both finds the agreement from there.
 */
async function openTalks(
  work: Work,
  { agreement, account }: FoundAgreement,
  decision: RenewalDecision,
  { results, points }: Brought,
): Promise<string> {
  const { title, code, endsOn, direction, kind, yearlyValue, confidential } = agreement
  const t = translatorOf(lifecycleMessages, work.actor.locale)
  const today = dayOf(work.now, work.actor.timeZone)
  const word = decision === 'renew' ? 'renew' : 'renegotiate'
  const told = [...points.map(({ result }) => result), results].filter((each) => each !== null)
  const after = t('talksPurpose', { title, code, day: formatDay(endsOn, work.actor.locale) })
  const about = confidential
    ? { title: t(`talksTitle_quiet_${word}`), purpose: null, expectedValue: null, deadlineOn: null }
    : {
        title: cut(t(`talksTitle_${word}`, { title }), 200),
        purpose: told.length === 0 ? after : cut([after, told.join('\n')].join('\n\n'), 4000),
        expectedValue: yearlyValue,
        deadlineOn: endsOn >= today ? endsOn : null,
      }
  const { negotiationId } = await work.call(openNegotiation, {
    accountId: account.id,
    direction,
    kind: talkKinds[kind] ?? 'contract',
    objective: null,
    ...about,
  })
  if (!confidential) await carryPoints(work, agreement, negotiationId, points)
  return negotiationId
}

/** Every clause that writes down a point of talks or a kind of term, or of which there is a result, becomes a point again. */
async function carryPoints(
  work: Work,
  agreement: FoundAgreement['agreement'],
  negotiationId: string,
  results: Brought['points'],
): Promise<void> {
  const clauses = await findClauses(work, (await findShown(work, agreement)).id)
  const resultOf = new Map(results.map(({ clauseKey, result }) => [clauseKey, result]))
  const t = translatorOf(lifecycleMessages, work.actor.locale)
  const carried = clauses.filter(({ key, issueKey, termCode }) => issueKey || termCode || resultOf.get(key))
  if (carried.length === 0) return
  await work.call(carryOver, {
    negotiationId,
    fromNegotiationId: agreement.negotiationId,
    points: carried.slice(0, mostPoints).map(({ key, heading, issueKey, termCode, value }) => ({
      key: issueKey ?? key,
      name: heading,
      termCode,
      carried: resultOf.get(key) ?? (value === null ? null : t('givenBefore', { value })),
    })),
  })
}
