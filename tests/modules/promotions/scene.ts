import type { Actor } from '@/lib/kernel/actor'
import { plan } from '@/lib/modules/promotions/commands'
import { aCompany, anAccount, done } from '../accounts/scene'
import { aProduct } from '../products/scene'
import { aSale } from '../sales/scene'

/** Three weeks after the last day in store of the scene's promotion. */
export const afterwards = new Date('2026-11-22T02:00:00Z')
export const beforehand = new Date('2026-09-01T02:00:00Z')

/** A company with a client, a product, and what a promotion of four weeks with them says. */
export async function aPlanner() {
  const company = await aCompany()
  const [accountId, productId] = [await anAccount(company.mine), await aProduct(company.lead)]
  const wish = {
    title: '週年慶 DM',
    form: 'catalogue',
    accountIds: [accountId],
    productIds: [productId],
    storeFrom: '2026-10-05',
    storeTo: '2026-11-01',
    budgetOurs: '40000',
  }
  const planned = async (more: object = {}, actor: Actor = company.mine) =>
    (await done(plan, actor, { ...wish, ...more })).id
  const sold = (day: string, quantity: string, unitPrice = '100') =>
    aSale(company.lead, accountId, day, [{ productId, quantity, unitPrice }])
  return { ...company, accountId, productId, wish, planned, sold }
}

/** What a result needs besides what the sales records say. */
export const costs = { unitDiscount: '15', fixedCost: '40000' }
