import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { costOf, findUnits } from '@/lib/modules/products/queries'
import { annualProducts } from '@/lib/modules/sales/queries'
import type { PackageCheck, PackageTerms } from './model-package'
import { costAndFloor, findBasis, type PriceBasis, priceLine } from './queries'
import { findFloorsFor } from './queries-held'
import { checkPackage, type PackageLine } from './rules-package'
import { packageContent, shownCheck } from './rules-package-said'

export { packageContent, shownCheck }

/** A price by the unit of the price list, or a discount off it in percent. */
export type NamedPrice = { productId: string } & ({ price: string } | { discountPct: string })

type Package = { accountId: string; currency: string; prices: readonly NamedPrice[]; terms: PackageTerms }
type Known = Parameters<typeof costAndFloor>[1]

/**
 * What the pricing policy in force says of a package for a client: of the prices that it names, and of what the client
 * bought in the last twelve months under its terms. For commands: costs and floors count whatever the actor may see, so
 * whoever shows the answer strips it.
 */
export async function findPackageCheck(
  look: Look,
  { accountId, currency, prices, terms }: Package,
): Promise<PackageCheck> {
  const day = dayOf(look.now, look.actor.timeZone)
  const sold = await annualProducts(look, { accountId, currency, until: day })
  const productIds = [...new Set([...prices, ...sold].map(({ productId }) => productId))]
  const [basis, costs, units] = await Promise.all([
    findBasis(look, { accountId, productIds, day, currency, channel: null }),
    costOf(look, productIds, day),
    findUnits(look, productIds),
  ])
  const categoryIds = [...basis.products.values()].flatMap(({ categoryId }) => categoryId ?? [])
  const known = { costs, units, floors: await findFloorsFor(look, { productIds, categoryIds }) }
  const lines = productIds.flatMap((productId) => {
    const bought = sold.find((each) => each.productId === productId) ?? null
    const named = prices.find((each) => each.productId === productId) ?? null
    return lineOf({ basis, known, day, currency }, { productId, bought, named }) ?? []
  })
  return checkPackage(lines, terms, basis.limits)
}

type Ground = { basis: PriceBasis; known: Known; day: Day; currency: string }
type About = { productId: string; bought: { quantity: string; net: string } | null; named: NamedPrice | null }

/** A product by the unit in which it is listed; null where no price can be told. */
function lineOf({ basis, known, day, currency }: Ground, { productId, bought, named }: About): PackageLine | null {
  const product = basis.products.get(productId)
  if (!product) return null
  const listed = priceLine(basis, { productId, quantity: '1', day, currency, channel: null }, 0)
  const unit = listed?.unit ?? product.baseUnit
  const factor = known.units.get(productId)?.find((each) => each.unit === unit)?.factor ?? '1'
  const quantity = bought && exact(bought.quantity).gt(0) ? exact(bought.quantity).div(factor) : exact(0)
  const price = named
    ? askedPrice(named, listed?.listPrice ?? null)
    : bought && quantity.gt(0) && plain(exact(bought.net).div(quantity))
  if (!price) return null
  const inside = costAndFloor({ productId, categoryId: product.categoryId, unit, day, currency }, known)
  return {
    price,
    quantity: plain(quantity),
    named: named && { listPrice: listed?.listPrice ?? null, policyPrice: listed?.price ?? null },
    ...inside,
  }
}

function askedPrice(named: NamedPrice, listPrice: string | null): string | null {
  if ('price' in named) return named.price
  return listPrice === null ? null : plain(exact(listPrice).times(exact(100).minus(named.discountPct)).div(100))
}
