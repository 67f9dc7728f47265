import type { Exact } from '@/lib/kernel/exact'
import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'

export const no = refusals('negotiations', messages)

/** A plain decimal, as amounts and values are kept. */
export const isDecimal = (text: string) => /^-?\d{1,40}(\.\d{1,40})?$/.test(text)

/** Keys in an order of their own, so that no result hangs on the order in which issues were entered. */
export const byKey = <Keyed extends { key: string }>(items: readonly Keyed[]): Keyed[] =>
  [...items].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

/**
 * Where a calculated figure ends: twenty decimals, half-up. What is equal in truth is then equal here too, although a
 * third of something has no last digit.
 */
export const settled = (value: Exact): Exact => value.toDecimalPlaces(20)

/** A figure as it is kept and travels: as exact as anybody reads it. */
export const figure = (value: Exact): string => value.toDecimalPlaces(6).toFixed()
