import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { checkPrices, withdrawDeal } from '@/lib/modules/pricing/commands-deals'
import { askException, withdrawException } from '@/lib/modules/pricing/commands-exceptions'
import { dealChecksList } from '@/lib/modules/pricing/list-deals'
import { exceptions } from '@/lib/modules/pricing/list-exceptions'
import { find } from '@/lib/modules/pricing/queries-find'
import { newcomer } from '@/tests/people'
import { done } from '../accounts/scene'
import { aCompany, aRule, now, today } from './scene'

async function aCompanyWithPrices() {
  const company = await aCompany()
  const { lead, seller, accountId, productId } = company
  await aRule(lead, { name: '大安專案', segment: null, accountId })
  const asked = { accountId, productId, kind: 'price', price: '88', currency: 'TWD', reason: '競品降價' }
  const { id: exceptionId } = await done(askException, seller, { ...asked, fromDay: today, toDay: '2026-06-30' }, now)
  const deal = { accountId, title: '大安五月進貨', day: today, currency: 'TWD', lines: [{ productId, quantity: '1' }] }
  const { id: dealCheckId } = await done(checkPrices, seller, deal, now)
  return { ...company, exceptionId, dealCheckId }
}

const found = async (actor: Actor, q: string) =>
  (await ask(find, actor, { q }, now)).groups.flatMap(({ label, items }) => items.map(({ title }) => [label, title]))

describe('what is about prices', () => {
  it('is found from the palette and in its lists by those who may know the client’s prices, and by nobody else', async () => {
    const { seller, colleague, exceptionId, dealCheckId } = await aCompanyWithPrices()
    expect(await found(seller, '大安')).toEqual([
      ['價格規則', '大安專案'],
      ['價格例外', '純釀醬油'],
      ['交易審查', '大安五月進貨'],
    ])
    expect(await found(seller, '競品')).toEqual([['價格例外', '純釀醬油']])
    for (const stranger of [colleague, await newcomer('manager')]) expect(await found(stranger, '大安')).toEqual([])
    expect(await found(seller, '')).toEqual([])
    const listed = async (q: string) => [
      (await ask(exceptions, seller, { q }, now)).rows.map(({ id }) => id),
      (await ask(dealChecksList, seller, { q }, now)).rows.map(({ id }) => id),
    ]
    expect(await listed('大安')).toEqual([[exceptionId], [dealCheckId]])
    expect(await listed('五月')).toEqual([[], [dealCheckId]])
  })

  it('is found no more once it is withdrawn', async () => {
    const { seller, exceptionId, dealCheckId } = await aCompanyWithPrices()
    await done(withdrawException, seller, { exceptionId }, now)
    await done(withdrawDeal, seller, { dealCheckId }, now)
    expect(await found(seller, '大安')).toEqual([['價格規則', '大安專案']])
  })
})
