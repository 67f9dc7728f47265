import type { ValueKind } from './model-values'

export const directions = ['sell', 'buy'] as const
export type Direction = (typeof directions)[number]

export const categories = ['price', 'payment', 'rebate', 'fee', 'delivery', 'other'] as const
export type Category = (typeof categories)[number]

/** What a percent is of, or how an amount comes round. */
export type TermBasis =
  | 'grossSales'
  | 'netSales'
  | 'invoice'
  | 'order'
  | 'item'
  | 'store'
  | 'event'
  | 'year'
  | 'growth'
  | 'none'
export type Settlement = 'onInvoice' | 'creditNote' | 'deduction' | 'debitInvoice' | 'payment' | 'none'
/** What more of it means for the seller: it costs, it gains, or it is not counted in money. */
export type CostDirection = 'costs' | 'gains' | 'uncounted'
export type Aspect = 'price' | 'payment' | 'fees' | 'terms'

/** One kind of term: what its value is, what it is measured by, how it is settled, and who pays for it. */
export type TermType = {
  code: string
  category: Category
  kind: ValueKind
  basis: TermBasis
  settlement: Settlement
  cost: CostDirection
  /** An additional fee (附加費用): needs item, purpose, basis of its amount and a written reference. */
  fee: boolean
  aspect: Aspect
}

const of = (
  code: string,
  category: Category,
  kind: ValueKind,
  basis: TermBasis,
  settlement: Settlement,
  cost: CostDirection,
): TermType => {
  const fee = category === 'fee'
  const aspects: Readonly<Record<Category, Aspect>> = {
    price: 'price',
    rebate: 'price',
    payment: 'payment',
    fee: 'fees',
    delivery: 'terms',
    other: 'terms',
  }
  return { code, category, kind, basis, settlement, cost, fee, aspect: aspects[category] }
}

/** The catalogue: 32 kinds of terms, in the order in which they are shown. */
export const termTypes: readonly TermType[] = [
  of('listDiscount', 'price', 'percent', 'grossSales', 'onInvoice', 'costs'),
  of('invoiceDiscount', 'price', 'percent', 'invoice', 'onInvoice', 'costs'),
  of('cashDiscount', 'price', 'cashDiscount', 'invoice', 'payment', 'costs'),
  of('paymentDays', 'payment', 'payment', 'none', 'payment', 'costs'),
  of('closingDay', 'payment', 'dayOfMonth', 'none', 'payment', 'costs'),
  of('payRunDay', 'payment', 'dayOfMonth', 'none', 'payment', 'costs'),
  of('chequeTenor', 'payment', 'days', 'none', 'payment', 'costs'),
  of('creditLimit', 'payment', 'amount', 'none', 'none', 'uncounted'),
  of('annualRebate', 'rebate', 'percent', 'netSales', 'creditNote', 'costs'),
  of('tieredRebate', 'rebate', 'tiers', 'netSales', 'creditNote', 'costs'),
  of('quarterlyRebate', 'rebate', 'percent', 'netSales', 'creditNote', 'costs'),
  of('growthRebate', 'rebate', 'percent', 'growth', 'creditNote', 'costs'),
  of('listingFee', 'fee', 'each', 'item', 'deduction', 'costs'),
  of('newItemFee', 'fee', 'each', 'item', 'deduction', 'costs'),
  of('newStoreSponsorship', 'fee', 'each', 'store', 'deduction', 'costs'),
  of('refurbishmentSponsorship', 'fee', 'each', 'store', 'deduction', 'costs'),
  of('anniversarySponsorship', 'fee', 'amount', 'year', 'deduction', 'costs'),
  of('flyerFee', 'fee', 'each', 'event', 'deduction', 'costs'),
  of('displayFee', 'fee', 'each', 'store', 'deduction', 'costs'),
  of('advertisingSupport', 'fee', 'percent', 'netSales', 'debitInvoice', 'costs'),
  of('logisticsFee', 'fee', 'percent', 'netSales', 'deduction', 'costs'),
  of('returnTerms', 'delivery', 'text', 'none', 'creditNote', 'uncounted'),
  of('damageAllowance', 'delivery', 'percent', 'netSales', 'creditNote', 'costs'),
  of('shortagePenalty', 'delivery', 'percent', 'order', 'deduction', 'uncounted'),
  of('latePenalty', 'delivery', 'percent', 'order', 'deduction', 'uncounted'),
  of('minimumOrder', 'delivery', 'quantity', 'order', 'none', 'uncounted'),
  of('leadTime', 'delivery', 'days', 'order', 'none', 'uncounted'),
  of('deliveryFrequency', 'delivery', 'text', 'none', 'none', 'uncounted'),
  of('shelfLife', 'delivery', 'text', 'none', 'none', 'uncounted'),
  of('exclusivity', 'other', 'yesNo', 'none', 'none', 'uncounted'),
  of('priceNotice', 'other', 'days', 'none', 'none', 'uncounted'),
  of('systemFee', 'fee', 'amount', 'year', 'deduction', 'costs'),
]

export const termCodes = termTypes.map(({ code }) => code)

const byCode = new Map(termTypes.map((type) => [type.code, type]))

/** The kind of term with this code; null when the catalogue knows none. */
export const typeOf = (code: string): TermType | null => byCode.get(code) ?? null

/** The codes that together make the way from invoice to cash, in the order in which they bend it. */
export const chainCodes = ['paymentDays', 'closingDay', 'payRunDay', 'chequeTenor'] as const
export const isChainCode = (code: string) => (chainCodes as readonly string[]).includes(code)

/** What terms can be weighed against each other with: what one more of each costs in a year. */
export const weights = ['day', 'rebatePoint', 'discountPoint', 'logisticsPoint', 'lumpSum'] as const
export type Weight = (typeof weights)[number]
/** How many of which weight one more of a term is, or why that cannot be said. */
export type Weighed =
  | { weight: Weight; times: string }
  | { why: 'uncounted' | 'onGrowth' | 'inTiers' | 'byCalendar' | 'timesMissing' }

/** For the sheet's order: the catalogue's. */
export const orderOf = (code: string): number => termCodes.indexOf(code)
