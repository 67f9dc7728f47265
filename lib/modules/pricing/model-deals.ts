import { z } from 'zod'
import type { Day } from '@/lib/kernel/day'
import { day, id, listOf, optionalChoice, optionalDay, optionalId, optionalText, text } from '@/lib/kernel/input'
import {
  currency,
  number,
  optionalAmount,
  optionalNumber,
  optionalQuantity,
  quantity,
} from '@/lib/kernel/input-numbers'
import type { Said } from '@/lib/kernel/said'
import type { PriceLevel } from './model'
import type { Level, Route, RoutingReason } from './rules-routing'
import type { Deduction, WaterfallStep } from './rules-waterfall'

export const mostLines = 500
/** Whose day the prices are of. */
export const priceDays = ['document', 'delivery'] as const
export type PricedBy = (typeof priceDays)[number]
export const deductionKinds = ['percent', 'amount', 'lumpSum'] as const

/** Off the running price on the invoice, or off the invoice price behind it. A row without name and value is left out. */
const deduction = z.strictObject({
  name: optionalText(80),
  kind: optionalChoice(deductionKinds),
  value: optionalNumber({ min: '0' }),
})
const line = z.strictObject({ productId: optionalId, quantity: optionalQuantity, price: optionalAmount })

const dated = {
  /** The date of the document. */
  day,
  deliveryDay: optionalDay,
  pricedBy: z.preprocess((value) => (value === '' ? undefined : value), z.enum(priceDays).default('document')),
}

export const dealInput = z.strictObject({
  accountId: id,
  title: text(200),
  ...dated,
  currency,
  channel: optionalText(80),
  paymentDays: z.preprocess(
    (value) => (value === '' ? null : (value ?? null)),
    number({ min: '0', max: '730', places: 0 }).transform(Number).nullable(),
  ),
  lines: listOf(line, mostLines),
  /** Lines as pasted from a spreadsheet: product code, quantity and, if given, the price. */
  pasted: optionalText(60_000),
  onInvoice: listOf(deduction, 10),
  offInvoice: listOf(deduction, 20),
  reason: optionalText(2000),
})
export type DealInput = z.output<typeof dealInput>
export const dealRef = z.strictObject({ dealCheckId: id })
export const submitDealInput = dealRef.extend({ reason: optionalText(2000) })

export const priceQuestion = z.strictObject({
  accountId: id,
  productId: id,
  quantity,
  ...dated,
  currency: currency.optional(),
  channel: optionalText(80),
})

export type DealTerms = {
  onInvoice: Deduction[]
  offInvoice: Deduction[]
  paymentDays: number | null
  channel: string | null
}

/** A checked deal as it was: what everybody may read who knows the client's prices. Money of the whole deal. */
export type FrozenDeal = {
  steps: WaterfallStep[]
  discountPct: string
  averagePct: string
  chain: Level[]
  finance: boolean
  reasons: (RoutingReason | 'policy')[]
}
/** The rest: only for those who see margins. */
export type FrozenInside = {
  steps: WaterfallStep[]
  invoiceSteps: number
  pocketTotal: string
  leakagePct: string | null
  marginTotal: string | null
  marginPct: string | null
  belowFloor: number
  reasons: Route['reasons']
}
export type FrozenLine = {
  open: {
    chain: Said[]
    lost: Said[]
    level: PriceLevel
    invoicePrice: string
    discountPct: string
    belowPolicy: boolean
  }
  inside: {
    unitCost: string | null
    floor: string | null
    pocketPrice: string
    belowFloor: boolean
    pocketMargin: string | null
    marginPct: string | null
  }
}

/** One line of a kept deal check; `inside` is null for those who see no margin. */
export type DealCheckLine = FrozenLine['open'] & {
  id: string
  position: number
  productId: string
  product: string
  quantity: string
  unit: string
  listPrice: string
  policyPrice: string
  price: string
  noRule: boolean
  inside: FrozenLine['inside'] | null
}
export type DealCheck = {
  id: string
  accountId: string
  account: string
  title: string
  day: Day
  deliveryDay: Day | null
  pricedBy: PricedBy
  currency: string
  terms: DealTerms
  policyNumber: number | null
  listTotal: string
  total: string
  result: FrozenDeal
  inside: FrozenInside | null
  reason: string | null
  author: string
  authorId: string
  createdAt: string
  archived: boolean
  lines: DealCheckLine[]
}
