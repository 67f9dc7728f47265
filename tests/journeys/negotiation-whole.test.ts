import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { addDays, dayOf } from '@/lib/kernel/day'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { add } from '@/lib/modules/contacts/commands'
import { addFocus } from '@/lib/modules/negotiations/commands-focus'
import { textOf } from '../kernel/pdf-text'
import { aScene } from '../modules/terms/scene'
import { owner, person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { daysAgo, did } from './scene'

const today = dayOf(new Date())
const phone = { viewport: { width: 390, height: 844 } }
const patiently = { timeout: 20_000 }
const settled = { waitUntil: 'networkidle' } as const

/** The people of the talks: who leads them, who must consent, who is asked and told, and who decides at the client. */
async function theCompany() {
  const scene = await aScene()
  const logistics = await person('specialist', scene.workspace, { name: '吳柏翰', disciplines: ['logistics'] })
  const director = await person('specialist', scene.workspace, { name: '許董', disciplines: ['director'] })
  const maria = { accountId: scene.accountId, displayName: '羅美琪', familyName: '羅', title: '採購協理', points: [] }
  await did(add, scene.keeper, maria, daysAgo(400))
  const season = {
    name: '早餐場景',
    ownerId: scene.lead.id,
    validFrom: addDays(today, -30),
    validTo: addDays(today, 60),
  }
  await did(addFocus, scene.lead, season)
  return { ...scene, logistics, director }
}
type Company = Awaited<ReturnType<typeof theCompany>>

const toast = (page: Page, text: string) => page.locator('.toast', { hasText: text }).first().waitFor()
const says = (page: Page, text: string) =>
  expect.poll(() => page.getByRole('main').innerText(), patiently).toContain(text)
const sent = (page: Page, field: string) =>
  page
    .locator('form', { has: page.locator(`[name="${field}"]`) })
    .first()
    .locator('button[type=submit]')
    .click()

async function opened(page: Page, accountId: string) {
  await page.goto(`/negotiations/new?account=${accountId}`, settled)
  await page.locator('select[name=kind]').selectOption('annualTerms')
  await page.locator('input[name=title]').fill('大安食品明年度交易條件')
  await page.locator('textarea[name=purpose]').fill('對方要求付款 75 天；以年度獎勵換端架陳列')
  await page.locator('textarea[name=objective]').fill('付款不超過 75 天，年度獎勵 3 % 以內')
  await page.locator('input[name=expectedValue]').fill('6,200,000')
  await sent(page, 'title')
  await page.waitForURL(/\/negotiations\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) ?? ''
}

/** Opening, target, limit and weight of ours; target, limit and weight that we believe are theirs. */
const worth = [
  ['30', '30', '75', '30', '90', '45', '50'],
  ['1', '1', '3', '45', '5', '2', '30'],
  ['四檔', '四檔', '沒有', '25', '沒有', '四檔', '20'],
] as const
const worthFields = ['opening', 'target', 'limit', 'weight', 'theirTarget', 'theirLimit', 'theirWeight'] as const
const shelves = { 沒有: ['0', '100'], 兩檔: ['60', '70'], 四檔: ['100', '0'] } as const

async function putOnTable(page: Page, negotiationId: string) {
  await page.goto(`/negotiations/${negotiationId}/issues`, settled)
  const form = page.locator('form', { has: page.locator('select[name=termCode]') })
  const onSheet = (index: number) => page.locator(`[name="stakes.${index}.weight"]`).waitFor()
  for (const [index, [code, name]] of [
    ['paymentDays', '付款天數'],
    ['annualRebate', '年度獎勵'],
  ].entries()) {
    await form.locator('select[name=termCode]').selectOption(code ?? '')
    await form.locator('input[name=name]').fill(name ?? '')
    await form.getByRole('button', { name: '新增議題' }).click()
    await onSheet(index)
  }
  await form.locator('select[name=termCode]').selectOption('')
  await form.locator('input[name=name]').fill('端架陳列')
  await form.locator('select[name=kind]').selectOption('ordinal')
  for (const [index, label] of Object.keys(shelves).entries()) {
    await form.getByRole('button', { name: '新增選項' }).click()
    await form.locator(`[name="options.${index}.label"]`).fill(label)
  }
  await form.getByRole('button', { name: '新增議題' }).click()
  await onSheet(2)
  await page.reload(settled)
  for (const part of await page.locator('summary', { hasText: '對方的估計' }).all()) await part.click()
  for (const [index, row] of worth.entries())
    for (const [at, field] of worthFields.entries()) {
      const control = page.locator(`[name="stakes.${index}.${field}"]`)
      const value = row[at] ?? ''
      if (await control.evaluate((element) => element.tagName === 'SELECT'))
        await control.selectOption({ label: value })
      else await control.fill(value)
    }
  for (const [label, [ours, theirs]] of Object.entries(shelves)) {
    await page.locator(`[name="stakes.2.points.${label}"]`).fill(ours)
    await page.locator(`[name="stakes.2.theirPoints.${label}"]`).fill(theirs)
  }
  for (const index of [0, 1, 2]) await page.locator(`[name="stakes.${index}.confidence"]`).selectOption('medium')
  await sent(page, 'stakes.0.target')
  await expect.poll(() => page.locator('table').first().innerText(), patiently).toContain('75 天')
  await addAlternative(page, 'us', '改供其他通路', '35')
  await addAlternative(page, 'them', '自有品牌', '20')
  await page.reload(settled)
  await page.locator('input[name=validUntil]').first().fill(addDays(today, 60))
  await page.locator('textarea[name=reason]').first().fill('依年度預算與去年結果訂定')
  await page.getByRole('button', { name: '申請授權' }).click()
  await says(page, '蔡淑芬')
}

async function addAlternative(page: Page, side: string, name: string, score: string) {
  await page.reload(settled)
  const field = page.locator('form', { has: page.locator('[name="outcomes.0.label"]') })
  if (!(await field.isVisible())) await page.getByRole('link', { name: '新增替代方案' }).click()
  await field.locator('select[name=side]').selectOption(side)
  await field.locator('input[name=name]').fill(name)
  await field.locator('[name="outcomes.0.label"]').fill('確定')
  await field.locator('[name="outcomes.0.probability"]').fill('1')
  await field.locator('[name="outcomes.0.score"]').fill(score)
  await field.locator('button[type=submit]').click()
  await says(page, name)
}

async function withinTheFocus(page: Page, negotiationId: string) {
  const [shelf] =
    await owner()`select id from negotiation_issues where negotiation_id = ${negotiationId} and name = '端架陳列'`
  await page.goto(`/negotiations/${negotiationId}/issues?edit=${shelf?.id}`, settled)
  await page.locator('select[name=focusId]').selectOption({ label: '早餐場景' })
  await page.locator('select[name=stance]').selectOption('supports')
  await sent(page, 'stance')
  await says(page, '早餐場景')
}

/** Who we meet and how, what both sides are after, what supports us, and what people tick off. */
async function prepared(page: Page, negotiationId: string) {
  await page.goto(`/negotiations/${negotiationId}/preparation`, settled)
  const main = page.getByRole('main')
  await page.locator('summary', { hasText: '列入人員' }).first().click()
  await page.locator('select[name=personId]').selectOption({ label: '羅美琪（採購協理）' })
  await page
    .locator('form', { has: page.locator('select[name=personId]') })
    .locator('select[name=part]')
    .selectOption('decides')
  await page
    .locator('form', { has: page.locator('select[name=personId]') })
    .locator('input[name=address]')
    .fill('羅協理')
  await sent(page, 'personId')
  await says(page, '羅協理')
  const conduct = page.locator('#conduct')
  await conduct.locator('summary').first().click()
  await conduct.locator('select[name=language]').selectOption('zh-TW')
  await conduct.locator('textarea[name=etiquette]').fill('先寒暄再談價，離開前一起看一遍數字')
  await conduct
    .locator('form', { has: page.locator('select[name=language]') })
    .locator('button[type=submit]')
    .click()
  await page.getByRole('button', { name: '確認語言與對方人員' }).click()
  await expect.poll(() => conduct.innerText(), patiently).toContain('林怡君於')
  for (const [summary, text] of [
    ['新增我方利益', '門市端架曝光'],
    ['新增對方利益', '集團現金週轉'],
  ] as const) {
    const more = page.locator('details', { has: page.locator('summary', { hasText: summary }) })
    await more.locator('summary').click()
    await more.locator('input[name=text]').fill(text)
    await more.locator('button[type=submit]').click()
    await says(page, text)
  }
  const bring = page.locator('details', { has: page.locator('summary', { hasText: '加入說明或檔案' }) })
  await bring.locator('summary').click()
  await bring.locator('select[name=kind]').selectOption('requestLetter')
  await bring.locator('input[name=title]').fill('羅協理來信')
  await bring.locator('textarea[name=note]').fill('十月來信：自明年度起統一月結 75 天。')
  await bring.locator('[name=claim]').fill('對方集團統一要求 75 天')
  await bring.locator('button[type=submit]').click()
  await says(page, '羅協理來信')
  const ticks = page.locator('form', { has: page.locator('[name=points]') })
  for (const box of await ticks.locator('input[type=checkbox]').all()) await box.check({ force: true })
  await ticks.locator('button[type=submit]').click()
  await expect.poll(() => main.innerText(), patiently).toMatch(/1[01] \/ 12/)
}

/** Logistics is asked, answers on a phone, and what came of it is written down. */
async function asked(page: Page, negotiationId: string, logistics: Actor) {
  await page.goto(`/negotiations/${negotiationId}/inputs`, settled)
  await page.locator('select[name=askedOf]').selectOption(logistics.id)
  await page.locator('input[name=dueOn]').fill(addDays(today, 3))
  await page.locator('textarea[name=question]').fill('端架每週能補貨幾次？')
  await page.getByRole('button', { name: '送出徵詢' }).click()
  await says(page, '不能備妥：吳柏翰')
  const his = await aPageOf(logistics, phone)
  await his.goto('/negotiations/inputs', settled)
  await his.getByText('有疑慮').click()
  await his.locator('textarea[name=answer]').fill('最多每週三次')
  await his.getByRole('button', { name: '送出回覆' }).click()
  await says(his, '您的意見如何處理')
  await his.context().close()
  await page.reload(settled)
  await page.locator('summary', { hasText: '註明處理結果' }).click()
  await page.getByText('部分採納', { exact: true }).click()
  await page.locator('textarea[name=reason]').fill('先談每週兩次')
  await page.getByRole('button', { name: '註明處理結果' }).click()
  await expect.poll(() => page.getByRole('main').innerText(), patiently).not.toContain('不能備妥：')
}

/** The lead reads the limits on the desk, and consents. */
async function mandated(lead: Actor) {
  const desk = await aPageOf(lead)
  await desk.goto('/review', settled)
  await says(desk, '大安食品明年度交易條件')
  await desk.keyboard.press('a')
  await desk.keyboard.press('a')
  await toast(desk, '已核准')
  await desk.context().close()
}

type Values = readonly [days: string, rebate: string, shelf: string]

async function atTheTable(
  page: Page,
  negotiationId: string,
  side: '我方' | '對方',
  [days, rebate, shelf]: Values,
  number: number,
) {
  await page.goto(`/negotiations/${negotiationId}/table`, settled)
  await page.locator('label', { hasText: side }).first().click()
  await page.getByLabel('付款天數（天）').fill(days)
  await page.getByLabel('年度獎勵（%）').fill(rebate)
  await page.getByLabel('端架陳列').selectOption({ label: shelf })
  await page.getByRole('button', { name: '儲存這個提案' }).click()
  await toast(page, `已存為第 ${number} 號提案`)
}

async function atTheDesk(
  page: Page,
  negotiationId: string,
  side: '我方' | '對方',
  [days, rebate, shelf]: Values,
  number: number,
) {
  await page.goto(`/negotiations/${negotiationId}/rounds`, settled)
  const form = page.locator('#record form')
  await form.locator('label', { hasText: side }).first().click()
  await form.locator('[name="values.paymentDays"]').fill(days)
  await form.locator('[name="values.annualRebate"]').fill(rebate)
  await form.locator('[name="values.端架陳列"]').selectOption({ label: shelf })
  await form.getByRole('button', { name: '記錄提案' }).click()
  await toast(page, `第 ${number} 號提案`)
}

/** Five rounds, in turn on a phone at the table and on a laptop. */
async function fiveRounds(laptop: Page, keeper: Actor, negotiationId: string) {
  const hand = await aPageOf(keeper, phone)
  const offers = [
    ['table', '對方', ['90', '5', '沒有']],
    ['desk', '我方', ['30', '1', '四檔']],
    ['table', '對方', ['85', '4.5', '沒有']],
    ['table', '我方', ['40', '1.5', '四檔']],
    ['desk', '對方', ['80', '4', '兩檔']],
    ['desk', '我方', ['50', '2', '四檔']],
    ['table', '對方', ['75', '3.5', '兩檔']],
    ['table', '我方', ['60', '2.5', '兩檔']],
    ['desk', '對方', ['60', '3', '沒有']],
  ] as const
  for (const [index, [where, side, values]] of offers.entries())
    if (where === 'table') await atTheTable(hand, negotiationId, side, values, index + 1)
    else await atTheDesk(laptop, negotiationId, side, values, index + 1)
  expect(await hand.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await hand.context().close()
}

/** A concession gets what it bought, and their last offer is accepted. */
async function settledOn(page: Page, negotiationId: string) {
  await page.goto(`/negotiations/${negotiationId}/rounds`, settled)
  await page.locator('#trades').getByRole('link', { name: '配對' }).click()
  const free = page.locator('#trades form', { has: page.getByRole('button', { name: '配對勾選的項目' }) })
  const choices = free.locator('label', { has: page.locator('[name=moves]') })
  await choices.filter({ hasText: '我方給：' }).first().click()
  await choices.filter({ hasText: '我方得：' }).first().click()
  await free.getByRole('button', { name: '配對勾選的項目' }).click()
  await page.locator('#trades td').first().waitFor()
  const last = page.locator('#offer-9')
  await last.locator('summary', { hasText: '接受' }).click()
  await last.locator('button[type=submit]', { hasText: '接受' }).click()
  await expect.poll(() => last.innerText(), patiently).toContain('已接受')
  await page.goto(`/negotiations/${negotiationId}/analysis`, settled)
  await says(page, '桌上剩餘價值')
}

/** The package is consented to by whom the policy asks, and becomes the next version of the terms. */
async function documented(page: Page, negotiationId: string, { lead, manager, finance, director }: Company) {
  await page.goto(`/negotiations/${negotiationId}/outcome`, settled)
  await page.locator('textarea[name=reason]').first().fill('付款守在 60 天，年度獎勵 3 %')
  await page.getByRole('button', { name: '送核准' }).click()
  await says(page, '等候核准中')
  for (const approver of [lead, manager, finance, director, manager]) {
    const [run] = await owner()`select id, content_hash from approval_runs
      where subject_id = ${negotiationId} and state = 'pending'`
    const seats = await owner()`select 1 from approval_seats
      where run_id = ${run?.id ?? negotiationId} and holder_id = ${approver.id} and state = 'open'`
    if (run && seats.length > 0)
      await did(decide, approver, { runId: run.id, decision: 'approve', contentHash: run.content_hash })
  }
  const form = page.locator('#document form')
  await expect
    .poll(() => page.goto(`/negotiations/${negotiationId}/outcome`, settled).then(() => form.count()), {
      timeout: 60_000,
      interval: 1000,
    })
    .toBe(1)
  await form.locator('input[name=validFrom]').fill(addDays(today, 30))
  await form.getByText('之後寫成合約條款', { exact: true }).click()
  await form.locator('button[type=submit]').click()
  const version = page.getByRole('main').getByRole('link', { name: '查看這一版' })
  await version.click()
  await page.waitForURL(/\/terms\/[0-9a-f-]{36}$/)
  await says(page, '發票日後 60 天')
}

/** Everybody concerned is told; finance says on a phone that it has read it. */
async function told(page: Page, negotiationId: string, finance: Actor) {
  await page.goto(`/negotiations/${negotiationId}/results`, settled)
  await page.getByRole('button', { name: '擬定通知' }).click()
  await says(page, '付款天數：60 天')
  const send = page.getByRole('button', { name: '立即發送' })
  for (let left = await send.count(); left > 0; left--) {
    await send.first().click()
    await expect.poll(() => send.count(), patiently).toBe(left - 1)
  }
  const hers = await aPageOf(finance, phone)
  await hers.goto('/negotiations/inputs', settled)
  await hers.getByRole('link', { name: '大安食品明年度交易條件' }).click()
  await hers.waitForURL(/\/results/)
  await hers.locator('[name=comment]').fill('已更新收款系統')
  await hers.getByRole('button', { name: '我已閱讀' }).click()
  await says(hers, '已確認 100 %')
  await hers.context().close()
}

async function learnt(page: Page, negotiationId: string) {
  await page.goto(`/negotiations/${negotiationId}/results`, settled)
  const form = page.locator('#debrief form')
  for (const technique of ['議價', '佐證資料']) await form.getByText(technique, { exact: true }).first().click()
  await form.locator('textarea[name=lesson]').fill('先談交期再談價格，對方比較願意讓天數')
  await form.getByRole('button', { name: '儲存檢討' }).click()
  await says(page, '先談交期再談價格')
  await page.goto(`/negotiations/${negotiationId}`, settled)
  await page.getByRole('button', { name: '結案' }).click()
  await says(page, '已結案')
}

async function printed(page: Page, negotiationId: string) {
  await page.goto(`/negotiations/${negotiationId}/preparation`, settled)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '檔案夾 PDF', exact: true }).click(),
  ])
  const text = textOf(await readFile(await download.path())).replace(/\s/g, '')
  for (const words of ['大安食品', '端架每週能補貨幾次', '付款天數', '先談交期再談價格', '羅協理'])
    expect(text).toContain(words)
}

it('the annual talks of 大安食品 as somebody new leads them, from the first preparation to the printed dossier', async () => {
  const company = await theCompany()
  const { keeper, lead, finance, logistics, accountId } = company
  const page = await aPageOf(keeper)
  const negotiationId = await opened(page, accountId)
  await putOnTable(page, negotiationId)
  await withinTheFocus(page, negotiationId)
  await prepared(page, negotiationId)
  await asked(page, negotiationId, logistics)
  await mandated(lead)
  await page.goto(`/negotiations/${negotiationId}`, settled)
  await page.getByRole('button', { name: '標為已備妥' }).click()
  await says(page, '有第一個提案')
  await fiveRounds(page, keeper, negotiationId)
  await settledOn(page, negotiationId)
  await documented(page, negotiationId, company)
  await told(page, negotiationId, finance)
  await learnt(page, negotiationId)
  await printed(page, negotiationId)
  for (const indicator of ['BGM-2.1', 'BGM-2.2', 'BGM-2.3', 'BGM-2.4', 'BGM-2.5'])
    expect(await evidenceOf(keeper, indicator, accountId)).toContainEqual(
      expect.objectContaining({ indicator, memberId: keeper.id, day: today }),
    )
  await page.context().close()
}, 240_000)
