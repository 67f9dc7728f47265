import { agreementDecisions, agreements } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { addDays, type Day, dayOf, formatDay } from '@/lib/kernel/day'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { open as openNegotiation } from '@/lib/modules/negotiations/commands'
import { settle } from '@/lib/modules/notifications/commands'
import { may } from './manifest'
import { lifecycleMessages } from './messages-lifecycle'
import { decideInput, type RenewalDecision } from './model-lifecycle'
import { type FoundAgreement, findAgreement } from './queries-held'
import { type FoundDecision, findDecisions } from './queries-lifecycle-held'
import { mustBeDecidable, opensTalks } from './rules-lifecycle'
import { mustMayDraft } from './rules-rights'

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
  async run(work, { agreementId, decision, reason, results }) {
    const found = await holdToDecide(work, agreementId)
    const noticeOn = mustBeDecidable(found.agreement)
    const known = await decisionFor(work, agreementId, noticeOn)
    const negotiationId =
      known?.negotiationId ??
      (opensTalks(decision, found.agreement.renewal) ? await openTalks(work, found, decision, results) : null)
    const row = await keepDecision(work, found, known, noticeOn, { decision, reason, negotiationId })
    return { agreementId, decisionId: row.id, negotiationId }
  },
})

/** The agreement, locked, for those who edit its account. */
export async function holdToDecide(work: Work, agreementId: string): Promise<FoundAgreement> {
  mustMayDraft(work.actor, (await findAgreement(work, agreementId)).account)
  await lockRow(work, agreements, agreementId)
  return findAgreement(work, agreementId)
}

/** What is on record for a deadline of an agreement; null when nothing is. */
export const decisionFor = async (work: Work, agreementId: string, noticeOn: Day): Promise<FoundDecision | null> =>
  (await findDecisions(work, [agreementId])).find((each) => each.noticeOn === noticeOn) ?? null

type Decided = Partial<
  Pick<
    typeof agreementDecisions.$inferInsert,
    'decision' | 'reason' | 'negotiationId' | 'noticeFileId' | 'noticeGivenOn' | 'endsOn'
  >
>

/** Keeps a decision for a deadline; the reminders of it are settled. One that comes after the deadline leaves it missed. */
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
  const said = { ...decided, decidedBy: actor.id, decidedAt: now, missedOn }
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

const talkKinds: Readonly<Record<string, 'annualTerms' | 'supply' | 'service' | 'promotion'>> = {
  annualTerms: 'annualTerms',
  supply: 'supply',
  service: 'service',
  promotion: 'promotion',
}

/** The talks about what comes after: a confidential agreement brings no results where everybody could read them. */
async function openTalks(
  work: Work,
  { agreement, account }: FoundAgreement,
  decision: RenewalDecision,
  results: string | null,
): Promise<string> {
  const { title, code, endsOn, direction, kind, yearlyValue, confidential } = agreement
  const t = translatorOf(lifecycleMessages, work.actor.locale)
  const today = dayOf(work.now, work.actor.timeZone)
  const after = t('talksPurpose', { title, code, day: formatDay(endsOn, work.actor.locale) })
  const { negotiationId } = await work.call(openNegotiation, {
    accountId: account.id,
    direction,
    kind: talkKinds[kind] ?? 'contract',
    title: t(decision === 'renew' ? 'talksTitle_renew' : 'talksTitle_renegotiate', { title }).slice(0, 200),
    purpose: confidential || results === null ? after : `${after}\n\n${results}`.slice(0, 4000),
    objective: null,
    expectedValue: yearlyValue,
    deadlineOn: endsOn >= today ? endsOn : null,
  })
  return negotiationId
}
