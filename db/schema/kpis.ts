import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CreditTerms } from '@/lib/kernel/service-credit'
import { archivable, belongsTo, moment, oneOf, type Tenant, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { agreements, agreementVersions } from './agreements'
import { files } from './files'
import { members } from './workspace'

const farAway = '9999-12-31'
const directions = ['higher', 'lower', 'range']
const aggregations = ['ratio', 'sum', 'mean', 'last', 'max']
const statuses = ['green', 'amber', 'red', 'noData']

/** What the workspace calls an indicator or defines otherwise than the catalogue, and indicators of its own. */
export const kpiDefinitions = pgTable(
  'kpi_definitions',
  {
    ...tenant,
    code: text().notNull(),
    name: text().notNull(),
    englishName: text().notNull(),
    unit: text().notNull(),
    direction: text().notNull(),
    aggregation: text().notNull(),
    decimals: integer().notNull().default(1),
    category: text().notNull(),
    definition: text(),
    englishDefinition: text(),
    numerator: text(),
    denominator: text(),
    exclusions: text(),
    measuredFrom: text(),
    retired: boolean().notNull().default(false),
  },
  (t) => [
    ...tenantRules(t),
    oneOf('kpi_definitions_direction', t.direction, directions),
    oneOf('kpi_definitions_aggregation', t.aggregation, aggregations),
    uniqueIndex('kpi_definitions_code').on(t.workspaceId, t.code),
  ],
)

/** Where a KPI stands on the board: red before amber, no data, green, and within each the furthest from its target first. */
export const urgencyOf = (t: { latestStatus: AnyPgColumn; latestAttainment: AnyPgColumn }) =>
  sql<string>`(case ${t.latestStatus} when 'red' then 0 when 'amber' then 1 when 'noData' then 2 else 3 end + coalesce(${t.latestAttainment}, 0) * 0.5)`

/** A breach that still waits for somebody, said with constants as its index says it: a prepared plan knows no parameter. */
export const isAlive = (t: { state: AnyPgColumn }) => sql`${t.state} not in ('closed', 'void')`

/** A measurement that no later one has replaced, in the words of its index for the same reason. */
export const isCurrent = (t: { current: AnyPgColumn }) => sql`${t.current}`

/**
 * An indicator of one agreement. The columns that begin with `latest` are what its measurements say today, kept by every
 * command that changes a measurement or a target, so that the board reads rows and computes nothing.
 */
export const kpis = pgTable(
  'kpis',
  {
    ...tenant,
    agreementId: uuid().notNull(),
    accountId: uuid().notNull(),
    /** The definition as it was agreed: later changes of the catalogue do not reach into an agreement. */
    code: text().notNull(),
    name: text().notNull(),
    englishName: text().notNull(),
    unit: text().notNull(),
    direction: text().notNull(),
    aggregation: text().notNull(),
    decimals: integer().notNull(),
    definition: text(),
    numerator: text(),
    denominator: text(),
    clauseKey: text(),
    /** Whose consent it touches. */
    aspect: text().notNull().default('legal'),
    party: text().notNull(),
    ownerId: uuid().notNull(),
    weight: numeric().notNull().default('1'),
    source: text().notNull(),
    frequency: text().notNull(),
    startsOn: date().notNull(),
    endsOn: date().notNull().default(farAway),
    graceDays: integer().notNull().default(5),
    /** Towards a total at the end of the term, not period by period: what projections are made for. */
    cumulative: boolean().notNull().default(false),
    breachRule: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    planRequired: boolean().notNull().default(true),
    consequence: text().notNull().default('none'),
    consequenceNote: text(),
    /** What is credited of a fee by the level attained, where the consequence is an amount. K05. */
    credit: jsonb().$type<CreditTerms>(),
    shared: boolean().notNull().default(false),
    latestPeriod: text(),
    latestFrom: date(),
    latestValue: numeric(),
    latestTarget: numeric(),
    latestStatus: text().notNull().default('noData'),
    latestAttainment: numeric(),
    projection: numeric(),
    projectionBy: text(),
    /** The first period that should be measured and is not; far away when nothing is missing. */
    missingSince: date().notNull().default(farAway),
    openBreaches: integer().notNull().default(0),
    changedAt: moment().notNull().defaultNow(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.agreementId, agreements),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.ownerId, members),
    oneOf('kpis_direction', t.direction, directions),
    oneOf('kpis_aggregation', t.aggregation, aggregations),
    oneOf('kpis_aspect', t.aspect, ['price', 'credit', 'legal', 'supply', 'quality', 'marketing', 'data']),
    oneOf('kpis_party', t.party, ['us', 'them', 'joint']),
    oneOf('kpis_source', t.source, ['manual', 'import', 'deliveries', 'sales', 'survey', 'api']),
    oneOf('kpis_frequency', t.frequency, ['month', 'quarter', 'year']),
    oneOf('kpis_consequence', t.consequence, ['none', 'credit', 'rebate', 'penalty', 'actionPlan']),
    oneOf('kpis_latest_status', t.latestStatus, statuses),
    uniqueIndex('kpis_code').on(t.workspaceId, t.agreementId, t.code, t.party).where(sql`archived_at is null`),
    index('kpis_agreement').on(t.workspaceId, t.agreementId),
    index('kpis_account').on(t.workspaceId, t.accountId),
    index('kpis_owner').on(t.workspaceId, t.ownerId, t.missingSince, t.id),
    index('kpis_by_urgency').on(t.workspaceId, urgencyOf(t), t.id).where(sql`archived_at is null`),
    index('kpis_by_status').on(t.workspaceId, t.latestStatus, t.changedAt, t.id).where(sql`archived_at is null`),
    index('kpis_missing').on(t.workspaceId, t.missingSince, t.id).where(sql`archived_at is null`),
  ],
)

const part = { ...tenant, kpiId: uuid().notNull(), agreementId: uuid().notNull(), accountId: uuid().notNull() }
type Part = Tenant & { kpiId: AnyPgColumn; agreementId: AnyPgColumn; accountId: AnyPgColumn }
const partRules = (t: Part) => [
  ...tenantRules(t),
  belongsTo(t, t.kpiId, kpis),
  belongsTo(t, t.agreementId, agreements),
  belongsTo(t, t.accountId, accounts),
]

/** What is to be reached from which day to which, both included. Only another version of the agreement changes it. A06. */
export const kpiTargets = pgTable(
  'kpi_targets',
  {
    ...part,
    versionId: uuid().notNull(),
    fromDay: date().notNull(),
    toDay: date().notNull().default(farAway),
    /** One period only: a seasonal target goes before the target of the whole time. */
    seasonal: boolean().notNull().default(false),
    target: numeric(),
    amber: numeric(),
    zero: numeric(),
    low: numeric(),
    high: numeric(),
    tolerance: numeric(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.versionId, agreementVersions),
    index('kpi_targets_kpi').on(t.workspaceId, t.kpiId, t.fromDay),
    index('kpi_targets_agreement').on(t.workspaceId, t.agreementId),
    index('kpi_targets_account').on(t.workspaceId, t.accountId),
    index('kpi_targets_version').on(t.workspaceId, t.versionId),
  ],
)

/** A file or a call that brought measurements, with what became of every row. K11. */
export const kpiImports = pgTable(
  'kpi_imports',
  {
    ...tenant,
    fileId: uuid(),
    via: text().notNull(),
    state: text().notNull(),
    rows: integer().notNull().default(0),
    done: integer().notNull().default(0),
    created: integer().notNull().default(0),
    revised: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    rejected: jsonb().$type<readonly { row: number; reason: string; text: string }[]>().notNull().default([]),
    rejectedCount: integer().notNull().default(0),
    startedBy: uuid().notNull(),
    finishedAt: moment(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.fileId, files),
    belongsTo(t, t.startedBy, members),
    oneOf('kpi_imports_via', t.via, ['file', 'api']),
    oneOf('kpi_imports_state', t.state, ['waiting', 'running', 'done', 'failed']),
    index('kpi_imports_by_time').on(t.workspaceId, t.createdAt, t.id),
    index('kpi_imports_file').on(t.workspaceId, t.fileId),
    index('kpi_imports_started_by').on(t.workspaceId, t.startedBy),
  ],
)

/** What was measured in a period. A restatement is another revision; the older ones stay as they were. */
export const kpiMeasurements = pgTable(
  'kpi_measurements',
  {
    ...part,
    period: text().notNull(),
    fromDay: date().notNull(),
    revision: integer().notNull().default(1),
    current: boolean().notNull().default(true),
    numerator: numeric(),
    denominator: numeric(),
    value: numeric().notNull(),
    source: text().notNull(),
    reason: text(),
    note: text(),
    fileId: uuid(),
    importId: uuid(),
    enteredBy: uuid().notNull(),
    sharing: text().notNull().default('notShared'),
    theirValue: numeric(),
    theirSource: text(),
    disputeNote: text(),
    answeredAt: moment(),
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.fileId, files),
    belongsTo(t, t.importId, kpiImports),
    belongsTo(t, t.enteredBy, members),
    oneOf('kpi_measurements_source', t.source, ['manual', 'import', 'deliveries', 'sales', 'survey', 'api']),
    oneOf('kpi_measurements_sharing', t.sharing, ['notShared', 'shared', 'agreed', 'disputed']),
    uniqueIndex('kpi_measurements_revision').on(t.workspaceId, t.kpiId, t.period, t.revision),
    uniqueIndex('kpi_measurements_current').on(t.workspaceId, t.kpiId, t.fromDay).where(sql`current`),
    index('kpi_measurements_agreement').on(t.workspaceId, t.agreementId, t.fromDay),
    index('kpi_measurements_account').on(t.workspaceId, t.accountId),
    index('kpi_measurements_file').on(t.workspaceId, t.fileId),
    index('kpi_measurements_import').on(t.workspaceId, t.importId),
    index('kpi_measurements_entered_by').on(t.workspaceId, t.enteredBy),
  ],
)

/** A breach that the measurements opened, and what was done about it. Replaying the measurements finds the same ones. K07. */
export const kpiBreaches = pgTable(
  'kpi_breaches',
  {
    ...part,
    openedPeriod: text().notNull(),
    openedFrom: date().notNull(),
    because: text().notNull(),
    greenPeriod: text(),
    /** What its red periods cost by the agreed credit, in the agreement's currency; null where none was agreed. K05. */
    amount: numeric(),
    state: text().notNull().default('open'),
    acknowledgedBy: uuid(),
    acknowledgedAt: moment(),
    causeKind: text(),
    cause: text(),
    plan: text(),
    verifiedBy: uuid(),
    verifiedAt: moment(),
    verification: text(),
    /** When it was last closed; one that is open again keeps it. */
    closedAt: moment(),
    /** The measurements were restated and it no longer follows from them. */
    voidBecause: text(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.acknowledgedBy, members),
    belongsTo(t, t.verifiedBy, members),
    oneOf('kpi_breaches_because', t.because, ['consecutive', 'frequent', 'once']),
    oneOf('kpi_breaches_state', t.state, [
      'open',
      'acknowledged',
      'actionPlanned',
      'inProgress',
      'verified',
      'closed',
      'void',
    ]),
    uniqueIndex('kpi_breaches_opened').on(t.workspaceId, t.kpiId, t.openedPeriod).where(sql`archived_at is null`),
    index('kpi_breaches_kpi').on(t.workspaceId, t.kpiId, t.openedFrom),
    index('kpi_breaches_agreement').on(t.workspaceId, t.agreementId),
    index('kpi_breaches_account').on(t.workspaceId, t.accountId),
    index('kpi_breaches_acknowledged_by').on(t.workspaceId, t.acknowledgedBy),
    index('kpi_breaches_verified_by').on(t.workspaceId, t.verifiedBy),
    index('kpi_breaches_alive')
      .on(t.workspaceId, t.openedFrom, t.id)
      .where(sql`state not in ('closed', 'void') and archived_at is null`),
  ],
)

/** What somebody does about a breach, by when, how its effect is measured, and what came of it. */
export const kpiActions = pgTable(
  'kpi_actions',
  {
    ...part,
    breachId: uuid().notNull(),
    ownerId: uuid().notNull(),
    text: text().notNull(),
    dueOn: date().notNull(),
    effect: text(),
    doneAt: moment(),
    result: text(),
    fileId: uuid(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.breachId, kpiBreaches),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.fileId, files),
    index('kpi_actions_breach').on(t.workspaceId, t.breachId),
    index('kpi_actions_kpi').on(t.workspaceId, t.kpiId),
    index('kpi_actions_agreement').on(t.workspaceId, t.agreementId),
    index('kpi_actions_account').on(t.workspaceId, t.accountId),
    index('kpi_actions_owner').on(t.workspaceId, t.ownerId, t.dueOn, t.id),
    index('kpi_actions_file').on(t.workspaceId, t.fileId),
  ],
)

/** How often a client is told how it goes, in which language, and who of ours looks after it. */
export const clientReportPlans = pgTable(
  'client_report_plans',
  {
    ...tenant,
    accountId: uuid().notNull(),
    frequency: text().notNull(),
    language: text().notNull().default('zh-TW'),
    ownerId: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.ownerId, members),
    oneOf('client_report_plans_frequency', t.frequency, ['month', 'quarter']),
    oneOf('client_report_plans_language', t.language, ['zh-TW', 'en']),
    uniqueIndex('client_report_plans_one').on(t.workspaceId, t.accountId),
    index('client_report_plans_owner').on(t.workspaceId, t.ownerId),
  ],
)

/** What a client is told of one period: drafted, edited, frozen when it is sent, answered line by line. */
export const clientReports = pgTable(
  'client_reports',
  {
    ...tenant,
    accountId: uuid().notNull(),
    period: text().notNull(),
    fromDay: date().notNull(),
    toDay: date().notNull(),
    language: text().notNull(),
    state: text().notNull().default('draft'),
    opening: text(),
    ownerId: uuid().notNull(),
    /** The hash of the paper that the client has before them. */
    contentHash: text(),
    sentAt: moment(),
    sentBy: uuid(),
    answeredAt: moment(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.sentBy, members),
    oneOf('client_reports_language', t.language, ['zh-TW', 'en']),
    oneOf('client_reports_state', t.state, ['draft', 'sent', 'accepted', 'disputed']),
    uniqueIndex('client_reports_period').on(t.workspaceId, t.accountId, t.period).where(sql`archived_at is null`),
    index('client_reports_account').on(t.workspaceId, t.accountId, t.fromDay, t.id),
    index('client_reports_owner').on(t.workspaceId, t.ownerId),
    index('client_reports_sent_by').on(t.workspaceId, t.sentBy),
  ],
)

/** A line of a report in the words that the client reads; what it was drafted from stands beside it. */
export const clientReportLines = pgTable(
  'client_report_lines',
  {
    ...tenant,
    reportId: uuid().notNull(),
    accountId: uuid().notNull(),
    kind: text().notNull(),
    position: integer().notNull(),
    measurementId: uuid(),
    label: text().notNull(),
    text: text().notNull(),
    note: text(),
    included: boolean().notNull().default(true),
    reply: text().notNull().default('none'),
    theirNote: text(),
    /** Their number in the KPI's unit, and where it is from, as they disputed it. */
    theirValue: numeric(),
    theirSource: text(),
    answeredAt: moment(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.reportId, clientReports),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.measurementId, kpiMeasurements),
    oneOf('client_report_lines_kind', t.kind, ['kpi', 'promise', 'aim']),
    oneOf('client_report_lines_reply', t.reply, ['none', 'agreed', 'disputed']),
    index('client_report_lines_report').on(t.workspaceId, t.reportId, t.position, t.id),
    index('client_report_lines_account').on(t.workspaceId, t.accountId),
    index('client_report_lines_measurement').on(t.workspaceId, t.measurementId),
  ],
)
