import { negotiationNotices, negotiationReaders } from '@/db/schema/negotiations'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { compareDays, daysBetween, formatDay } from '@/lib/kernel/day'
import { saidInAll } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, changeRows, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { notify, settle } from '@/lib/modules/notifications/commands'
import { tell } from './commands-telling'
import { holdNegotiation, keepNegotiation } from './commands-upkeep'
import { may } from './manifest'
import { resultWords } from './messages-results'
import { negotiationRef } from './model'
import {
  type Audience,
  acknowledgeInput,
  addNoticeInput,
  audiences,
  editNoticeInput,
  noticeRef,
  remindReadersInput,
} from './model-results'
import { findColleagues, findServing } from './queries-colleagues'
import { findNegotiation } from './queries-held'
import { findAgreed, findDueOn, findNotices, findOverdue, findReaders } from './queries-results'
import {
  agreedInWords,
  draftedMessage,
  mustBeDueAhead,
  mustBeReader,
  mustBeReminder,
  mustBeSendable,
  mustBeTellable,
  mustBeUnsent,
  mustHaveResult,
  mustHaveSomethingNew,
  proposedNotices,
  readersOf,
} from './rules-results'

const refreshes = ['/negotiations/[negotiationId]', '/negotiations/[negotiationId]/results', '/negotiations/inputs']
const leads = { permission: may.negotiate, messages: resultWords, refreshes }
const matter = (noticeId: string) => ({ subjectKind: 'negotiationNotice', subjectId: noticeId })

/** Drafts a notice for each audience that what was agreed concerns and that has none yet. BGM-2.5. */
export const draftNotices = command({
  name: 'negotiations.draftNotices',
  ...leads,
  input: negotiationRef,
  async run(work, { negotiationId }) {
    const { negotiation, account } = await holdNegotiation(work, negotiationId)
    mustHaveResult(negotiation.state)
    const [agreed, known, colleagues, team, dueOn] = [
      await findAgreed(work, negotiationId),
      new Set((await findNotices(work, negotiationId)).map(({ audience }) => audience)),
      await findColleagues(work, account),
      await findServing(work, account.id),
      await findDueOn(work, todayOf(work)),
    ]
    const wanted = proposedNotices(agreed, audiences).filter(({ audience }) => !known.has(audience))
    mustHaveSomethingNew(wanted.length)
    const { locale } = work.actor
    const day = formatDay(dueOn, locale)
    const part = { negotiationId, accountId: account.id }
    const rows = await insertRows(
      work,
      negotiationNotices,
      wanted.map(({ audience, issues }) => ({
        ...part,
        audience,
        issueKeys: issues.map(({ key }) => key),
        message: draftedMessage(
          { account: account.name, title: negotiation.title, day, issues },
          translatorOf(resultWords, locale),
        ),
        dueOn,
      })),
    )
    const readers = rows.flatMap((row) =>
      readersOf(row.audience as Audience, colleagues, { ownerId: account.ownerId, team }).map(({ id: memberId }) => ({
        ...part,
        noticeId: row.id,
        memberId,
      })),
    )
    await insertRows(work, negotiationReaders, readers)
    return { drafted: rows.length }
  },
})

/** One more notice, for an audience and to readers of one's choice. */
export const addNotice = command({
  name: 'negotiations.addNotice',
  ...leads,
  input: addNoticeInput,
  async run(work, { negotiationId, memberIds, ...notice }) {
    const { negotiation, account } = await holdNegotiation(work, negotiationId)
    mustHaveResult(negotiation.state)
    mustBeDueAhead(notice, todayOf(work))
    await mustBeReadable(work, account, memberIds)
    const part = { negotiationId, accountId: account.id }
    const row = await insertRow(work, negotiationNotices, { ...part, ...notice })
    await keepReaders(work, row, memberIds)
    return { noticeId: row.id }
  },
})

/** Changes a notice and its readers. One that was sent becomes a new edition: it is sent and acknowledged again. C01. */
export const editNotice = command({
  name: 'negotiations.editNotice',
  ...leads,
  input: editNoticeInput,
  async run(work, { noticeId, version, memberIds, ...content }) {
    const { notice, account } = await noticeInHand(work, noticeId)
    mustBeDueAhead(content, todayOf(work))
    await mustBeReadable(work, account, memberIds)
    const again = notice.sentAt ? { edition: notice.edition + 1, sentAt: null, sentBy: null } : {}
    const row = await changeRow(work, negotiationNotices, { id: noticeId, version }, { ...content, ...again })
    await keepReaders(work, row, memberIds)
    return { noticeId, version: row.version, edition: row.edition }
  },
})

/** Takes a notice away that was never sent. */
export const removeNotice = command({
  name: 'negotiations.removeNotice',
  ...leads,
  input: noticeRef,
  async run(work, { noticeId }) {
    const { notice } = await noticeInHand(work, noticeId)
    mustBeUnsent(notice)
    await changeRow(work, negotiationNotices, { id: noticeId }, { archivedAt: work.now })
    return { noticeId }
  },
})

/** Tells each reader once; from now on their acknowledgement is owed. Refuses what is not approved or under embargo. */
export const sendNotice = command({
  name: 'negotiations.sendNotice',
  ...leads,
  input: noticeRef,
  async run(work, { noticeId }) {
    const { notice, negotiation, account } = await noticeInHand(work, noticeId)
    const today = todayOf(work)
    const day = formatDay(notice.embargoUntil ?? today, work.actor.locale)
    mustBeSendable(notice, { state: negotiation.state, today, day })
    const readers = await findReaders(work, [noticeId])
    await mustBeReadable(
      work,
      account,
      readers.map(({ memberId }) => memberId),
    )
    const owed = await findDueOn(work, today)
    const dueOn = compareDays(notice.dueOn, owed) > 0 ? notice.dueOn : owed
    await changeRow(work, negotiationNotices, { id: noticeId }, { sentAt: work.now, sentBy: work.actor.id })
    await changeRows(
      work,
      negotiationReaders,
      readers.map(({ id }) => id),
      { dueOn },
    )
    await keepNegotiation(work, negotiation.id)
    const agreed = (await findAgreed(work, negotiation.id)).filter(({ key }) => notice.issueKeys.includes(key))
    await work.call(notify, {
      memberIds: readers.map(({ memberId }) => memberId),
      kind: 'negotiationNotice',
      text: saidInAll(resultWords, notice.edition > 1 ? 'toldAgain' : 'toldResult', (locale) => {
        const t = translatorOf(resultWords, locale)
        const terms = agreed.map((issue) => `${issue.name} ${agreedInWords(issue, t)}`).join(t('comma'))
        return {
          title: negotiation.title,
          account: account.name,
          terms: cut(terms || notice.message, 800),
          day: formatDay(dueOn, locale),
        }
      }),
      href: `/negotiations/${negotiation.id}/results`,
      urgent: false,
      ...matter(noticeId),
      key: `negotiations.notice.${noticeId}.${notice.edition}`,
    })
    return { noticeId, dueOn, told: readers.length }
  },
})

/** A reader says that they know, with a comment perhaps; it counts for the edition that they saw. */
export const acknowledge = command({
  name: 'negotiations.acknowledge',
  permission: may.contribute,
  messages: resultWords,
  refreshes,
  input: acknowledgeInput,
  async run(work, { noticeId, comment }) {
    const notice = await lockRow(work, negotiationNotices, noticeId)
    await findNegotiation(work, notice.negotiationId)
    const mine = (await findReaders(work, [noticeId])).find(({ memberId }) => memberId === work.actor.id)
    const { id } = mustBeReader(notice, mine)
    const told = { acknowledgedEdition: notice.edition, acknowledgedAt: work.now, comment }
    await changeRow(work, negotiationReaders, { id }, told)
    await work.call(settle, { ...matter(noticeId), memberId: work.actor.id })
    return { noticeId }
  },
})

/** Reminds readers who are past their day; the same week of the same edition only once. */
export const remindReaders = command({
  name: 'negotiations.remindReaders',
  permission: may.keepTime,
  messages: resultWords,
  input: remindReadersInput,
  async run(work, { readerIds }) {
    mustBeReminder(work.actor)
    const overdue = readerIds.length === 0 ? [] : await findOverdue(work, readerIds)
    const today = todayOf(work)
    for (const { memberId, dueOn, ...each } of overdue) {
      if (!dueOn) continue
      const week = Math.floor(daysBetween(dueOn, today) / 7)
      await tell(work, [memberId], {
        kind: 'negotiationNotice',
        text: saidInAll(resultWords, 'toldOverdue', (locale) => ({
          title: each.title,
          account: each.account,
          day: formatDay(dueOn, locale),
        })),
        href: `/negotiations/${each.negotiationId}/results`,
        ...matter(each.noticeId),
        key: `negotiations.overdue.${each.id}.${each.edition}.${week}`,
      })
    }
    return { reminded: overdue.length }
  },
})

/** The notice with its negotiation, both locked, for whoever may lead it. */
async function noticeInHand(work: Work, noticeId: string) {
  const notice = await lockRow(work, negotiationNotices, noticeId)
  const found = await holdNegotiation(work, notice.negotiationId)
  mustHaveResult(found.negotiation.state)
  return { notice, ...found }
}

async function mustBeReadable(
  work: Work,
  account: Parameters<typeof findColleagues>[1],
  memberIds: readonly string[],
): Promise<void> {
  const colleagues = await findColleagues(work, account)
  mustBeTellable(memberIds, new Set(colleagues.map(({ id }) => id)))
}

type Notice = { id: string; negotiationId: string; accountId: string }

/** The readers become these: new ones are added, others leave. */
async function keepReaders(work: Work, { id, negotiationId, accountId }: Notice, memberIds: readonly string[]) {
  const wanted = new Set(memberIds)
  const known = await findReaders(work, [id])
  const gone = known.filter(({ memberId }) => !wanted.has(memberId)).map((each) => each.id)
  await changeRows(work, negotiationReaders, gone, { archivedAt: work.now })
  const here = new Set(known.map(({ memberId }) => memberId))
  const added = [...wanted].filter((memberId) => !here.has(memberId))
  await insertRows(
    work,
    negotiationReaders,
    added.map((memberId) => ({ negotiationId, accountId, noticeId: id, memberId })),
  )
}
