import { z } from 'zod'
import { day, id, optionalDay, optionalText, text } from '@/lib/kernel/input'
import { amount, currency, number, optionalAmount, optionalNumber, percent } from '@/lib/kernel/input-numbers'
import { taxModes } from '@/lib/modules/products/model'

export const mostLines = 500

/** A quantity may be negative: goods that came back. */
const quantity = number({ min: '-99999999999999' })

/** What a line says. Without a discount none was given; without a net amount it follows from price and discount. */
const lineFields = {
  productId: id,
  quantity,
  unit: optionalText(20),
  listPrice: optionalAmount,
  unitPrice: amount,
  discountPct: percent.default('0'),
  netAmount: optionalNumber({ min: '-99999999999999' }),
}

const header = {
  accountId: id,
  number: text(60),
  day,
  requiredOn: optionalDay,
  shippedOn: optionalDay,
  freight: optionalAmount,
  currency,
  taxMode: z.enum(taxModes).default('exclusive'),
}

/** One document with its lines, each known by its key. Booked again, it says what holds now. */
export const bookInput = z.strictObject({
  ...header,
  lines: z.array(z.strictObject({ lineKey: text(60), ...lineFields })).max(mostLines),
})

/** Open invoices for a day, as accounting has them. */
const receivable = {
  accountId: id,
  invoiceNumber: text(60),
  invoiceDay: day,
  dueDay: day,
  amount,
  openAmount: amount,
  currency,
  chequeNumber: optionalText(60),
  chequeDueDay: optionalDay,
  chequeCashedDay: optionalDay,
}
export const keepReceivablesInput = z.strictObject({
  asOf: day,
  receivables: z.array(z.strictObject(receivable)).max(mostLines),
})

/** For which accounts, and for which days, the months are added up anew. */
export const refreshInput = z.strictObject({ accountIds: z.array(id).min(1).max(500), from: day, to: day })

export const accountRef = z.strictObject({ accountId: id })

/** How old an open amount is in days after its due day, or that a cheque is held for it. */
export const agingBuckets = ['notDue', 'to30', 'to60', 'to90', 'over90', 'cheques'] as const
export type AgingBucket = (typeof agingBuckets)[number]
