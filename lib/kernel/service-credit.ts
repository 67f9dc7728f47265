import { Exact, exact, isDecimal, plain } from './exact'
import { roundHalfUp } from './money'

/** From this level on (percent, itself included) so much of the monthly fee is credited, in percent. */
type CreditTier = { from: string; pct: string }

/** The highest share of a monthly fee that is credited unless it is agreed otherwise, in percent. */
const usualCap = '25'

/** What is credited by the level attained: so much of this fee, up to the cap. Percent. */
export type CreditTerms = { monthlyFee: string; cap: string; tiers: readonly CreditTier[] }
type TypedTerms = { monthlyFee: string | null; cap: string | null; tiers: readonly CreditTier[] }

/** Credit terms as they were typed; null when nothing was agreed. */
export function creditTermsOf({ monthlyFee, cap, tiers }: TypedTerms): CreditTerms | null {
  if (monthlyFee === null && cap === null && tiers.length === 0) return null
  return { monthlyFee: monthlyFee ?? '0', cap: cap ?? usualCap, tiers }
}

/**
 * The level of service attained, in percent: (total − down + excluded) ÷ total, the times in any one unit. Never above 100;
 * null when there was no time at all. K05.
 */
export function attainedLevel(times: { total: string; down: string; excluded: string }): string | null {
  const [total, down, excluded] = [exact(times.total), exact(times.down), exact(times.excluded)]
  if (total.lte(0)) return null
  const level = total.minus(down).plus(excluded).div(total).times(100)
  return plain(Exact.min(100, Exact.max(0, level)).toDecimalPlaces(10))
}

export type CreditProblem = 'tiersMissing' | 'notANumber' | 'tierOutside' | 'tierTwice' | 'creditFalls' | 'capOutside'

const isPercent = (text: string) => exact(text).gte(0) && exact(text).lte(100)

/** What is wrong with a table of credits; a worse level may never earn a smaller credit. */
export function creditProblems(tiers: readonly CreditTier[], cap: string): CreditProblem[] {
  if (tiers.length === 0) return ['tiersMissing']
  if ([cap, ...tiers.flatMap(({ from, pct }) => [from, pct])].some((text) => !isDecimal(text))) return ['notANumber']
  const found: CreditProblem[] = []
  const sorted = byLevel(tiers)
  if (sorted.some(({ from, pct }) => !isPercent(from) || !isPercent(pct))) found.push('tierOutside')
  if (sorted.some(({ from }, index) => index > 0 && exact(from).eq(sorted[index - 1]?.from ?? -1)))
    found.push('tierTwice')
  if (sorted.some(({ pct }, index) => index > 0 && exact(pct).lt(sorted[index - 1]?.pct ?? 0)))
    found.push('creditFalls')
  if (!isPercent(cap)) found.push('capOutside')
  return found
}

/** The best level first. */
const byLevel = (tiers: readonly CreditTier[]) => [...tiers].sort((a, b) => exact(b.from).comparedTo(a.from))

export type Credit = { pct: string; amount: string; capped: boolean }

/**
 * The service credit of a month: the monthly fee times the tier that the attained level reaches, at most `cap` percent of
 * the fee, rounded half-up to `places`. A level below every tier earns that of the lowest one, because worse service never
 * earns less. Null when nothing was measured or there are no tiers. K05.
 */
export function creditOf(
  { attained, monthlyFee, tiers }: { attained: string | null; monthlyFee: string; tiers: readonly CreditTier[] },
  cap: string = usualCap,
  places = 0,
): Credit | null {
  const sorted = byLevel(tiers)
  const tier = attained === null ? undefined : (sorted.find(({ from }) => exact(attained).gte(from)) ?? sorted.at(-1))
  if (!tier) return null
  const pct: Exact = Exact.min(tier.pct, cap)
  const amount = roundHalfUp(exact(monthlyFee).times(pct).div(100).toFixed(), places)
  return { pct: plain(pct), amount, capped: exact(tier.pct).gt(cap) }
}
