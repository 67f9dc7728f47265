import { and, eq, isNull } from 'drizzle-orm'
import { notifications } from '@/db/schema/notifications'
import type { Look } from '@/lib/kernel/command'
import { type ListRequest, listFrame, listInput, listSpec } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import type { NotificationRow } from './model'

/** What one was told, the latest first. */
export const notificationList = listSpec({
  name: 'notifications',
  id: notifications.id,
  columns: {
    at: { kind: 'moment', from: notifications.createdAt, sort: true },
    text: { kind: 'text', from: notifications.key },
    urgent: { kind: 'flag', from: notifications.urgent, filter: true },
  },
  firstSort: '-at',
})

/** Everything that one was told, page by page. */
export const list = query({
  name: 'notifications.list',
  permission: may.see,
  input: listInput(notificationList),
  run: (look, request) => pageOf(look, request, false),
})

/** The same of what is unread, from an index of its own. */
export const unreadList = query({
  name: 'notifications.unreadList',
  permission: may.see,
  input: listInput(notificationList),
  run: (look, request) => pageOf(look, request, true),
})

async function pageOf(look: Look, request: ListRequest, unreadOnly: boolean): Promise<ListPage<NotificationRow>> {
  const { tx, actor } = look
  const frame = await listFrame(look, notificationList, request)
  const rows = await tx
    .select({
      id: notifications.id,
      kind: notifications.kind,
      text: notifications.text,
      href: notifications.href,
      urgent: notifications.urgent,
      readAt: notifications.readAt,
      createdAt: notifications.createdAt,
      sortKey: frame.sortKey,
    })
    .from(notifications)
    .where(
      and(
        own(notifications, actor),
        eq(notifications.memberId, actor.id),
        unreadOnly ? isNull(notifications.readAt) : undefined,
        frame.where,
      ),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  return frame.page(
    rows.map(({ readAt, createdAt, text, ...row }) => ({
      ...row,
      text: text[actor.locale],
      read: readAt !== null,
      at: createdAt.toISOString(),
    })),
  )
}
