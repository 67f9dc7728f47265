import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment, oneOf } from '../columns'

/** One company's data. `kind` separates the removable demonstration from work. */
export const workspaces = pgTable(
  'workspaces',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    kind: text().notNull().default('live'),
    locale: text().notNull().default('zh-TW'),
    timeZone: text().notNull().default('Asia/Taipei'),
    currency: text().notNull().default('TWD'),
    country: text().notNull().default('TW'),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [oneOf('workspaces_kind', t.kind, ['live', 'demo']), oneOf('workspaces_locale', t.locale, ['zh-TW', 'en'])],
)

/** A person who signs in, in one or several workspaces. The e-mail is kept in lower case. */
export const identities = pgTable(
  'identities',
  {
    id: uuid().primaryKey(),
    email: text().notNull().unique(),
    name: text().notNull(),
    locale: text().notNull().default('zh-TW'),
    theme: text().notNull().default('system'),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    check('identities_email_lower', sql`${t.email} = lower(${t.email})`),
    oneOf('identities_locale', t.locale, ['zh-TW', 'en']),
    oneOf('identities_theme', t.theme, ['system', 'light', 'dark']),
  ],
)

/** Answers "which workspaces has this person?" without asking every shard. */
export const memberships = pgTable(
  'memberships',
  {
    identityId: uuid()
      .notNull()
      .references(() => identities.id, { onDelete: 'cascade' }),
    workspaceId: uuid()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    memberId: uuid().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.identityId, t.workspaceId] }), index('memberships_workspace').on(t.workspaceId)],
)
