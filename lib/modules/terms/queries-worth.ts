import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { type Exact, exact } from '@/lib/kernel/exact'
import { annualSales } from '@/lib/modules/sales/queries'
import { type Direction, type TermType, typeOf, type Weighed, type Weight } from './model-catalogue'
import type { TermValue, TermValues } from './model-values'
import { findContent } from './queries-submission'
import { type CostBasis, equivalentsOf, houseRatePct, weighedBy, worthOf } from './rules-cost'

export type WorthAbout = {
  accountId: string
  direction: Direction
  currency: string
  /** The version that is talked about: its basis and its other terms count. */
  versionId: string | null
}

/** What a move of one term is worth in a year. */
export type Worth = {
  basis: CostBasis
  /**
   * What it costs us in a year, in the currency asked for, when a term goes from one number to another; negative is our
   * gain. Null where it cannot be said in money: no such term, no sales, words. T03.
   */
  costOf: (code: string, from: string, to: string) => string | null
  /** How many of which weight one more of a term is, or why that cannot be said. T03. */
  weighedBy: (code: string) => Weighed
  /** How much of every other term that is; null without sales. T03. */
  equivalentsOf: (weight: Weight, many: string) => ReadonlyMap<Weight, string> | null
}

/** The yearly worth of terms for an account, from its sales of twelve months or the basis typed into a version. */
export async function findWorth(look: Look, about: WorthAbout): Promise<Worth> {
  const { basis, values } = await findGround(look, about)
  const known = new Map<string, Exact | null>()
  /** Reckoned once for each number: the days of a year are counted for it. */
  const worth = (code: string, number: string): Exact | null => {
    const key = `${code} ${number}`
    if (!known.has(key)) known.set(key, worthAt(values, code, number, basis))
    return known.get(key) ?? null
  }
  const sign = about.direction === 'buy' ? -1 : 1
  return {
    basis,
    costOf(code, from, to) {
      const [was, now] = [worth(code, from), worth(code, to)]
      return was === null || now === null ? null : now.minus(was).times(sign).toDecimalPlaces(4).toFixed()
    },
    weighedBy: (code) => weighedBy(code, values[code]),
    equivalentsOf(weight, many) {
      const { sales, ratePct } = basis
      if (sales === null || exact(sales).lte(0)) return null
      return new Map(
        [...equivalentsOf(weight, many, { sales, ratePct })].map(([each, value]) => [each, value.toFixed(4)]),
      )
    },
  }
}

function worthAt(values: TermValues, code: string, number: string, basis: CostBasis): Exact | null {
  const type = typeOf(code)
  const value = type && scalarOf(type, number, values[code])
  return value ? worthOf({ ...values, [code]: value }, code, basis) : null
}

async function findGround(look: Look, { accountId, direction, currency, versionId }: WorthAbout) {
  const today = dayOf(look.now, look.actor.timeZone)
  const none: CostBasis = { sales: null, ratePct: houseRatePct, year: Number(today.slice(0, 4)) }
  if (versionId) {
    const { agreed, basis, sheet } = await findContent(look, versionId)
    return { values: agreed as TermValues, basis: sheet.currency === currency ? basis : none }
  }
  if (direction === 'buy') return { values: {} as TermValues, basis: none }
  const sold = await annualSales(look, accountId, today)
  const known = sold.lines > 0 && sold.currency === currency
  return { values: {} as TermValues, basis: known ? { ...none, sales: sold.gross } : none }
}

/** A number as the value of a term of this kind; what else the term says is taken from how it stands. */
function scalarOf({ kind }: TermType, number: string, stands: TermValue | undefined): TermValue | null {
  if (!/^-?\d+(\.\d+)?$/.test(number)) return null
  switch (kind) {
    case 'percent':
    case 'amount':
    case 'days':
    case 'dayOfMonth':
      return { kind, number }
    case 'each':
      return { kind, number, times: stands?.kind === 'each' ? stands.times : null }
    case 'cashDiscount':
      return { kind, pct: number, days: stands?.kind === 'cashDiscount' ? stands.days : '0' }
    case 'payment':
      return exact(number).isInteger() ? { kind, rule: 'net', count: number } : null
    default:
      return null
  }
}
