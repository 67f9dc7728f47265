import { cut } from '@/lib/kernel/cut'
import { dayOf } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import type { Unit } from '@/lib/modules/products/model'
import type { KnownProduct } from '@/lib/modules/products/model-intake'
import type { KnownDocument, KnownLine, KnownReceivable } from '@/lib/modules/sales/model-intake'
import type { PlannedRow, Setting } from './model-plan'
import { accountNamed } from './rules-accounts-match'
import type { AccountsWorld } from './rules-accounts-world'
import {
  addKnownEntry,
  type Entries,
  type Entry,
  newEntries,
  openEntry,
  planKnownEntry,
  plannedNew,
  refusing,
  settleEntries,
} from './rules-records'
import type { ReadRow } from './rules-rows'

type Document = { accountId: string; number: string; visible: boolean }
type Line = { document: Entry<Document>; productId: string; lineKey: string }
type Receivable = { accountId: string; invoiceNumber: string }
type Product = { code: string }

/** Products, documents, lines and open invoices as they will be once the rows so far are in. */
export type GoodsWorld = {
  accounts: AccountsWorld
  products: Entries<Product>
  catalogue: Map<string, KnownProduct>
  namesakes: Map<string, KnownProduct | null>
  units: Map<string, readonly Unit[]>
  documents: Entries<Document>
  lines: Entries<Line>
  receivables: Entries<Receivable>
}

export const newGoodsWorld = (accounts: AccountsWorld): GoodsWorld => ({
  accounts,
  products: newEntries(),
  catalogue: new Map(),
  namesakes: new Map(),
  units: new Map(),
  documents: newEntries(),
  lines: newEntries(),
  receivables: newEntries(),
})

export function addKnownProducts(world: GoodsWorld, known: readonly KnownProduct[]): void {
  for (const product of known) {
    addKnownEntry(world.products, product.code, product)
    world.catalogue.set(product.code, product)
    const name = product.values.name ?? ''
    const other = world.namesakes.get(name)
    world.namesakes.set(name, other === undefined || other?.id === product.id ? product : null)
  }
}

export function addKnownDocuments(
  world: GoodsWorld,
  documents: readonly KnownDocument[],
  lines: readonly KnownLine[],
): void {
  const byId = new Map<string, Entry<Document>>()
  for (const known of documents) {
    addKnownEntry(world.documents, known.number, known)
    const entry = world.documents.byKey.get(known.number)
    if (entry) byId.set(known.id, entry)
  }
  for (const { documentId, ...line } of lines) {
    const document = byId.get(documentId)
    if (document) addKnownEntry(world.lines, keyOf(document.number, line.lineKey), { ...line, document })
  }
}

export const addKnownInvoices = (world: GoodsWorld, known: readonly KnownReceivable[]): void => {
  for (const each of known) addKnownEntry(world.receivables, each.invoiceNumber, each)
}

/** Takes products and documents that rows have brought for written. */
export function settleGoods(world: GoodsWorld, newId: () => string): void {
  const added = settleEntries(world.products, newId)
  addKnownProducts(world, added)
  for (const { id, values } of added) world.units.set(id, [{ unit: values.baseUnit ?? usualUnit, factor: '1' }])
  settleEntries(world.documents, newId)
  settleEntries(world.lines, newId)
  settleEntries(world.receivables, newId)
}

const keyOf = (number: string, lineKey: string) => `${number}\u0000${lineKey}`

/** What a file without a unit counts products in. */
const usualUnit = '個'

/** What becomes of each row of products: recognised by their code. */
export const planProducts = (world: GoodsWorld, rows: readonly ReadRow[]): PlannedRow[] =>
  rows.map((row) => {
    const refuse = refusing(row)
    if (row.fault) return { ...refuse(row.fault.code, row.fault.params), reason: row.fault }
    const { code, discontinued, status: said } = row.values
    if (!code) return refuse('codeMissing')
    const status = said ?? (discontinued === undefined ? undefined : discontinued === 'yes' ? 'discontinued' : 'active')
    const told: Record<string, string> = { ...row.values, ...(status === undefined ? {} : { status }) }
    delete told.code
    delete told.discontinued
    const known = world.products.byKey.get(code)
    if (!known) {
      if (!told.name) return refuse('nameMissing')
      openEntry(world.products, code, row.number, { status: 'active', baseUnit: usualUnit, ...told }, { code })
      return plannedNew(row)
    }
    if (told.baseUnit !== undefined && told.baseUnit !== known.values.baseUnit)
      return refuse('baseUnitOther', { before: known.values.baseUnit ?? '', after: told.baseUnit })
    return planKnownEntry(row, told, known)
  })

/** What becomes of each row of orders: recognised by their number. */
export const planOrders = (world: GoodsWorld, setting: Setting, rows: readonly ReadRow[]): PlannedRow[] =>
  rows.map((row) => {
    const refuse = refusing(row)
    if (row.fault) return { ...refuse(row.fault.code, row.fault.params), reason: row.fault }
    const { number, account: typed = '', ...said } = row.values
    if (!number) return refuse('numberMissing')
    const account = accountNamed(world.accounts, typed, setting.source)
    if (!account?.id) return refuse('accountUnknown', { value: cut(typed, 80) })
    const known = world.documents.byKey.get(number)
    if (known)
      return known.accountId === account.id ? planKnownEntry(row, said, known) : refuse('documentOfOther', { number })
    if (!said.day) return refuse('dayMissing')
    const values = { currency: setting.currency, taxMode: 'exclusive', ...said }
    openEntry(world.documents, number, row.number, values, { accountId: account.id, number, visible: true })
    return plannedNew(row)
  })

/** The document of a line: one on record or from earlier rows, or one that the row itself tells of. */
function documentOf(world: GoodsWorld, setting: Setting, { number: at, values }: ReadRow): Entry<Document> | string {
  const { number = '', account: typed, day, currency, taxMode } = values
  const known = world.documents.byKey.get(number)
  const account = typed === undefined ? undefined : accountNamed(world.accounts, typed, setting.source)
  if (typed !== undefined && !account?.id) return 'accountUnknown'
  if (known && !known.visible) return 'documentOfOther'
  if (known) return account && account.id !== known.accountId ? 'documentOfOther' : known
  if (!account?.id || !day) return 'documentUnknown'
  const head = { day, currency: currency ?? setting.currency, taxMode: taxMode ?? 'exclusive' }
  return openEntry(world.documents, number, at, head, { accountId: account.id, number, visible: true })
}

const productOf = ({ catalogue, namesakes }: GoodsWorld, typed: string) =>
  catalogue.get(typed) ?? namesakes.get(typed) ?? null

/**
 * What becomes of each line: it belongs to the document of its number, and is known there by its own key or, without one,
 * by its product, which then may occur once.
 */
export const planLines = (world: GoodsWorld, setting: Setting, rows: readonly ReadRow[]): PlannedRow[] =>
  rows.map((row) => {
    const refuse = refusing(row)
    if (row.fault) return { ...refuse(row.fault.code, row.fault.params), reason: row.fault }
    const { number, product: typed = '', quantity, unitPrice } = row.values
    if (!number) return refuse('numberMissing')
    if (!quantity || !unitPrice) return refuse('figuresMissing')
    const product = productOf(world, typed)
    if (!product) return refuse('productUnknown', { value: cut(typed, 80) })
    const units = world.units.get(product.id) ?? []
    const unit = row.values.unit ?? units[0]?.unit ?? ''
    if (!units.some((each) => each.unit === unit)) return refuse('unitUnknown', { unit })
    const document = documentOf(world, setting, row)
    if (typeof document === 'string') return refuse(document, { number, value: cut(row.values.account ?? '', 80) })
    const { listPrice, netAmount, discountPct, discountRatio } = row.values
    const discount = discountPct ?? (discountRatio === undefined ? undefined : plain(exact(discountRatio).times(100)))
    const said = {
      product: product.code,
      quantity,
      unitPrice,
      ...(row.values.unit === undefined ? {} : { unit }),
      ...(discount === undefined ? {} : { discountPct: discount }),
      ...(listPrice === undefined ? {} : { listPrice }),
      ...(netAmount === undefined ? {} : { netAmount }),
    }
    const lineKey = row.values.lineKey ?? product.code
    const known = world.lines.byKey.get(keyOf(number, lineKey))
    if (known?.toldBy) return refuse('lineTwice', { row: known.toldBy, key: lineKey })
    if (known) {
      known.productId = product.id
      return planKnownEntry(row, said, known)
    }
    const values = { unit, discountPct: '0', listPrice: null, netAmount: null, ...said }
    openEntry(world.lines, keyOf(number, lineKey), row.number, values, { document, productId: product.id, lineKey })
    return plannedNew(row)
  })

/** What becomes of each open invoice: recognised by its number. Without an amount still open, all of it is. */
export const planReceivables = (world: GoodsWorld, setting: Setting, rows: readonly ReadRow[]): PlannedRow[] =>
  rows.map((row) => {
    const refuse = refusing(row)
    if (row.fault) return { ...refuse(row.fault.code, row.fault.params), reason: row.fault }
    const { invoiceNumber, account: typed = '', ...said } = row.values
    if (!invoiceNumber) return refuse('numberMissing')
    const account = accountNamed(world.accounts, typed, setting.source)
    if (!account?.id) return refuse('accountUnknown', { value: cut(typed, 80) })
    const known = world.receivables.byKey.get(invoiceNumber)
    if (known && known.accountId !== account.id) return refuse('documentOfOther', { number: invoiceNumber })
    const { amount = known?.values.amount, invoiceDay = known?.values.invoiceDay, dueDay = known?.values.dueDay } = said
    if (!amount || !invoiceDay || !dueDay) return refuse('figuresMissing')
    const openAmount = said.openAmount ?? amount
    if (exact(openAmount).gt(amount)) return refuse('openTooMuch')
    const asOf = said.asOf ?? dayOf(setting.now, setting.actor.timeZone)
    const told = { ...said, openAmount, asOf }
    if (known) return planKnownEntry(row, told, known)
    const values = {
      chequeNumber: null,
      chequeDueDay: null,
      chequeCashedDay: null,
      currency: setting.currency,
      ...told,
    }
    openEntry(world.receivables, invoiceNumber, row.number, values, { accountId: account.id, invoiceNumber })
    return plannedNew(row)
  })
