import type { Stretch } from '@/lib/kernel/as-of'
import { addDays, addMonths, compareDays, type Day, daysBetween } from '@/lib/kernel/day'
import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import { placesOf, roundHalfUp } from '@/lib/kernel/money'
import { typeOf } from './model-catalogue'
import type { ReasonCode } from './model-deductions'
import type { TermValue, TermValues } from './model-values'
import { tieredRebate } from './rules-cost'
import { notDeducted } from './rules-settling'

export type Period = { from: Day; to: Day }
export const rhythms = ['month', 'quarter', 'year'] as const
export type Rhythm = (typeof rhythms)[number]

/** Terms that give something back when a month or a quarter is over; all the others do when the year is. */
const shorter: Readonly<Record<string, Rhythm>> = {
  quarterlyRebate: 'quarter',
  advertisingSupport: 'month',
  logisticsFee: 'month',
  damageAllowance: 'month',
}
const monthsOf: Readonly<Record<Rhythm, number>> = { month: 1, quarter: 3, year: 12 }

/** How often a term gives the client something to deduct; null when it never does, because it is on the invoice already. */
export function rhythmOf(code: string): Rhythm | null {
  const type = typeOf(code)
  const deducted = ['creditNote', 'deduction', 'debitInvoice'].includes(type?.settlement ?? 'none')
  return type?.cost === 'costs' && deducted ? (shorter[code] ?? 'year') : null
}

/** The reason that a client names when it deducts what this term gives. */
export function reasonOf(code: string): ReasonCode {
  if (typeOf(code)?.category === 'rebate') return '38'
  if (code === 'damageAllowance') return '3'
  if (code === 'logisticsFee') return '40'
  return ['anniversarySponsorship', 'flyerFee', 'displayFee', 'advertisingSupport'].includes(code) ? '21' : '19'
}

/** The whole months, quarters or years that end within a period and before today. */
export function endedWithin(rhythm: Rhythm, { from, to }: Period, today: Day): Period[] {
  const months = monthsOf[rhythm]
  const first = `${from.slice(0, 4)}-01-01`
  const count = Math.ceil(daysBetween(first, to) / 28) + 1
  return Array.from({ length: Math.ceil(count / months) }, (_, index) => {
    const start = addMonths(first, index * months)
    return { from: start, to: addDays(addMonths(start, months), -1) }
  }).filter((each) => each.to >= from && each.to <= to && each.to < today)
}

/** A period as people write it: 2026, 2026 Q3, 2026-09. */
export function periodLabel(rhythm: Rhythm, { from }: Period): string {
  if (rhythm === 'month') return from.slice(0, 7)
  return rhythm === 'year' ? from.slice(0, 4) : `${from.slice(0, 4)} Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
}

/** What is wrong with a period that is asked for: it runs forward, in years of our time, and spans at most two of them. */
export function faultOf({ from, to }: Period): 'endsBeforeItBegins' | 'yearUnlikely' | 'periodTooLong' | null {
  if (from < '1990-01-01' || to > '2199-12-31') return 'yearUnlikely'
  if (to < from) return 'endsBeforeItBegins'
  return to >= addMonths(from, 24) ? 'periodTooLong' : null
}

export function mustBeAskable(period: Period): void {
  const code = faultOf(period)
  if (code) throw notDeducted(code, {}, { to: { code } })
}

export type DaySales = ReadonlyMap<Day, string>

const salesIn = (sales: DaySales, { from, to }: Period): Exact =>
  sumOf([...sales].flatMap(([day, net]) => (day >= from && day <= to ? [net] : [])))

export type Sheet = {
  id: string
  scope: string
  currency: string
  stretches: readonly Stretch[]
  /** What each version in the stretches agreed, by its id. */
  agreed: ReadonlyMap<string, TermValues>
}

/** Why an amount cannot be reckoned: its sales are only a part of the account's, or nobody said how often. */
export type Unknown = 'ofPart' | 'howOften' | 'severalClients' | 'noBudget'

export type Expected = {
  /** What it is drawn up from: the same key never makes a second claim. */
  key: string
  code: string
  versionId: string
  rhythm: Rhythm
  period: Period
  value: TermValue
  reasonCode: ReasonCode
  /** Exact text in the sheet's currency, rounded half up to its smallest unit; null with the reason in `unknown`. */
  amount: string | null
  unknown: Unknown | null
  /** The sales that a percentage is of. */
  ofSales: string | null
}

type Part = Period & { versionId: string; value: TermValue }

function partsOf({ stretches, agreed }: Sheet, code: string, period: Period): Part[] {
  return stretches.flatMap(({ versionId, fromDay, untilDay }) => {
    const value = agreed.get(versionId)?.[code]
    const from = compareDays(fromDay, period.from) > 0 ? fromDay : period.from
    const last = untilDay === null ? period.to : addDays(untilDay, -1)
    const to = compareDays(last, period.to) < 0 ? last : period.to
    return value && from <= to ? [{ versionId, value, from, to }] : []
  })
}

type Reckoned = { amount: Exact; ofSales: Exact | null } | { unknown: Unknown }

/** A percentage is of the net sales of the days on which it held; tiers, growth and fixed amounts are as last agreed. */
function reckon({ scope }: Sheet, code: string, parts: readonly Part[], period: Period, sales: DaySales): Reckoned {
  const value = parts.at(-1)?.value
  if (value?.kind === 'amount') return { amount: exact(value.number), ofSales: null }
  if (value?.kind === 'each')
    return value.times === null
      ? { unknown: 'howOften' }
      : { amount: exact(value.number).times(value.times), ofSales: null }
  if (scope !== 'all') return { unknown: 'ofPart' }
  const sold = sumOf(parts.map((part) => salesIn(sales, part)))
  if (value?.kind === 'tiers') return { amount: tieredRebate(value.tiers, value.scheme, sold.toFixed()), ofSales: sold }
  if (typeOf(code)?.basis === 'growth') {
    const before = salesIn(sales, { from: addMonths(period.from, -12), to: addMonths(period.to, -12) })
    const grown = before.gt(0) && sold.gt(before) ? sold.minus(before) : exact(0)
    return { amount: grown.times(value?.kind === 'percent' ? value.number : 0).div(100), ofSales: grown }
  }
  const amounts = parts.map((part) =>
    salesIn(sales, part)
      .times(part.value.kind === 'percent' ? part.value.number : 0)
      .div(100),
  )
  return { amount: sumOf(amounts), ofSales: sold }
}

/**
 * What the client may deduct by the terms in force, for each settlement period that ended within the time that is asked
 * for: rebates and percentages of the sales on record, fixed amounts, and fees as often as was agreed. What comes to
 * nothing is left out. D01's claims, from T03's terms.
 */
export function expectedOf(sheet: Sheet, asked: Period, today: Day, sales: DaySales): Expected[] {
  const codes = [...new Set([...sheet.agreed.values()].flatMap((values) => Object.keys(values)))]
  return codes.flatMap((code) => {
    const rhythm = rhythmOf(code)
    if (rhythm === null) return []
    return endedWithin(rhythm, asked, today).flatMap((period): Expected[] => {
      const parts = partsOf(sheet, code, period)
      const last = parts.at(-1)
      if (!last) return []
      const reckoned = reckon(sheet, code, parts, period, sales)
      const about = {
        key: `term:${sheet.id}:${code}:${period.from}`,
        code,
        versionId: last.versionId,
        rhythm,
        period,
        value: last.value,
        reasonCode: reasonOf(code),
      }
      if ('unknown' in reckoned) return [{ ...about, amount: null, unknown: reckoned.unknown, ofSales: null }]
      const amount = roundHalfUp(reckoned.amount.toFixed(), placesOf(sheet.currency))
      if (exact(amount).lte(0)) return []
      return [{ ...about, amount, unknown: null, ofSales: reckoned.ofSales?.toFixed() ?? null }]
    })
  })
}

export type EndedPromotion = {
  id: string
  title: string
  storeFrom: Day
  storeTo: Day
  currency: string
  settledCost: string | null
  budgetOurs: string | null
  /** What comes out of a fund that we set aside for the client. */
  budgetFund: string | null
  clients: number
}

/** What we pay for a promotion that is over: what it was settled at, else what we promised with what our funds add; not when several clients share it. */
export function expectedOfPromotion(promotion: EndedPromotion): { amount: string | null; unknown: Unknown | null } {
  const { settledCost, budgetOurs, budgetFund, clients, currency } = promotion
  const promised = [budgetOurs, budgetFund].flatMap((each) => each ?? [])
  const amount = settledCost ?? (promised.length > 0 ? sumOf(promised).toFixed() : null)
  if (clients > 1) return { amount: null, unknown: 'severalClients' }
  if (amount === null) return { amount: null, unknown: 'noBudget' }
  return { amount: roundHalfUp(amount, placesOf(currency)), unknown: null }
}

/** A reference that no claim of the account has: the same words, numbered from the second on; at most 60 characters. */
export function freeReference(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted.slice(0, 55)
  for (let number = 2, reference = base; ; number++) {
    if (!taken.has(reference)) return reference
    reference = `${base} #${number}`
  }
}
