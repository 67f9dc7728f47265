import type { Actor } from '@/lib/kernel/actor'
import { add } from '@/lib/modules/products/commands'
import { draft, openList, publish, setPrices } from '@/lib/modules/products/commands-lists'
import { done } from '../accounts/scene'

type Raw = Readonly<Record<string, unknown>>
let next = 1

/** A product of this company; its id. */
export const aProduct = async (actor: Actor, wish: Raw = {}): Promise<string> =>
  (await done(add, actor, { code: `P-${next++}`, name: '純釀醬油', baseUnit: '瓶', ...wish })).id

type Price = { productId: string; unit?: string; price: string }

/** A published edition of a list; its id. */
export async function anEdition(actor: Actor, priceListId: string, validFrom: string, prices: readonly Price[]) {
  const { id } = await done(draft, actor, { priceListId, validFrom })
  const given = prices.map((each) => ({ unit: '瓶', ...each }))
  await done(setPrices, actor, { priceListVersionId: id, prices: given })
  await done(publish, actor, { priceListVersionId: id })
  return id
}

/** A standard list in TWD with these prices from a day on; its id. */
export async function aPriceList(actor: Actor, validFrom: string, prices: readonly Price[], wish: Raw = {}) {
  const given = { name: '經銷牌價', currency: 'TWD', taxMode: 'exclusive', standard: true, ...wish }
  const { id } = await done(openList, actor, given)
  await anEdition(actor, id, validFrom, prices)
  return id
}
