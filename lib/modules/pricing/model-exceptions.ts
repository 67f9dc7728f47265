import { z } from 'zod'
import { day, flag, id, text } from '@/lib/kernel/input'
import { optionalAmount, optionalPercent, optionalQuantity } from '@/lib/kernel/input-numbers'
import { optionalCurrency } from './model-rules'

export const exceptionKinds = ['price', 'discount'] as const
export type ExceptionKind = (typeof exceptionKinds)[number]

/** In this order from request to end; computed from consent, days and use. */
export const exceptionStates = ['waiting', 'sentBack', 'approved', 'inForce', 'usedUp', 'expired', 'withdrawn'] as const
export type ExceptionState = (typeof exceptionStates)[number]

/** From so many days before its end on an exception asks to be renewed or let go. */
export const endsSoonDays = 14

export const exceptionRef = z.strictObject({ exceptionId: id })
export const askExceptionInput = z.strictObject({
  accountId: id,
  productId: id,
  kind: z.enum(exceptionKinds),
  price: optionalAmount,
  discountPct: optionalPercent,
  currency: optionalCurrency,
  quantityCap: optionalQuantity,
  fromDay: day,
  toDay: day,
  reason: text(2000),
  smallPercent: flag,
})
export type ExceptionInput = z.output<typeof askExceptionInput>
