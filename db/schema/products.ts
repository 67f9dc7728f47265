import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, byStroke, moment, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { members } from './workspace'

const money = () => numeric({ precision: 18, scale: 4 })

/** What kinds of goods the company sells. */
export const productCategories = pgTable(
  'product_categories',
  { ...tenant, name: text().notNull(), ...archivable },
  (t) => [
    ...tenantRules(t),
    uniqueIndex('product_categories_name').on(t.workspaceId, t.name).where(sql`archived_at is null`),
  ],
)

/** The catalogue: what is sold, under which code, counted in which base unit. */
export const products = pgTable(
  'products',
  {
    ...tenant,
    code: text().notNull(),
    name: text().notNull(),
    englishName: text(),
    categoryId: uuid(),
    brand: text(),
    /** How it is packed, in words: 24 瓶 × 355 ml. */
    specification: text(),
    baseUnit: text().notNull(),
    /** Still sold, or sold no more and kept for its past. */
    status: text().notNull().default('active'),
    /** Whom we buy it from, when that is an account of ours. */
    supplierId: uuid(),
    note: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.categoryId, productCategories),
    belongsTo(t, t.supplierId, accounts),
    oneOf('products_status', t.status, ['active', 'discontinued']),
    uniqueIndex('products_code').on(t.workspaceId, t.code).where(sql`archived_at is null`),
    index('products_by_code').on(t.workspaceId, t.code, t.id).where(sql`archived_at is null`),
    index('products_by_name').on(t.workspaceId, t.name, t.id).where(sql`archived_at is null`),
    index('products_by_stroke').on(t.workspaceId, byStroke(t.name), t.id).where(sql`archived_at is null`),
    index('products_by_created').on(t.workspaceId, t.createdAt, t.id).where(sql`archived_at is null`),
    index('products_archived').on(t.workspaceId, t.code, t.id).where(sql`archived_at is not null`),
    index('products_supplier').on(t.workspaceId, t.supplierId),
    index('products_category').on(t.workspaceId, t.categoryId, t.code),
  ],
)

/** Other units of a product, each as a number of base units: a case of 24 bottles. */
export const productUnits = pgTable(
  'product_units',
  {
    ...tenant,
    productId: uuid().notNull(),
    unit: text().notNull(),
    /** Base units in one of these. */
    factor: numeric({ precision: 18, scale: 6 }).notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.productId, products),
    uniqueIndex('product_units_once').on(t.workspaceId, t.productId, t.unit).where(sql`archived_at is null`),
    index('product_units_product').on(t.workspaceId, t.productId),
  ],
)

/** What one base unit costs us from a day on. Confidential: read only for those who may see margins. */
export const productCosts = pgTable(
  'product_costs',
  {
    ...tenant,
    productId: uuid().notNull(),
    validFrom: date().notNull(),
    cost: money().notNull(),
    currency: text().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.productId, products),
    uniqueIndex('product_costs_once')
      .on(t.workspaceId, t.productId, t.currency, t.validFrom)
      .where(sql`archived_at is null`),
    index('product_costs_product').on(t.workspaceId, t.productId, t.validFrom),
  ],
)

/** A price list: one currency, prices with or without tax, for everybody or for a segment or channel. */
export const priceLists = pgTable(
  'price_lists',
  {
    ...tenant,
    name: text().notNull(),
    currency: text().notNull(),
    taxMode: text().notNull().default('exclusive'),
    segment: text(),
    channel: text(),
    /** The list that counts in its currency when nothing more particular is said. */
    standard: boolean().notNull().default(false),
    note: text(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    oneOf('price_lists_tax_mode', t.taxMode, ['exclusive', 'inclusive']),
    uniqueIndex('price_lists_name').on(t.workspaceId, t.name).where(sql`archived_at is null`),
    uniqueIndex('price_lists_standard').on(t.workspaceId, t.currency).where(sql`standard and archived_at is null`),
  ],
)

/** One edition of a price list. Published ones never overlap: the database refuses it. */
export const priceListVersions = pgTable(
  'price_list_versions',
  {
    ...tenant,
    priceListId: uuid().notNull(),
    number: integer().notNull(),
    validFrom: date().notNull(),
    /** The last day; null while nothing follows. */
    validTo: date(),
    note: text(),
    publishedAt: moment(),
    publishedBy: uuid(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.priceListId, priceLists),
    belongsTo(t, t.publishedBy, members),
    uniqueIndex('price_list_versions_number').on(t.workspaceId, t.priceListId, t.number),
    index('price_list_versions_valid').on(t.workspaceId, t.priceListId, t.validFrom),
    index('price_list_versions_published_by').on(t.workspaceId, t.publishedBy),
  ],
)

/** What one unit of a product costs the client by this edition. */
export const priceListItems = pgTable(
  'price_list_items',
  {
    ...tenant,
    versionId: uuid().notNull(),
    productId: uuid().notNull(),
    unit: text().notNull(),
    price: money().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.versionId, priceListVersions),
    belongsTo(t, t.productId, products),
    uniqueIndex('price_list_items_once')
      .on(t.workspaceId, t.versionId, t.productId, t.unit)
      .where(sql`archived_at is null`),
    index('price_list_items_version').on(t.workspaceId, t.versionId),
    index('price_list_items_product').on(t.workspaceId, t.productId),
  ],
)
