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
import { files } from './files'
import { interactions } from './interactions'
import { needs } from './needs'
import { products } from './products'
import { termSheets, termVersions } from './terms'
import { members } from './workspace'

const money = () => numeric({ precision: 18, scale: 4 })
const farAway = '9999-12-31'
const sides = ['us', 'them']

/** When a talk needs the formal workspace: from which value, for which tiers and kinds of terms; and by when results are told. */
export const negotiationSettings = pgTable(
  'negotiation_settings',
  {
    ...tenant,
    formalFrom: money(),
    formalTiers: text().array().notNull().default(sql`'{}'`),
    formalTerms: text().array().notNull().default(sql`'{}'`),
    noticeDays: integer().notNull().default(2),
  },
  (t) => [...tenantRules(t), uniqueIndex('negotiation_settings_one').on(t.workspaceId)],
)

/** What the company's marketing is about in a period; issues of a negotiation support it or go against it. */
export const focusThemes = pgTable(
  'focus_themes',
  {
    ...tenant,
    name: text().notNull(),
    description: text(),
    validFrom: date().notNull(),
    validTo: date().notNull(),
    ownerId: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.ownerId, members),
    uniqueIndex('focus_themes_name').on(t.workspaceId, t.name, t.validFrom).where(sql`archived_at is null`),
    index('focus_themes_by_end').on(t.workspaceId, t.validTo, t.id).where(sql`archived_at is null`),
    index('focus_themes_owner').on(t.workspaceId, t.ownerId),
  ],
)

/**
 * A negotiation with an account, selling or buying. A light one is a small talk in one line: asked, gave, got, result. A
 * formal one goes through its states; what only the mandate group may know lies in tables of its own.
 */
export const negotiations = pgTable(
  'negotiations',
  {
    ...tenant,
    accountId: uuid().notNull(),
    direction: text().notNull().default('sell'),
    path: text().notNull(),
    kind: text().notNull(),
    title: text().notNull(),
    purpose: text(),
    objective: text(),
    state: text().notNull(),
    /** The state that it was suspended in. */
    suspendedIn: text(),
    stateReason: text(),
    ownerId: uuid().notNull(),
    currency: text().notNull().default('TWD'),
    expectedValue: money(),
    startedOn: date().notNull(),
    deadlineOn: date().notNull().default(farAway),
    /** How the two sides meet: BGM-2.1. A formal one does not begin before language and counterpart are confirmed. */
    language: text(),
    setting: text(),
    venue: text(),
    interpreter: text(),
    etiquette: text(),
    conductConfirmedAt: moment(),
    conductConfirmedBy: uuid(),
    /** What holds now, and the version that the result was written into. */
    termSheetId: uuid(),
    baseVersionId: uuid(),
    documentedVersionId: uuid(),
    /** Points of the checklist that somebody ticked off. */
    checklist: text().array().notNull().default(sql`'{}'`),
    /** What a win at the other side's limit may cost the relationship. */
    relationshipRisk: text(),
    agreedOfferId: uuid(),
    agreedAt: moment(),
    alternativeNext: text(),
    alternativeDueOn: date(),
    asked: text(),
    gave: text(),
    got: text(),
    result: text(),
    termCode: text(),
    productId: uuid(),
    interactionId: uuid(),
    closedAt: moment(),
    changedAt: moment().notNull().defaultNow(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.conductConfirmedBy, members),
    belongsTo(t, t.termSheetId, termSheets),
    belongsTo(t, t.baseVersionId, termVersions),
    belongsTo(t, t.documentedVersionId, termVersions),
    belongsTo(t, t.productId, products),
    belongsTo(t, t.interactionId, interactions),
    oneOf('negotiations_direction', t.direction, ['sell', 'buy']),
    oneOf('negotiations_path', t.path, ['light', 'formal']),
    oneOf('negotiations_kind', t.kind, [
      'annualTerms',
      'price',
      'promotion',
      'supply',
      'quality',
      'service',
      'contract',
      'other',
    ]),
    oneOf('negotiations_state', t.state, [
      'planning',
      'ready',
      'open',
      'agreedInPrinciple',
      'approved',
      'documented',
      'closed',
      'suspended',
      'noDeal',
    ]),
    oneOf('negotiations_result', t.result, ['agreed', 'partly', 'refused', 'open']),
    index('negotiations_by_change').on(t.workspaceId, t.changedAt, t.id).where(sql`archived_at is null`),
    index('negotiations_by_deadline').on(t.workspaceId, t.deadlineOn, t.id).where(sql`archived_at is null`),
    index('negotiations_by_start').on(t.workspaceId, t.startedOn, t.id).where(sql`archived_at is null`),
    index('negotiations_account').on(t.workspaceId, t.accountId, t.changedAt, t.id),
    index('negotiations_owner').on(t.workspaceId, t.ownerId, t.changedAt, t.id),
    index('negotiations_state').on(t.workspaceId, t.state, t.changedAt, t.id).where(sql`archived_at is null`),
    index('negotiations_kind').on(t.workspaceId, t.kind, t.changedAt, t.id).where(sql`archived_at is null`),
    index('negotiations_conduct').on(t.workspaceId, t.conductConfirmedBy),
    index('negotiations_term_sheet').on(t.workspaceId, t.termSheetId),
    index('negotiations_base').on(t.workspaceId, t.baseVersionId),
    index('negotiations_documented').on(t.workspaceId, t.documentedVersionId),
    index('negotiations_product').on(t.workspaceId, t.productId),
    index('negotiations_interaction').on(t.workspaceId, t.interactionId),
  ],
)

const part = { ...tenant, negotiationId: uuid().notNull(), accountId: uuid().notNull() }
type Part = Tenant & { negotiationId: AnyPgColumn; accountId: AnyPgColumn }
const partRules = (t: Part) => [
  ...tenantRules(t),
  belongsTo(t, t.negotiationId, negotiations),
  belongsTo(t, t.accountId, accounts),
]

/** Who of us negotiates. They are the mandate group, with those who are asked to approve the mandate. */
export const negotiationMembers = pgTable(
  'negotiation_members',
  { ...part, memberId: uuid().notNull(), part: text().notNull(), ...archivable },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.memberId, members),
    oneOf('negotiation_members_part', t.part, ['leads', 'speaks', 'notes', 'advises', 'observes']),
    uniqueIndex('negotiation_members_once')
      .on(t.workspaceId, t.negotiationId, t.memberId)
      .where(sql`archived_at is null`),
    index('negotiation_members_member').on(t.workspaceId, t.memberId),
    index('negotiation_members_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_members_account').on(t.workspaceId, t.accountId),
  ],
)

/** Who sits on the other side, how to address them, what they decide. */
export const negotiationCounterparts = pgTable(
  'negotiation_counterparts',
  {
    ...part,
    personId: uuid().notNull(),
    part: text().notNull(),
    address: text(),
    style: text(),
    note: text(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.personId, people),
    oneOf('negotiation_counterparts_part', t.part, ['decides', 'influences', 'speaks', 'advises', 'present']),
    uniqueIndex('negotiation_counterparts_once')
      .on(t.workspaceId, t.negotiationId, t.personId)
      .where(sql`archived_at is null`),
    index('negotiation_counterparts_person').on(t.workspaceId, t.personId),
    index('negotiation_counterparts_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_counterparts_account').on(t.workspaceId, t.accountId),
  ],
)

/** What lies behind what each side asks for; 1 counts most. */
export const negotiationInterests = pgTable(
  'negotiation_interests',
  {
    ...part,
    side: text().notNull(),
    text: text().notNull(),
    priority: integer().notNull(),
    source: text(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    oneOf('negotiation_interests_side', t.side, sides),
    index('negotiation_interests_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_interests_account').on(t.workspaceId, t.accountId),
  ],
)

/** The needs of the client that the negotiation is about. */
export const negotiationNeeds = pgTable(
  'negotiation_needs',
  { ...part, needId: uuid().notNull(), ...archivable },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.needId, needs),
    uniqueIndex('negotiation_needs_once').on(t.workspaceId, t.negotiationId, t.needId).where(sql`archived_at is null`),
    index('negotiation_needs_need').on(t.workspaceId, t.needId),
    index('negotiation_needs_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_needs_account').on(t.workspaceId, t.accountId),
  ],
)

/**
 * What is on the table, in the order in which people read it. `key` names it in offers and never changes. What we want,
 * can bear and weigh lies in the stakes.
 */
export const negotiationIssues = pgTable(
  'negotiation_issues',
  {
    ...part,
    key: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    kind: text().notNull(),
    unit: text(),
    termCode: text(),
    /** The product whose price, or discount off the list, the issue is about. */
    productId: uuid(),
    options: jsonb().$type<readonly { key: string; label: string }[]>().notNull().default([]),
    focusId: uuid(),
    stance: text().notNull().default('neutral'),
    stanceReason: text(),
    /** Who said how it stands to the focus, and when: they do not consent themselves. */
    stanceBy: uuid(),
    stanceAt: moment(),
    /** The lead's consent to trade against the focus. */
    consentBy: uuid(),
    consentAt: moment(),
    consentNote: text(),
    agreedValue: jsonb().$type<string | boolean>(),
    /** Why an agreed point became no term. */
    droppedBecause: text(),
    /** What the agreement before gave for it and got: what a renewal is negotiated from. */
    carried: text(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.focusId, focusThemes),
    belongsTo(t, t.stanceBy, members),
    belongsTo(t, t.consentBy, members),
    belongsTo(t, t.productId, products),
    oneOf('negotiation_issues_kind', t.kind, ['numeric', 'ordinal', 'boolean', 'text']),
    oneOf('negotiation_issues_stance', t.stance, ['supports', 'neutral', 'against']),
    uniqueIndex('negotiation_issues_key').on(t.workspaceId, t.negotiationId, t.key).where(sql`archived_at is null`),
    index('negotiation_issues_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_issues_account').on(t.workspaceId, t.accountId),
    index('negotiation_issues_focus').on(t.workspaceId, t.focusId),
    index('negotiation_issues_stance_by').on(t.workspaceId, t.stanceBy),
    index('negotiation_issues_product').on(t.workspaceId, t.productId),
    index('negotiation_issues_consent').on(t.workspaceId, t.consentBy),
    index('negotiation_issues_against').on(t.workspaceId, t.id).where(sql`stance = 'against' and archived_at is null`),
  ],
)

/** SECRET, for the mandate group only: what an issue is worth to us, and what we believe it is worth to them. */
export const negotiationStakes = pgTable(
  'negotiation_stakes',
  {
    ...part,
    issueId: uuid().notNull(),
    opening: text(),
    target: text(),
    limit: text(),
    weight: numeric(),
    wanted: boolean(),
    required: boolean().notNull().default(false),
    points: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    theirTarget: text(),
    theirLimit: text(),
    theirWeight: numeric(),
    theirPoints: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
    confidence: text(),
    source: text(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.issueId, negotiationIssues),
    oneOf('negotiation_stakes_confidence', t.confidence, ['low', 'medium', 'high']),
    uniqueIndex('negotiation_stakes_issue').on(t.workspaceId, t.issueId).where(sql`archived_at is null`),
    index('negotiation_stakes_issue_all').on(t.workspaceId, t.issueId),
    index('negotiation_stakes_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_stakes_account').on(t.workspaceId, t.accountId),
  ],
)

/** SECRET: what each side does without this deal, and how good that is. N10. */
export const negotiationAlternatives = pgTable(
  'negotiation_alternatives',
  {
    ...part,
    side: text().notNull(),
    name: text().notNull(),
    outcomes: jsonb().$type<readonly { label: string; probability: string; score: string }[]>().notNull().default([]),
    switchingCost: numeric().notNull().default('0'),
    confidence: text(),
    source: text(),
    nextStep: text(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    oneOf('negotiation_alternatives_side', t.side, sides),
    oneOf('negotiation_alternatives_confidence', t.confidence, ['low', 'medium', 'high']),
    index('negotiation_alternatives_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_alternatives_account').on(t.workspaceId, t.accountId),
  ],
)

/**
 * SECRET: whether two packages that our weights call equal really are, as somebody judged them. `worthHash` is of what the
 * issues were worth to us then: the question comes back when that changes.
 */
export const negotiationComparisons = pgTable(
  'negotiation_comparisons',
  {
    ...part,
    pair: jsonb().$type<readonly { key: string; one: string | boolean; other: string | boolean }[]>().notNull(),
    worthHash: text().notNull(),
    answer: text().notNull(),
    answeredBy: uuid().notNull(),
    answeredAt: moment().notNull(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.answeredBy, members),
    oneOf('negotiation_comparisons_answer', t.answer, ['equal', 'first', 'second']),
    uniqueIndex('negotiation_comparisons_once')
      .on(t.workspaceId, t.negotiationId, t.worthHash)
      .where(sql`archived_at is null`),
    index('negotiation_comparisons_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_comparisons_account').on(t.workspaceId, t.accountId),
    index('negotiation_comparisons_answered_by').on(t.workspaceId, t.answeredBy),
  ],
)

/** SECRET: how we mean to concede over the rounds. N07. */
export const negotiationPlans = pgTable(
  'negotiation_plans',
  {
    ...part,
    reservation: numeric().notNull(),
    first: numeric().notNull(),
    exponent: numeric().notNull(),
    rounds: integer().notNull(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    uniqueIndex('negotiation_plans_one').on(t.workspaceId, t.negotiationId).where(sql`archived_at is null`),
    index('negotiation_plans_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_plans_account').on(t.workspaceId, t.accountId),
  ],
)

/** SECRET: the limits that were put before the approvers, and until when they hold. Its state is that of its approval. */
export const negotiationMandates = pgTable(
  'negotiation_mandates',
  {
    ...part,
    number: integer().notNull(),
    limits: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    contentHash: text().notNull(),
    validUntil: date().notNull(),
    reason: text(),
    askedBy: uuid().notNull(),
    /** The offer beyond the limits that it was extended for. */
    offerId: uuid(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.askedBy, members),
    uniqueIndex('negotiation_mandates_number').on(t.workspaceId, t.negotiationId, t.number),
    index('negotiation_mandates_account').on(t.workspaceId, t.accountId),
    index('negotiation_mandates_asked_by').on(t.workspaceId, t.askedBy),
  ],
)

/** A question to a colleague, or to an expert: what came back, and what was made of it. BGM-2.4. */
export const negotiationInputs = pgTable(
  'negotiation_inputs',
  {
    ...part,
    kind: text().notNull(),
    discipline: text(),
    askedBy: uuid().notNull(),
    askedOf: uuid().notNull(),
    question: text().notNull(),
    background: text(),
    dueOn: date().notNull(),
    /** Nothing is ready before it is answered and disposed of. */
    required: boolean().notNull(),
    state: text().notNull().default('asked'),
    answer: text(),
    stance: text(),
    recommendation: text(),
    answeredAt: moment(),
    declinedBecause: text(),
    disposition: text(),
    dispositionReason: text(),
    disposedBy: uuid(),
    disposedAt: moment(),
    fileId: uuid(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.askedBy, members),
    belongsTo(t, t.askedOf, members),
    belongsTo(t, t.disposedBy, members),
    belongsTo(t, t.fileId, files),
    oneOf('negotiation_inputs_kind', t.kind, ['input', 'advice']),
    oneOf('negotiation_inputs_discipline', t.discipline, ['legal', 'finance', 'quality', 'logistics', 'director']),
    oneOf('negotiation_inputs_state', t.state, ['asked', 'accepted', 'answered', 'disposed', 'declined', 'cancelled']),
    oneOf('negotiation_inputs_stance', t.stance, ['support', 'concern', 'object']),
    oneOf('negotiation_inputs_recommendation', t.recommendation, ['proceed', 'proceedWithChanges', 'doNotProceed']),
    oneOf('negotiation_inputs_disposition', t.disposition, ['adopted', 'partly', 'notAdopted']),
    index('negotiation_inputs_negotiation').on(t.workspaceId, t.negotiationId, t.id),
    index('negotiation_inputs_account').on(t.workspaceId, t.accountId),
    index('negotiation_inputs_asked_of').on(t.workspaceId, t.askedOf, t.dueOn, t.id),
    index('negotiation_inputs_asked_by').on(t.workspaceId, t.askedBy),
    index('negotiation_inputs_disposed_by').on(t.workspaceId, t.disposedBy),
    index('negotiation_inputs_file').on(t.workspaceId, t.fileId),
  ],
)

/** A lead's word that a negotiation may be ready although an input is missing: it holds until that day. */
export const negotiationWaivers = pgTable(
  'negotiation_waivers',
  { ...part, givenBy: uuid().notNull(), reason: text().notNull(), holdsUntil: date().notNull(), ...archivable },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.givenBy, members),
    index('negotiation_waivers_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_waivers_account').on(t.workspaceId, t.accountId),
    index('negotiation_waivers_given_by').on(t.workspaceId, t.givenBy),
  ],
)

/** Material of the preparation: which claim it supports, with a frozen snapshot of our own data, a file or a note. */
export const negotiationEvidence = pgTable(
  'negotiation_evidence',
  {
    ...part,
    kind: text().notNull(),
    title: text().notNull(),
    claim: text().notNull(),
    issueId: uuid(),
    source: text(),
    note: text(),
    fileId: uuid(),
    snapshot: jsonb().$type<Readonly<Record<string, unknown>>>(),
    takenAt: moment().notNull(),
    takenBy: uuid().notNull(),
    /** It shows margins or costs: only those who see them do. */
    showsMargin: boolean().notNull().default(false),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.issueId, negotiationIssues),
    belongsTo(t, t.fileId, files),
    belongsTo(t, t.takenBy, members),
    oneOf('negotiation_evidence_kind', t.kind, [
      'salesStatistics',
      'productUsage',
      'kpi',
      'market',
      'requestLetter',
      'cost',
      'policy',
      'other',
    ]),
    index('negotiation_evidence_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_evidence_account').on(t.workspaceId, t.accountId),
    index('negotiation_evidence_issue').on(t.workspaceId, t.issueId),
    index('negotiation_evidence_file').on(t.workspaceId, t.fileId),
    index('negotiation_evidence_taken_by').on(t.workspaceId, t.takenBy),
  ],
)

/** An offer of one side, whole or in part: a value by the key of each issue that it speaks of. */
export const negotiationOffers = pgTable(
  'negotiation_offers',
  {
    ...part,
    number: integer().notNull(),
    round: integer().notNull(),
    side: text().notNull(),
    at: moment().notNull(),
    channel: text().notNull(),
    values: jsonb().$type<Readonly<Record<string, string | boolean>>>().notNull(),
    conditions: text(),
    validUntil: date(),
    state: text().notNull(),
    stateReason: text(),
    note: text(),
    recordedBy: uuid().notNull(),
    interactionId: uuid(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.recordedBy, members),
    belongsTo(t, t.interactionId, interactions),
    oneOf('negotiation_offers_side', t.side, sides),
    oneOf('negotiation_offers_channel', t.channel, ['call', 'visit', 'meeting', 'mail', 'line', 'meal', 'other']),
    oneOf('negotiation_offers_state', t.state, [
      'draft',
      'internalCheck',
      'sent',
      'received',
      'accepted',
      'countered',
      'declined',
      'withdrawn',
      'lapsed',
    ]),
    uniqueIndex('negotiation_offers_number').on(t.workspaceId, t.negotiationId, t.number),
    index('negotiation_offers_account').on(t.workspaceId, t.accountId),
    index('negotiation_offers_recorded_by').on(t.workspaceId, t.recordedBy),
    index('negotiation_offers_interaction').on(t.workspaceId, t.interactionId),
    index('negotiation_offers_lapsing')
      .on(t.workspaceId, t.validUntil, t.id)
      .where(sql`state in ('sent', 'received') and valid_until is not null`),
  ],
)

/** SECRET: how an offer stood to the mandate when it was recorded. */
export const negotiationChecks = pgTable(
  'negotiation_checks',
  {
    ...part,
    offerId: uuid().notNull(),
    mandateId: uuid(),
    outside: boolean().notNull(),
    breaches: jsonb().$type<readonly unknown[]>().notNull(),
    /** What the pricing policy says of it: P02. */
    policy: jsonb().$type<Readonly<Record<string, unknown>>>(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.offerId, negotiationOffers),
    belongsTo(t, t.mandateId, negotiationMandates),
    index('negotiation_checks_offer').on(t.workspaceId, t.offerId),
    index('negotiation_checks_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_checks_account').on(t.workspaceId, t.accountId),
    index('negotiation_checks_mandate').on(t.workspaceId, t.mandateId),
  ],
)

/** What was given for what: moves of both sides that belong together, or one that bought nothing, and why. */
export const negotiationTrades = pgTable(
  'negotiation_trades',
  {
    ...part,
    moves: text().array().notNull(),
    unilateral: boolean().notNull().default(false),
    reason: text(),
    recordedBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.recordedBy, members),
    index('negotiation_trades_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_trades_account').on(t.workspaceId, t.accountId),
    index('negotiation_trades_recorded_by').on(t.workspaceId, t.recordedBy),
  ],
)

/** What happened in a round besides the offers. The meeting itself is a contact of the account. */
export const negotiationEntries = pgTable(
  'negotiation_entries',
  {
    ...part,
    round: integer().notNull(),
    interactionId: uuid().notNull(),
    agreedPoints: text(),
    openPoints: text(),
    questions: text(),
    observations: text(),
    recordedBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.interactionId, interactions),
    belongsTo(t, t.recordedBy, members),
    index('negotiation_entries_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_entries_account').on(t.workspaceId, t.accountId),
    index('negotiation_entries_interaction').on(t.workspaceId, t.interactionId),
    index('negotiation_entries_recorded_by').on(t.workspaceId, t.recordedBy),
  ],
)

/** Who is told of the result: an audience by kind of term, by when, not before when. A new edition asks again. C01. */
export const negotiationNotices = pgTable(
  'negotiation_notices',
  {
    ...part,
    audience: text().notNull(),
    issueKeys: text().array().notNull().default(sql`'{}'`),
    message: text().notNull(),
    edition: integer().notNull().default(1),
    embargoUntil: date(),
    dueOn: date().notNull(),
    sentAt: moment(),
    sentBy: uuid(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.sentBy, members),
    oneOf('negotiation_notices_audience', t.audience, [
      'finance',
      'logistics',
      'quality',
      'legal',
      'sales',
      'director',
      'other',
    ]),
    index('negotiation_notices_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_notices_account').on(t.workspaceId, t.accountId),
    index('negotiation_notices_sent_by').on(t.workspaceId, t.sentBy),
    index('negotiation_notices_unsent')
      .on(t.workspaceId, t.dueOn, t.id)
      .where(sql`sent_at is null and archived_at is null`),
  ],
)

export const negotiationReaders = pgTable(
  'negotiation_readers',
  {
    ...part,
    noticeId: uuid().notNull(),
    memberId: uuid().notNull(),
    required: boolean().notNull().default(true),
    dueOn: date(),
    acknowledgedEdition: integer(),
    acknowledgedAt: moment(),
    comment: text(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.noticeId, negotiationNotices),
    belongsTo(t, t.memberId, members),
    uniqueIndex('negotiation_readers_once').on(t.workspaceId, t.noticeId, t.memberId).where(sql`archived_at is null`),
    index('negotiation_readers_notice').on(t.workspaceId, t.noticeId),
    index('negotiation_readers_member').on(t.workspaceId, t.memberId, t.id),
    index('negotiation_readers_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_readers_account').on(t.workspaceId, t.accountId),
  ],
)

/** What is learnt: techniques used (note 2 of the standard), what worked, the lesson, where to use it again. */
export const negotiationDebriefs = pgTable(
  'negotiation_debriefs',
  {
    ...part,
    techniques: text().array().notNull(),
    worked: text(),
    failed: text(),
    lesson: text().notNull(),
    reuse: text(),
    writtenBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.writtenBy, members),
    uniqueIndex('negotiation_debriefs_one').on(t.workspaceId, t.negotiationId).where(sql`archived_at is null`),
    index('negotiation_debriefs_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_debriefs_account').on(t.workspaceId, t.accountId),
    index('negotiation_debriefs_written_by').on(t.workspaceId, t.writtenBy),
    index('negotiation_debriefs_by_time').on(t.workspaceId, t.createdAt, t.id).where(sql`archived_at is null`),
  ],
)

/** What a supervisor saw at the table, by rubric; it names the indicators that were seen. */
export const negotiationObservations = pgTable(
  'negotiation_observations',
  {
    ...part,
    observerId: uuid().notNull(),
    observedId: uuid().notNull(),
    observedOn: date().notNull(),
    ratings: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    indicators: text().array().notNull(),
    note: text(),
    interactionId: uuid(),
    ...archivable,
  },
  (t) => [
    ...partRules(t),
    belongsTo(t, t.observerId, members),
    belongsTo(t, t.observedId, members),
    belongsTo(t, t.interactionId, interactions),
    index('negotiation_observations_negotiation').on(t.workspaceId, t.negotiationId),
    index('negotiation_observations_account').on(t.workspaceId, t.accountId),
    index('negotiation_observations_observer').on(t.workspaceId, t.observerId),
    index('negotiation_observations_observed').on(t.workspaceId, t.observedId, t.observedOn, t.id),
    index('negotiation_observations_interaction').on(t.workspaceId, t.interactionId),
  ],
)
