import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { perform } from '@/lib/kernel/perform'
import { agree, plan } from '@/lib/modules/promotions/commands'
import { openFund } from '@/lib/modules/promotions/commands-funds'
import { recordResult } from '@/lib/modules/promotions/commands-results'
import { aProduct } from '../modules/products/scene'

async function done<I extends z.ZodType, O>(command: Command<I, O>, actor: Actor, input: unknown): Promise<O> {
  const result = await perform(command, actor, input)
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.refusal.fields)} ${result.refusal.code}`)
  return result.value
}

/** Promotions at every step, one that is over with a result among them, and a fund. */
export async function fullPromotions({ actor, accountId }: { actor: Actor; accountId: string }) {
  const productId = await aProduct(actor, { name: '檔期用醬油' })
  const { id: fundId } = await done(openFund, actor, { accountId, name: '年度基金', amount: '100000' })
  const wish = { form: 'catalogue', accountIds: [accountId], productIds: [productId], fundId, budgetFund: '100' }
  const over = { ...wish, title: '春季檔', storeFrom: '2026-03-02', storeTo: '2026-03-15' }
  const { id: promotionId } = await done(plan, actor, over)
  await done(agree, actor, { promotionId, agreedNote: '電話同意' })
  const result = { actualUnits: '120', weeklyBaseline: '40', unitDiscount: '3', fixedCost: '500' }
  await done(recordResult, actor, { promotionId, ...result })
  const ahead = { ...wish, title: '年末檔', storeFrom: '2099-12-01', storeTo: '2099-12-14' }
  const { id: plannedId } = await done(plan, actor, ahead)
  const citations = [{ citedPromotionId: promotionId, stance: 'supports' }]
  return {
    ids: { promotionId, fundId },
    input: {
      'promotions.plan': { ...wish, title: '夏季檔', storeFrom: '2099-06-01', storeTo: '2099-06-14' },
      'promotions.edit': { title: '改名', budgetFund: '200' },
      'promotions.agree': { promotionId: plannedId, agreedNote: 'LINE 同意' },
      'promotions.cancel': { promotionId: plannedId, because: '客戶改期' },
      'promotions.settle': { settledCost: '480', settledDocument: 'AB-1', proofNote: '陳列照片' },
      'promotions.keepSales': {},
      'promotions.recordResult': { ...result, actualUnits: '130' },
      'promotions.decide': { decision: 'repeat', reason: '有增量', citations },
      'promotions.openFund': { name: '新基金', amount: '5000' },
      'promotions.changeFund': { amount: '90000' },
    },
  }
}
