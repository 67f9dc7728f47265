import { sql } from 'drizzle-orm'
import { boolean, date, index, pgTable, text, time, unique, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { people } from './contacts'
import { members } from './workspace'

/**
 * One contact with an account: past is history, future is a plan. `speakerId` had the contact, `typedBy` entered it;
 * evidence belongs to the speaker. Without an hour said, `timeKnown` is false and `happenedAt` is noon of the day.
 */
export const interactions = pgTable(
  'interactions',
  {
    ...tenant,
    accountId: uuid().notNull(),
    channel: text().notNull(),
    happenedAt: moment().notNull(),
    timeKnown: boolean().notNull().default(true),
    planned: boolean().notNull().default(false),
    twoWay: boolean().notNull(),
    summary: text().notNull(),
    topics: text().array().notNull().default(sql`'{}'`),
    speakerId: uuid().notNull(),
    typedBy: uuid().notNull(),
    source: text().notNull().default('typed'),
    /** When it had been planned for, if it began as a plan: a contact opportunity that was used. */
    plannedFor: moment(),
    /** Why the plan was given up; set together with `archivedAt`. */
    cancelledBecause: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.speakerId, members),
    belongsTo(t, t.typedBy, members),
    oneOf('interactions_channel', t.channel, [
      'call',
      'visit',
      'meeting',
      'mail',
      'line',
      'meal',
      'storeCheck',
      'other',
    ]),
    oneOf('interactions_source', t.source, ['typed', 'import', 'api']),
    index('interactions_account').on(t.workspaceId, t.accountId, t.happenedAt, t.id),
    index('interactions_by_day').on(t.workspaceId, t.happenedAt, t.id).where(sql`archived_at is null`),
    index('interactions_speaker').on(t.workspaceId, t.speakerId, t.happenedAt, t.id),
    index('interactions_plans')
      .on(t.workspaceId, t.speakerId, t.happenedAt, t.id)
      .where(sql`planned and archived_at is null`),
    index('interactions_typed_by').on(t.workspaceId, t.typedBy),
  ],
)

export const interactionPeople = pgTable(
  'interaction_people',
  {
    ...tenant,
    interactionId: uuid().notNull(),
    personId: uuid().notNull(),
    happenedAt: moment().notNull(),
    /** In a group, whether the two-way contact counts for this person: they are the one who answered. */
    answered: boolean().notNull().default(true),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.interactionId, interactions),
    belongsTo(t, t.personId, people),
    unique('interaction_people_once').on(t.workspaceId, t.interactionId, t.personId),
    index('interaction_people_person').on(t.workspaceId, t.personId, t.happenedAt, t.id),
  ],
)

/** Who of us took part besides the speaker. */
export const interactionMembers = pgTable(
  'interaction_members',
  { ...tenant, interactionId: uuid().notNull(), memberId: uuid().notNull(), ...archivable },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.interactionId, interactions),
    belongsTo(t, t.memberId, members),
    unique('interaction_members_once').on(t.workspaceId, t.interactionId, t.memberId),
    index('interaction_members_member').on(t.workspaceId, t.memberId, t.interactionId),
  ],
)

/** A next step: what somebody of us promised to do, and by when. */
export const tasks = pgTable(
  'tasks',
  {
    ...tenant,
    accountId: uuid(),
    interactionId: uuid(),
    text: text().notNull(),
    assigneeId: uuid().notNull(),
    dueOn: date().notNull(),
    dueTime: time(),
    doneAt: moment(),
    doneBy: uuid(),
    createdBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.interactionId, interactions),
    belongsTo(t, t.assigneeId, members),
    belongsTo(t, t.doneBy, members),
    belongsTo(t, t.createdBy, members),
    index('tasks_open')
      .on(t.workspaceId, t.assigneeId, t.dueOn, t.id)
      .where(sql`done_at is null and archived_at is null`),
    index('tasks_assignee').on(t.workspaceId, t.assigneeId),
    index('tasks_account').on(t.workspaceId, t.accountId, t.dueOn, t.id),
    index('tasks_interaction').on(t.workspaceId, t.interactionId),
    index('tasks_done_by').on(t.workspaceId, t.doneBy),
    index('tasks_created_by').on(t.workspaceId, t.createdBy),
  ],
)
