import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { files } from './files'
import { products } from './products'
import { members } from './workspace'

const money = () => numeric({ precision: 18, scale: 4 })
/** Base units as sales lines have them. */
const quantity = () => numeric({ precision: 24, scale: 6 })

/** Money set aside for promotions with one client; what promotions take out of it is said by them. */
export const promotionFunds = pgTable(
  'promotion_funds',
  {
    ...tenant,
    accountId: uuid().notNull(),
    name: text().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    note: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    uniqueIndex('promotion_funds_name').on(t.workspaceId, t.accountId, t.name).where(sql`archived_at is null`),
    index('promotion_funds_account').on(t.workspaceId, t.accountId),
  ],
)

/** A promotion with clients: what, in which form, when, who pays what. Its state follows from its facts and the date. */
export const promotions = pgTable(
  'promotions',
  {
    ...tenant,
    title: text().notNull(),
    form: text().notNull(),
    mechanics: text(),
    ownerId: uuid().notNull(),
    orderFrom: date(),
    orderTo: date(),
    shipFrom: date(),
    shipTo: date(),
    storeFrom: date().notNull(),
    storeTo: date().notNull(),
    budgetOurs: money(),
    budgetTheirs: money(),
    budgetFund: money(),
    currency: text().notNull(),
    expectedLiftPct: money(),
    /** Whether the weeks before the period say what would have been sold anyway, or somebody typed it. */
    baselineMethod: text().notNull().default('weeksBefore'),
    baselineWeeks: integer().notNull().default(8),
    /** Base units in a week, when typed. */
    baselineTyped: money(),
    /** The fund that `budgetFund` comes out of. */
    fundId: uuid(),
    /** It takes more than was left in the fund when it was planned: it counts, and is agreed, only with consent. */
    overFund: boolean().notNull().default(false),
    agreedAt: moment(),
    agreedBy: uuid(),
    agreedNote: text(),
    proofFileId: uuid(),
    proofNote: text(),
    settledAt: moment(),
    settledBy: uuid(),
    /** What it cost us in the end, and by which document. */
    settledCost: money(),
    settledDocument: text(),
    cancelledAt: moment(),
    cancelledBecause: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.ownerId, members),
    belongsTo(t, t.agreedBy, members),
    belongsTo(t, t.settledBy, members),
    belongsTo(t, t.proofFileId, files),
    belongsTo(t, t.fundId, promotionFunds),
    oneOf('promotions_baseline_method', t.baselineMethod, ['weeksBefore', 'typed']),
    oneOf('promotions_form', t.form, [
      'advertising',
      'catalogue',
      'event',
      'agency',
      'internalExternal',
      'internet',
      'newspaper',
      'poster',
      'broadcast',
      'supplier',
      'website',
    ]),
    index('promotions_by_start').on(t.workspaceId, t.storeFrom, t.id).where(sql`archived_at is null`),
    index('promotions_by_end').on(t.workspaceId, t.storeTo, t.id).where(sql`archived_at is null`),
    index('promotions_owner').on(t.workspaceId, t.ownerId, t.storeTo),
    index('promotions_agreed_by').on(t.workspaceId, t.agreedBy),
    index('promotions_settled_by').on(t.workspaceId, t.settledBy),
    index('promotions_proof').on(t.workspaceId, t.proofFileId),
    index('promotions_fund').on(t.workspaceId, t.fundId),
  ],
)

/** With which clients. */
export const promotionAccounts = pgTable(
  'promotion_accounts',
  { ...tenant, promotionId: uuid().notNull(), accountId: uuid().notNull(), ...archivable },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.promotionId, promotions),
    belongsTo(t, t.accountId, accounts),
    uniqueIndex('promotion_accounts_once')
      .on(t.workspaceId, t.promotionId, t.accountId)
      .where(sql`archived_at is null`),
    index('promotion_accounts_promotion').on(t.workspaceId, t.promotionId),
    index('promotion_accounts_account').on(t.workspaceId, t.accountId),
  ],
)

/** For which products. */
export const promotionProducts = pgTable(
  'promotion_products',
  { ...tenant, promotionId: uuid().notNull(), productId: uuid().notNull(), ...archivable },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.promotionId, promotions),
    belongsTo(t, t.productId, products),
    uniqueIndex('promotion_products_once')
      .on(t.workspaceId, t.promotionId, t.productId)
      .where(sql`archived_at is null`),
    index('promotion_products_promotion').on(t.workspaceId, t.promotionId),
    index('promotion_products_product').on(t.workspaceId, t.productId),
  ],
)

/** The sales of a promotion before, during and after it as they were read on a day: what a direction can cite. */
export const promotionSnapshots = pgTable(
  'promotion_snapshots',
  {
    ...tenant,
    promotionId: uuid().notNull(),
    beforeFrom: date().notNull(),
    beforeTo: date().notNull(),
    afterTo: date().notNull(),
    beforeUnits: quantity().notNull(),
    duringUnits: quantity().notNull(),
    /** Null while the same time after the promotion has not passed. */
    afterUnits: quantity(),
    beforeNet: money().notNull(),
    duringNet: money().notNull(),
    afterNet: money(),
    /** Base units in a week without the promotion; null when no week before it was without promotions. */
    weeklyBaseline: quantity(),
    /** The days that the baseline was read from. */
    baselineDays: integer().notNull(),
    readBy: uuid().notNull(),
    readOn: date().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.promotionId, promotions),
    belongsTo(t, t.readBy, members),
    index('promotion_snapshots_promotion').on(t.workspaceId, t.promotionId, t.id),
    index('promotion_snapshots_read_by').on(t.workspaceId, t.readBy),
  ],
)

/** What came of it: the figures of M01 as they were read from the sales records and completed by people. */
export const promotionResults = pgTable(
  'promotion_results',
  {
    ...tenant,
    promotionId: uuid().notNull(),
    weeks: money().notNull(),
    weeklyBaseline: money().notNull(),
    actualUnits: money().notNull(),
    cannibalised: money().notNull(),
    pulledForward: money().notNull(),
    unitDiscount: money().notNull(),
    fixedCost: money().notNull(),
    /** What one unit contributes at the normal price. Confidential; null when nobody has said it. */
    unitContribution: money(),
    baselineFrom: date().notNull(),
    baselineTo: date().notNull(),
    afterUnits: money(),
    learning: text(),
    recordedBy: uuid().notNull(),
    recordedOn: date().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.promotionId, promotions),
    belongsTo(t, t.recordedBy, members),
    uniqueIndex('promotion_results_once').on(t.workspaceId, t.promotionId),
    index('promotion_results_recorded_by').on(t.workspaceId, t.recordedBy),
  ],
)

/** Where it goes from here: repeat, change or stop, and why. It cites the result of the promotion it is about. */
export const promotionDirections = pgTable(
  'promotion_directions',
  {
    ...tenant,
    promotionId: uuid().notNull(),
    decision: text().notNull(),
    reason: text().notNull(),
    reviewOn: date(),
    decidedBy: uuid().notNull(),
    decidedOn: date().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.promotionId, promotions),
    belongsTo(t, t.decidedBy, members),
    oneOf('promotion_directions_decision', t.decision, ['repeat', 'change', 'stop']),
    index('promotion_directions_promotion').on(t.workspaceId, t.promotionId, t.id),
    index('promotion_directions_decided_by').on(t.workspaceId, t.decidedBy, t.decidedOn),
  ],
)

/** What a direction rests on: sales as they were read, or a promotion; each speaks for it or against it. */
export const promotionCitations = pgTable(
  'promotion_citations',
  {
    ...tenant,
    directionId: uuid().notNull(),
    snapshotId: uuid(),
    citedPromotionId: uuid(),
    stance: text().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.directionId, promotionDirections),
    belongsTo(t, t.snapshotId, promotionSnapshots),
    belongsTo(t, t.citedPromotionId, promotions),
    oneOf('promotion_citations_stance', t.stance, ['supports', 'contradicts']),
    check('promotion_citations_one', sql`num_nonnulls(${t.snapshotId}, ${t.citedPromotionId}) = 1`),
    index('promotion_citations_direction').on(t.workspaceId, t.directionId),
    index('promotion_citations_snapshot').on(t.workspaceId, t.snapshotId),
    index('promotion_citations_promotion').on(t.workspaceId, t.citedPromotionId),
  ],
)
