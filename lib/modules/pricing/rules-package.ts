import { type Exact, exact, plain, sumOf } from '@/lib/kernel/exact'
import { nothingToCheck, type PackageCheck, type PackageTerms } from './model-package'
import { isBelow } from './rules-floors'
import { discountOf } from './rules-resolution'
import { routeOf, type Thresholds } from './rules-routing'
import { marginPctOf } from './rules-waterfall'

/** A product under a package of terms: its invoice price by the unit, and how much of it a year buys. */
export type PackageLine = {
  price: string
  quantity: string
  /** Of a price that the package itself names; null where it only says what was paid last. */
  named: { listPrice: string | null; policyPrice: string | null } | null
  unitCost: string | null
  floor: string | null
}

/**
 * Holds a package of terms and prices against the policy (P01, P02). What terms cost in a year lies on every sale by its
 * value. A margin that nobody can tell asks nobody here, and is said to be unknown. Percent, exact.
 */
export function checkPackage(
  lines: readonly PackageLine[],
  terms: PackageTerms,
  { discountPct: discounts, marginPct: margins, paymentDays }: Thresholds,
): PackageCheck {
  if (!terms.settles && !lines.some(({ named }) => named)) return nothingToCheck
  const sales = sumOf(lines.map(({ price, quantity }) => exact(price).times(quantity)))
  const share = sales.gt(0) ? exact(terms.costPerYear).div(sales) : exact(0)
  const priced = lines.map((line) => ({ ...line, pocket: exact(line.price).times(exact(1).minus(share)) }))
  const marginPct = marginOf(priced)
  const belowFloor = priced.filter(({ pocket, floor }) => isBelow(plain(pocket), floor)).length
  const discountPct = highest([terms.discountPct, ...lines.map(discountBelowPolicy)])
  const nobodyFor = { salesLead: null, manager: null, director: null }
  const route = routeOf(
    {
      discountPct,
      marginPct,
      belowFloor: belowFloor > 0,
      paymentDays: terms.paymentDays === null ? null : Number(terms.paymentDays),
    },
    { discountPct: discounts, marginPct: marginPct === null ? nobodyFor : margins, paymentDays },
  )
  return {
    state: route.reasons.length > 0 ? 'asks' : 'within',
    discountPct,
    marginPct,
    belowFloor: lines.length > 0 ? belowFloor : null,
    uncosted: lines.filter(({ unitCost }) => unitCost === null).length,
    route,
  }
}

type Priced = PackageLine & { pocket: Exact }

/** Of a year of sales; without any, the least margin of a price that is named. Null while a cost that counts is unknown. */
function marginOf(lines: readonly Priced[]): string | null {
  const sold = lines.filter(({ quantity }) => exact(quantity).gt(0))
  if (sold.length === 0) {
    const each = lines.filter(({ named }) => named).map((line) => marginOfAll([{ ...line, quantity: '1' }]))
    if (each.some((pct) => pct === null)) return null
    return each.reduce<string | null>(
      (least, pct) => (least === null || (pct !== null && exact(pct).lt(least)) ? pct : least),
      null,
    )
  }
  return marginOfAll(sold)
}

function marginOfAll(lines: readonly Priced[]): string | null {
  if (lines.some(({ unitCost }) => unitCost === null)) return null
  const pocket = sumOf(lines.map((line) => line.pocket.times(line.quantity)))
  const costs = sumOf(lines.map(({ unitCost, quantity }) => exact(unitCost ?? 0).times(quantity)))
  return marginPctOf(pocket.minus(costs), pocket)
}

/** How far a named price is below the list, when it is below what the policy gives; a price of the policy asks nobody. */
function discountBelowPolicy({ named, price }: PackageLine): string | null {
  if (!named?.listPrice || named.policyPrice === null) return null
  return exact(price).lt(named.policyPrice) ? discountOf(named.listPrice, price) : '0'
}

const highest = (percents: readonly (string | null)[]) =>
  percents.reduce<string | null>(
    (most, each) => (each !== null && (most === null || exact(each).gt(most)) ? each : most),
    null,
  )
