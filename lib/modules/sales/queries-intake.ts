import { and, inArray, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { products } from '@/db/schema/products'
import { receivables, salesDocuments, salesLines } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { visibleAccounts } from '@/lib/kernel/visibility'
import type { KnownDocument, KnownLine, KnownReceivable } from './model-intake'

const number = (value: string | null) => (value === null ? null : plain(value))

/** Live documents by number, with whether the actor may see their account. */
export async function findKnownDocuments({ tx, actor }: Look, numbers: readonly string[]): Promise<KnownDocument[]> {
  if (numbers.length === 0) return []
  const visible = visibleAccounts(accounts, actor) ?? sql`true`
  const rows = await tx
    .select({ document: salesDocuments, visible: sql<boolean>`coalesce(${visible}, false)` })
    .from(salesDocuments)
    .innerJoin(accounts, joined(accounts, actor, salesDocuments.accountId))
    .where(and(own(salesDocuments, actor), inArray(salesDocuments.number, [...new Set(numbers)]), live(salesDocuments)))
  return rows.map(({ document, visible: seen }) => ({
    id: document.id,
    number: document.number,
    accountId: document.accountId,
    visible: seen,
    values: {
      day: document.day,
      requiredOn: document.requiredOn,
      shippedOn: document.shippedOn,
      freight: number(document.freight),
      currency: document.currency,
      taxMode: document.taxMode,
    },
  }))
}

/** Live lines of documents, with their product's code. */
export async function findKnownLines({ tx, actor }: Look, documentIds: readonly string[]): Promise<KnownLine[]> {
  if (documentIds.length === 0) return []
  const rows = await tx
    .select({ line: salesLines, code: products.code })
    .from(salesLines)
    .innerJoin(products, joined(products, actor, salesLines.productId))
    .where(and(own(salesLines, actor), inArray(salesLines.documentId, [...documentIds]), live(salesLines)))
  return rows.map(({ line, code }) => ({
    id: line.id,
    documentId: line.documentId,
    lineKey: line.lineKey,
    productId: line.productId,
    values: {
      product: code,
      quantity: number(line.quantity),
      unit: line.unit,
      listPrice: number(line.listPrice),
      unitPrice: number(line.unitPrice),
      discountPct: number(line.discountPct),
      netAmount: number(line.netAmount),
    },
  }))
}

/** Live invoices by number. */
export async function findKnownReceivables(
  { tx, actor }: Look,
  numbers: readonly string[],
): Promise<KnownReceivable[]> {
  if (numbers.length === 0) return []
  const rows = await tx
    .select()
    .from(receivables)
    .where(and(own(receivables, actor), inArray(receivables.invoiceNumber, [...new Set(numbers)]), live(receivables)))
  return rows.map((row) => ({
    id: row.id,
    invoiceNumber: row.invoiceNumber,
    accountId: row.accountId,
    values: {
      invoiceDay: row.invoiceDay,
      dueDay: row.dueDay,
      amount: number(row.amount),
      openAmount: number(row.openAmount),
      currency: row.currency,
      chequeNumber: row.chequeNumber,
      chequeDueDay: row.chequeDueDay,
      chequeCashedDay: row.chequeCashedDay,
      asOf: row.asOf,
    },
  }))
}
