import { expect, it } from 'vitest'
import { dayOf, formatDay } from '@/lib/kernel/day'
import { open } from '@/lib/modules/accounts/commands-open'
import { add } from '@/lib/modules/products/commands'
import { agree, plan } from '@/lib/modules/promotions/commands'
import { book } from '@/lib/modules/sales/commands'
import { newcomer } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { evidenceOf } from './evidence-of'
import { daysAgo, did } from './scene'

const day = (ago: number) => dayOf(daysAgo(ago))

/** A lead with a client, a product and what was sold of it: ten bottles a week, and eighty in the days of the promotion. */
async function aLead() {
  const actor = await newcomer('salesLead')
  const account = { name: '大安食品股份有限公司', kind: 'customer', tier: 'A' }
  const { id: accountId } = await did(open, actor, account, daysAgo(400))
  const soy = { code: 'SOY-500', name: '純釀醬油', baseUnit: '瓶' }
  const { id: productId } = await did(add, actor, soy, daysAgo(300))
  for (const [index, [ago, quantity]] of (
    [
      [70, '20'],
      [56, '20'],
      [42, '40'],
      [28, '80'],
      [15, '6'],
    ] as const
  ).entries()) {
    const lines = [{ lineKey: '1', productId, quantity, unitPrice: '78' }]
    await did(book, actor, { accountId, number: `S-${index}`, day: day(ago), currency: 'TWD', lines })
  }
  return { actor, accountId, productId }
}

it('KRM-2.3: a promotion that is over asks for its result; result and sales found the direction, and it is evidence', async () => {
  const { actor, accountId, productId } = await aLead()
  const wish = { title: '週年慶 DM', form: 'catalogue', accountIds: [accountId], productIds: [productId] }
  const over = { ...wish, storeFrom: day(30), storeTo: day(17), budgetOurs: '500', budgetTheirs: '300' }
  const { id: promotionId } = await did(plan, actor, over, daysAgo(60))
  await did(agree, actor, { promotionId, agreedNote: '羅協理同意' }, daysAgo(50))
  const before = await evidenceOf(actor, 'KRM-2.3', accountId)

  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto('/today')
  expect(await page.locator('#overdue-promotions').innerText()).toContain('週年慶 DM')

  await page.goto('/promotions')
  await main.getByRole('link', { name: '週年慶 DM' }).last().click()
  await page.getByText('已結束 17 天，尚未登記成果').waitFor()
  expect(await page.locator('#sales').innerText()).toContain('80')
  const facts = await main.innerText()
  const days = [day(30), day(17)].map((each) => formatDay(each, 'zh-TW'))
  for (const said of ['目錄／DM', ...days, 'NT$500', 'NT$300']) expect(facts).toContain(said)
  const result = page.locator('#next form')
  await result.locator('input[name=unitDiscount]').fill('8')
  await result.locator('textarea[name=learning]').fill('端架比版位有效')
  await result.locator('button[type=submit]').click()
  await page.locator('#result').waitFor()
  expect(await page.locator('#result').innerText()).toContain('提升率')
  expect(await page.locator('#result').innerText()).toContain('300')

  const direction = page.locator('#next form')
  await direction.locator('label', { hasText: '調整' }).click()
  await direction.locator('textarea[name=reason]').fill('改為單件降價加端架')
  await direction.locator('button[type=submit]').click()
  await expect.poll(() => page.locator('#direction').innerText()).toContain('改為單件降價加端架')
  expect(await page.locator('#direction').innerText()).toContain('支持')

  const settlement = page.locator('#next form')
  await settlement.locator('input[name=proofNote]').fill('門市端架照片')
  await settlement.locator('button[type=submit]').click()
  await expect.poll(() => main.innerText()).toContain('已評估')

  await page.goto('/today')
  expect(await page.locator('#overdue-promotions').count()).toBe(0)
  const added = (await evidenceOf(actor, 'KRM-2.3', accountId)).slice(before.length)
  expect(added).toMatchObject([{ indicator: 'KRM-2.3', memberId: actor.id, day: dayOf(new Date()) }])
  await page.context().close()
})

it('a promotion is planned on a page, and an overlap keeps what was typed until it is meant', async () => {
  const { actor, accountId, productId } = await aLead()
  const wish = { title: '前一檔', form: 'poster', accountIds: [accountId], productIds: [productId] }
  await did(plan, actor, { ...wish, storeFrom: '2030-01-01', storeTo: '2030-01-20' })
  const page = await aPageOf(actor)
  await page.goto(`/promotions/new?account=${accountId}`)
  await page.locator('input[name=title]').fill('年節海報')
  await page.locator('label', { hasText: '海報' }).click()
  const product = page.locator('[data-field="productIds.0"] input:not([type=hidden])').first()
  await product.click()
  await product.pressSequentially('醬油')
  await page.getByRole('option', { name: /純釀醬油/ }).click()
  await page.locator('input[name=storeFrom]').fill('2030-01-10')
  await page.locator('input[name=storeTo]').fill('2030-01-31')
  await page.locator('button[type=submit]', { hasText: '建立檔期' }).click()
  await page.getByText('如仍要安排，請勾選此項。').first().waitFor()
  expect(await page.locator('input[name=title]').inputValue()).toBe('年節海報')
  await page.locator('input[name=despiteOverlap]').check()
  await page.locator('button[type=submit]', { hasText: '建立檔期' }).click()
  await page.waitForURL(/\/promotions\/[0-9a-f-]{36}$/)
  expect(await page.getByRole('main').innerText()).toContain('規劃中')
  await page.context().close()
})

it.each(looks)('the pages of promotions are found without fault in $language on $viewport.width', async (look) => {
  const { actor, accountId, productId } = await aLead()
  const wish = { title: '週年慶 DM', form: 'catalogue', accountIds: [accountId], productIds: [productId] }
  const { id } = await did(plan, actor, { ...wish, storeFrom: day(30), storeTo: day(17) }, daysAgo(60))
  const page = await aPageOf(actor, look)
  for (const address of ['/promotions', '/promotions/new', '/promotions/funds', `/promotions/${id}`]) {
    await page.goto(`${address}${address === '/promotions' ? `?month=${day(20)}` : ''}`)
    expect([address, await faultsOf(page)]).toEqual([address, []])
  }
  await page.context().close()
})
