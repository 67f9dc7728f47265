import {
  notificationDeliveries,
  notificationDigests,
  notificationPreferences,
  notifications,
} from '@/db/schema/notifications'
import { command, type Work } from '@/lib/kernel/command'
import { mustBeJob } from '@/lib/kernel/job'
import { madeId } from '@/lib/kernel/made-id'
import { changeRow, changeRows, insertRow } from '@/lib/kernel/write'
import { keepLedger } from '@/lib/kernel/write-each'
import type { NoticeRequest } from '@/lib/modules/mail/model'
import { may } from './manifest'
import { messages } from './messages'
import {
  digestRef,
  type Notice,
  notificationRef,
  notifyEachInput,
  notifyInput,
  type Pending,
  preferenceInput,
  readInput,
  settleInput,
} from './model'
import { findChoice, findDigest, findOpenOf, findOwnUnread, findReachable, findReader, findUrgent } from './queries'

/** One press marks no more than this as read. */
const mostAtOnce = 1000
const own = { permission: may.see, messages, refreshes: ['/notifications'] }
const delivers = { permission: may.deliver, messages }

/**
 * Tells members something: in the product at once, by mail at once when it is urgent, otherwise with the next digest. The
 * same key never tells the same member twice; members who left are told nothing. Answers whom it reached.
 */
export const notify = command({
  name: 'notifications.notify',
  permission: may.see,
  input: notifyInput,
  messages,
  internal: true,
  run: async (work, notice) => ({ memberIds: await keep(work, [notice]) }),
})

/** Tells many things at once, each to its own members: by a clock that has a whole day to tell of. */
export const notifyEach = command({
  name: 'notifications.notifyEach',
  permission: may.see,
  input: notifyEachInput,
  messages,
  internal: true,
  run: async (work, { notices }) => ({ memberIds: await keep(work, notices) }),
})

const rowsAtOnce = 200

async function keep(work: Work, notices: readonly Notice[]): Promise<string[]> {
  const reached = await findReachable(
    work,
    notices.flatMap(({ memberIds }) => memberIds),
  )
  const isReached = new Set(reached)
  const rows = notices.flatMap(({ memberIds, ...said }) =>
    [...new Set(memberIds)]
      .filter((memberId) => isReached.has(memberId))
      .map((memberId) => ({
        ...said,
        memberId,
        id: madeId(work.actor.workspaceId, memberId, said.key),
        createdAt: work.now,
      })),
  )
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    await keepLedger(work, notifications, some, ['kind'])
    const urgent = some.filter((row) => row.urgent).map(({ id }) => id)
    if (urgent.length > 0) await work.emit('notifications.urgent', { notificationIds: urgent })
  }
  return reached
}

/** The matter is settled, for everybody or for one member: whoever had not read of it need not any more. */
export const settle = command({
  name: 'notifications.settle',
  permission: may.see,
  input: settleInput,
  messages,
  internal: true,
  async run(work, about) {
    await changeRows(work, notifications, await findOpenOf(work, about), { readAt: work.now })
  },
})

/** Marks one's own notifications as read; others' are left alone. */
export const markRead = command({
  name: 'notifications.markRead',
  ...own,
  input: readInput,
  run: (work, { notificationIds }) => markAsRead(work, notificationIds),
})

export const markAllRead = command({
  name: 'notifications.markAllRead',
  ...own,
  input: readInput.omit({ notificationIds: true }),
  run: (work) => markAsRead(work, 'all'),
})

async function markAsRead(work: Work, ids: readonly string[] | 'all') {
  const unread = await findOwnUnread(work, ids, mostAtOnce)
  await changeRows(work, notifications, unread, { readAt: work.now })
  return { read: unread.length }
}

/** Says at which hour one wants the digest, or that one wants none. */
export const setDigest = command({
  name: 'notifications.setDigest',
  ...own,
  input: preferenceInput,
  async run(work, { digestHour }) {
    const known = await findChoice(work, work.actor.id)
    if (known) await changeRow(work, notificationPreferences, { id: known.id }, { digestHour })
    else await insertRow(work, notificationPreferences, { memberId: work.actor.id, digestHour })
    return { digestHour }
  },
})

/** Mails one urgent notification, once, unless it was read meanwhile. */
export const mailNow = command({
  name: 'notifications.mailNow',
  ...delivers,
  input: notificationRef,
  async run(work, { notificationId }) {
    mustBeJob(work.actor)
    const item = await findUrgent(work, notificationId)
    if (item) await mail(work, 'notice', item.memberId, [item])
  },
})

/** Mails a member the digest of the day, once, when its hour has come and there is something in it. */
export const mailDigest = command({
  name: 'notifications.mailDigest',
  ...delivers,
  input: digestRef,
  async run(work, { memberId }) {
    mustBeJob(work.actor)
    const digest = await findDigest(work, memberId)
    if (!digest) return
    if (await mail(work, 'digest', memberId, digest.items))
      await insertRow(work, notificationDigests, { memberId, day: digest.day, items: digest.items.length })
  },
})

async function mail(work: Work, kind: NoticeRequest['kind'], memberId: string, items: readonly Pending[]) {
  const reader = await findReader(work, memberId)
  if (!reader) return false
  const { email: recipient, name, locale } = reader
  const way = kind === 'notice' ? 'now' : 'digest'
  await keepLedger(
    work,
    notificationDeliveries,
    items.map(({ id }) => ({ notificationId: id, memberId, way })),
  )
  const letter: NoticeRequest = {
    kind,
    memberId,
    recipient,
    name,
    locale,
    items: items.map(({ text, href }) => ({ text: text[locale], path: href })),
  }
  await work.emit('mail.noticed', letter)
  return true
}
