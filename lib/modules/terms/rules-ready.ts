import { type Exact, sumOf } from '@/lib/kernel/exact'
import type { FieldRefusal } from '@/lib/kernel/refusal'
import { typeOf } from './model-catalogue'
import type { TermValue, TermValues } from './model-values'
import { type CostBasis, yearlyWorth } from './rules-cost'
import { type Fee, missingBasis, reviewFees } from './rules-fees'
import { no, refusedAt } from './rules-values'

/** A departure with what it rests on. */
export type Departure = {
  code: string
  value: TermValue
  factors: readonly string[]
  reason: string | null
  condition: string | null
  unconditional: boolean
  feeItem: string | null
  feePurpose: string | null
  feeAmountBasis: string | null
  feeReference: string | null
  feeEvent: string | null
  feeBenefit: string | null
}

/** The additional fees among departures, as the register reviews them. */
export const feesOf = (departures: readonly Departure[], basis: CostBasis): Fee[] =>
  departures
    .filter(({ code }) => typeOf(code)?.fee)
    .map((each) => ({
      code: each.code,
      item: each.feeItem,
      purpose: each.feePurpose,
      amountBasis: each.feeAmountBasis,
      reference: each.feeReference,
      event: each.feeEvent,
      amount: yearlyWorth(each.code, each.value, basis)?.toFixed() ?? null,
      benefit: each.feeBenefit,
    }))

/** What keeps a departure from being submitted; empty when nothing does. */
export function lacksOf(departure: Departure): ('lacksFactor' | 'lacksReason' | 'lacksCondition' | 'feeLacksBasis')[] {
  const { factors, reason, condition, unconditional } = departure
  const [flags] = reviewFees(feesOf([departure], { sales: null, ratePct: '0', year: 2026 }), null).flags.values()
  return [
    ...(factors.length === 0 ? (['lacksFactor'] as const) : []),
    ...(reason ? [] : (['lacksReason'] as const)),
    ...(condition || unconditional ? [] : (['lacksCondition'] as const)),
    ...(flags?.some((flag) => missingBasis.includes(flag)) ? (['feeLacksBasis'] as const) : []),
  ]
}

/**
 * A version may be submitted when the terms say when they pay, and every departure carries factor, reason and condition
 * (or "unconditional"), every additional fee its basis. Refuses with each thing that is missing; `called` names a term.
 */
export function mustBeReady(
  departures: readonly Departure[],
  agreed: TermValues,
  called: (code: string) => string,
): void {
  if (!agreed.paymentDays) throw no('paymentMissing')
  const fields = departures.flatMap((departure) =>
    lacksOf(departure).map((code): [string, FieldRefusal] => [
      `${departure.code}.${code}`,
      { code, params: { code: called(departure.code) } },
    ]),
  )
  if (fields.length > 0) throw refusedAt(Object.fromEntries(fields))
}

/** Whether a need that a term rests on is still to be verified: an open one that is not, or not any more. */
export const isUnsure = (needState: string): boolean =>
  needState === 'heard' || needState === 'described' || needState === 'quantified'

/** Of what the departures cost, the share in percent that the client earns by a condition; null when they cost nothing. */
export function conditionalShare(
  departures: readonly Pick<Departure, 'code' | 'unconditional'>[],
  costs: ReadonlyMap<string, Exact | null>,
): Exact | null {
  const costly = departures.flatMap((each) => {
    const cost = costs.get(each.code)
    return cost?.gt(0) ? [{ cost, earned: !each.unconditional }] : []
  })
  const whole = sumOf(costly.map(({ cost }) => cost))
  if (whole.lte(0)) return null
  return sumOf(costly.filter(({ earned }) => earned).map(({ cost }) => cost))
    .div(whole)
    .times(100)
}
