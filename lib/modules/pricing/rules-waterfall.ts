import { type Exact, exact, plain } from '@/lib/kernel/exact'

/** One step down from the list price. Percentages are numbers of percent (12 is 12 %), days are calendar days. */
export type Deduction = { name: string } & (
  | { kind: 'percent'; pct: string; base: 'list' | 'running' | 'invoice' }
  | { kind: 'amount'; amount: string }
  | { kind: 'payment'; days: number; annualPct: string }
  | { kind: 'lumpSum'; fee: string; units: string }
)

export type WaterfallInput = {
  list: string
  onInvoice: readonly Deduction[]
  offInvoice: readonly Deduction[]
  /** Null when nobody said what the product costs: the margin is then undefined, never 0. */
  unitCost: string | null
}

export type WaterfallStep = { name: string; delta: string | null; running: string }
export type Waterfall = {
  steps: WaterfallStep[]
  invoicePrice: string
  pocketPrice: string
  pocketMargin: string | null
  marginPct: string | null
  leakagePct: string | null
}

/** A lump sum is spread over the units that are expected; without any there is nothing to spread it over. */
export const isSpreadable = (deduction: Deduction) => deduction.kind !== 'lumpSum' || exact(deduction.units).gt(0)

/** The same with exact values, for whoever goes on calculating. */
export type Fall = {
  steps: { name: string; delta: Exact | null; running: Exact }[]
  invoice: Exact
  pocket: Exact
  margin: Exact | null
}

export function fallOf({ list, onInvoice, offInvoice, unitCost }: WaterfallInput): Fall {
  const start = exact(list)
  const steps: Fall['steps'] = [{ name: 'list', delta: null, running: start }]
  const down = (from: Exact, deductions: readonly Deduction[], invoice: Exact | null) =>
    deductions.reduce((running, deduction) => {
      const off = deducted(deduction, { list: start, running, invoice: invoice ?? running })
      const left = running.minus(off)
      steps.push({ name: deduction.name, delta: off.negated(), running: left })
      return left
    }, from)
  const invoice = down(start, onInvoice, null)
  const pocket = down(invoice, offInvoice, invoice)
  return { steps, invoice, pocket, margin: unitCost === null ? null : pocket.minus(unitCost) }
}

/** A margin in percent of the pocket price; undefined when the price is nothing. */
export const marginPctOf = (margin: Exact | null, pocket: Exact): string | null =>
  margin && pocket.gt(0) ? plain(margin.div(pocket).times(100)) : null

/**
 * From the list price to the invoice price, the pocket price and the pocket margin, per unit and unrounded (P01).
 * The running total after the last step is the pocket price. Throws RangeError when a lump sum has no units.
 */
export function waterfallOf(input: WaterfallInput): Waterfall {
  const { steps, invoice, pocket, margin } = fallOf(input)
  const start = exact(input.list)
  return {
    steps: steps.map(({ name, delta, running }) => ({ name, delta: delta && plain(delta), running: plain(running) })),
    invoicePrice: plain(invoice),
    pocketPrice: plain(pocket),
    pocketMargin: margin && plain(margin),
    marginPct: marginPctOf(margin, pocket),
    leakagePct: start.gt(0) ? plain(start.minus(pocket).div(start).times(100)) : null,
  }
}

function deducted(deduction: Deduction, from: { list: Exact; running: Exact; invoice: Exact }): Exact {
  if (deduction.kind === 'amount') return exact(deduction.amount)
  if (deduction.kind === 'percent') return from[deduction.base].times(deduction.pct).div(100)
  if (deduction.kind === 'payment')
    return from.invoice.times(deduction.annualPct).div(100).times(deduction.days).div(365)
  if (!isSpreadable(deduction)) throw new RangeError('a lump sum needs units to be spread over')
  return exact(deduction.fee).div(deduction.units)
}
