import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { negotiationNotices, negotiationReaders, negotiationSettings, negotiations } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { translatorOf } from '@/lib/kernel/translate'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { addWorkdays, closedDaysOf } from '@/lib/kernel/workday'
import { findCalendarDays } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import { resultWords } from './messages-results'
import { negotiationRef } from './model'
import { type Audience, audiences, usualNoticeDays } from './model-results'
import { findColleagues } from './queries-colleagues'
import { findGroup, findNegotiation, mayLeadIt } from './queries-held'
import { findIssues } from './queries-table'
import { acknowledgementsOf } from './rules-acknowledgement'
import { type AgreedIssue, agreedInWords, proposedNotices } from './rules-results'

/** What was agreed, in the order in which people read it; points that became no term are left out. */
export const findAgreed = async (look: Look, negotiationId: string): Promise<AgreedIssue[]> =>
  (await findIssues(look, negotiationId)).flatMap(({ agreedValue, droppedBecause, ...issue }) =>
    agreedValue === null || droppedBecause !== null ? [] : [{ ...issue, agreedValue }],
  )

/** The day within which a result is told when one begins on `from`: so many working days on. */
export async function findDueOn(look: Look, from: Day): Promise<Day> {
  const { tx, actor } = look
  const [settings] = await tx
    .select({ noticeDays: negotiationSettings.noticeDays })
    .from(negotiationSettings)
    .where(own(negotiationSettings, actor))
  const closed = closedDaysOf(await findCalendarDays(look, from, addDays(from, 120)))
  return addWorkdays(from, settings?.noticeDays ?? usualNoticeDays, closed)
}

/** The notices of a negotiation in the order in which they were made. */
export const findNotices = ({ tx, actor }: Look, negotiationId: string) =>
  tx
    .select()
    .from(negotiationNotices)
    .where(
      and(
        own(negotiationNotices, actor),
        eq(negotiationNotices.negotiationId, negotiationId),
        live(negotiationNotices),
      ),
    )
    .orderBy(asc(negotiationNotices.id))

/** Whether every audience of the result was told and no notice waits to be sent: what closing asks for. */
export async function areNoticesSent(look: Look, negotiationId: string): Promise<boolean> {
  const [notices, agreed] = await Promise.all([findNotices(look, negotiationId), findAgreed(look, negotiationId)])
  if (notices.length === 0 || notices.some(({ sentAt }) => sentAt === null)) return false
  const told = new Set(notices.map(({ audience }) => audience))
  return proposedNotices(agreed, audiences).every(({ audience }) => told.has(audience))
}

/** Who is to read these notices. */
export const findReaders = ({ tx, actor }: Look, noticeIds: readonly string[]) =>
  noticeIds.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(negotiationReaders)
        .where(
          and(
            own(negotiationReaders, actor),
            inArray(negotiationReaders.noticeId, [...noticeIds]),
            live(negotiationReaders),
          ),
        )
        .orderBy(asc(negotiationReaders.id))

type Notice = typeof negotiationNotices.$inferSelect
type Reader = typeof negotiationReaders.$inferSelect

function statusesOf(notice: Notice, readers: readonly Reader[], { actor, now }: Look) {
  const on = (at: Date) => dayOf(at, actor.timeZone)
  const recipients = readers.map((each) => ({
    id: each.id,
    required: each.required,
    due: each.dueOn,
    acknowledged:
      each.acknowledgedEdition !== null && each.acknowledgedAt
        ? { version: each.acknowledgedEdition, on: on(each.acknowledgedAt) }
        : null,
  }))
  return acknowledgementsOf({ version: notice.edition, recipients }, on(now))
}

/** Notices with their readers, how far they reached, and what they tell in the reader's language. */
async function shownNotices(look: Look, notices: readonly Notice[], agreed: readonly AgreedIssue[]) {
  const { actor } = look
  const t = translatorOf(resultWords, actor.locale)
  const readers = await findReaders(
    look,
    notices.map(({ id }) => id),
  )
  const names = await findNamesOfMembers(
    look,
    readers.map(({ memberId }) => memberId),
  )
  return notices.map((notice) => {
    const own = readers.filter(({ noticeId }) => noticeId === notice.id)
    const { statuses, late, coverage } = statusesOf(notice, own, look)
    const nameOf = (id: string) => names.get(own.find((each) => each.id === id)?.memberId ?? '') ?? ''
    return {
      id: notice.id,
      version: notice.version,
      negotiationId: notice.negotiationId,
      audience: notice.audience as Audience,
      message: notice.message,
      edition: notice.edition,
      embargoUntil: notice.embargoUntil,
      dueOn: notice.dueOn,
      sentOn: notice.sentAt && dayOf(notice.sentAt, actor.timeZone),
      coverage: notice.sentAt && coverage ? coverage.toDecimalPlaces(0).toFixed() : null,
      late: late.map(nameOf),
      terms: agreed
        .filter(({ key }) => notice.issueKeys.includes(key))
        .map((issue) => ({ key: issue.key, name: issue.name, value: agreedInWords(issue, t) })),
      readers: own.map((each) => ({
        id: each.id,
        memberId: each.memberId,
        name: nameOf(each.id),
        status: statuses.get(each.id) ?? ('pending' as const),
        on: each.acknowledgedAt && dayOf(each.acknowledgedAt, actor.timeZone),
        comment: each.comment,
      })),
      waitsForMe:
        notice.sentAt !== null &&
        own.some((each) => each.memberId === actor.id && statuses.get(each.id) !== 'acknowledged'),
    }
  })
}
export type NoticeView = Awaited<ReturnType<typeof shownNotices>>[number]

/**
 * Who is told of the result, what is still to be drafted, and what the reader may do. Notices that are not sent are for those
 * who work on them.
 */
export const results = query({
  name: 'negotiations.results',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { actor, now } = look
    const found = await findNegotiation(look, negotiationId)
    const { negotiation, account } = found
    const [notices, agreed, leads, inGroup] = await Promise.all([
      findNotices(look, negotiationId),
      findAgreed(look, negotiationId),
      mayLeadIt(look, found),
      findGroup(look, negotiation),
    ])
    const told = notices.filter(({ sentAt }) => leads || inGroup || sentAt !== null)
    const known = new Set(notices.map(({ audience }) => audience))
    const settled = ['agreedInPrinciple', 'approved', 'documented'].includes(negotiation.state)
    const mayLead = settled && leads
    const today = dayOf(now, actor.timeZone)
    return {
      notices: await shownNotices(look, told, agreed),
      undrafted: proposedNotices(agreed, audiences).flatMap(({ audience }) => (known.has(audience) ? [] : [audience])),
      colleagues: mayLead
        ? (await findColleagues(look, account)).map(({ id, name, disciplines }) => ({ id, name, disciplines }))
        : [],
      dueOn: await findDueOn(look, today),
      maySend: negotiation.state === 'approved' || negotiation.state === 'documented',
      today,
      mayLead,
    }
  },
})
export type ResultsView = Awaited<ReturnType<typeof results.run>>

/** Readers of sent notices who have not acknowledged the edition that was sent, with what a reminder says. */
const findOwed = ({ tx, actor }: Look, which: SQL | undefined, most: number) =>
  tx
    .select({
      id: negotiationReaders.id,
      memberId: negotiationReaders.memberId,
      dueOn: negotiationReaders.dueOn,
      edition: negotiationNotices.edition,
      noticeId: negotiationNotices.id,
      negotiationId: negotiationNotices.negotiationId,
      title: negotiations.title,
      account: accounts.name,
    })
    .from(negotiationReaders)
    .innerJoin(
      negotiationNotices,
      and(joined(negotiationNotices, actor, negotiationReaders.noticeId), live(negotiationNotices)),
    )
    .innerJoin(negotiations, and(joined(negotiations, actor, negotiationReaders.negotiationId), live(negotiations)))
    .innerJoin(accounts, joined(accounts, actor, negotiationReaders.accountId))
    .where(
      and(
        own(negotiationReaders, actor),
        live(negotiationReaders),
        isNotNull(negotiationNotices.sentAt),
        or(
          isNull(negotiationReaders.acknowledgedEdition),
          ne(negotiationReaders.acknowledgedEdition, negotiationNotices.edition),
        ),
        which,
      ),
    )
    .orderBy(asc(negotiationReaders.id))
    .limit(most)

/** Results that were sent to the reader and wait for their acknowledgement. */
export const myResults = query({
  name: 'negotiations.myResults',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const { actor } = look
    const owed = await findOwed(
      look,
      and(eq(negotiationReaders.memberId, actor.id), visibleAccounts(accounts, actor)),
      100,
    )
    return owed.map(({ noticeId, negotiationId, title, account, dueOn }) => ({
      ...{ id: noticeId, negotiationId, title, account, dueOn },
    }))
  },
})

/** For the daily job: readers of sent notices who are past their day. */
export const overdueReaders = query({
  name: 'negotiations.overdueReaders',
  permission: may.keepTime,
  input: z.strictObject({}),
  run: async (look) => (await findOverdue(look)).map(({ id }) => id),
})

/** Readers who are past their day; of these, or of all. */
export const findOverdue = (look: Look, ids?: readonly string[]) =>
  findOwed(
    look,
    and(
      ids ? inArray(negotiationReaders.id, [...ids]) : undefined,
      lt(negotiationReaders.dueOn, dayOf(look.now, look.actor.timeZone)),
    ),
    500,
  )
