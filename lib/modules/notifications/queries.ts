import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { workspaces } from '@/db/schema/global'
import {
  notificationDeliveries,
  notificationDigests,
  notificationPreferences,
  notifications,
} from '@/db/schema/notifications'
import { members } from '@/db/schema/workspace'
import { among } from '@/lib/kernel/among'
import type { Look } from '@/lib/kernel/command'
import { optionalId } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { madeId } from '@/lib/kernel/made-id'
import { defaultLocale, isLocale, type Locale } from '@/lib/kernel/messages'
import { one } from '@/lib/kernel/one'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { mostCounted, mostInDigest, type Pending, usualDigestHour } from './model'
import { type DigestChoice, dueDigest } from './rules'

const nothing = z.strictObject({})

/** How many notifications one has not read, counted to a hundred: the bell says 99+ from there on. */
export const unreadCount = query({
  name: 'notifications.unreadCount',
  permission: may.see,
  input: nothing,
  async run({ tx, actor }): Promise<number> {
    const unread = tx
      .select({ id: notifications.id })
      .from(notifications)
      .where(and(own(notifications, actor), eq(notifications.memberId, actor.id), isNull(notifications.readAt)))
      .limit(mostCounted + 1)
      .as('unread')
    return one(await tx.select({ count: count() }).from(unread)).count
  },
})

/** The hour of one's digest; null means none. */
export const preference = query({
  name: 'notifications.preference',
  permission: may.see,
  input: nothing,
  async run(look): Promise<{ digestHour: number | null }> {
    const found = await findChoice(look, look.actor.id)
    return { digestHour: found ? found.digestHour : usualDigestHour }
  },
})

export async function findChoice({ tx, actor }: Look, memberId: string) {
  const [row] = await tx
    .select({ id: notificationPreferences.id, digestHour: notificationPreferences.digestHour })
    .from(notificationPreferences)
    .where(and(own(notificationPreferences, actor), eq(notificationPreferences.memberId, memberId)))
  return row ?? null
}

/** Members who are told something at all: those who left are not. */
export async function findReachable({ tx, actor }: Look, memberIds: readonly string[]): Promise<string[]> {
  if (memberIds.length === 0) return []
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        own(members, actor),
        inArray(members.id, [...new Set(memberIds)]),
        live(members),
        isNull(members.deactivatedAt),
      ),
    )
  return rows.map((row) => row.id)
}

/** One's own unread notifications: these, or the oldest of all. */
export async function findOwnUnread({ tx, actor }: Look, ids: readonly string[] | 'all', most: number) {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(
        own(notifications, actor),
        eq(notifications.memberId, actor.id),
        isNull(notifications.readAt),
        ids === 'all' ? undefined : inArray(notifications.id, [...ids]),
      ),
    )
    .orderBy(asc(notifications.createdAt), asc(notifications.id))
    .limit(most)
  return rows.map((row) => row.id)
}

type Matter = { subjectKind: string; subjectId: string; memberId?: string | undefined }

/** Unread notifications about one subject: of one member, or whoever was told. */
export async function findOpenOf({ tx, actor }: Look, { subjectKind, subjectId, memberId }: Matter): Promise<string[]> {
  const rows = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(
        own(notifications, actor),
        eq(notifications.subjectKind, subjectKind),
        eq(notifications.subjectId, subjectId),
        memberId ? eq(notifications.memberId, memberId) : undefined,
        isNull(notifications.readAt),
      ),
    )
    .limit(500)
  return rows.map((row) => row.id)
}

const isUndelivered = ({ actor }: Look): SQL =>
  sql`not exists (select from ${notificationDeliveries} where ${and(
    eq(notificationDeliveries.workspaceId, actor.workspaceId),
    eq(notificationDeliveries.notificationId, notifications.id),
  )})`

/** Whom a letter is for, in their own language; null for those who left, were never let in or have no address. */
export async function findReader(look: Look, memberId: string) {
  const { tx, actor } = look
  const [row] = await tx
    .select({ id: members.id, name: members.name, email: members.email })
    .from(members)
    .where(and(own(members, actor), eq(members.id, memberId), eq(members.status, 'active'), live(members)))
  if (!row?.email) return null
  return { ...row, email: row.email, locale: await findLocale(look, memberId) }
}

async function findLocale({ tx, actor }: Look, memberId: string): Promise<Locale> {
  const rows = (await tx.execute(
    sql`select locale from auth.member_locales(${actor.workspaceId}, array[${memberId}::uuid])`,
  )) as unknown as { locale: string }[]
  if (isLocale(rows[0]?.locale)) return rows[0].locale
  const { locale } = await findWorkspace({ tx, actor })
  return isLocale(locale) ? locale : defaultLocale
}

const findWorkspace = async ({ tx, actor }: Pick<Look, 'tx' | 'actor'>) =>
  one(
    await tx
      .select({ locale: workspaces.locale, timeZone: workspaces.timeZone })
      .from(workspaces)
      .where(eq(workspaces.id, actor.workspaceId)),
  )

const pending = {
  id: notifications.id,
  text: notifications.text,
  href: notifications.href,
  urgent: notifications.urgent,
}

/** An urgent notification that still has to be mailed, with whom it is for. */
export async function findUrgent(look: Look, notificationId: string): Promise<(Pending & { memberId: string }) | null> {
  const { tx, actor } = look
  const [row] = await tx
    .select({ ...pending, memberId: notifications.memberId })
    .from(notifications)
    .where(
      and(
        own(notifications, actor),
        eq(notifications.id, notificationId),
        eq(notifications.urgent, true),
        isNull(notifications.readAt),
        isUndelivered(look),
      ),
    )
    .for('update')
  return row ?? null
}

/** What the digest of a member says now: their choice decides the hour; what was mailed or read is left out. */
export async function findDigest(look: Look, memberId: string) {
  const { tx, actor, now } = look
  const [choice, { timeZone }] = await Promise.all([findChoice(look, memberId), findWorkspace(look)])
  const due = dueDigest(choice satisfies DigestChoice, now, timeZone)
  if (!due) return null
  const sent = await tx
    .select({ id: notificationDigests.id })
    .from(notificationDigests)
    .where(
      and(
        own(notificationDigests, actor),
        eq(notificationDigests.memberId, memberId),
        eq(notificationDigests.day, due.day),
      ),
    )
  if (sent.length > 0) return null
  const items: Pending[] = await tx
    .select(pending)
    .from(notifications)
    .where(
      and(
        own(notifications, actor),
        eq(notifications.memberId, memberId),
        isNull(notifications.readAt),
        lt(notifications.createdAt, due.until),
        due.urgentOnly ? eq(notifications.urgent, true) : undefined,
        isUndelivered(look),
      ),
    )
    .orderBy(asc(notifications.createdAt), asc(notifications.id))
    .limit(mostInDigest)
  return items.length > 0 ? { day: due.day, items } : null
}

/** Members with something unread that no letter has told yet, a few hundred at a time. */
export const waitingMembers = query({
  name: 'notifications.waitingMembers',
  permission: may.deliver,
  input: z.strictObject({ after: optionalId }),
  async run(look, { after }): Promise<string[]> {
    const { tx, actor } = look
    const rows = await tx
      .selectDistinct({ id: notifications.memberId })
      .from(notifications)
      .innerJoin(members, and(joined(members, actor, notifications.memberId), live(members), isNotNull(members.email)))
      .where(
        and(
          own(notifications, actor),
          isNull(notifications.readAt),
          after ? gt(notifications.memberId, after) : undefined,
          isUndelivered(look),
        ),
      )
      .orderBy(asc(notifications.memberId))
      .limit(200)
    return rows.map((row) => row.id)
  },
})

/** What these members were told under these keys: when, whether they read it, and whether it went out by mail. */
export async function findTold({ tx, actor }: Look, told: readonly { memberId: string; key: string }[]) {
  if (told.length === 0) return []
  const ids = told.map(({ memberId, key }) => madeId(actor.workspaceId, memberId, key))
  return tx
    .select({
      memberId: notifications.memberId,
      key: notifications.key,
      toldAt: notifications.createdAt,
      readAt: notifications.readAt,
      mailedAt: notificationDeliveries.createdAt,
    })
    .from(notifications)
    .leftJoin(
      notificationDeliveries,
      and(own(notificationDeliveries, actor), eq(notificationDeliveries.notificationId, notifications.id)),
    )
    .where(and(own(notifications, actor), among(notifications.id, ids)))
}
