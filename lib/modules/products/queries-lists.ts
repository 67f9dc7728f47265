import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { priceListItems, priceLists, priceListVersions, products } from '@/db/schema/products'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { id } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { may } from './manifest'
import { priceListRef } from './model'
import { editionOn, priceDifferences } from './rules'

/** The prices of an edition in the order of product codes. */
export async function editionItems({ tx, actor }: Look, versionId: string) {
  const rows = await tx
    .select({
      id: priceListItems.id,
      productId: priceListItems.productId,
      unit: priceListItems.unit,
      price: priceListItems.price,
      code: products.code,
      name: products.name,
    })
    .from(priceListItems)
    .innerJoin(products, joined(products, actor, priceListItems.productId))
    .where(and(own(priceListItems, actor), eq(priceListItems.versionId, versionId), live(priceListItems)))
    .orderBy(asc(products.code), asc(priceListItems.unit), asc(priceListItems.id))
  return rows.map((row) => ({ ...row, price: plain(row.price) }))
}

/** Every list with the edition that holds today. */
export const priceListsNow = query({
  name: 'products.priceLists',
  permission: may.see,
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const today = dayOf(now, actor.timeZone)
    const [lists, editions] = await Promise.all([
      tx
        .select()
        .from(priceLists)
        .where(and(own(priceLists, actor), live(priceLists)))
        .orderBy(desc(priceLists.standard), asc(priceLists.name))
        .limit(500),
      tx
        .select({
          id: priceListVersions.id,
          priceListId: priceListVersions.priceListId,
          number: priceListVersions.number,
          validFrom: priceListVersions.validFrom,
          validTo: priceListVersions.validTo,
          publishedAt: priceListVersions.publishedAt,
        })
        .from(priceListVersions)
        .where(and(own(priceListVersions, actor), live(priceListVersions)))
        .orderBy(desc(priceListVersions.validFrom))
        .limit(5000),
    ])
    return lists.map((list) => {
      const its = editions.filter(({ priceListId }) => priceListId === list.id)
      return {
        ...list,
        inForce: editionOn(
          its.filter(({ publishedAt }) => publishedAt !== null),
          today,
        ),
        drafts: its.filter(({ publishedAt }) => publishedAt === null).length,
      }
    })
  },
})

/** One list: its editions, and the prices of the one that is looked at beside the one before it. */
export const priceList = query({
  name: 'products.priceList',
  permission: may.see,
  input: priceListRef.extend({ edition: z.string().optional() }),
  async run(look, { priceListId, edition }) {
    const { tx, actor, now } = look
    const [list] = await tx
      .select()
      .from(priceLists)
      .where(ownRow(priceLists, actor, priceListId))
    if (!list) throw new Refusal('notFound')
    const editions = await tx
      .select({
        id: priceListVersions.id,
        number: priceListVersions.number,
        validFrom: priceListVersions.validFrom,
        validTo: priceListVersions.validTo,
        note: priceListVersions.note,
        published: sql<boolean>`${priceListVersions.publishedAt} is not null`,
        publishedBy: members.name,
      })
      .from(priceListVersions)
      .leftJoin(members, and(own(members, actor), eq(members.id, priceListVersions.publishedBy)))
      .where(
        and(own(priceListVersions, actor), eq(priceListVersions.priceListId, priceListId), live(priceListVersions)),
      )
      .orderBy(desc(priceListVersions.validFrom), desc(priceListVersions.number))
      .limit(500)
    const today = dayOf(now, actor.timeZone)
    const published = editions.filter((each) => each.published)
    const shown =
      editions.find((each) => id.safeParse(edition).success && each.id === edition) ??
      editionOn(published, today) ??
      editions[0] ??
      null
    const before = shown ? (published.find((each) => each.validFrom < shown.validFrom) ?? null) : null
    const [items, earlier] = await Promise.all([
      shown ? editionItems(look, shown.id) : [],
      before ? editionItems(look, before.id) : [],
    ])
    const names = Object.fromEntries(earlier.map(({ productId, name }) => [productId, name]))
    const differences = before ? priceDifferences(earlier, items) : []
    return { list, editions, shown, before, items, names, differences, today }
  },
})
