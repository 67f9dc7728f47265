import type { Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'
import type { Rule } from './model'
import type { ExceptionInput, ExceptionKind, ExceptionState } from './model-exceptions'
import { mustBeMeant, mustEndAfterBeginning } from './rules-saving'

const no = refusals('pricing', messages)

/** What consent to an exception is bound to: everything that it gives away. */
export type ExceptionContent = {
  accountId: string
  productId: string
  kind: ExceptionKind
  price: string | null
  discountPct: string | null
  currency: string | null
  quantityCap: string | null
  fromDay: Day
  toDay: Day
}

/** The content of a request. Refuses one without a price or discount, without an end, or that ended already. */
export function exceptionOf(input: ExceptionInput, today: Day): ExceptionContent {
  const { accountId, productId, kind, price, discountPct, currency, quantityCap, fromDay, toDay } = input
  if (kind === 'price' && price === null) throw no('priceMissing', {}, { price: { code: 'priceMissing' } })
  if (kind === 'price' && currency === null) throw no('currencyMissing', {}, { currency: { code: 'currencyMissing' } })
  if (kind === 'discount' && discountPct === null)
    throw no('discountMissing', {}, { discountPct: { code: 'discountMissing' } })
  if (kind === 'discount') mustBeMeant('discountPct', discountPct, input.smallPercent)
  if (quantityCap !== null && !exact(quantityCap).gt(0)) throw no('capZero', {}, { quantityCap: { code: 'capZero' } })
  mustEndAfterBeginning(fromDay, toDay)
  if (toDay < today) throw no('exceptionOver', {}, { toDay: { code: 'exceptionOver' } })
  return {
    accountId,
    productId,
    kind,
    price: kind === 'price' ? price : null,
    discountPct: kind === 'discount' ? discountPct : null,
    currency: kind === 'price' ? currency : null,
    quantityCap,
    fromDay,
    toDay,
  }
}

type Standing = {
  archivedAt: Date | null
  approved: boolean
  sentBack: boolean
  fromDay: Day
  toDay: Day
  quantityCap: string | null
  used: string
}

/** Where an exception stands. It ends by itself: after its last day, or when its quantity is used up. */
export function exceptionState(standing: Standing, today: Day): ExceptionState {
  if (standing.archivedAt) return 'withdrawn'
  if (standing.toDay < today) return 'expired'
  if (!standing.approved) return standing.sentBack ? 'sentBack' : 'waiting'
  if (standing.fromDay > today) return 'approved'
  return exact(remaining(standing) ?? '1').gt(0) ? 'inForce' : 'usedUp'
}

/** What of the quantity is left; null when there is no cap. Never below 0. */
export function remaining({ quantityCap, used }: Pick<Standing, 'quantityCap' | 'used'>): string | null {
  if (quantityCap === null) return null
  const left = exact(quantityCap).minus(used)
  return left.isNegative() ? '0' : plain(left)
}

/** An approved exception as a rule of the highest level. */
export const ruleOfException = (exception: ExceptionContent & { id: string; used: string }, name: string): Rule => ({
  id: exception.id,
  name,
  level: 'exception',
  accountId: exception.accountId,
  segment: null,
  channel: null,
  productId: exception.productId,
  categoryId: null,
  fromDay: exception.fromDay,
  toDay: exception.toDay,
  minQuantity: '0',
  maxQuantity: remaining(exception),
  priority: 0,
  stackGroup: null,
  stackMode: null,
  ...(exception.kind === 'price'
    ? { action: 'fixed', price: exception.price ?? '0', currency: exception.currency ?? '' }
    : { action: 'discount', discountPct: exception.discountPct ?? '0' }),
})
