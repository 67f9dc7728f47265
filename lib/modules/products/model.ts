import { z } from 'zod'
import { exact, plain } from '@/lib/kernel/exact'
import { day, flag, id, listOf, optionalDay, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { amount, currency, number, optionalAmount } from '@/lib/kernel/input-numbers'

export const productStatuses = ['active', 'discontinued'] as const
export type ProductStatus = (typeof productStatuses)[number]

export const taxModes = ['exclusive', 'inclusive'] as const
export type TaxMode = (typeof taxModes)[number]

export const productRef = z.strictObject({ productId: id })
export const productRefSeen = productRef.extend({ version: version.optional() })

/** What is said of a product besides its code, name and base unit; a category is named, and made when it is new. */
const details = {
  englishName: optionalText(200),
  category: optionalText(80),
  brand: optionalText(80),
  specification: optionalText(200),
  supplierId: optionalId,
  note: optionalText(2000),
}

const unitName = text(20)

export const addInput = z.strictObject({
  code: text(60),
  name: text(200),
  baseUnit: unitName,
  status: z.enum(productStatuses).default('active'),
  ...details,
})
export type AddInput = z.output<typeof addInput>

/** Fields that are not named stay; the base unit is not among them, because everything counted would change with it. */
export const editInput = productRefSeen.extend({
  code: text(60).optional(),
  name: text(200).optional(),
  status: z.enum(productStatuses).optional(),
  englishName: optionalText(200).optional(),
  category: optionalText(80).optional(),
  brand: optionalText(80).optional(),
  specification: optionalText(200).optional(),
  supplierId: optionalId.optional(),
  note: optionalText(2000).optional(),
})

/** Base units in one of the unit: more than nothing, six decimals. */
const factor = number({ min: '0.000001', max: '1000000', places: 6 })
export const addUnitInput = productRef.extend({ unit: unitName, factor })
export const unitRef = z.strictObject({ unitId: id })

export const setCostInput = productRef.extend({ validFrom: day, cost: amount, currency })
export const costRef = z.strictObject({ costId: id })

export const priceListRef = z.strictObject({ priceListId: id })
export const openListInput = z.strictObject({
  name: text(120),
  currency,
  taxMode: z.enum(taxModes),
  segment: optionalText(80),
  channel: optionalText(80),
  standard: flag,
  note: optionalText(2000),
})
export const editListInput = priceListRef.extend({
  version: version.optional(),
  name: text(120).optional(),
  segment: optionalText(80).optional(),
  channel: optionalText(80).optional(),
  standard: flag.optional(),
  note: optionalText(2000).optional(),
})

export const draftInput = priceListRef.extend({ validFrom: day, validTo: optionalDay, note: optionalText(500) })
export const versionRef = z.strictObject({ priceListVersionId: id })
export const mostPrices = 500
/** A price that is left blank is taken off the list. */
export const setPricesInput = versionRef.extend({
  prices: listOf(z.strictObject({ productId: id, unit: unitName, price: optionalAmount }), mostPrices),
})

/** A product as pickers, chips and links show it. */
export type ProductName = { id: string; code: string; name: string; baseUnit: string }

/** A unit of a product with the base units in it; the base unit itself has factor 1. */
export type Unit = { unit: string; factor: string }

/**
 * A quantity in the base unit, exact; null for a unit of which the product says no factor, because quantities of
 * different units never add up without one.
 */
export function inBaseUnit(quantity: string, unit: string, units: readonly Unit[]): string | null {
  const known = units.find((each) => each.unit === unit)
  return known ? plain(exact(quantity).times(known.factor)) : null
}

/** A price by a list, exact, for one unit. */
export type ListPrice = {
  price: string
  currency: string
  taxMode: TaxMode
  unit: string
  priceListVersionId: string
}
