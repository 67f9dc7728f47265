import type { Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'

export const floorMethods = ['absolute', 'costPlus', 'pocketMarginPct'] as const
export type FloorMethod = (typeof floorMethods)[number]

/** A lower limit of the pocket price: an amount, the cost and an amount, or the price that leaves a margin in percent. */
export type Floor = {
  id: string
  productId: string | null
  categoryId: string | null
  method: FloorMethod
  value: string
  currency: string | null
  fromDay: Day
  toDay: Day | null
}

export type FloorQuestion = {
  productId: string
  categoryIds: readonly string[]
  day: Day
  currency: string
  unitCost: string | null
}

/** The price below which one floor is broken; null when it needs a cost that nobody said, or speaks another currency. */
export function floorPrice(floor: Floor, { unitCost, currency }: Pick<FloorQuestion, 'unitCost' | 'currency'>) {
  if (floor.method === 'pocketMarginPct')
    return unitCost === null || exact(floor.value).gte(100)
      ? null
      : plain(exact(unitCost).div(exact(100).minus(floor.value)).times(100))
  if (floor.currency !== null && floor.currency !== currency) return null
  if (floor.method === 'absolute') return plain(floor.value)
  return unitCost === null ? null : plain(exact(unitCost).plus(floor.value))
}

const covers = (floor: Floor, { productId, categoryIds, day }: FloorQuestion) =>
  (floor.productId === null || floor.productId === productId) &&
  (floor.categoryId === null || categoryIds.includes(floor.categoryId)) &&
  floor.fromDay <= day &&
  (floor.toDay === null || day <= floor.toDay)

/** The floor that counts is the highest of all that hold; null when none does. */
export function effectiveFloor(floors: readonly Floor[], question: FloorQuestion): string | null {
  const prices = floors.filter((floor) => covers(floor, question)).flatMap((floor) => floorPrice(floor, question) ?? [])
  return prices.reduce<string | null>(
    (highest, price) => (highest === null || exact(price).gt(highest) ? price : highest),
    null,
  )
}

/** Strictly below: the floor itself is allowed. No floor forbids nothing. */
export const isBelow = (price: string, floor: string | null): boolean => floor !== null && exact(price).lt(floor)
