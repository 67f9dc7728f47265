import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { addDays, dayOf } from '@/lib/kernel/day'
import { runJob } from '@/lib/kernel/worker'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { editRule, setRule } from '@/lib/modules/pricing/commands'
import { askException } from '@/lib/modules/pricing/commands-exceptions'
import { setFloor } from '@/lib/modules/pricing/commands-floors'
import { tellReaders } from '@/lib/modules/pricing/jobs'
import { aCompany, aPolicy, aRule, ruleWish, runOf } from '../modules/pricing/scene'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { evidenceOf } from './evidence-of'
import { daysAgo, did } from './scene'

const today = dayOf(new Date())
const ahead = addDays(today, 60)

/** Consents on the desk, as whoever is asked. */
async function consents(actor: Actor, subjectId: string) {
  const desk = await aPageOf(actor)
  await desk.goto(`/review/${(await runOf(subjectId)).runId}`)
  await desk.locator('#decide button[value=approve]').click()
  await desk.getByRole('main').getByText('已核准').first().waitFor()
  expect((await runOf(subjectId)).state).toBe('approved')
  await desk.context().close()
}

async function pick(page: Page, field: string, typed: string, name: RegExp) {
  const box = page.locator(`[data-field="${field}"] input:not([type=hidden])`).first()
  await box.click()
  await box.pressSequentially(typed)
  await page.getByRole('option', { name }).click()
}

it('KRM-2.5: an approved policy is announced, read and acknowledged, and its author sees who has not', async () => {
  const { workspace, boss, director, seller } = await aCompany()
  const policyId = await aPolicy(boss, director)
  const finished = { runId: (await runOf(policyId)).runId, subjectKind: 'pricePolicy', subjectId: policyId }
  const payload = { ...finished, outcome: 'approved' }
  await runJob(tellReaders, { jobId: 'journey', workspaceId: workspace.id, payload, now: new Date() })
  const before = await evidenceOf(seller, 'KRM-2.5')

  const page = await aPageOf(seller)
  const main = page.getByRole('main')
  await page.goto('/notifications')
  await main.getByRole('link', { name: /請閱讀定價政策第 1 版/ }).click()
  await page.waitForURL(`**/pricing/policies/${policyId}`)
  expect(await main.innerText()).toContain('一律依價目表與規則報價。')
  await main.getByRole('button', { name: '我已閱讀' }).click()
  await main.getByText('您已於').waitFor()
  await page.context().close()

  const own = await aPageOf(boss)
  await own.goto('/pricing')
  const said = await own.getByRole('main').innerText()
  expect(said).toContain('3 人中已有 1 人閱讀')
  expect(said).toMatch(/尚未閱讀：.*李主管/)
  expect(said).not.toMatch(/尚未閱讀：.*林怡君/)
  await own.context().close()
  const known = new Set(before.map(({ subjectId }) => subjectId))
  const added = (await evidenceOf(seller, 'KRM-2.5')).filter(({ subjectId }) => !known.has(subjectId))
  expect(added).toMatchObject([{ memberId: seller.id, subjectKind: 'pricePolicyReading', day: today }])
})

it('KRM-2.5: a clashing rule is refused by both names and the days they share, and what was typed stays', async () => {
  const { lead } = await aCompany()
  await aRule(lead, { toDay: '2026-06-30' })
  const page = await aPageOf(lead)
  const main = page.getByRole('main')
  await page.goto('/pricing/rules/new')
  await page.locator('input[name=name]').fill('春季優惠')
  await page.locator('input[name=segment]').fill('量販')
  await page.locator('input[name=fromDay]').fill('2026-01-01')
  await page.locator('input[name=discountPct]').fill('７')
  await main.locator('button[type=submit]').last().click()
  await page.getByText('「春季優惠」與「量販折扣」自 2026-01-01 至 2026-06-30').first().waitFor()
  expect(await page.locator('input[name=name]').inputValue()).toBe('春季優惠')
  expect(await page.locator('input[name=discountPct]').inputValue()).toBe('７')
  await page.locator('input[name=priority]').fill('5')
  await main.locator('button[type=submit]').last().click()
  await page.waitForURL(/\/pricing\/rules\/[0-9a-f-]{36}$/)
  expect(await main.innerText()).toContain('折讓 7%')
  await page.context().close()
})

it('KRM-2.5: a price says why, an exception is asked, approved, used and counted, and one that ended is over', async () => {
  const company = await aCompany()
  const { lead, seller, accountId, productId } = company
  await aRule(lead)
  const ended = { accountId, productId, kind: 'price', price: '88', currency: 'TWD', reason: '出清' }
  const days = { fromDay: dayOf(daysAgo(60)), toDay: dayOf(daysAgo(30)) }
  const { id: endedId } = await did(askException, seller, { ...ended, ...days }, daysAgo(60))
  const { runId, contentHash } = await runOf(endedId)
  await did(decide, lead, { runId, contentHash, decision: 'approve' }, daysAgo(59))
  const before = await evidenceOf(seller, 'KRM-2.5', accountId)

  const page = await aPageOf(seller)
  const main = page.getByRole('main')
  await page.goto('/pricing/simulator')
  await pick(page, 'accountId', '大安', /大安食品/)
  await pick(page, 'productId', '醬油', /純釀醬油/)
  await page.locator('input[name=quantity]').fill('１０')
  await main.getByRole('button', { name: '試算' }).click()
  await page.getByText('依「量販折扣」（群組）折讓 5%。').waitFor()
  expect(await main.innerText()).toContain('價格為 NT$95')
  expect(await main.innerText()).toMatch(/純釀醬油.*已於 .* 結束/)

  await page.goto('/pricing/exceptions/new')
  await pick(page, 'accountId', '大安', /大安食品/)
  await pick(page, 'productId', '醬油', /純釀醬油/)
  await page.locator('input[name=price]').fill('88')
  await page.locator('input[name=quantityCap]').fill('100')
  await page.locator('input[name=toDay]').fill(ahead)
  await page.locator('textarea[name=reason]').fill('競品降價')
  await main.getByRole('button', { name: '送出申請' }).click()
  await page.waitForURL(/\/pricing\/exceptions\/[0-9a-f-]{36}$/)
  const exceptionId = page.url().split('/').at(-1) ?? ''
  expect(await main.innerText()).toContain('競品降價')
  await consents(lead, exceptionId)
  await page.reload()
  await main.getByText('生效中').waitFor()

  await page.goto('/pricing/deal-checks/new')
  await pick(page, 'accountId', '大安', /大安食品/)
  await page.locator('input[name=title]').fill('年末備貨')
  await pick(page, 'lines.0.productId', '醬油', /純釀醬油/)
  await page.locator('input[name="lines.0.quantity"]').fill('70')
  await main.getByRole('button', { name: '審查', exact: true }).click()
  await page.waitForURL(/\/pricing\/deal-checks\/[0-9a-f-]{36}$/)
  expect(await main.innerText()).toContain('NT$6,160')
  await page.goto(`/pricing/exceptions/${exceptionId}`)
  expect(await main.innerText()).toContain('70／100')
  await main.getByRole('link', { name: '年末備貨' }).waitFor()
  await page.goto(`/pricing/exceptions/${endedId}`)
  expect(await main.innerText()).toContain('已到期')

  const added = (await evidenceOf(seller, 'KRM-2.5', accountId)).slice(before.length)
  expect(added).toMatchObject([{ memberId: seller.id, subjectKind: 'priceException', day: today }])
  await page.context().close()
})

it('KRM-2.5: a deal check shows waterfall and floor, goes to whom the policy names, and stays as it was', async () => {
  const company = await aCompany()
  const { lead, seller, boss, director, accountId, productId } = company
  const ruleId = await aRule(lead)
  await did(setFloor, boss, { method: 'absolute', value: '85', currency: 'TWD', fromDay: '2026-01-01', productId })
  await aPolicy(boss, director)
  const before = await evidenceOf(seller, 'KRM-2.5', accountId)

  const page = await aPageOf(seller)
  const main = page.getByRole('main')
  const check = async (title: string, pasted: string) => {
    await page.goto('/pricing/deal-checks/new')
    await pick(page, 'accountId', '大安', /大安食品/)
    await page.locator('input[name=title]').fill(title)
    await page.locator('textarea[name=pasted]').fill(pasted)
    await main.getByRole('button', { name: '審查', exact: true }).click()
  }
  await check('低價', 'NOPE\t5\n')
  await page.getByText('找不到產品代碼：第 1 行。').first().waitFor()
  expect(await page.locator('textarea[name=pasted]').inputValue()).toContain('NOPE')
  const code = await codeOf(page, productId)
  await check('低價', `${code}\t100\t80`)
  await page.waitForURL(/\/pricing\/deal-checks\/[0-9a-f-]{36}$/)
  const low = page.url()
  const routed = await page.locator('section', { hasText: '須經誰同意' }).last().innerText()
  for (const level of ['業務主管', '經理', '總經理室', '財務']) expect(routed).toContain(level)
  expect(await main.innerText()).not.toContain('底價')
  const inside = await aPageOf(boss)
  await inside.goto(low)
  const seen = await inside.getByRole('main').innerText()
  for (const word of ['低於底價', 'NT$85', '實收毛利', '價格瀑布']) expect(seen).toContain(word)
  await inside.getByRole('img', { name: '價格瀑布' }).waitFor()
  await inside.context().close()

  await check('檔期進貨', `${code} 100 87`)
  await page.waitForURL(/\/pricing\/deal-checks\/[0-9a-f-]{36}$/)
  const dealCheckId = page.url().split('/').at(-1) ?? ''
  await page.locator('textarea[name=reason]').fill('搶占端架')
  await main.getByRole('button', { name: '送審' }).click()
  await main.getByText('待核決').first().waitFor()
  const desk = await aPageOf(lead)
  await desk.goto('/review')
  await desk.getByRole('main').getByText('檔期進貨').first().waitFor()
  await desk.context().close()
  await consents(lead, dealCheckId)

  await page.goto(`/pricing/deal-checks/${dealCheckId}`)
  const kept = await main.innerText()
  expect(kept).toContain('已核准')
  await did(editRule, lead, { ruleId, ...ruleWish({ name: '改名', discountPct: '30' }) })
  await did(setRule, lead, ruleWish({ name: '大安專案', segment: null, accountId, discountPct: '9' }))
  await aPolicy(boss, director, { title: '第二版', leadDiscountPct: '1' })
  await page.reload()
  expect(await main.innerText()).toBe(kept)
  expect(kept).toContain('依政策第 1 版')

  const added = (await evidenceOf(seller, 'KRM-2.5', accountId)).slice(before.length)
  expect(added).toMatchObject([{ memberId: seller.id, subjectKind: 'dealCheck', day: today }])
  await page.context().close()
})

async function codeOf(page: Page, productId: string): Promise<string> {
  await page.goto(`/products/${productId}`)
  return /P-\d+/.exec(await page.getByRole('main').innerText())?.[0] ?? ''
}

it.each(looks)('the pages of pricing are found without fault in $language on $viewport.width', async (look) => {
  const company = await aCompany()
  const { lead, seller, boss, director, accountId, productId } = company
  const tiers = [
    { from: '1', discountPct: '0' },
    { from: '50', discountPct: '12' },
  ]
  const ruleId = await aRule(lead, { action: 'schedule', schedule: 'range', tiers, fromDay: today })
  const policyId = await aPolicy(boss, director)
  const asked = { accountId, productId, kind: 'price', price: '88', currency: 'TWD', reason: '競品' }
  const { id: exceptionId } = await did(askException, seller, { ...asked, fromDay: today, toDay: ahead })
  const page = await aPageOf(boss, look)
  const simulated = `/pricing/simulator?accountId=${accountId}&productId=${productId}&quantity=50&day=${today}`
  for (const address of [
    '/pricing',
    simulated,
    `/pricing/rules/${ruleId}`,
    `/pricing/rules/${ruleId}/edit`,
    `/pricing/policies/${policyId}`,
    '/pricing/policies/new',
    `/pricing/exceptions/${exceptionId}`,
    '/pricing/deal-checks/new',
  ]) {
    await page.goto(address)
    expect([address, await faultsOf(page)]).toEqual([address, []])
  }
  await page.context().close()
})
