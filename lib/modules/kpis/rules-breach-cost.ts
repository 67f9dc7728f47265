import { plain, sumOf } from '@/lib/kernel/exact'
import { type CreditTerms, creditOf } from '@/lib/kernel/service-credit'
import type { FoundBreach } from './rules-breaches'
import type { PeriodReading } from './rules-readings'

/** What one red period costs: the level attained, the tier it reaches, and whether the cap cut it. Percent; money exact. */
type CostStep = { key: string; attained: string; pct: string; amount: string; capped: boolean }
type BreachCost = { steps: readonly CostStep[]; amount: string }
type Period = Pick<PeriodReading, 'key' | 'status' | 'value'>

/**
 * What a breach costs by the agreed credit: every red period from the first one that it rests on until the green one that
 * ended it, each rounded half-up to `places`. Null where no credit was agreed, which is never 0. K05, K07.
 */
export function breachCost(
  periods: readonly Period[],
  { evidence, openedIn, closedIn }: Pick<FoundBreach<string>, 'evidence' | 'openedIn' | 'closedIn'>,
  credit: CreditTerms | null,
  places: number,
): BreachCost | null {
  if (!credit) return null
  const at = (key: string | null | undefined) => periods.findIndex((period) => period.key === key)
  const [from, to] = [at(evidence[0] ?? openedIn), closedIn === null ? periods.length : at(closedIn)]
  const { monthlyFee, tiers, cap } = credit
  const steps = periods.slice(Math.max(0, from), to).flatMap(({ key, status, value }) => {
    const found = status === 'red' ? creditOf({ attained: value, monthlyFee, tiers }, cap, places) : null
    return found ? [{ key, attained: plain(value), ...found }] : []
  })
  return { steps, amount: plain(sumOf(steps.map(({ amount }) => amount))) }
}
