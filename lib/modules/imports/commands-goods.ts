import type { Work } from '@/lib/kernel/command'
import { addMany, amendMany } from '@/lib/modules/products/commands-intake'
import { bookMany, keepManyReceivables } from '@/lib/modules/sales/commands-intake'
import type { GoodsWorld } from './rules-goods'
import { changedEntries, type Entry } from './rules-records'

type IdOf = (row: number) => string | null

const said = (values: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

const openedBy = (entries: readonly Entry<object>[], ids: readonly string[]): IdOf => {
  const known = new Map(entries.map((entry, index) => [entry.openedBy, ids[index] ?? null]))
  return (row) => known.get(row) ?? null
}

/** Writes what rows have brought of products; answers which product a row added. */
export async function writeProducts(work: Work, { products }: GoodsWorld): Promise<IdOf> {
  const added = products.added.map(({ code, values }) => ({ code, ...said(values) }))
  const changes = changedEntries(products).map(({ id, patch }) => ({ productId: id ?? '', patch }))
  const { ids } = added.length > 0 ? await work.call(addMany, { products: added as never }) : { ids: [] }
  if (changes.length > 0) await work.call(amendMany, { products: changes as never })
  return openedBy(products.added, ids)
}

/** Writes documents and lines; answers which document or line a row brought. */
export async function writeSales(
  work: Work,
  { documents, lines }: GoodsWorld,
  subject: 'orders' | 'sales',
): Promise<IdOf> {
  const place = new Map(documents.added.map((entry, index) => [entry, index]))
  const lineOf = ({ productId, values }: (typeof lines.added)[number]) => {
    const { product: _, ...rest } = values
    return { productId, ...rest }
  }
  const input = {
    documents: documents.added.map(({ accountId, number, values }) => ({ accountId, number, ...values })),
    documentChanges: changedEntries(documents).map(({ id, patch }) => ({ documentId: id ?? '', patch })),
    lines: lines.added.map((entry) => ({
      ...lineOf(entry),
      lineKey: entry.lineKey,
      documentId: entry.document.id,
      place: place.get(entry.document) ?? null,
    })),
    lineChanges: changedEntries(lines).map((entry) => {
      const priced = 'quantity' in entry.patch || 'unitPrice' in entry.patch || 'discountPct' in entry.patch
      const line = lineOf(entry)
      const netAmount = priced && !('netAmount' in entry.patch) ? null : entry.values.netAmount
      return { ...line, netAmount, lineId: entry.id ?? '', documentId: entry.document.id ?? '' }
    }),
  }
  if (Object.values(input).every((list) => list.length === 0)) return () => null
  const { documentIds, lineIds } = await work.call(bookMany, input as never)
  return subject === 'orders' ? openedBy(documents.added, documentIds) : openedBy(lines.added, lineIds)
}

/** Writes open invoices; answers which one a row brought. */
export async function writeReceivables(work: Work, { receivables }: GoodsWorld): Promise<IdOf> {
  const added = receivables.added.map(({ accountId, invoiceNumber, values }) => ({
    accountId,
    invoiceNumber,
    ...values,
  }))
  const changes = changedEntries(receivables).map(({ id, patch }) => ({ receivableId: id ?? '', patch }))
  if (added.length + changes.length === 0) return () => null
  const { ids } = await work.call(keepManyReceivables, { added, changes } as never)
  return openedBy(receivables.added, ids)
}
