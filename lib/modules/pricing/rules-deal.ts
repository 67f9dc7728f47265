import type { Day } from '@/lib/kernel/day'
import { type Exact, exact, plain, sumOf } from '@/lib/kernel/exact'
import { amount } from '@/lib/kernel/input-numbers'
import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'
import type { Rule } from './model'
import { type DealInput, type DealTerms, mostLines } from './model-deals'
import type { Limits } from './model-policy'
import { isBelow } from './rules-floors'
import { discountOf } from './rules-resolution'
import { type Route, routeOf } from './rules-routing'
import { type Deduction, type Fall, fallOf, marginPctOf, type WaterfallStep } from './rules-waterfall'

const no = refusals('pricing', messages)

/** One product of a deal; amounts per unit. Cost and floor are null when nobody said them. */
export type DealLine = {
  quantity: string
  listPrice: string
  policyPrice: string
  price: string
  unitCost: string | null
  floor: string | null
}

export type CheckedLine = {
  invoicePrice: string
  pocketPrice: string
  discountPct: string
  belowPolicy: boolean
  belowFloor: boolean
  pocketMargin: string | null
  marginPct: string | null
}

export type CheckedDeal = {
  lines: CheckedLine[]
  /** The waterfall of the whole deal in money; the steps that follow the invoice are those behind `invoiceTotal`. */
  steps: WaterfallStep[]
  listTotal: string
  invoiceTotal: string
  pocketTotal: string
  leakagePct: string | null
  marginTotal: string | null
  marginPct: string | null
  /** The largest discount off the list price of a line below its policy price; 0 when the policy gave every price. */
  discountPct: string
  belowFloor: number
  route: Route
}

/** Shares of a lump sum are endless fractions: totals are rounded where no money is, so that they add up again. */
const totalPlaces = 30

/** Names of the steps that the product adds itself; all others carry the user's own words. */
export const ownSteps = { price: '#price', payment: '#payment' } as const

/**
 * Checks a deal (P01, P02): waterfall of every line and of the whole, floors, and who must consent. A price that the policy
 * gives needs no consent, however far below the list it is. The margin of the whole is unknown while any cost is. A lump
 * sum lies on every unit of the deal alike, whatever the unit costs.
 */
export function checkDeal(lines: readonly DealLine[], terms: DealTerms, limits: Limits): CheckedDeal {
  const payment: Deduction[] =
    terms.paymentDays === null
      ? []
      : [{ name: ownSteps.payment, kind: 'payment', days: terms.paymentDays, annualPct: limits.annualPct }]
  const offInvoice = [...terms.offInvoice, ...payment]
  const falls = lines.map((line) => {
    const own: Deduction = {
      name: ownSteps.price,
      kind: 'amount',
      amount: plain(exact(line.listPrice).minus(line.price)),
    }
    const onInvoice = [own, ...terms.onInvoice]
    const quantity = exact(line.quantity)
    return { quantity, ...fallOf({ list: line.listPrice, onInvoice, offInvoice, unitCost: line.unitCost }) }
  })
  const checked = lines.map((line, index) => checkedLine(line, falls[index] as Fall))
  const total = (of: (fall: Fall) => Exact | null | undefined) =>
    sumOf(falls.map((fall) => (of(fall) ?? exact(0)).times(fall.quantity))).toDecimalPlaces(totalPlaces)
  const pocket = total((fall) => fall.pocket)
  const list = total((fall) => fall.steps[0]?.running)
  const margin = falls.every((fall) => fall.margin !== null) ? total((fall) => fall.margin) : null
  const marginPct = marginPctOf(margin, pocket)
  const discountPct = highest(checked.filter((line) => line.belowPolicy).map((line) => line.discountPct))
  const belowFloor = checked.filter((line) => line.belowFloor).length
  const facts = { discountPct, marginPct, belowFloor: belowFloor > 0, paymentDays: terms.paymentDays }
  return {
    lines: checked,
    steps: (falls[0]?.steps ?? []).map(({ name, delta }, at) => ({
      name,
      delta: delta && plain(total((fall) => fall.steps[at]?.delta)),
      running: plain(total((fall) => fall.steps[at]?.running)),
    })),
    listTotal: plain(list),
    invoiceTotal: plain(total((fall) => fall.invoice)),
    pocketTotal: plain(pocket),
    leakagePct: list.gt(0) ? plain(list.minus(pocket).div(list).times(100)) : null,
    marginTotal: margin && plain(margin),
    marginPct,
    discountPct,
    belowFloor,
    route: routeOf(facts, limits),
  }
}

function checkedLine(line: DealLine, { invoice, pocket, margin }: Fall): CheckedLine {
  const [invoicePrice, pocketPrice] = [plain(invoice), plain(pocket)]
  return {
    invoicePrice,
    pocketPrice,
    discountPct: discountOf(line.listPrice, invoicePrice),
    belowPolicy: invoice.lt(line.policyPrice),
    belowFloor: isBelow(pocketPrice, line.floor),
    pocketMargin: margin && plain(margin),
    marginPct: marginPctOf(margin, pocket),
  }
}

const highest = (percents: readonly string[]) =>
  percents.reduce((most, each) => (exact(each).gt(most) ? each : most), '0')

/** The deductions that were typed. Refuses half a row, and a lump sum with no quantity to spread it over. */
export function termsOf(input: DealInput, units: string): DealTerms {
  return {
    onInvoice: deductionsOf(input.onInvoice, 'onInvoice', 'running', units),
    offInvoice: deductionsOf(input.offInvoice, 'offInvoice', 'invoice', units),
    paymentDays: input.paymentDays,
    channel: input.channel,
  }
}

function deductionsOf(
  rows: DealInput['onInvoice'],
  path: string,
  base: 'running' | 'invoice',
  units: string,
): Deduction[] {
  return rows.flatMap(({ name, kind, value }, index): Deduction[] => {
    if (name === null && value === null) return []
    if (name === null || value === null)
      throw no(
        'termIncomplete',
        {},
        { [`${path}.${index}.${name === null ? 'name' : 'value'}`]: { code: 'termIncomplete' } },
      )
    if (kind === 'amount') return [{ name, kind, amount: value }]
    if (kind !== 'lumpSum') return [{ name, kind: 'percent', pct: value, base }]
    if (!exact(units).gt(0)) throw no('unitsMissing', {}, { [`${path}.${index}.value`]: { code: 'unitsMissing' } })
    return [{ name, kind, fee: value, units }]
  })
}

/** The day whose prices hold: of the document, or of the delivery, which must then be said. */
export function priceDayOf({ day, deliveryDay, pricedBy }: Pick<DealInput, 'day' | 'deliveryDay' | 'pricedBy'>): Day {
  if (pricedBy === 'document') return day
  if (deliveryDay === null) throw no('deliveryDayMissing', {}, { deliveryDay: { code: 'deliveryDayMissing' } })
  return deliveryDay
}

/** A line as pasted: `quantity` null and `price` undefined when they cannot be read as numbers above or from 0. */
export type PastedLine = { line: number; code: string; quantity: string | null; price: string | null | undefined }

/** Lines as pasted: code, quantity and perhaps a price, by tabs as spreadsheets copy them, by blanks or by commas. */
export const pastedLines = (text: string): PastedLine[] =>
  text.split(/\r?\n/).flatMap((each, index) => {
    if (each.trim() === '') return []
    const [code = '', counted, priced] = cellsOf(each.trim())
    const quantity = fitting(counted)
    return {
      line: index + 1,
      code,
      quantity: quantity !== null && exact(quantity).gt(0) ? quantity : null,
      price: priced === undefined ? null : (fitting(priced) ?? undefined),
    }
  })

/** A comma between digits is a thousands separator, unless nothing else keeps the cells apart. */
function cellsOf(text: string): string[] {
  const byBlanks = text.split(/[,，]?\s+/)
  const cells = text.includes('\t') ? text.split('\t') : byBlanks.length > 1 ? byBlanks : text.split(/[,，]/)
  return cells.map((cell) => cell.trim()).filter(Boolean)
}

const fitting = (cell: string | undefined) => amount.safeParse(cell).data ?? null

/** So many lines are named when they cannot be read. */
const mostNamed = 20

/** Refuses pasted lines that cannot be read, all at once and by their numbers. */
export function mustBeReadable(rows: readonly PastedLine[], isKnown: (code: string) => boolean): void {
  const numbers = (wrong: (row: PastedLine) => boolean) => {
    const found = rows.filter(wrong).map(({ line }) => line)
    const named = found.slice(0, mostNamed).join(', ')
    return found.length === 0 ? 'none' : found.length > mostNamed ? `${named} …` : named
  }
  const params = {
    codes: numbers(({ code }) => !isKnown(code)),
    quantities: numbers(({ quantity }) => quantity === null),
    prices: numbers(({ price }) => price === undefined),
  }
  if (Object.values(params).some((each) => each !== 'none'))
    throw no('linesUnreadable', params, { pasted: { code: 'linesUnreadable', params } })
}

/** A deal has no more lines than can be checked at once. */
export function mustFit(count: number): void {
  const params = { count, most: mostLines }
  if (count > mostLines) throw no('linesTooMany', params, { pasted: { code: 'linesTooMany', params } })
}

type Capped = { quantity: string; product: string; path: string; exception: Rule | null }

/** Lines of one deal together must not use more of an exception than it has left. */
export function mustKeepCaps(lines: readonly Capped[]): void {
  const used = new Map<string, Exact>()
  for (const { quantity, product, path, exception } of lines) {
    if (!exception) continue
    const sum = (used.get(exception.id) ?? exact(0)).plus(quantity)
    used.set(exception.id, sum)
    if (exception.maxQuantity == null || sum.lte(exception.maxQuantity)) continue
    const params = { product, left: exception.maxQuantity }
    throw no('capExceeded', params, { [path]: { code: 'capExceeded', params } })
  }
}
