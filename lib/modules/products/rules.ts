import type { Actor } from '@/lib/kernel/actor'
import { addDays, type Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import { messages } from './messages'

export const no = refusals('products', messages)

/** An archived record is read-only until it is restored. */
export function mustBeLive({ archivedAt }: { archivedAt: Date | null }): void {
  if (archivedAt) throw no('archived')
}

/** Costs are entered by those who may know them. */
export function mustSeeMargin(actor: Actor): void {
  if (!seesMargin(actor)) throw new Refusal('notAllowed')
}

/** A unit is told once, and never as another name of the base unit. */
export function mustBeNewUnit(baseUnit: string, known: readonly string[], unit: string): void {
  if (unit === baseUnit) throw no('unitIsBase', { unit }, { unit: { code: 'unitIsBase', params: { unit } } })
  if (known.includes(unit)) throw no('unitKnown', { unit }, { unit: { code: 'unitKnown', params: { unit } } })
}

/** Published editions are what clients were told: they change by a new edition only. */
export function mustBeDraft({ publishedAt }: { publishedAt: Date | null }): void {
  if (publishedAt) throw no('versionPublished')
}

/** Days in order, both included. */
export function mustEndAfterBeginning(validFrom: Day, validTo: Day | null): void {
  if (validTo !== null && validTo < validFrom)
    throw no('endsBeforeItBegins', {}, { validTo: { code: 'endsBeforeItBegins' } })
}

type Edition = { id: string; number: number; validFrom: Day; validTo: Day | null }

/**
 * What publishing does to the editions before: the one in force ends the day before; an edition that begins on that day
 * or later is in the way and is named. Answers the edition to end, with its last day.
 */
export function makeRoom(draft: Edition, published: readonly Edition[]): { id: string; validTo: Day } | null {
  const clashes = published.filter(
    (each) =>
      (each.validTo === null || each.validTo >= draft.validFrom) &&
      (draft.validTo === null || each.validFrom <= draft.validTo),
  )
  const inTheWay = clashes.find((each) => each.validFrom >= draft.validFrom)
  if (inTheWay)
    throw no(
      'editionInTheWay',
      { number: inTheWay.number, day: inTheWay.validFrom },
      { validFrom: { code: 'editionInTheWayHere' } },
    )
  const [before] = clashes
  return before ? { id: before.id, validTo: addDays(draft.validFrom, -1) } : null
}

/** Which edition holds on a day. */
export const editionOn = <E extends Edition>(editions: readonly E[], day: Day): E | null =>
  editions.find((each) => each.validFrom <= day && (each.validTo === null || each.validTo >= day)) ?? null

type Priced = { productId: string; unit: string; price: string }
/** One price in two editions; null where one of them has none. `changePct` is percent of the old price, two decimals. */
export type PriceDifference = {
  productId: string
  unit: string
  was: string | null
  now: string | null
  changePct: string | null
}

/** What differs between two editions, price by price; what is the same is left out. */
export function priceDifferences(before: readonly Priced[], after: readonly Priced[]): PriceDifference[] {
  const key = ({ productId, unit }: Priced) => `${productId} ${unit}`
  const earlier = new Map(before.map((each) => [key(each), each]))
  const later = new Map(after.map((each) => [key(each), each]))
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((each) => {
    const [was, now] = [earlier.get(each), later.get(each)]
    if (was && now && exact(was.price).eq(now.price)) return []
    const { productId, unit } = (was ?? now) as Priced
    const changePct =
      was && now && !exact(was.price).isZero()
        ? plain(exact(now.price).minus(was.price).div(was.price).times(100).toDecimalPlaces(2))
        : null
    return [{ productId, unit, was: was?.price ?? null, now: now?.price ?? null, changePct }]
  })
}
