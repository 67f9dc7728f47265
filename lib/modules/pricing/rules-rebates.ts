import { type Exact, exact, plain } from '@/lib/kernel/exact'
import { roundHalfUp } from '@/lib/kernel/money'

/** From this turnover on, this rate in percent. */
export type RebateTier = { from: string; pct: string }
export const rebateMethods = ['retrospective', 'incremental'] as const
export type RebateMethod = (typeof rebateMethods)[number]

/**
 * What a turnover earns (P08), unrounded. Retrospective: the rate of the tier reached on all of it; incremental: each
 * band at its own rate. Exactly at a threshold counts as reached.
 */
export function rebateOf(method: RebateMethod, tiers: readonly RebateTier[], turnover: string): string {
  if (method === 'retrospective') return plain(exact(turnover).times(reachedPct(tiers, turnover)).div(100))
  return plain(
    tiers.reduce<Exact>((sum, tier, index) => {
      const next = tiers[index + 1]?.from
      const until = next !== undefined && exact(turnover).gt(next) ? exact(next) : exact(turnover)
      const band = until.minus(tier.from)
      return band.gt(0) ? sum.plus(band.times(tier.pct).div(100)) : sum
    }, exact(0)),
  )
}

const reachedPct = (tiers: readonly RebateTier[], turnover: string) =>
  tiers.findLast((tier) => exact(turnover).gte(tier.from))?.pct ?? '0'

export type Accrual = {
  /** By the tier that the forecast of the whole period will reach; null without a forecast. */
  expected: string | null
  /** By the tier that the turnover has reached so far. */
  reached: string
  /** What would be missing at the end if only the tier reached were accrued. */
  difference: string | null
}

/** What is to be set aside for a rebate so far (P08), half-up to `places` decimals. */
export function accrualOf(
  method: RebateMethod,
  tiers: readonly RebateTier[],
  { turnover, forecast }: { turnover: string; forecast: string | null },
  places = 0,
): Accrual {
  const reached = exact(rebateOf(method, tiers, turnover))
  const year = forecast === null || exact(forecast).lte(0) ? null : exact(forecast)
  const expected =
    year &&
    exact(turnover)
      .times(rebateOf(method, tiers, plain(year)))
      .div(year)
  return {
    expected: expected && roundHalfUp(plain(expected), places),
    reached: roundHalfUp(plain(reached), places),
    difference:
      expected && plain(exact(roundHalfUp(plain(expected), places)).minus(roundHalfUp(plain(reached), places))),
  }
}

/** The next tier: how much turnover is missing, and how much more rebate it brings. Null at the top. */
export function nextTierOf(method: RebateMethod, tiers: readonly RebateTier[], turnover: string) {
  const next = tiers.find((tier) => exact(tier.from).gt(turnover))
  if (!next) return null
  const worth = exact(rebateOf(method, tiers, next.from)).minus(rebateOf(method, tiers, turnover))
  return { from: next.from, pct: next.pct, missing: plain(exact(next.from).minus(turnover)), worth: plain(worth) }
}

export type Cliff = { from: string; jump: string; shareOfMargin: string | null; steep: boolean }

/**
 * What one more dollar of turnover costs at each threshold. A cliff is steep when the jump takes more than `steepPct`
 * percent of the margin of that turnover; without a margin (in percent) nobody can say, and it is not.
 */
export const cliffsOf = (
  method: RebateMethod,
  tiers: readonly RebateTier[],
  { marginPct, steepPct }: { marginPct: string | null; steepPct: string },
): Cliff[] =>
  method === 'incremental'
    ? []
    : tiers.map((tier, index) => {
        const jump = exact(tier.from)
          .times(exact(tier.pct).minus(tiers[index - 1]?.pct ?? '0'))
          .div(100)
        const margin = marginPct === null ? null : exact(tier.from).times(marginPct).div(100)
        const share = margin?.gt(0) ? jump.div(margin).times(100) : null
        return {
          from: tier.from,
          jump: plain(jump),
          shareOfMargin: share && plain(share),
          steep: share?.gt(steepPct) ?? false,
        }
      })
