import { type Exact, exact, sumOf } from '@/lib/kernel/exact'

/** An additional fee as the register keeps it; a blank part is null. Amounts are for a year; null when not estimated. */
export type Fee = {
  code: string
  item: string | null
  purpose: string | null
  amountBasis: string | null
  reference: string | null
  event: string | null
  amount: string | null
  benefit: string | null
}

export const feeFlags = [
  'noWrittenReference',
  'noItem',
  'noPurpose',
  'noAmountBasis',
  'sameEventTwice',
  'aboveBenefit',
  'benefitUnknown',
] as const
export type FeeFlag = (typeof feeFlags)[number]

/** Without these a fee can be neither submitted nor approved. */
export const missingBasis: readonly FeeFlag[] = ['noWrittenReference', 'noItem', 'noPurpose', 'noAmountBasis']

/**
 * What a reviewer should look at in each fee, by code, and what the fees are of a year's purchases in percent (null when
 * there are none). Flags are information, not a legal conclusion. T05.
 */
export function reviewFees(
  fees: readonly Fee[],
  annualPurchases: string | null,
): { flags: ReadonlyMap<string, readonly FeeFlag[]>; ratioPct: Exact | null } {
  const eventOf = (fee: Fee) => fee.event?.normalize('NFKC').trim().toLowerCase() || null
  const events = fees.map(eventOf)
  const flags = new Map(
    fees.map((fee) => {
      const event = eventOf(fee)
      const found: FeeFlag[] = []
      if (!fee.reference) found.push('noWrittenReference')
      if (!fee.item) found.push('noItem')
      if (!fee.purpose) found.push('noPurpose')
      if (!fee.amountBasis) found.push('noAmountBasis')
      if (event && events.filter((each) => each === event).length > 1) found.push('sameEventTwice')
      if (fee.benefit === null) found.push('benefitUnknown')
      else if (fee.amount !== null && exact(fee.amount).gt(fee.benefit)) found.push('aboveBenefit')
      return [fee.code, found] as const
    }),
  )
  const total = sumOf(fees.map(({ amount }) => amount ?? '0'))
  const judged = annualPurchases !== null && exact(annualPurchases).gt(0)
  return { flags, ratioPct: judged ? total.div(annualPurchases).times(100) : null }
}
