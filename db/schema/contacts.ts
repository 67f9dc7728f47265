import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, byStroke, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { members } from './workspace'

/** Somebody outside our company. A person survives employers: where they work is an affiliation. */
export const people = pgTable(
  'people',
  {
    ...tenant,
    displayName: text().notNull(),
    familyName: text(),
    givenName: text(),
    englishName: text(),
    nameKey: text().notNull(),
    honorific: text(),
    language: text(),
    channel: text(),
    doNotContact: boolean().notNull().default(false),
    noticeSource: text(),
    noticeOn: date(),
    note: text(),
    /** The account of the current main affiliation, repeated here for lists; null when they left everywhere. */
    accountId: uuid(),
    ownerId: uuid(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.ownerId, members),
    oneOf('people_channel', t.channel, ['call', 'mail', 'line', 'meeting', 'visit']),
    index('people_by_name').on(t.workspaceId, t.displayName, t.id).where(sql`archived_at is null`),
    index('people_by_stroke').on(t.workspaceId, byStroke(t.displayName), t.id).where(sql`archived_at is null`),
    index('people_by_created').on(t.workspaceId, t.createdAt, t.id).where(sql`archived_at is null`),
    index('people_archived').on(t.workspaceId, t.displayName, t.id).where(sql`archived_at is not null`),
    index('people_language').on(t.workspaceId, t.language, t.displayName, t.id),
    index('people_do_not_contact')
      .on(t.workspaceId, t.displayName, t.id)
      .where(sql`do_not_contact and archived_at is null`),
    index('people_account').on(t.workspaceId, t.accountId, t.displayName, t.id),
    index('people_owner').on(t.workspaceId, t.ownerId, t.displayName, t.id),
    index('people_name_key').on(t.workspaceId, t.nameKey),
  ],
)

export const affiliations = pgTable(
  'affiliations',
  {
    ...tenant,
    personId: uuid().notNull(),
    accountId: uuid().notNull(),
    title: text(),
    department: text(),
    decisionRole: text(),
    influence: integer(),
    stance: text(),
    reportsToId: uuid(),
    fromDay: date(),
    toDay: date(),
    main: boolean().notNull().default(true),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.personId, people),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.reportsToId, people),
    oneOf('affiliations_decision_role', t.decisionRole, ['decides', 'influences', 'uses', 'buys', 'guards', 'advises']),
    oneOf('affiliations_stance', t.stance, ['supports', 'neutral', 'opposes', 'unknown']),
    uniqueIndex('affiliations_once').on(t.workspaceId, t.personId, t.accountId).where(sql`to_day is null`),
    index('affiliations_person').on(t.workspaceId, t.personId),
    index('affiliations_account').on(t.workspaceId, t.accountId, t.personId),
    index('affiliations_role')
      .on(t.workspaceId, t.decisionRole, t.personId)
      .where(sql`to_day is null and decision_role is not null`),
    index('affiliations_reports_to').on(t.workspaceId, t.reportsToId),
  ],
)

/** A phone, e-mail or LINE of a person, kept as typed; `normal` is the comparable form when it could be checked. */
export const contactPoints = pgTable(
  'contact_points',
  {
    ...tenant,
    personId: uuid().notNull(),
    kind: text().notNull(),
    value: text().notNull(),
    normal: text(),
    extension: text(),
    checked: boolean().notNull().default(false),
    preferred: boolean().notNull().default(false),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.personId, people),
    oneOf('contact_points_kind', t.kind, ['mobile', 'phone', 'fax', 'email', 'line', 'other']),
    index('contact_points_person').on(t.workspaceId, t.personId),
    index('contact_points_normal').on(t.workspaceId, t.normal),
  ],
)

/** Who fills a key role at an account, as far as we claim it; a confirmation says whether it is known to be so. */
export const keyContacts = pgTable(
  'key_contacts',
  {
    ...tenant,
    accountId: uuid().notNull(),
    slot: text().notNull(),
    personId: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.personId, people),
    oneOf('key_contacts_slot', t.slot, [
      'sponsor',
      'decisionMaker',
      'window',
      'finance',
      'logistics',
      'quality',
      'endUserVoice',
    ]),
    uniqueIndex('key_contacts_slot_once').on(t.workspaceId, t.accountId, t.slot).where(sql`archived_at is null`),
    index('key_contacts_account').on(t.workspaceId, t.accountId),
    index('key_contacts_person').on(t.workspaceId, t.personId),
  ],
)
