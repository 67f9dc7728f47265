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
import { archivable, belongsTo, moment, oneOf, type Tenant, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { people } from './contacts'
import { interactions } from './interactions'
import { members } from './workspace'

const kinds = ['product', 'price', 'delivery', 'quality', 'service', 'information', 'promotion', 'other']
const methods = ['asking', 'observation', 'salesRecords', 'contacts', 'staff', 'management', 'suppliers']

/** A way of finding needs that the workspace names itself; `basis` is the method of note 5 that it is a form of. */
export const needMethods = pgTable(
  'need_methods',
  { ...tenant, name: text().notNull(), englishName: text(), basis: text().notNull(), ...archivable },
  (t) => [
    ...tenantRules(t),
    oneOf('need_methods_basis', t.basis, methods),
    uniqueIndex('need_methods_name_once').on(t.workspaceId, t.name).where(sql`archived_at is null`),
  ],
)

/** How the needs of an account are to be found. What it says is approved by content, so that a change voids the approval. */
export const needPlans = pgTable(
  'need_plans',
  { ...tenant, accountId: uuid().notNull(), aim: text(), authorId: uuid().notNull() },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.authorId, members),
    uniqueIndex('need_plans_account_once').on(t.workspaceId, t.accountId),
    index('need_plans_author').on(t.workspaceId, t.authorId),
  ],
)

export const needPlanSteps = pgTable(
  'need_plan_steps',
  {
    ...tenant,
    planId: uuid().notNull(),
    accountId: uuid().notNull(),
    method: text().notNull(),
    methodId: uuid(),
    why: text().notNull(),
    memberId: uuid().notNull(),
    personId: uuid(),
    dueOn: date().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.planId, needPlans),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.methodId, needMethods),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.personId, people),
    oneOf('need_plan_steps_method', t.method, methods),
    index('need_plan_steps_plan').on(t.workspaceId, t.planId, t.dueOn, t.id),
    index('need_plan_steps_account').on(t.workspaceId, t.accountId, t.dueOn),
    index('need_plan_steps_method_id').on(t.workspaceId, t.methodId),
    index('need_plan_steps_member').on(t.workspaceId, t.memberId, t.dueOn),
    index('need_plan_steps_person').on(t.workspaceId, t.personId),
  ],
)

/**
 * What a client or its end consumers need. `state`, `sourceCount`, `triangulated`, `heardOn`, `answeredOn` and
 * `answerDueOn` repeat what the rows of a need say, for lists; the commands that write those rows keep them.
 */
export const needs = pgTable(
  'needs',
  {
    ...tenant,
    accountId: uuid().notNull(),
    title: text().notNull(),
    holder: text().notNull(),
    kind: text().notNull(),
    ownerId: uuid().notNull(),
    authorId: uuid().notNull(),
    importance: integer(),
    satisfaction: integer(),
    promisedOn: date(),
    consented: boolean().notNull().default(false),
    /** Read only by the account's team, its owner's lead and managers. */
    confidential: boolean().notNull().default(false),
    competitionSensitive: boolean().notNull().default(false),
    context: text(),
    consequence: text(),
    metric: text(),
    unit: text(),
    baseline: numeric({ precision: 18, scale: 4 }),
    target: numeric({ precision: 18, scale: 4 }),
    confidence: text(),
    measureSource: text(),
    /** What rests on the need: such a need is verified before it is answered. */
    feeds: text().array().notNull().default(sql`'{}'`),
    outcome: text(),
    outcomeOn: date(),
    outcomeBecause: text(),
    state: text().notNull().default('heard'),
    sourceCount: integer().notNull().default(1),
    triangulated: boolean().notNull().default(false),
    heardOn: date().notNull(),
    answeredOn: date(),
    answerDueOn: date(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.authorId, members),
    oneOf('needs_holder', t.holder, ['client', 'endConsumer']),
    oneOf('needs_kind', t.kind, kinds),
    oneOf('needs_confidence', t.confidence, ['low', 'medium', 'high']),
    oneOf('needs_outcome', t.outcome, ['met', 'dropped']),
    oneOf('needs_state', t.state, ['heard', 'described', 'quantified', 'verified', 'answered', 'met', 'dropped']),
    index('needs_by_heard').on(t.workspaceId, t.heardOn, t.id).where(sql`archived_at is null`),
    index('needs_by_title').on(t.workspaceId, t.title, t.id).where(sql`archived_at is null`),
    index('needs_by_state').on(t.workspaceId, t.state, t.heardOn, t.id).where(sql`archived_at is null`),
    index('needs_account').on(t.workspaceId, t.accountId, t.heardOn, t.id),
    index('needs_owner').on(t.workspaceId, t.ownerId, t.heardOn, t.id),
    index('needs_author').on(t.workspaceId, t.authorId),
    index('needs_answer_due')
      .on(t.workspaceId, t.answerDueOn, t.id)
      .where(sql`answer_due_on is not null and archived_at is null`),
  ],
)

/** What hangs on a need repeats its account, which decides who sees it. */
const ofNeed = { ...tenant, needId: uuid().notNull(), accountId: uuid().notNull() }
const ofNeedRules = (t: Tenant & { needId: AnyPgColumn; accountId: AnyPgColumn }) => [
  ...tenantRules(t),
  belongsTo(t, t.needId, needs),
  belongsTo(t, t.accountId, accounts),
]

/** One time that a need was heard or seen: how, from whom, in their words, on which day. */
export const needSources = pgTable(
  'need_sources',
  {
    ...ofNeed,
    method: text().notNull(),
    methodId: uuid(),
    personId: uuid(),
    /** Who said it, when they are no contact of ours: a shop clerk, a supplier, the hotline. */
    informant: text(),
    verbatim: text().notNull(),
    heardOn: date().notNull(),
    interactionId: uuid(),
    memberId: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...ofNeedRules(t),
    belongsTo(t, t.methodId, needMethods),
    belongsTo(t, t.personId, people),
    belongsTo(t, t.interactionId, interactions),
    belongsTo(t, t.memberId, members),
    oneOf('need_sources_method', t.method, methods),
    index('need_sources_need').on(t.workspaceId, t.needId, t.heardOn, t.id),
    index('need_sources_account').on(t.workspaceId, t.accountId, t.heardOn, t.id),
    index('need_sources_method_id').on(t.workspaceId, t.methodId),
    index('need_sources_person').on(t.workspaceId, t.personId, t.needId),
    index('need_sources_interaction').on(t.workspaceId, t.interactionId),
    index('need_sources_member').on(t.workspaceId, t.memberId, t.heardOn),
  ],
)

/** How a kind of need is made sure of: rules in writing, versioned. Approval lies with the version, by its content. */
export const needProcedures = pgTable('need_procedures', { ...tenant, kind: text().notNull() }, (t) => [
  ...tenantRules(t),
  oneOf('need_procedures_kind', t.kind, [...kinds, 'every']),
  uniqueIndex('need_procedures_kind_once').on(t.workspaceId, t.kind),
])

export const needProcedureVersions = pgTable(
  'need_procedure_versions',
  {
    ...tenant,
    procedureId: uuid().notNull(),
    number: integer().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    checklist: text().array().notNull(),
    authorId: uuid().notNull(),
    submittedAt: moment(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.procedureId, needProcedures),
    belongsTo(t, t.authorId, members),
    uniqueIndex('need_procedure_versions_once').on(t.workspaceId, t.procedureId, t.number),
    index('need_procedure_versions_author').on(t.workspaceId, t.authorId),
  ],
)

/** A second reader has made sure of a need as it was then, by the procedure in force then. */
export const needVerifications = pgTable(
  'need_verifications',
  {
    ...ofNeed,
    procedureVersionId: uuid(),
    checked: text().array().notNull().default(sql`'{}'`),
    note: text(),
    contentHash: text().notNull(),
    verifiedBy: uuid().notNull(),
    verifiedOn: date().notNull(),
  },
  (t) => [
    ...ofNeedRules(t),
    belongsTo(t, t.procedureVersionId, needProcedureVersions),
    belongsTo(t, t.verifiedBy, members),
    index('need_verifications_need').on(t.workspaceId, t.needId, t.id),
    index('need_verifications_account').on(t.workspaceId, t.accountId, t.verifiedOn),
    index('need_verifications_procedure').on(t.workspaceId, t.procedureVersionId),
    index('need_verifications_by').on(t.workspaceId, t.verifiedBy, t.verifiedOn),
  ],
)

/** What we replied to whoever has the need. */
export const needAnswers = pgTable(
  'need_answers',
  {
    ...ofNeed,
    text: text().notNull(),
    answeredOn: date().notNull(),
    interactionId: uuid(),
    memberId: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...ofNeedRules(t),
    belongsTo(t, t.interactionId, interactions),
    belongsTo(t, t.memberId, members),
    index('need_answers_need').on(t.workspaceId, t.needId, t.answeredOn, t.id),
    index('need_answers_account').on(t.workspaceId, t.accountId, t.answeredOn),
    index('need_answers_interaction').on(t.workspaceId, t.interactionId),
    index('need_answers_member').on(t.workspaceId, t.memberId, t.answeredOn),
  ],
)

/** The open needs of a contact, gone through with them; `letter` is the paper that goes to them. */
export const consultations = pgTable(
  'consultations',
  {
    ...tenant,
    accountId: uuid().notNull(),
    personId: uuid().notNull(),
    interactionId: uuid().notNull(),
    heldBy: uuid().notNull(),
    heldOn: date().notNull(),
    letter: jsonb().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.personId, people),
    belongsTo(t, t.interactionId, interactions),
    belongsTo(t, t.heldBy, members),
    index('consultations_account').on(t.workspaceId, t.accountId, t.heldOn, t.id),
    index('consultations_person').on(t.workspaceId, t.personId, t.heldOn),
    index('consultations_interaction').on(t.workspaceId, t.interactionId),
    index('consultations_held_by').on(t.workspaceId, t.heldBy, t.heldOn),
  ],
)

/** What a contact said of one need when it was gone through. */
export const needReviews = pgTable(
  'need_reviews',
  {
    ...tenant,
    consultationId: uuid().notNull(),
    needId: uuid().notNull(),
    accountId: uuid().notNull(),
    personId: uuid().notNull(),
    outcome: text().notNull(),
    words: text(),
    reviewedOn: date().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.consultationId, consultations),
    belongsTo(t, t.needId, needs),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.personId, people),
    oneOf('need_reviews_outcome', t.outcome, ['valid', 'changed', 'met', 'dropped']),
    uniqueIndex('need_reviews_once').on(t.workspaceId, t.consultationId, t.needId),
    index('need_reviews_need').on(t.workspaceId, t.needId, t.reviewedOn, t.id),
    index('need_reviews_account').on(t.workspaceId, t.accountId),
    index('need_reviews_person').on(t.workspaceId, t.personId),
  ],
)

/** A need taken up inside the company: to whom, what is asked, what they decided, and the reply that the client is owed. */
export const advocacies = pgTable(
  'advocacies',
  {
    ...ofNeed,
    audience: text().notNull(),
    ask: text().notNull(),
    ownerId: uuid().notNull(),
    authorId: uuid().notNull(),
    dueOn: date().notNull(),
    decision: text(),
    because: text(),
    decidedBy: uuid(),
    decidedOn: date(),
    replyDueOn: date(),
    repliedOn: date(),
    replyId: uuid(),
    ...archivable,
  },
  (t) => [
    ...ofNeedRules(t),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.authorId, members),
    belongsTo(t, t.decidedBy, members),
    belongsTo(t, t.replyId, needAnswers),
    oneOf('advocacies_decision', t.decision, ['accepted', 'later', 'declined']),
    index('advocacies_need').on(t.workspaceId, t.needId),
    index('advocacies_account').on(t.workspaceId, t.accountId, t.dueOn),
    index('advocacies_owner').on(t.workspaceId, t.ownerId, t.dueOn),
    index('advocacies_author').on(t.workspaceId, t.authorId),
    index('advocacies_decided_by').on(t.workspaceId, t.decidedBy, t.decidedOn),
    index('advocacies_reply').on(t.workspaceId, t.replyId),
    index('advocacies_owed')
      .on(t.workspaceId, t.replyDueOn, t.id)
      .where(sql`reply_due_on is not null and replied_on is null and archived_at is null`),
  ],
)

/** A need that is expected but not heard yet, with how likely it is and by when; it is scored when its horizon has passed. */
export const anticipatedNeeds = pgTable(
  'anticipated_needs',
  {
    ...tenant,
    accountId: uuid().notNull(),
    title: text().notNull(),
    horizonOn: date().notNull(),
    probability: integer().notNull(),
    trigger: text(),
    signal: text(),
    signalOn: date(),
    response: text(),
    authorId: uuid().notNull(),
    askedAt: moment(),
    happened: boolean(),
    scoredOn: date(),
    notPursuedBecause: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.authorId, members),
    index('anticipated_needs_account').on(t.workspaceId, t.accountId, t.horizonOn, t.id),
    index('anticipated_needs_author').on(t.workspaceId, t.authorId, t.horizonOn),
    index('anticipated_needs_due')
      .on(t.workspaceId, t.horizonOn, t.id)
      .where(sql`happened is null and archived_at is null`),
  ],
)

/** What we mean to reach with an account: the beginning of its plan. */
export const accountObjectives = pgTable(
  'account_objectives',
  {
    ...tenant,
    accountId: uuid().notNull(),
    title: text().notNull(),
    measure: text().notNull(),
    ownerId: uuid().notNull(),
    authorId: uuid().notNull(),
    dueOn: date().notNull(),
    anticipatedId: uuid(),
    needId: uuid(),
    reachedOn: date(),
    result: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.authorId, members),
    belongsTo(t, t.anticipatedId, anticipatedNeeds),
    belongsTo(t, t.needId, needs),
    index('account_objectives_account').on(t.workspaceId, t.accountId, t.dueOn, t.id),
    index('account_objectives_owner').on(t.workspaceId, t.ownerId, t.dueOn),
    index('account_objectives_author').on(t.workspaceId, t.authorId),
    index('account_objectives_anticipated').on(t.workspaceId, t.anticipatedId),
    index('account_objectives_need').on(t.workspaceId, t.needId),
  ],
)

/** One end consumer's words, as a hotline or a store passed them on; many of them may make one need. */
export const consumerVoices = pgTable(
  'consumer_voices',
  {
    ...tenant,
    accountId: uuid(),
    saidOn: date().notNull(),
    route: text().notNull(),
    product: text().notNull(),
    retailer: text(),
    words: text().notNull(),
    needId: uuid(),
    enteredBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.needId, needs),
    belongsTo(t, t.enteredBy, members),
    oneOf('consumer_voices_route', t.route, ['hotline', 'store', 'online', 'other']),
    index('consumer_voices_by_day').on(t.workspaceId, t.saidOn, t.id).where(sql`archived_at is null`),
    index('consumer_voices_account').on(t.workspaceId, t.accountId, t.saidOn, t.id),
    index('consumer_voices_product').on(t.workspaceId, t.product, t.saidOn, t.id),
    index('consumer_voices_need').on(t.workspaceId, t.needId),
    index('consumer_voices_entered_by').on(t.workspaceId, t.enteredBy),
  ],
)
