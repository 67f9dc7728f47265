import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { productCategories, products } from './products'
import { members } from './workspace'

const money = () => numeric({ precision: 18, scale: 4 })
const percent = () => numeric({ precision: 7, scale: 4 })

/** One edition of the pricing policy: its text for people, and the limits that routing and rounding follow. */
export const pricePolicies = pgTable(
  'price_policies',
  {
    ...tenant,
    number: integer().notNull(),
    title: text().notNull(),
    englishTitle: text(),
    body: text().notNull(),
    englishBody: text(),
    /** Roles that must have read it. */
    audience: text().array().notNull(),
    validFrom: date().notNull(),
    /** Thresholds, rounding, notice days and what account managers may see. */
    limits: jsonb().notNull(),
    authorId: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.authorId, members),
    uniqueIndex('price_policies_number').on(t.workspaceId, t.number),
    index('price_policies_valid').on(t.workspaceId, t.validFrom),
    index('price_policies_author').on(t.workspaceId, t.authorId),
  ],
)

/** Who has read which edition of the policy, and when: the row's own moment. */
export const pricePolicyReadings = pgTable(
  'price_policy_readings',
  { ...tenant, policyId: uuid().notNull(), memberId: uuid().notNull(), readOn: date().notNull() },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.policyId, pricePolicies),
    belongsTo(t, t.memberId, members),
    uniqueIndex('price_policy_readings_once').on(t.workspaceId, t.policyId, t.memberId),
    index('price_policy_readings_member').on(t.workspaceId, t.memberId),
  ],
)

/** For whom, for what, from when until when, from which quantity on, which price holds. Null means: for all. */
export const priceRules = pgTable(
  'price_rules',
  {
    ...tenant,
    name: text().notNull(),
    accountId: uuid(),
    segment: text(),
    channel: text(),
    productId: uuid(),
    categoryId: uuid(),
    fromDay: date().notNull(),
    toDay: date(),
    minQuantity: money().notNull().default('0'),
    priority: integer().notNull().default(0),
    action: text().notNull(),
    discountPct: percent(),
    fixedPrice: money(),
    formula: jsonb(),
    schedule: text(),
    tiers: jsonb(),
    /** The currency of its amounts; null for a rule that speaks of percentages only. */
    currency: text(),
    stackGroup: text(),
    stackMode: text(),
    note: text(),
    authorId: uuid().notNull(),
    /** The five dimensions as one text: rules of one scope, priority, quantity and first day clash. */
    scopeKey: text().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.productId, products),
    belongsTo(t, t.categoryId, productCategories),
    belongsTo(t, t.authorId, members),
    oneOf('price_rules_action', t.action, ['discount', 'fixed', 'formula', 'schedule']),
    oneOf('price_rules_schedule', t.schedule, ['range', 'slab']),
    oneOf('price_rules_stack_mode', t.stackMode, ['sequential', 'additive']),
    uniqueIndex('price_rules_no_clash')
      .on(t.workspaceId, t.scopeKey, t.priority, t.minQuantity, t.fromDay)
      .where(sql`archived_at is null and stack_group is null`),
    index('price_rules_by_name').on(t.workspaceId, t.name, t.id).where(sql`archived_at is null`),
    index('price_rules_by_from').on(t.workspaceId, t.fromDay, t.id).where(sql`archived_at is null`),
    index('price_rules_account').on(t.workspaceId, t.accountId, t.name, t.id),
    index('price_rules_scope').on(t.workspaceId, t.scopeKey),
    index('price_rules_product').on(t.workspaceId, t.productId),
    index('price_rules_category').on(t.workspaceId, t.categoryId),
    index('price_rules_author').on(t.workspaceId, t.authorId),
  ],
)

/** The price below which nothing may be sold. Confidential: read only for those who may see margins. */
export const priceFloors = pgTable(
  'price_floors',
  {
    ...tenant,
    productId: uuid(),
    categoryId: uuid(),
    method: text().notNull(),
    value: money().notNull(),
    currency: text(),
    fromDay: date().notNull(),
    toDay: date(),
    note: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.productId, products),
    belongsTo(t, t.categoryId, productCategories),
    oneOf('price_floors_method', t.method, ['absolute', 'costPlus', 'pocketMarginPct']),
    index('price_floors_product').on(t.workspaceId, t.productId),
    index('price_floors_category').on(t.workspaceId, t.categoryId),
    index('price_floors_from').on(t.workspaceId, t.fromDay, t.id),
  ],
)

/** A price for one client and product that no rule gives: it needs consent, and it ends by itself. */
export const priceExceptions = pgTable(
  'price_exceptions',
  {
    ...tenant,
    accountId: uuid().notNull(),
    productId: uuid().notNull(),
    kind: text().notNull(),
    price: money(),
    discountPct: percent(),
    currency: text(),
    quantityCap: money(),
    fromDay: date().notNull(),
    toDay: date().notNull(),
    reason: text().notNull(),
    authorId: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.productId, products),
    belongsTo(t, t.authorId, members),
    oneOf('price_exceptions_kind', t.kind, ['price', 'discount']),
    index('price_exceptions_by_to').on(t.workspaceId, t.toDay, t.id).where(sql`archived_at is null`),
    index('price_exceptions_by_created').on(t.workspaceId, t.createdAt, t.id).where(sql`archived_at is null`),
    index('price_exceptions_account').on(t.workspaceId, t.accountId, t.toDay, t.id),
    index('price_exceptions_product').on(t.workspaceId, t.productId),
    index('price_exceptions_author').on(t.workspaceId, t.authorId),
  ],
)

/** A calculation as it was made: inputs, policy and explanation, never calculated anew. */
export const dealChecks = pgTable(
  'deal_checks',
  {
    ...tenant,
    accountId: uuid().notNull(),
    title: text().notNull(),
    /** The date of the document. */
    day: date().notNull(),
    deliveryDay: date(),
    /** Whose day the prices are of. */
    pricedBy: text().notNull().default('document'),
    currency: text().notNull(),
    paymentDays: integer(),
    /** Deductions on and off the invoice. */
    terms: jsonb().notNull(),
    policyId: uuid(),
    listTotal: money().notNull(),
    total: money().notNull(),
    discountPct: percent(),
    /** The waterfall without cost and margin, the reasons as everybody may read them. */
    result: jsonb().notNull(),
    /** Cost, margin, floors and the route's reasons: read only for those who may see margins. */
    confidential: jsonb().notNull(),
    /** What the approval is bound to. */
    contentHash: text().notNull(),
    reason: text(),
    authorId: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.policyId, pricePolicies),
    belongsTo(t, t.authorId, members),
    oneOf('deal_checks_priced_by', t.pricedBy, ['document', 'delivery']),
    index('deal_checks_by_created').on(t.workspaceId, t.createdAt, t.id).where(sql`archived_at is null`),
    index('deal_checks_by_day').on(t.workspaceId, t.day, t.id).where(sql`archived_at is null`),
    index('deal_checks_account').on(t.workspaceId, t.accountId, t.createdAt, t.id),
    index('deal_checks_policy').on(t.workspaceId, t.policyId),
    index('deal_checks_author').on(t.workspaceId, t.authorId),
  ],
)

export const dealCheckLines = pgTable(
  'deal_check_lines',
  {
    ...tenant,
    dealCheckId: uuid().notNull(),
    accountId: uuid().notNull(),
    position: integer().notNull(),
    productId: uuid().notNull(),
    quantity: money().notNull(),
    unit: text().notNull(),
    listPrice: money().notNull(),
    policyPrice: money().notNull(),
    price: money().notNull(),
    noRule: boolean().notNull(),
    ruleId: uuid(),
    exceptionId: uuid(),
    /** Why this price: in words, in every language, as it was then. */
    explanation: jsonb().notNull(),
    confidential: jsonb().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.dealCheckId, dealChecks),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.productId, products),
    belongsTo(t, t.ruleId, priceRules),
    belongsTo(t, t.exceptionId, priceExceptions),
    uniqueIndex('deal_check_lines_position').on(t.workspaceId, t.dealCheckId, t.position),
    index('deal_check_lines_account').on(t.workspaceId, t.accountId),
    index('deal_check_lines_product').on(t.workspaceId, t.productId),
    index('deal_check_lines_rule').on(t.workspaceId, t.ruleId),
    index('deal_check_lines_exception').on(t.workspaceId, t.exceptionId),
  ],
)

/** What a client earns back for turnover over a period. */
export const rebateProgrammes = pgTable(
  'rebate_programmes',
  {
    ...tenant,
    accountId: uuid().notNull(),
    name: text().notNull(),
    method: text().notNull(),
    basis: text().notNull().default('net'),
    currency: text().notNull(),
    fromDay: date().notNull(),
    toDay: date().notNull(),
    tiers: jsonb().notNull(),
    /** The turnover that is expected for the whole period; null when nobody said. */
    forecast: money(),
    note: text(),
    authorId: uuid().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.authorId, members),
    oneOf('rebate_programmes_method', t.method, ['retrospective', 'incremental']),
    oneOf('rebate_programmes_basis', t.basis, ['net', 'gross']),
    index('rebate_programmes_by_to').on(t.workspaceId, t.toDay, t.id).where(sql`archived_at is null`),
    index('rebate_programmes_account').on(t.workspaceId, t.accountId, t.toDay, t.id),
    index('rebate_programmes_author').on(t.workspaceId, t.authorId),
  ],
)
