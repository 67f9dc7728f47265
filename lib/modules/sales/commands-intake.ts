import { and, inArray } from 'drizzle-orm'
import { receivables, salesDocuments, salesLines } from '@/db/schema/sales'
import { command, type Work } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { changeEach, revertEach } from '@/lib/kernel/write-each'
import { findUnits } from '@/lib/modules/products/queries'
import { monthsChanged } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { bookManyInput, keepManyInput, takeBackInput } from './model-intake'
import { amountsOf, counted } from './rules'

const intake = { permission: may.book, messages, internal: true }
type Document = typeof salesDocuments.$inferSelect
type Booked = typeof bookManyInput._output

/**
 * Books up to 500 documents and lines at once, for imports: all or none. Whoever calls it has compared them with what is
 * on record. Lines follow their document when its day, currency or tax mode changes.
 */
export const bookMany = command({
  name: 'sales.bookMany',
  ...intake,
  input: bookManyInput,
  async run(work, { documents, documentChanges, lines, lineChanges }) {
    const added = await insertRows(work, salesDocuments, documents)
    const before = await findDocuments(work, [
      ...documentChanges.map(({ documentId }) => documentId),
      ...lines.flatMap(({ documentId }) => documentId ?? []),
      ...lineChanges.map(({ documentId }) => documentId),
    ])
    const changed = await changeEach(
      work,
      salesDocuments,
      documentChanges.map(({ documentId, patch }) => ({ id: documentId, ...defined(patch) })),
    )
    await follow(work, changed)
    const byId = new Map([...before, ...changed, ...added].map((row) => [row.id, row]))
    const units = await findUnits(
      work,
      [...lines, ...lineChanges].map(({ productId }) => productId),
    )
    const rows = await insertRows(
      work,
      salesLines,
      lines.map(({ documentId, place, ...line }) => {
        const document = documentId === null ? added[place ?? -1] : byId.get(documentId)
        if (!document) throw new Refusal('notFound')
        return { ...valued(line, units), ...headOf(document), lineKey: line.lineKey }
      }),
    )
    await changeEach(
      work,
      salesLines,
      lineChanges.map(({ lineId, documentId: _, ...line }) => ({ id: lineId, ...valued(line, units) })),
    )
    const touched = [...rows, ...before, ...changed].map(({ accountId, day }) => ({ accountId, day }))
    if (rows.length + lineChanges.length + changed.length > 0) await monthsChanged(work, touched)
    return { documentIds: added.map(({ id }) => id), lineIds: rows.map(({ id }) => id) }
  },
})

const defined = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>

const headOf = ({ id, accountId, day, currency, taxMode }: Document) => ({
  documentId: id,
  accountId,
  day,
  currency,
  taxMode,
})

type Units = Awaited<ReturnType<typeof findUnits>>
type Line = Omit<Booked['lineChanges'][number], 'lineId' | 'documentId'>

function valued({ netAmount, productId, quantity, unit, unitPrice, discountPct, listPrice }: Line, units: Units) {
  const baseQuantity = counted(quantity, unit, units.get(productId) ?? [])
  const amounts = amountsOf({ quantity, unitPrice, discountPct, netAmount })
  return { productId, quantity, unit, unitPrice, discountPct, ...defined({ listPrice }), baseQuantity, ...amounts }
}

async function findDocuments({ tx, actor }: Work, ids: readonly string[]): Promise<Document[]> {
  if (ids.length === 0) return []
  return tx
    .select()
    .from(salesDocuments)
    .where(and(own(salesDocuments, actor), inArray(salesDocuments.id, [...new Set(ids)]), live(salesDocuments)))
    .for('update')
}

/** Lines say the day, currency and tax mode of their document. */
async function follow(work: Work, documents: readonly Document[]) {
  if (documents.length === 0) return
  const byId = new Map(documents.map((row) => [row.id, row]))
  const lines = await work.tx
    .select({ id: salesLines.id, documentId: salesLines.documentId })
    .from(salesLines)
    .where(and(own(salesLines, work.actor), inArray(salesLines.documentId, [...byId.keys()])))
  await changeEach(
    work,
    salesLines,
    lines.flatMap(({ id, documentId }) => {
      const document = byId.get(documentId)
      return document ? [{ id, ...headOf(document) }] : []
    }),
  )
}

/** Keeps up to 500 open invoices at once, for imports: all or none. */
export const keepManyReceivables = command({
  name: 'sales.keepManyReceivables',
  ...intake,
  input: keepManyInput,
  async run(work, { added, changes }) {
    const rows = await insertRows(work, receivables, added)
    await changeEach(
      work,
      receivables,
      changes.map(({ receivableId, patch }) => ({ id: receivableId, ...defined(patch) })),
    )
    return { ids: rows.map(({ id }) => id) }
  },
})

/** Takes back what an import booked: what it added goes to the archive, what it changed becomes what it was. */
export const takeBack = command({
  name: 'sales.takeBack',
  ...intake,
  input: takeBackInput,
  async run(work, plan) {
    const changed = [...plan.lines, ...plan.lineImages.map(({ id }) => id)]
    const before = await placesOf(work, changed)
    await revertEach(work, salesDocuments, plan.documentImages)
    await revertEach(work, salesLines, plan.lineImages)
    await changeRows(work, salesLines, plan.lines, { archivedAt: work.now })
    await changeRows(work, salesDocuments, await withoutLines(work, plan.documents), { archivedAt: work.now })
    await revertEach(work, receivables, plan.receivableImages)
    await changeRows(work, receivables, plan.receivables, { archivedAt: work.now })
    await monthsChanged(work, [...before, ...(await placesOf(work, changed))])
  },
})

/** Where lines lie: their account and day. */
const placesOf = async ({ tx, actor }: Work, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : tx
        .selectDistinct({ accountId: salesLines.accountId, day: salesLines.day })
        .from(salesLines)
        .where(and(own(salesLines, actor), inArray(salesLines.id, [...ids])))

/** Documents in which no line is left. */
async function withoutLines({ tx, actor }: Work, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const used = await tx
    .selectDistinct({ id: salesLines.documentId })
    .from(salesLines)
    .where(and(own(salesLines, actor), inArray(salesLines.documentId, [...ids]), live(salesLines)))
  const held = new Set(used.map(({ id }) => id))
  return ids.filter((id) => !held.has(id))
}
