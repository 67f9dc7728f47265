import { and, eq, inArray } from 'drizzle-orm'
import { receivables, salesDocuments, salesLines } from '@/db/schema/sales'
import { command, type Work } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, changeRows, insertRow, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { accountsByIds, findAccount } from '@/lib/modules/accounts/queries'
import { findUnits } from '@/lib/modules/products/queries'
import { monthsChanged } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { bookInput, keepReceivablesInput } from './model'
import { amountsOf, counted, mustBeOpenAtMost, mustHaveOwnKeys, no } from './rules'

const edits = { permission: may.book, messages, refreshes: ['/accounts/[accountId]/sales'] }

/**
 * Books a document of another system with its lines, or says anew what it holds: lines that it no longer names are put
 * away. Refuses units without a factor, and a document number that another account has.
 */
export const book = command({
  name: 'sales.book',
  ...edits,
  input: bookInput,
  async run(work, { lines, ...header }) {
    await findAccount(work, header.accountId)
    mustHaveOwnKeys(lines.map(({ lineKey }) => lineKey))
    const known = await holdDocument(work, header.number)
    if (known && known.accountId !== header.accountId)
      throw no(
        'numberOfOther',
        { number: header.number },
        { number: { code: 'numberOfOther', params: { number: header.number } } },
      )
    const document = known
      ? await changeRow(work, salesDocuments, { id: known.id }, header)
      : await insertRow(work, salesDocuments, header)
    const wanted = await valued(work, lines, { documentId: document.id, ...header })
    const held = await heldLines(work, document.id)
    const byKey = new Map(held.map((line) => [line.lineKey, line]))
    const named = new Set(wanted.map(({ lineKey }) => lineKey))
    await insertRows(
      work,
      salesLines,
      wanted.filter(({ lineKey }) => !byKey.has(lineKey)),
    )
    await changeEach(
      work,
      salesLines,
      wanted.flatMap((line) => {
        const before = byKey.get(line.lineKey)
        return before ? [{ id: before.id, ...line }] : []
      }),
    )
    await changeRows(
      work,
      salesLines,
      held.flatMap(({ id, lineKey }) => (named.has(lineKey) ? [] : [id])),
      { archivedAt: work.now },
    )
    await monthsChanged(work, [header, ...(known ? [known] : [])])
    return { id: document.id, lines: wanted.length }
  },
})

type Given = typeof bookInput._output
type Header = Omit<Given, 'lines'> & { documentId: string }

async function valued(work: Work, lines: Given['lines'], { documentId, accountId, day, currency, taxMode }: Header) {
  const units = await findUnits(
    work,
    lines.map(({ productId }) => productId),
  )
  return lines.map(({ unit, netAmount, ...line }, index) => {
    const known = units.get(line.productId)
    if (!known) throw no('productUnknown', {}, { [`lines.${index}.productId`]: { code: 'productUnknown' } })
    const chosen = unit ?? known[0]?.unit ?? ''
    return {
      ...line,
      unit: chosen,
      baseQuantity: counted(line.quantity, chosen, known, `lines.${index}.unit`),
      ...amountsOf({ ...line, netAmount }),
      documentId,
      accountId,
      day,
      currency,
      taxMode,
    }
  })
}

async function holdDocument({ tx, actor }: Work, number: string) {
  const [row] = await tx
    .select()
    .from(salesDocuments)
    .where(and(own(salesDocuments, actor), eq(salesDocuments.number, number), live(salesDocuments)))
    .for('update')
  return row ?? null
}

const heldLines = ({ tx, actor }: Work, documentId: string) =>
  tx
    .select({ id: salesLines.id, lineKey: salesLines.lineKey })
    .from(salesLines)
    .where(and(own(salesLines, actor), eq(salesLines.documentId, documentId), live(salesLines)))

/** Keeps open invoices as accounting has them on a day; an invoice that is known is brought up to that day. */
export const keepReceivables = command({
  name: 'sales.keepReceivables',
  ...edits,
  input: keepReceivablesInput,
  async run(work, { asOf, receivables: given }) {
    const numbers = given.map(({ invoiceNumber }) => invoiceNumber)
    mustHaveOwnKeys(numbers)
    for (const [index, each] of given.entries()) mustBeOpenAtMost(each, `receivables.${index}.openAmount`)
    const accountIds = [...new Set(given.map(({ accountId }) => accountId))]
    if ((await accountsByIds(work, accountIds)).length < accountIds.length) throw new Refusal('notFound')
    const known = numbers.length > 0 ? await heldInvoices(work, numbers) : []
    const byNumber = new Map(known.map((row) => [row.invoiceNumber, row]))
    const taken = given.find(({ invoiceNumber, accountId }) => {
      const row = byNumber.get(invoiceNumber)
      return row && row.accountId !== accountId
    })
    if (taken) throw no('numberOfOther', { number: taken.invoiceNumber })
    const rows = given.map((each) => ({ ...each, asOf }))
    await insertRows(
      work,
      receivables,
      rows.filter(({ invoiceNumber }) => !byNumber.has(invoiceNumber)),
    )
    await changeEach(
      work,
      receivables,
      rows.flatMap((row) => {
        const before = byNumber.get(row.invoiceNumber)
        return before ? [{ id: before.id, ...row }] : []
      }),
    )
    return { kept: rows.length }
  },
})

const heldInvoices = ({ tx, actor }: Work, numbers: readonly string[]) =>
  tx
    .select({ id: receivables.id, invoiceNumber: receivables.invoiceNumber, accountId: receivables.accountId })
    .from(receivables)
    .where(and(own(receivables, actor), inArray(receivables.invoiceNumber, [...numbers]), live(receivables)))
