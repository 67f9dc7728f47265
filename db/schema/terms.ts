import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { files } from './files'
import { needs } from './needs'
import { promotions } from './promotions'
import { members } from './workspace'

const money = () => numeric({ precision: 18, scale: 4 })
const directionOf = (name: string, column: Parameters<typeof oneOf>[1]) => oneOf(name, column, ['sell', 'buy'])

/** What the workspace calls a kind of term, where it differs from the catalogue, and which kinds it does not use. */
export const termOverrides = pgTable(
  'term_overrides',
  {
    ...tenant,
    code: text().notNull(),
    name: text(),
    englishName: text(),
    help: text(),
    retired: boolean().notNull().default(false),
  },
  (t) => [...tenantRules(t), uniqueIndex('term_overrides_code').on(t.workspaceId, t.code)],
)

/** The standard terms of a segment, version by version; an empty segment is the standard of all others. */
export const standardTerms = pgTable(
  'standard_terms',
  {
    ...tenant,
    segment: text().notNull().default(''),
    direction: text().notNull().default('sell'),
    number: integer().notNull(),
    validFrom: date().notNull(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    contentHash: text().notNull(),
    note: text(),
    draftedBy: uuid().notNull(),
    publishedAt: moment(),
    publishedBy: uuid(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.draftedBy, members),
    belongsTo(t, t.publishedBy, members),
    directionOf('standard_terms_direction', t.direction),
    uniqueIndex('standard_terms_number').on(t.workspaceId, t.direction, t.segment, t.number),
    uniqueIndex('standard_terms_draft')
      .on(t.workspaceId, t.direction, t.segment)
      .where(sql`published_at is null and archived_at is null`),
    index('standard_terms_drafted_by').on(t.workspaceId, t.draftedBy),
    index('standard_terms_published_by').on(t.workspaceId, t.publishedBy),
  ],
)

/** The trade terms of one account, in one direction and for one scope. What they are stands in the versions. */
export const termSheets = pgTable(
  'term_sheets',
  {
    ...tenant,
    accountId: uuid().notNull(),
    direction: text().notNull().default('sell'),
    scope: text().notNull().default('all'),
    /** Which brand, category or channel; empty when the scope is everything. */
    scopeName: text().notNull().default(''),
    currency: text().notNull().default('TWD'),
    /** The latest version that was not discarded, and what lists show of it. */
    latestId: uuid(),
    departures: integer().notNull().default(0),
    unconditional: integer().notNull().default(0),
    yearlyCost: money().notNull().default('0'),
    endsOn: date().notNull().default('9999-12-31'),
    changedAt: moment().notNull().defaultNow(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    directionOf('term_sheets_direction', t.direction),
    oneOf('term_sheets_scope', t.scope, ['all', 'brand', 'category', 'channel']),
    uniqueIndex('term_sheets_one_active')
      .on(t.workspaceId, t.accountId, t.direction, t.scope, t.scopeName)
      .where(sql`archived_at is null`),
    index('term_sheets_account').on(t.workspaceId, t.accountId),
    index('term_sheets_by_cost').on(t.workspaceId, t.yearlyCost, t.id).where(sql`archived_at is null`),
    index('term_sheets_by_departures').on(t.workspaceId, t.departures, t.id).where(sql`archived_at is null`),
    index('term_sheets_by_end').on(t.workspaceId, t.endsOn, t.id).where(sql`archived_at is null`),
    index('term_sheets_by_change').on(t.workspaceId, t.changedAt, t.id).where(sql`archived_at is null`),
  ],
)

/** One version of a sheet: what it says lies in its terms; when it holds, and since when that is recorded, lies here. */
export const termVersions = pgTable(
  'term_versions',
  {
    ...tenant,
    sheetId: uuid().notNull(),
    accountId: uuid().notNull(),
    number: integer().notNull(),
    kind: text().notNull().default('original'),
    validFrom: date().notNull(),
    validTo: date(),
    note: text(),
    /** Yearly sales (or purchases) typed by hand, when not taken from the sales records, and where they are from. */
    basisSales: money(),
    basisSource: text(),
    contentHash: text().notNull(),
    draftedBy: uuid().notNull(),
    /** Both sides agreed: from now on it belongs to what is known. */
    recordedAt: moment(),
    recordedBy: uuid(),
    answerId: uuid(),
    /** The standard that it was compared with when it was recorded. */
    standardId: uuid(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.sheetId, termSheets),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.draftedBy, members),
    belongsTo(t, t.standardId, standardTerms),
    oneOf('term_versions_kind', t.kind, ['original', 'amendment', 'temporary', 'renewal']),
    uniqueIndex('term_versions_number').on(t.workspaceId, t.sheetId, t.number),
    uniqueIndex('term_versions_draft')
      .on(t.workspaceId, t.sheetId)
      .where(sql`recorded_at is null and archived_at is null`),
    index('term_versions_account').on(t.workspaceId, t.accountId, t.id),
    index('term_versions_drafted_by').on(t.workspaceId, t.draftedBy),
    index('term_versions_standard').on(t.workspaceId, t.standardId),
  ],
)

/** One departure from standard, with what it rests on: factors, reason, what the client gives for it, and a fee's basis. */
export const termDepartures = pgTable(
  'term_departures',
  {
    ...tenant,
    versionId: uuid().notNull(),
    accountId: uuid().notNull(),
    code: text().notNull(),
    value: jsonb().$type<Record<string, unknown>>().notNull(),
    /** The value in its one written form: equal texts are equal values. */
    valueKey: text().notNull(),
    factors: text().array().notNull(),
    reason: text(),
    condition: text(),
    unconditional: boolean().notNull().default(false),
    evidenceId: uuid(),
    feeItem: text(),
    feePurpose: text(),
    feeAmountBasis: text(),
    feeReference: text(),
    feeEvent: text(),
    feeBenefit: money(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.versionId, termVersions),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.evidenceId, files),
    uniqueIndex('term_departures_code').on(t.workspaceId, t.versionId, t.code).where(sql`archived_at is null`),
    index('term_departures_version').on(t.workspaceId, t.versionId),
    index('term_departures_account').on(t.workspaceId, t.accountId),
    index('term_departures_evidence').on(t.workspaceId, t.evidenceId),
    index('term_departures_same').on(t.workspaceId, t.code, t.valueKey).where(sql`archived_at is null`),
  ],
)

/** The needs that a departure serves. What a term rests on is verified: this is where the terms of a need are found. */
export const termNeeds = pgTable(
  'term_needs',
  { ...tenant, departureId: uuid().notNull(), needId: uuid().notNull(), accountId: uuid().notNull(), ...archivable },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.departureId, termDepartures),
    belongsTo(t, t.needId, needs),
    belongsTo(t, t.accountId, accounts),
    uniqueIndex('term_needs_once').on(t.workspaceId, t.departureId, t.needId).where(sql`archived_at is null`),
    index('term_needs_departure').on(t.workspaceId, t.departureId),
    index('term_needs_need').on(t.workspaceId, t.needId),
    index('term_needs_account').on(t.workspaceId, t.accountId),
  ],
)

/** What is believed today: which version holds from which day until, but not including, which. It cannot overlap. */
export const termTimeline = pgTable(
  'term_timeline',
  {
    ...tenant,
    sheetId: uuid().notNull(),
    versionId: uuid().notNull(),
    fromDay: date().notNull(),
    untilDay: date(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.sheetId, termSheets),
    belongsTo(t, t.versionId, termVersions),
    index('term_timeline_sheet').on(t.workspaceId, t.sheetId, t.fromDay),
    index('term_timeline_version').on(t.workspaceId, t.versionId),
  ],
)

/** An outline that went to the client: which content it showed, and the hash of the paper that an answer names. */
export const termOutlines = pgTable(
  'term_outlines',
  {
    ...tenant,
    versionId: uuid().notNull(),
    accountId: uuid().notNull(),
    language: text().notNull(),
    contentHash: text().notNull(),
    paperHash: text().notNull(),
    issuedBy: uuid().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.versionId, termVersions),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.issuedBy, members),
    oneOf('term_outlines_language', t.language, ['zh-TW', 'en']),
    index('term_outlines_version').on(t.workspaceId, t.versionId),
    index('term_outlines_account').on(t.workspaceId, t.accountId),
    index('term_outlines_issued_by').on(t.workspaceId, t.issuedBy),
  ],
)

const document = {
  documentKind: text().notNull(),
  documentNumber: text(),
  originalInvoice: text(),
  netAmount: money(),
  taxAmount: money(),
  issuer: text(),
  periodFrom: date(),
  periodTo: date(),
}

/** What a client kept back from a payment, with the document that settles it. */
export const deductions = pgTable(
  'deductions',
  {
    ...tenant,
    accountId: uuid().notNull(),
    takenOn: date().notNull(),
    amount: money().notNull(),
    currency: text().notNull().default('TWD'),
    /** How much of it has found a claim; the sum of its matches, kept by the command that matches. */
    matched: money().notNull().default('0'),
    reasonCode: text().notNull(),
    reference: text(),
    ...document,
    note: text(),
    recordedBy: uuid().notNull(),
    disputedAt: moment(),
    disputedBy: uuid(),
    disputeReason: text(),
    settledAs: text(),
    settledAt: moment(),
    settledBy: uuid(),
    settledNote: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.recordedBy, members),
    oneOf('deductions_document', t.documentKind, ['allowance', 'theirInvoice', 'deduction']),
    oneOf('deductions_settled', t.settledAs, ['accepted', 'recovered', 'writtenOff']),
    oneOf('deductions_issuer', t.issuer, ['us', 'them']),
    index('deductions_by_day').on(t.workspaceId, t.takenOn, t.id).where(sql`archived_at is null`),
    index('deductions_by_amount').on(t.workspaceId, t.amount, t.id).where(sql`archived_at is null`),
    index('deductions_account').on(t.workspaceId, t.accountId, t.takenOn, t.id),
    index('deductions_recorded_by').on(t.workspaceId, t.recordedBy),
  ],
)

/** What we granted a client and may be deducted: from a term, a promotion or a single promise. */
export const deductionClaims = pgTable(
  'deduction_claims',
  {
    ...tenant,
    accountId: uuid().notNull(),
    reference: text().notNull(),
    reasonCode: text().notNull(),
    grantedOn: date().notNull(),
    amount: money().notNull(),
    currency: text().notNull().default('TWD'),
    matched: money().notNull().default('0'),
    source: text().notNull(),
    termCode: text(),
    note: text(),
    /** What it was drawn up from, once for all: a term of a sheet in one settlement period, or a promotion. Null by hand. */
    expectedKey: text(),
    versionId: uuid(),
    promotionId: uuid(),
    periodFrom: date(),
    periodTo: date(),
    /** The sales that its percentage is of; null where it is no percentage. */
    ofSales: money(),
    recordedBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.recordedBy, members),
    belongsTo(t, t.versionId, termVersions),
    belongsTo(t, t.promotionId, promotions),
    oneOf('deduction_claims_source', t.source, ['term', 'promotion', 'other']),
    uniqueIndex('deduction_claims_expected')
      .on(t.workspaceId, t.accountId, t.expectedKey)
      .where(sql`archived_at is null`),
    uniqueIndex('deduction_claims_reference')
      .on(t.workspaceId, t.accountId, t.reference)
      .where(sql`archived_at is null`),
    index('deduction_claims_account').on(t.workspaceId, t.accountId, t.grantedOn, t.id),
    index('deduction_claims_recorded_by').on(t.workspaceId, t.recordedBy),
    index('deduction_claims_version').on(t.workspaceId, t.versionId),
    index('deduction_claims_promotion').on(t.workspaceId, t.promotionId),
  ],
)

/** Which part of a deduction a claim covers. */
export const deductionMatches = pgTable(
  'deduction_matches',
  {
    ...tenant,
    accountId: uuid().notNull(),
    deductionId: uuid().notNull(),
    claimId: uuid().notNull(),
    amount: money().notNull(),
    rule: text().notNull(),
    matchedBy: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.deductionId, deductions),
    belongsTo(t, t.claimId, deductionClaims),
    belongsTo(t, t.matchedBy, members),
    oneOf('deduction_matches_rule', t.rule, ['reference', 'equal', 'oldest', 'byHand']),
    index('deduction_matches_account').on(t.workspaceId, t.accountId),
    index('deduction_matches_deduction').on(t.workspaceId, t.deductionId),
    index('deduction_matches_claim').on(t.workspaceId, t.claimId),
    index('deduction_matches_by').on(t.workspaceId, t.matchedBy),
  ],
)
