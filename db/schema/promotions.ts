import { sql } from 'drizzle-orm'
import { date, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, moment, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { files } from './files'
import { products } from './products'
import { members } from './workspace'

const money = () => numeric({ precision: 18, scale: 4 })

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
    /** How many weeks before the period say what would have been sold anyway. */
    baselineWeeks: integer().notNull().default(8),
    agreedAt: moment(),
    agreedBy: uuid(),
    agreedNote: text(),
    proofFileId: uuid(),
    proofNote: text(),
    settledAt: moment(),
    settledBy: uuid(),
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
