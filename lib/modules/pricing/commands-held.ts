import { and, asc, eq, inArray } from 'drizzle-orm'
import { priceExceptions, type priceRules } from '@/db/schema/pricing'
import { productCategories, products } from '@/db/schema/products'
import type { Work } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { mayEditAccount } from '@/lib/kernel/rights'
import { forgetSearchable, keepSearchable } from '@/lib/kernel/search'
import { type FoundAccount, findAccount } from '@/lib/modules/accounts/queries'

/** A rule is found by its name, its note, its segment and its channel, by whoever may see the client that it is for. */
export async function keepRuleSearchable(work: Work, rule: typeof priceRules.$inferSelect) {
  if (rule.archivedAt) return forgetSearchable(work, 'priceRule', rule.id)
  const account = rule.accountId ? await findAccount(work, rule.accountId) : null
  await keepSearchable(work, [
    {
      kind: 'priceRule',
      id: rule.id,
      accountId: rule.accountId,
      ownerId: account?.ownerId ?? null,
      restricted: account?.restricted ?? false,
      texts: [rule.name, rule.note, rule.segment, rule.channel, account?.name ?? null],
    },
  ])
}

export async function mustHaveCategory({ tx, actor }: Work, categoryId: string): Promise<void> {
  const [row] = await tx
    .select({ id: productCategories.id })
    .from(productCategories)
    .where(and(own(productCategories, actor), eq(productCategories.id, categoryId), live(productCategories)))
  if (!row) throw new Refusal('notFound')
}

/** An account for which the actor may ask for prices: one that they may edit. Refuses with `notFound` or `notAllowed`. */
export async function accountInHand(work: Work, accountId: string): Promise<FoundAccount> {
  const account = await findAccount(work, accountId)
  if (!mayEditAccount(work.actor, account)) throw new Refusal('notAllowed')
  return account
}

/** Live products by their codes. */
export async function findProductsByCode({ tx, actor }: Work, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .select({ id: products.id, code: products.code })
    .from(products)
    .where(and(own(products, actor), inArray(products.code, [...new Set(codes)]), live(products)))
  return new Map(rows.map(({ id, code }) => [code, id]))
}

/** Locks the exceptions that a deal may use, so that two deals never use up the same quantity. */
export const holdExceptions = ({ tx, actor }: Work, accountId: string, productIds: readonly string[]) =>
  tx
    .select({ id: priceExceptions.id })
    .from(priceExceptions)
    .where(
      and(
        own(priceExceptions, actor),
        eq(priceExceptions.accountId, accountId),
        inArray(priceExceptions.productId, [...new Set(productIds)]),
        live(priceExceptions),
      ),
    )
    .orderBy(asc(priceExceptions.id))
    .for('update')
