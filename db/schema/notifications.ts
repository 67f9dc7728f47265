import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Said } from '@/lib/kernel/said'
import { belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'
import { members } from './workspace'

/** What somebody should know. Its id is made of member and key, so that nothing is said twice. */
export const notifications = pgTable(
  'notifications',
  {
    ...tenant,
    memberId: uuid().notNull(),
    kind: text().notNull(),
    text: jsonb().$type<Said>().notNull(),
    href: text().notNull(),
    urgent: boolean().notNull().default(false),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    key: text().notNull(),
    readAt: moment(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.memberId, members),
    index('notifications_member').on(t.workspaceId, t.memberId, t.createdAt, t.id),
    index('notifications_unread').on(t.workspaceId, t.memberId, t.createdAt, t.id).where(sql`read_at is null`),
    index('notifications_subject').on(t.workspaceId, t.subjectKind, t.subjectId).where(sql`read_at is null`),
  ],
)

/** That a notification went out by mail: at most once, at once or in the digest of a day. */
export const notificationDeliveries = pgTable(
  'notification_deliveries',
  { ...tenant, notificationId: uuid().notNull(), memberId: uuid().notNull(), way: text().notNull() },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.notificationId, notifications),
    belongsTo(t, t.memberId, members),
    oneOf('notification_deliveries_way', t.way, ['now', 'digest']),
    unique('notification_deliveries_once').on(t.workspaceId, t.notificationId),
    index('notification_deliveries_member').on(t.workspaceId, t.memberId),
  ],
)

/** The digest of one day: each member gets one at most. */
export const notificationDigests = pgTable(
  'notification_digests',
  { ...tenant, memberId: uuid().notNull(), day: date().notNull(), items: integer().notNull() },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.memberId, members),
    unique('notification_digests_day').on(t.workspaceId, t.memberId, t.day),
  ],
)

/** How a member wants to be told. Without a row: a digest in the hour of seven. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  { ...tenant, memberId: uuid().notNull(), digestHour: integer() },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.memberId, members),
    unique('notification_preferences_member').on(t.workspaceId, t.memberId),
  ],
)
