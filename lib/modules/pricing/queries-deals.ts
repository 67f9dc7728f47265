import { and, asc, eq } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { dealCheckLines, dealChecks, pricePolicies } from '@/db/schema/pricing'
import { products } from '@/db/schema/products'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayEditAccount, seesMargin } from '@/lib/kernel/rights'
import { findAccount } from '@/lib/modules/accounts/queries'
import type { RunState } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import {
  type DealCheck,
  type DealTerms,
  dealRef,
  type FrozenDeal,
  type FrozenInside,
  type FrozenLine,
  type PricedBy,
} from './model-deals'
import { ofKnownTerms } from './queries-held'

/** A kept deal check with everything in it, for commands; refuses with `notFound` what the actor may not know. */
export async function findFrozen(
  { tx, actor }: Look,
  dealCheckId: string,
): Promise<DealCheck & { inside: FrozenInside }> {
  const [row] = await tx
    .select({ deal: dealChecks, account: accounts.name, author: members.name, policyNumber: pricePolicies.number })
    .from(dealChecks)
    .innerJoin(accounts, joined(accounts, actor, dealChecks.accountId))
    .innerJoin(members, joined(members, actor, dealChecks.authorId))
    .leftJoin(pricePolicies, joined(pricePolicies, actor, dealChecks.policyId))
    .where(and(ownRow(dealChecks, actor, dealCheckId), ofKnownTerms(dealChecks.accountId, actor)))
  if (!row) throw new Refusal('notFound')
  const lines = await tx
    .select({ line: dealCheckLines, product: products.name })
    .from(dealCheckLines)
    .innerJoin(products, joined(products, actor, dealCheckLines.productId))
    .where(and(own(dealCheckLines, actor), eq(dealCheckLines.dealCheckId, dealCheckId)))
    .orderBy(asc(dealCheckLines.position))
  const { deal, account, author, policyNumber } = row
  return {
    id: deal.id,
    accountId: deal.accountId,
    account,
    title: deal.title,
    day: deal.day,
    deliveryDay: deal.deliveryDay,
    pricedBy: deal.pricedBy as PricedBy,
    currency: deal.currency,
    terms: deal.terms as DealTerms,
    policyNumber,
    listTotal: plain(deal.listTotal),
    total: plain(deal.total),
    result: deal.result as FrozenDeal,
    inside: deal.confidential as FrozenInside,
    reason: deal.reason,
    author,
    authorId: deal.authorId,
    createdAt: deal.createdAt.toISOString(),
    archived: deal.archivedAt !== null,
    lines: lines.map(({ line, product }) => ({
      ...(line.explanation as FrozenLine['open']),
      id: line.id,
      position: line.position,
      productId: line.productId,
      product,
      quantity: plain(line.quantity),
      unit: line.unit,
      listPrice: plain(line.listPrice),
      policyPrice: plain(line.policyPrice),
      price: plain(line.price),
      noRule: line.noRule,
      inside: line.confidential as FrozenLine['inside'],
    })),
  }
}

export type DealCheckView = DealCheck & { state: RunState | null; mayChange: boolean }

/** A deal check as it was kept. Cost, margin, floors and what follows the invoice only for those who see margins. */
export const dealCheckById = query({
  name: 'pricing.dealCheckById',
  permission: may.see,
  input: dealRef,
  async run(look, { dealCheckId }): Promise<DealCheckView> {
    const deal = await findFrozen(look, dealCheckId)
    const [run, account] = [await findRun(look, 'dealCheck', dealCheckId), await findAccount(look, deal.accountId)]
    const about = { state: run?.state ?? null, mayChange: mayEditAccount(look.actor, account) }
    if (seesMargin(look.actor)) return { ...deal, ...about }
    return { ...deal, ...about, inside: null, lines: deal.lines.map((line) => ({ ...line, inside: null })) }
  },
})
