import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, numeric, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'

/** Somebody who works in this workspace; `identityId` is set when they can sign in. */
export const members = pgTable(
  'members',
  {
    ...tenant,
    identityId: uuid(),
    name: text().notNull(),
    englishName: text(),
    familyName: text(),
    givenName: text(),
    email: text(),
    title: text(),
    phone: text(),
    roles: text().array().notNull(),
    disciplines: text().array().notNull().default(sql`'{}'`),
    reportsToId: uuid(),
    employment: text().notNull().default('fullTime'),
    employedFrom: date(),
    employedTo: date(),
    status: text().notNull().default('notInvited'),
    deactivatedAt: moment(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.reportsToId, t),
    oneOf('members_status', t.status, ['notInvited', 'invited', 'active', 'deactivated']),
    oneOf('members_employment', t.employment, ['fullTime', 'partTime', 'temporary', 'contractor']),
    uniqueIndex('members_identity').on(t.workspaceId, t.identityId).where(sql`identity_id is not null`),
    uniqueIndex('members_email').on(t.workspaceId, t.email).where(sql`email is not null and archived_at is null`),
    index('members_reports_to').on(t.workspaceId, t.reportsToId),
    index('members_name').on(t.workspaceId, t.name, t.id),
  ],
)

/** A tier of accounts: how often they want contact, and which key contacts they must have. */
export const tiers = pgTable(
  'tiers',
  {
    ...tenant,
    code: text().notNull(),
    contactEveryDays: integer().notNull(),
    slots: text().array().notNull(),
    confirms: boolean().notNull().default(false),
  },
  (t) => [...tenantRules(t), unique('tiers_code').on(t.workspaceId, t.code)],
)

/** Days that differ from the bundled calendar: holidays, make-up workdays, typhoon closures of one county. */
export const calendarDays = pgTable(
  'calendar_days',
  {
    ...tenant,
    day: date().notNull(),
    county: text().notNull().default(''),
    kind: text().notNull(),
    name: text().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    oneOf('calendar_days_kind', t.kind, ['holiday', 'workday', 'closed']),
    unique('calendar_days_day').on(t.workspaceId, t.day, t.county),
  ],
)

/** A list as somebody wants to see it again: its name and the address's query. */
export const savedViews = pgTable(
  'saved_views',
  {
    ...tenant,
    list: text().notNull(),
    name: text().notNull(),
    address: text().notNull(),
    ownerId: uuid().notNull(),
    shared: boolean().notNull().default(false),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.ownerId, members),
    index('saved_views_list').on(t.workspaceId, t.list, t.name, t.id),
    index('saved_views_owner').on(t.workspaceId, t.ownerId),
  ],
)

/** Where a record is known under another number: one value a source and kind of record. */
export const externalIds = pgTable(
  'external_ids',
  {
    ...tenant,
    kind: text().notNull(),
    subjectId: uuid().notNull(),
    source: text().notNull(),
    value: text().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('external_ids_value').on(t.workspaceId, t.kind, t.source, t.value).where(sql`archived_at is null`),
    index('external_ids_subject').on(t.workspaceId, t.kind, t.subjectId),
  ],
)

/** Currencies that the company deals in, and how many decimals its documents show. */
export const currencies = pgTable(
  'currencies',
  {
    ...tenant,
    code: text().notNull(),
    displayDecimals: integer().notNull(),
    active: boolean().notNull().default(true),
  },
  (t) => [...tenantRules(t), unique('currencies_code').on(t.workspaceId, t.code)],
)

/** What one unit of a currency was worth in another on a day, and who says so. */
export const fxRates = pgTable(
  'fx_rates',
  {
    ...tenant,
    day: date().notNull(),
    fromCurrency: text().notNull(),
    toCurrency: text().notNull(),
    rate: numeric({ precision: 18, scale: 8 }).notNull(),
    source: text().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    unique('fx_rates_day').on(t.workspaceId, t.fromCurrency, t.toCurrency, t.day),
    index('fx_rates_recent').on(t.workspaceId, t.day, t.id),
  ],
)

/** How the company cuts its year. Without a row: calendar months from January. */
export const fiscalCalendars = pgTable(
  'fiscal_calendars',
  { ...tenant, kind: text().notNull(), firstMonth: integer().notNull() },
  (t) => [
    ...tenantRules(t),
    oneOf('fiscal_calendars_kind', t.kind, ['month', 'weeks445']),
    unique('fiscal_calendars_one').on(t.workspaceId),
  ],
)
