import { sql } from 'drizzle-orm'
import { date, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { archivable, belongsTo, oneOf, tenant, tenantRules } from '../columns'
import { accounts } from './accounts'
import { products } from './products'

const money = () => numeric({ precision: 18, scale: 4 })

/** An order or invoice as another system has it: whose, when, and what belongs to it as a whole. */
export const salesDocuments = pgTable(
  'sales_documents',
  {
    ...tenant,
    accountId: uuid().notNull(),
    number: text().notNull(),
    day: date().notNull(),
    requiredOn: date(),
    shippedOn: date(),
    freight: money(),
    currency: text().notNull(),
    taxMode: text().notNull().default('exclusive'),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    oneOf('sales_documents_tax_mode', t.taxMode, ['exclusive', 'inclusive']),
    uniqueIndex('sales_documents_number').on(t.workspaceId, t.number).where(sql`archived_at is null`),
    index('sales_documents_account').on(t.workspaceId, t.accountId, t.day, t.id),
  ],
)

/** One line of a document. Account, day and currency are its document's, kept here for reading by them. */
export const salesLines = pgTable(
  'sales_lines',
  {
    ...tenant,
    documentId: uuid().notNull(),
    accountId: uuid().notNull(),
    productId: uuid().notNull(),
    day: date().notNull(),
    /** What tells the line from the others of its document. */
    lineKey: text().notNull(),
    quantity: money().notNull(),
    unit: text().notNull(),
    /** The quantity in the product's base unit. */
    baseQuantity: numeric({ precision: 24, scale: 6 }).notNull(),
    listPrice: money(),
    unitPrice: money().notNull(),
    /** Percent off the unit price: 15 is 15 %. */
    discountPct: money().notNull(),
    grossAmount: money().notNull(),
    netAmount: money().notNull(),
    currency: text().notNull(),
    taxMode: text().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.documentId, salesDocuments),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.productId, products),
    oneOf('sales_lines_tax_mode', t.taxMode, ['exclusive', 'inclusive']),
    uniqueIndex('sales_lines_once').on(t.workspaceId, t.documentId, t.lineKey).where(sql`archived_at is null`),
    index('sales_lines_document').on(t.workspaceId, t.documentId),
    index('sales_lines_account').on(t.workspaceId, t.accountId, t.day, t.id),
    index('sales_lines_by_day').on(t.workspaceId, t.day, t.id).where(sql`archived_at is null`),
    index('sales_lines_product').on(t.workspaceId, t.productId, t.day, t.id),
  ],
)

/** The lines of a month added up, by account, product and currency: what every overview reads. */
export const salesMonths = pgTable(
  'sales_months',
  {
    ...tenant,
    accountId: uuid().notNull(),
    productId: uuid().notNull(),
    month: date().notNull(),
    currency: text().notNull(),
    baseQuantity: numeric({ precision: 24, scale: 6 }).notNull(),
    grossAmount: numeric({ precision: 24, scale: 4 }).notNull(),
    netAmount: numeric({ precision: 24, scale: 4 }).notNull(),
    lines: integer().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    belongsTo(t, t.productId, products),
    uniqueIndex('sales_months_once').on(t.workspaceId, t.accountId, t.month, t.productId, t.currency),
    index('sales_months_product').on(t.workspaceId, t.productId, t.month),
  ],
)

/** What everybody together bought in a month, summed up once a night: for shares of it, which no page may add up itself. */
export const salesTotals = pgTable(
  'sales_totals',
  {
    ...tenant,
    month: date().notNull(),
    currency: text().notNull(),
    netAmount: numeric({ precision: 24, scale: 4 }).notNull(),
  },
  (t) => [...tenantRules(t), uniqueIndex('sales_totals_once').on(t.workspaceId, t.month, t.currency)],
)

/** Open invoices as accounting had them on a day, with the cheques received for them. */
export const receivables = pgTable(
  'receivables',
  {
    ...tenant,
    accountId: uuid().notNull(),
    invoiceNumber: text().notNull(),
    invoiceDay: date().notNull(),
    dueDay: date().notNull(),
    amount: money().notNull(),
    openAmount: money().notNull(),
    currency: text().notNull(),
    chequeNumber: text(),
    chequeDueDay: date(),
    chequeCashedDay: date(),
    /** The day for which accounting said this. */
    asOf: date().notNull(),
    ...archivable,
  },
  (t) => [
    ...tenantRules(t),
    belongsTo(t, t.accountId, accounts),
    uniqueIndex('receivables_invoice').on(t.workspaceId, t.invoiceNumber).where(sql`archived_at is null`),
    index('receivables_account').on(t.workspaceId, t.accountId, t.asOf, t.id),
    index('receivables_as_of').on(t.workspaceId, t.asOf),
  ],
)
