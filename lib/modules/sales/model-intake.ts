import { z } from 'zod'
import { id, text } from '@/lib/kernel/input'
import { taxModes } from '@/lib/modules/products/model'

/** Exact text as the importer has read it. */
const exactText = z.string().regex(/^-?\d{1,14}(\.\d{1,4})?$/)
const isoDay = z.iso.date()
const isoCurrency = z.string().regex(/^[A-Z]{3}$/)

const document = {
  number: text(60),
  day: isoDay,
  requiredOn: isoDay.nullish(),
  shippedOn: isoDay.nullish(),
  freight: exactText.nullish(),
  currency: isoCurrency,
  taxMode: z.enum(taxModes),
}

const line = {
  productId: id,
  quantity: exactText,
  unit: text(20),
  listPrice: exactText.nullish(),
  unitPrice: exactText,
  discountPct: exactText,
  netAmount: exactText.nullish(),
}

export const bookManyInput = z.strictObject({
  documents: z.array(z.strictObject({ ...document, accountId: id })).max(500),
  documentChanges: z.array(z.strictObject({ documentId: id, patch: z.strictObject(document).partial() })).max(500),
  /** A line belongs to a document on record, or to one of `documents` by its place. */
  lines: z
    .array(
      z.strictObject({ ...line, lineKey: text(60), documentId: id.nullable(), place: z.number().int().nullable() }),
    )
    .max(500),
  lineChanges: z.array(z.strictObject({ lineId: id, documentId: id, ...line })).max(500),
})

const receivable = {
  invoiceDay: isoDay,
  dueDay: isoDay,
  amount: exactText,
  openAmount: exactText,
  currency: isoCurrency,
  chequeNumber: text(60).nullish(),
  chequeDueDay: isoDay.nullish(),
  chequeCashedDay: isoDay.nullish(),
  asOf: isoDay,
}
export const keepManyInput = z.strictObject({
  added: z.array(z.strictObject({ ...receivable, accountId: id, invoiceNumber: text(60) })).max(500),
  changes: z.array(z.strictObject({ receivableId: id, patch: z.strictObject(receivable).partial() })).max(500),
})

const images = z.array(z.strictObject({ id, image: z.record(z.string(), z.unknown()) })).max(50_000)
const ids = z.array(id).max(50_000)
export const takeBackInput = z.strictObject({
  documents: ids,
  lines: ids,
  receivables: ids,
  documentImages: images,
  lineImages: images,
  receivableImages: images,
})

type Values = Readonly<Record<string, string | null>>
/** What is on record as an import compares rows with it; values are text, numbers exact. */
export type KnownDocument = { id: string; number: string; accountId: string; visible: boolean; values: Values }
export type KnownLine = { id: string; documentId: string; lineKey: string; productId: string; values: Values }
export type KnownReceivable = { id: string; invoiceNumber: string; accountId: string; values: Values }
