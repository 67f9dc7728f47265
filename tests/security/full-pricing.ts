import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { perform } from '@/lib/kernel/perform'
import { setRule } from '@/lib/modules/pricing/commands'
import { checkPrices } from '@/lib/modules/pricing/commands-deals'
import { askException } from '@/lib/modules/pricing/commands-exceptions'
import { setFloor } from '@/lib/modules/pricing/commands-floors'
import { draftPolicy } from '@/lib/modules/pricing/commands-policy'
import { setRebate } from '@/lib/modules/pricing/commands-rebates'
import { setCost } from '@/lib/modules/products/commands-costs'
import { person } from '@/tests/people'
import { aPriceList, aProduct } from '../modules/products/scene'

async function done<I extends z.ZodType, O>(command: Command<I, O>, actor: Actor, input: unknown): Promise<O> {
  const result = await perform(command, actor, input)
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.refusal.fields)} ${result.refusal.code}`)
  return result.value
}

/** One of everything about prices; somebody else can consent to the policy. */
export async function fullPricing({ actor, accountId }: { actor: Actor; accountId: string }) {
  await person('manager', { id: actor.workspaceId }, { name: '周經理' })
  const productId = await aProduct(actor, { name: '定價用醬油', category: '調味料' })
  await aPriceList(actor, '2026-01-01', [{ productId, price: '100' }], { name: '定價用牌價' })
  await done(setCost, actor, { productId, validFrom: '2026-01-01', cost: '40', currency: 'TWD' })
  const rule = {
    name: '量販折扣',
    segment: '量販',
    categoryId: null,
    fromDay: '2026-01-01',
    action: 'discount',
    discountPct: '5',
  }
  const { id: ruleId } = await done(setRule, actor, rule)
  const floor = { method: 'absolute', value: '50', currency: 'TWD', fromDay: '2026-01-01', categoryId: null }
  const { id: floorId } = await done(setFloor, actor, floor)
  const policy = {
    title: '定價政策',
    body: '依價目表報價',
    audience: ['accountManager'],
    validFrom: '2099-01-01',
    leadDiscountPct: '10',
    managerDiscountPct: '15',
    directorDiscountPct: '20',
    paymentDays: '60',
    noticeDays: '30',
    steepPct: '5',
    annualPct: '6',
  }
  const { id: policyId } = await done(draftPolicy, actor, policy)
  const exception = {
    kind: 'price',
    price: '99',
    currency: 'TWD',
    fromDay: '2026-01-01',
    toDay: '2099-12-31',
    reason: '競品',
  }
  const { id: exceptionId } = await done(askException, actor, { accountId, productId, ...exception })
  const deal = { title: '進貨', day: '2026-05-04', currency: 'TWD', lines: [{ productId, quantity: '10' }] }
  const { id: dealCheckId } = await done(checkPrices, actor, { accountId, ...deal })
  const rebate = {
    name: '年度獎勵',
    method: 'retrospective',
    basis: 'net',
    currency: 'TWD',
    fromDay: '2026-01-01',
    toDay: '2026-12-31',
    tiers: [{ from: '1000', pct: '1' }],
  }
  const { id: rebateId } = await done(setRebate, actor, { accountId, ...rebate })
  return {
    ids: { productId, ruleId, floorId, policyId, exceptionId, dealCheckId, rebateId },
    input: {
      'pricing.setRule': { ...rule, name: '新規則', priority: '7' },
      'pricing.editRule': { ...rule, version: 1, discountPct: '6' },
      'pricing.archiveRule': {},
      'pricing.restoreRule': {},
      'pricing.setFloor': floor,
      'pricing.archiveFloor': {},
      'pricing.draftPolicy': policy,
      'pricing.editPolicy': { ...policy, version: 1, title: '改名' },
      'pricing.submitPolicy': { reason: '年度更新' },
      'pricing.archivePolicy': {},
      'pricing.askException': exception,
      'pricing.withdrawException': {},
      'pricing.checkPrices': deal,
      'pricing.submitDeal': {},
      'pricing.withdrawDeal': {},
      'pricing.setRebate': rebate,
      'pricing.editRebate': { ...rebate, version: 1, name: '改名' },
      'pricing.archiveRebate': {},
    },
  }
}
