import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Said } from '@/lib/kernel/said'
import { belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { files } from './files'
import { members } from './workspace'

/** Who must consent to what: one edition of the rules for a kind of subject. Without one the product's own hold. */
export const approvalPolicies = pgTable(
  'approval_policies',
  {
    ...tenant,
    subjectKind: text().notNull(),
    number: integer().notNull(),
    name: text().notNull(),
    validFrom: date().notNull(),
    steps: jsonb().$type<readonly unknown[]>().notNull(),
    checklist: text().array().notNull().default(sql`'{}'`),
    demands: text().array().notNull().default(sql`'{}'`),
    allowsWord: boolean().notNull().default(true),
    writtenBy: uuid().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.writtenBy, members),
    unique('approval_policies_number').on(t.workspaceId, t.subjectKind, t.number),
    index('approval_policies_valid').on(t.workspaceId, t.subjectKind, t.validFrom, t.number),
    index('approval_policies_written_by').on(t.workspaceId, t.writtenBy),
  ],
)

/** Who decides when nobody else may: for submitters without a manager, and for levels that nobody holds. */
export const approvalSettings = pgTable('approval_settings', { ...tenant, secondApproverId: uuid() }, (t) => [
  ...tenantRules(t),
  belongsTo(t, t.secondApproverId, members),
  unique('approval_settings_one').on(t.workspaceId),
  index('approval_settings_second_approver').on(t.workspaceId, t.secondApproverId),
])

/** One asking for consent to exactly this content. The subject's own state is computed from its latest run. */
export const approvalRuns = pgTable(
  'approval_runs',
  {
    ...tenant,
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    accountId: uuid(),
    contentHash: text().notNull(),
    title: jsonb().$type<Said>().notNull(),
    href: text().notNull(),
    facts: jsonb().$type<Record<string, string | boolean>>().notNull(),
    lines: jsonb().$type<readonly unknown[]>().notNull(),
    totals: jsonb().$type<object>().notNull(),
    linesBefore: jsonb().$type<readonly unknown[]>(),
    costPerYear: numeric({ precision: 18, scale: 4 }),
    currency: text(),
    harmless: boolean().notNull().default(false),
    reason: text(),
    submittedBy: uuid().notNull(),
    submittedAt: moment().notNull(),
    authors: uuid().array().notNull(),
    state: text().notNull(),
    decidedAt: moment(),
    policyId: uuid(),
    allowsWord: boolean().notNull().default(true),
    /** What it says is for those who ask and those who are asked, and for nobody else. */
    secret: boolean().notNull().default(false),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.submittedBy, members),
    belongsTo(t, t.policyId, approvalPolicies),
    oneOf('approval_runs_state', t.state, ['pending', 'approved', 'rejected', 'changesRequested', 'withdrawn']),
    uniqueIndex('approval_runs_pending').on(t.workspaceId, t.subjectKind, t.subjectId).where(sql`state = 'pending'`),
    index('approval_runs_subject').on(t.workspaceId, t.subjectKind, t.subjectId, t.id),
    index('approval_runs_submitted').on(t.workspaceId, t.submittedBy, t.submittedAt, t.id),
    index('approval_runs_decided').on(t.workspaceId, t.decidedAt, t.id).where(sql`decided_at is not null`),
    index('approval_runs_account').on(t.workspaceId, t.accountId, t.submittedAt, t.id),
    index('approval_runs_policy').on(t.workspaceId, t.policyId),
  ],
)

/** One step of a run as it was resolved: of equal order they stand side by side. */
export const approvalSteps = pgTable(
  'approval_steps',
  {
    ...tenant,
    runId: uuid().notNull(),
    order: integer().notNull(),
    level: text().notNull(),
    label: jsonb().$type<Said>().notNull(),
    because: jsonb().$type<readonly unknown[]>().notNull(),
    aspects: text().array().notNull(),
    mode: text().notNull(),
    state: text().notNull(),
    hours: integer().notNull(),
    startedAt: moment(),
    dueAt: moment(),
    resets: integer().notNull().default(0),
    reminded: integer().notNull().default(0),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.runId, approvalRuns),
    oneOf('approval_steps_mode', t.mode, ['all', 'any']),
    oneOf('approval_steps_state', t.state, ['open', 'done', 'dropped']),
    unique('approval_steps_level').on(t.workspaceId, t.runId, t.level),
    index('approval_steps_due')
      .on(t.workspaceId, t.startedAt, t.id)
      .where(sql`state = 'open' and started_at is not null`),
  ],
)

/** One approver of a step. `waiting` while it is this approver's turn: what the review desk lists. */
export const approvalSeats = pgTable(
  'approval_seats',
  {
    ...tenant,
    runId: uuid().notNull(),
    stepId: uuid().notNull(),
    holderId: uuid().notNull(),
    replacesId: uuid(),
    state: text().notNull(),
    actedById: uuid(),
    actedAt: moment(),
    waiting: boolean().notNull().default(false),
    waitingSince: moment().notNull(),
    costPerYear: numeric({ precision: 18, scale: 4 }).notNull().default('0'),
    saidOn: date(),
    writeBy: date(),
    wordBy: uuid(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.runId, approvalRuns),
    belongsTo(t, t.stepId, approvalSteps),
    belongsTo(t, t.holderId, members),
    belongsTo(t, t.replacesId, members),
    belongsTo(t, t.actedById, members),
    belongsTo(t, t.wordBy, members),
    oneOf('approval_seats_state', t.state, ['open', 'approved', 'byWord', 'gone']),
    unique('approval_seats_holder').on(t.workspaceId, t.stepId, t.holderId),
    index('approval_seats_waiting').on(t.workspaceId, t.holderId, t.waitingSince, t.id).where(sql`waiting`),
    index('approval_seats_cost').on(t.workspaceId, t.holderId, t.costPerYear, t.id).where(sql`waiting`),
    index('approval_seats_unwritten').on(t.workspaceId, t.writeBy, t.id).where(sql`state = 'byWord'`),
    index('approval_seats_run').on(t.workspaceId, t.runId),
    index('approval_seats_held').on(t.workspaceId, t.holderId, t.runId),
    index('approval_seats_replaces').on(t.workspaceId, t.replacesId),
    index('approval_seats_acted_by').on(t.workspaceId, t.actedById),
    index('approval_seats_word_by').on(t.workspaceId, t.wordBy),
  ],
)

/** Everything that was done in a run, in order: who acted, for whom, on which content. */
export const approvalActions = pgTable(
  'approval_actions',
  {
    ...tenant,
    runId: uuid().notNull(),
    stepId: uuid(),
    holderId: uuid(),
    actedById: uuid(),
    decision: text().notNull(),
    comment: text(),
    contentHash: text().notNull(),
    touched: text().array().notNull().default(sql`'{}'`),
    saidOn: date(),
    evidence: text(),
    evidenceFileId: uuid(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.runId, approvalRuns),
    belongsTo(t, t.stepId, approvalSteps),
    belongsTo(t, t.holderId, members),
    belongsTo(t, t.actedById, members),
    belongsTo(t, t.evidenceFileId, files),
    index('approval_actions_run').on(t.workspaceId, t.runId, t.id),
    index('approval_actions_step').on(t.workspaceId, t.stepId),
    index('approval_actions_holder').on(t.workspaceId, t.holderId),
    index('approval_actions_acted_by').on(t.workspaceId, t.actedById, t.id),
    index('approval_actions_evidence_file').on(t.workspaceId, t.evidenceFileId),
  ],
)

/** Who acts for whom while they are away: from one moment up to, not including, another. */
export const approvalDelegations = pgTable(
  'approval_delegations',
  {
    ...tenant,
    fromId: uuid().notNull(),
    toId: uuid().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    subjectKinds: text().array(),
    reason: text(),
    endedAt: moment(),
    announced: text().notNull().default('none'),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.fromId, members),
    belongsTo(t, t.toId, members),
    oneOf('approval_delegations_announced', t.announced, ['none', 'started', 'ended']),
    index('approval_delegations_from').on(t.workspaceId, t.fromId, t.endsAt, t.id),
    index('approval_delegations_to').on(t.workspaceId, t.toId, t.endsAt, t.id),
    index('approval_delegations_ending').on(t.workspaceId, t.endsAt, t.id).where(sql`ended_at is null`),
    index('approval_delegations_unannounced').on(t.workspaceId, t.startsAt, t.id).where(sql`announced <> 'ended'`),
  ],
)
