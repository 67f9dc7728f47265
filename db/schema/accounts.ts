import { sql } from 'drizzle-orm'
import { boolean, date, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, byStroke, moment, oneOf, tenant, tenantRules } from '../columns'
import { members } from './workspace'

export const accounts = pgTable(
  'accounts',
  {
    ...tenant,
    kind: text().notNull().default('customer'),
    name: text().notNull(),
    englishName: text(),
    /** The normalised name: the last of the keys by which an import recognises an account. */
    nameKey: text().notNull(),
    businessNumber: text(),
    tier: text().notNull().default('C'),
    status: text().notNull().default('active'),
    segment: text(),
    industry: text(),
    country: text(),
    region: text(),
    city: text(),
    phone: text(),
    fax: text(),
    website: text(),
    paymentNote: text(),
    note: text(),
    ownerId: uuid().notNull(),
    parentId: uuid(),
    restricted: boolean().notNull().default(false),
    /** The cadence clock, kept by the command that logs a contact: last two-way contact, next planned one, and the day due. */
    lastTwoWayAt: moment(),
    lastTwoWayId: uuid(),
    lastContactAt: moment(),
    nextPlannedAt: moment(),
    nextPlannedId: uuid(),
    dueOn: date().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.parentId, t),
    oneOf('accounts_kind', t.kind, ['customer', 'supplier', 'partner']),
    oneOf('accounts_status', t.status, ['prospect', 'active', 'dormant', 'ended']),
    index('accounts_by_name').on(t.workspaceId, t.name, t.id).where(sql`archived_at is null`),
    index('accounts_by_stroke').on(t.workspaceId, byStroke(t.name), t.id).where(sql`archived_at is null`),
    index('accounts_by_due').on(t.workspaceId, t.dueOn, t.id).where(sql`archived_at is null`),
    index('accounts_by_tier').on(t.workspaceId, t.tier, t.id).where(sql`archived_at is null`),
    index('accounts_by_created').on(t.workspaceId, t.createdAt, t.id).where(sql`archived_at is null`),
    index('accounts_owner_due').on(t.workspaceId, t.ownerId, t.dueOn, t.id),
    index('accounts_owner_name').on(t.workspaceId, t.ownerId, t.name, t.id).where(sql`archived_at is null`),
    index('accounts_archived').on(t.workspaceId, t.name, t.id).where(sql`archived_at is not null`),
    index('accounts_parent').on(t.workspaceId, t.parentId),
    index('accounts_business_number').on(t.workspaceId, t.businessNumber),
    index('accounts_name_key').on(t.workspaceId, t.nameKey),
  ],
)

export const accountAddresses = pgTable(
  'account_addresses',
  {
    ...tenant,
    accountId: uuid().notNull(),
    kind: text().notNull().default('office'),
    country: text(),
    postalCode: text(),
    region: text(),
    city: text(),
    line: text(),
    englishLine: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    oneOf('account_addresses_kind', t.kind, ['office', 'registered', 'invoice', 'delivery', 'plant', 'store']),
    index('account_addresses_account').on(t.workspaceId, t.accountId),
  ],
)

/** Two accounts that look alike and were said to be different ones, so that nobody is asked again. */
export const accountDistinctions = pgTable(
  'account_distinctions',
  { ...tenant, accountId: uuid().notNull(), otherId: uuid().notNull(), decidedBy: uuid().notNull() },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.otherId, accounts),
    belongsTo(t, t.decidedBy, members),
    unique('account_distinctions_once').on(t.workspaceId, t.accountId, t.otherId),
    index('account_distinctions_other').on(t.workspaceId, t.otherId),
    index('account_distinctions_decided_by').on(t.workspaceId, t.decidedBy),
  ],
)

/** Who of us serves the account, as what, employed how, from when until the day on which access ends. */
export const accountTeam = pgTable(
  'account_team',
  {
    ...tenant,
    accountId: uuid().notNull(),
    memberId: uuid().notNull(),
    role: text().notNull(),
    employment: text().notNull().default('fullTime'),
    fromDay: date().notNull(),
    toDay: date(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.memberId, members),
    oneOf('account_team_employment', t.employment, ['fullTime', 'partTime', 'temporary', 'contractor']),
    uniqueIndex('account_team_once').on(t.workspaceId, t.accountId, t.memberId).where(sql`to_day is null`),
    index('account_team_account').on(t.workspaceId, t.accountId),
    index('account_team_member').on(t.workspaceId, t.memberId, t.accountId),
  ],
)

/** Culture and etiquette: what we know of how they like to work, and how we know it. */
export const accountNotes = pgTable(
  'account_notes',
  {
    ...tenant,
    accountId: uuid().notNull(),
    kind: text().notNull(),
    text: text().notNull(),
    source: text().notNull(),
    sourceDetail: text(),
    writtenBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.writtenBy, members),
    oneOf('account_notes_kind', t.kind, ['culture', 'etiquette', 'meeting', 'gift', 'other']),
    oneOf('account_notes_source', t.source, ['asked', 'observed', 'told', 'published']),
    index('account_notes_account').on(t.workspaceId, t.accountId, t.id),
    index('account_notes_written_by').on(t.workspaceId, t.writtenBy),
  ],
)
