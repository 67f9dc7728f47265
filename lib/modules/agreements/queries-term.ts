import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { agreements } from '@/db/schema/agreements'
import { salesLines } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayWorkWith } from '@/lib/kernel/rights'
import { findTold } from '@/lib/modules/notifications/queries'
import { may } from './manifest'
import { agreementRef, dayOrNone, openEnd } from './model'
import { isHeld } from './model-states'
import { type FoundAgreement, findAgreement } from './queries-held'
import { type FoundDecision, findDecisions } from './queries-lifecycle-held'
import { findSettings } from './queries-settings'
import { deadlineOf, marksFor, mayHold, noticeOf } from './rules-lifecycle'
import { allowedFrom } from './rules-states'
import { endSteps, noticeSteps, termKey } from './rules-term'

/** The term of an agreement: its deadline, what was decided or missed, who was reminded when, and how it can be ended. */
export const term = query({
  name: 'agreements.term',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { actor, now } = look
    const found = await findAgreement(look, agreementId)
    const { agreement, account } = found
    const today = dayOf(now, actor.timeZone)
    const [decisions, { retentionYears }, successors, tradedOn] = await Promise.all([
      findDecisions(look, [agreementId]),
      findSettings(look),
      findSuccessors(look, found),
      findTradedOn(look, account.id),
    ])
    const names = await findNamesOfMembers(look, [
      agreement.ownerId,
      agreement.backupId,
      ...decisions.map(({ decidedBy }) => decidedBy),
    ])
    const deadline = deadlineOf(agreement)
    const standing = decisions.find(({ noticeOn }) => noticeOn === deadline) ?? null
    const notice = noticeOf(decisions, agreement.endsOn)
    const edits = mayWorkWith(actor, account)
    const holds = isHeld(agreement.state)
    return {
      id: agreementId,
      state: agreement.state,
      confidential: agreement.confidential,
      today,
      deadline: holds ? deadline : null,
      endsOn: dayOrNone(agreement.endsOn),
      endedOn: agreement.endedOn,
      suspended: agreement.suspendedSince && {
        since: agreement.suspendedSince,
        until: agreement.suspendedUntil,
        reason: agreement.stateReason,
      },
      marks: marksFor(agreement, standing, tradedOn, today),
      standing: standing && pictureOf(standing, names),
      decisions: decisions.map((each) => pictureOf(each, names)),
      notice: notice && { givenOn: notice.noticeGivenOn, lastDay: agreement.endsOn },
      reminders: await findReminders(look, agreement, decisions, names),
      successors,
      retentionUntil: agreement.retentionUntil,
      retentionYears,
      legalHold: agreement.legalHold ? (agreement.legalHoldReason ?? '') : null,
      cancelledBecause: agreement.state === 'cancelled' ? agreement.stateReason : null,
      mayDecide: isGranted(may.draft, actor) && edits,
      mayCancel: isGranted(may.draft, actor) && edits && allowedFrom(agreement.state).includes('cancel'),
      mayEnd: isGranted(may.end, actor) && edits,
      mayHold: isGranted(may.hold, actor) && mayHold(actor),
    }
  },
})
export type TermView = Awaited<ReturnType<typeof term.run>>

const pictureOf = (row: FoundDecision, names: ReadonlyMap<string, string>) => ({
  id: row.id,
  noticeOn: row.noticeOn,
  decision: row.decision,
  reason: row.reason,
  by: row.decidedBy ? (names.get(row.decidedBy) ?? '—') : null,
  on: row.decidedOn,
  missedOn: row.missedOn,
  noticeGivenOn: row.noticeGivenOn,
  fileId: row.noticeFileId,
  negotiationId: row.negotiationId,
})

type Head = FoundAgreement['agreement']

/** The last day on which something was sold to the account. */
async function findTradedOn({ tx, actor }: Look, accountId: string): Promise<Day | null> {
  const [row] = await tx
    .select({ day: salesLines.day })
    .from(salesLines)
    .where(and(own(salesLines, actor), eq(salesLines.accountId, accountId), live(salesLines)))
    .orderBy(desc(salesLines.day))
    .limit(1)
  return row?.day ?? null
}

const mostSuccessors = 5

/** Other agreements in force of the same kind and scope with the account. */
const findSuccessors = ({ tx, actor }: Look, { agreement }: FoundAgreement) => {
  if (agreement.state !== 'active') return Promise.resolve([])
  const { accountId, kind, direction, scopeName, id } = agreement
  return tx
    .select({ id: agreements.id, title: agreements.title })
    .from(agreements)
    .where(
      and(
        own(agreements, actor),
        eq(agreements.accountId, accountId),
        eq(agreements.kind, kind),
        eq(agreements.direction, direction),
        eq(agreements.scopeName, scopeName),
        eq(agreements.state, 'active'),
        eq(agreements.confidential, false),
        ne(agreements.id, id),
        live(agreements),
      ),
    )
    .orderBy(asc(agreements.id))
    .limit(mostSuccessors)
}

/** The reminders that went out for the deadlines of this agreement: to whom, and whether they were mailed and read. */
async function findReminders(
  look: Look,
  { id, ownerId, backupId, noticeOn, endsOn }: Head,
  decisions: readonly FoundDecision[],
  names: ReadonlyMap<string, string>,
) {
  const terms = [
    { noticeOn: noticeOn === openEnd ? endsOn : noticeOn, endsOn },
    ...decisions.map((each) => ({ noticeOn: each.noticeOn, endsOn: each.endsOn })),
  ].filter((each) => each.noticeOn !== openEnd)
  const wanted = terms.flatMap((each) => [
    ...noticeSteps.map((step) => ({ kind: 'notice' as const, step, on: each.noticeOn })),
    { kind: 'missed' as const, step: 0, on: each.noticeOn },
    ...endSteps.map((step) => ({ kind: 'end' as const, step, on: each.endsOn })),
  ])
  const byKey = new Map(wanted.map((each) => [termKey(id, each, each.on), each]))
  const members = [ownerId, ...(backupId ? [backupId] : [])]
  const asked = [...byKey.keys()].flatMap((key) => members.map((memberId) => ({ memberId, key })))
  const told = await findTold(look, asked)
  const { timeZone } = look.actor
  const dayAt = (moment: Date | null) => moment && dayOf(moment, timeZone)
  return told
    .sort((a, b) => b.toldAt.getTime() - a.toldAt.getTime() || a.memberId.localeCompare(b.memberId))
    .flatMap(({ memberId, key, toldAt, mailedAt, readAt }) => {
      const reminder = byKey.get(key)
      if (!reminder) return []
      const days = { toldOn: dayOf(toldAt, timeZone), mailedOn: dayAt(mailedAt), readOn: dayAt(readAt) }
      return [{ key: `${memberId} ${key}`, name: names.get(memberId) ?? '—', ...reminder, ...days }]
    })
}
