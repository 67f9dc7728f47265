import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { textOf } from '../kernel/pdf-text'
import { aVisitor } from '../setup/browser'
import { aPageOf } from '../setup/signed-in'
import { type Company, patiently, phone, says, startsOn, still, until } from './agreement-whole-scene'

/** The lead takes the library that the product brings. */
export async function aLibrary({ lead }: Company) {
  const page = await aPageOf(lead)
  const main = page.getByRole('main')
  await page.goto('/agreements', still)
  await main.getByRole('link', { name: '條款庫', exact: true }).click()
  await page.waitForURL('**/agreements/library')
  await main.getByRole('button', { name: '採用內附條款庫' }).click()
  await says(page, '付款條件')
  await page.context().close()
}

/** From the page of the settled talks to a draft with its facts. */
export async function drafted(page: Page, { negotiationId }: Company): Promise<string> {
  const main = page.getByRole('main')
  await page.goto(`/negotiations/${negotiationId}`, still)
  await main.getByRole('link', { name: '結果', exact: true }).click()
  await page.waitForURL('**/outcome')
  await main.getByRole('link', { name: '草擬協議' }).click()
  await page.waitForURL('**/agreements/new**')
  expect(await page.locator('select[name=negotiationId] option:checked').innerText()).toBe('大安食品年度交易條件')
  const facts = {
    title: '大安食品二年供貨合約',
    ourName: '和泰食品股份有限公司',
    ourRepresentative: '許文雄',
    theirRepresentative: '陳大安',
    startsOn,
    months: '24',
    noticeCount: '90',
    yearlyValue: '6,200,000',
    governingLaw: '中華民國法律',
    venue: '臺灣臺北地方法院',
  }
  for (const [name, value] of Object.entries(facts)) await page.locator(`input[name=${name}]`).fill(value)
  await page.locator('select[name=kind]').selectOption('annualTerms')
  await page.locator('select[name=renewal]').selectOption('manual')
  await main.getByRole('button', { name: '草擬協議' }).click()
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/)
  return page.url().split('/').at(-1) ?? ''
}

/** The text out of the template that fits: what the talks and the facts know stands in it, the rest is written. */
export async function written(page: Page, agreementId: string) {
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}`, still)
  await main.getByRole('link', { name: '條文', exact: true }).click()
  await page.waitForURL('**/text')
  await says(page, '端架陳列談定')
  await main.getByRole('button', { name: '以範本起草' }).click()
  await says(page, '付款期間：60 天')
  await says(page, '進貨淨額2 %之年度獎勵')
  await says(page, '尚未填入：缺貨罰款')
  await main.getByRole('link', { name: '編輯：缺貨與遲交' }).click()
  await page.waitForURL('**clause=**')
  const own =
    '可歸責於乙方之缺貨或遲交，甲方得請求該筆訂單缺交金額 3 % 之違約金，每月合計以該月進貨淨額百分之一為上限。'
  const clause = main.locator('form', { has: page.locator('textarea[name=body]') })
  await clause.locator('textarea[name=body]').fill(own)
  await clause.locator('input[name=deviationReason]').fill('交易條件未定缺貨罰款，雙方於本約議定')
  await clause.getByRole('button', { name: '儲存' }).click()
  await expect.poll(() => main.innerText(), patiently).not.toContain('尚未填入')
  await page.waitForURL(/version=[0-9a-f-]{36}$/)
  await clause.locator('input[name=heading]').fill('端架陳列')
  await clause.locator('select[name=aspect]').selectOption({ label: '行銷' })
  await clause.locator('textarea[name=body]').fill('甲方每季提供端架陳列兩檔，每檔不少於二週。')
  await clause.locator('input[name=value]').fill('兩檔')
  await clause.locator('select[name=issueKey]').selectOption({ label: '端架陳列：兩檔' })
  await main.getByRole('button', { name: '新增條款' }).click()
  await main.getByRole('heading', { name: '14. 端架陳列' }).waitFor()
  await expect.poll(() => main.innerText(), patiently).not.toContain('尚無條款載明')
}

const kpis = [
  { code: 'OTIF', party: '我方', frequency: '每月', target: '95', amber: '90', zero: '80' },
  { code: 'PROMO', party: '對方', frequency: '每季', target: '95', amber: '90', zero: '70' },
] as const

/** Two KPIs of the library, one of ours and one of theirs, and what the rebate is given for. */
export async function agreedOnKpis(page: Page, agreementId: string) {
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/kpis`, still)
  for (const { code, party, frequency, ...limits } of kpis) {
    await main.getByRole('link', { name: '新增 KPI' }).click()
    await page.waitForURL('**/kpis/new')
    await main.getByRole('link', { name: new RegExp(`${code}$`) }).click()
    await page.waitForURL(`**code=${code}`)
    for (const [name, value] of Object.entries(limits)) await page.locator(`input[name=${name}]`).fill(value)
    await main.getByRole('radio', { name: party, exact: true }).check({ force: true })
    await main.getByRole('radio', { name: frequency, exact: true }).check({ force: true })
    await main.getByRole('button', { name: '新增 KPI' }).click()
    await page.waitForURL('**/kpis')
    await says(page, code)
  }
  await main.getByRole('link', { name: '促銷執行率' }).click()
  await page.waitForURL(/kpis\/[0-9a-f-]{36}$/)
  await page.locator('select[name=clauseKey]').selectOption({ label: '年度獎勵' })
  await main.getByRole('button', { name: '儲存條款' }).click()
  await expect.poll(() => main.innerText(), patiently).not.toContain('尚未指明')
}

/** Puts the version that is drafted before its approvers. */
export async function submitted(page: Page, agreementId: string) {
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/approval`, still)
  await page.locator('textarea[name=reason]').fill('依協商結果')
  await main.getByRole('button', { name: '送審', exact: true }).click()
  await main.getByRole('heading', { name: '撤回修改' }).waitFor()
}

/** Whoever answers for an aspect reads it at the review desk, until all consented. */
export async function consented(
  page: Page,
  agreementId: string,
  { lead, manager, finance, legal, logistics }: Company,
) {
  for (const approver of [lead, finance, legal, logistics, manager]) {
    const desk = await aPageOf(approver)
    const own = desk.getByRole('main')
    await desk.goto('/review', still)
    const waiting = own.getByRole('link', { name: /大安食品二年供貨合約/ })
    while ((await waiting.count()) > 0) {
      await waiting.first().click()
      await own.getByRole('button', { name: /^核准/ }).first().click()
      await desk.locator('.toast', { hasText: '已核准' }).first().waitFor()
      await desk.goto('/review', still)
    }
    await desk.context().close()
  }
  await page.goto(`/agreements/${agreementId}/approval`, still)
  await until(page, '核准的是雜湊值為')
}

type Names = { ours: Actor; theirs: string }

/** Out to both sides: ours signs in the product, theirs on a phone by the link that was handed over. */
export async function signed(page: Page, agreementId: string, { ours, theirs }: Names) {
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/signing`, still)
  const us = main.getByRole('form', { name: '我方人員' })
  await us.locator('select[name=memberId]').selectOption(ours.id)
  await us.getByRole('radio', { name: '電子簽署' }).check({ force: true })
  await us.getByRole('button', { name: '新增' }).click()
  await main.getByRole('rowheader', { name: ours.name }).waitFor()
  const them = main.getByRole('form', { name: '對方人員' })
  await them.locator('input[name=name]').fill(theirs)
  await them.locator('input[name=title]').fill('董事長')
  await them.getByRole('radio', { name: '電子簽署' }).check({ force: true })
  await them.getByRole('button', { name: '新增' }).click()
  await main.getByRole('rowheader', { name: theirs }).waitFor()
  await main.getByRole('checkbox', { name: /已告知對方/ }).check({ force: true })
  await main.getByRole('button', { name: '送出簽署' }).click()
  await says(page, '版簽署中')
  await until(page, '文件雜湊值')
  await main.getByRole('link', { name: `簽署連結：${theirs}` }).click()
  await page.waitForURL('**link=**')
  await main.getByRole('button', { name: '產生連結' }).click()
  const address = (await main.locator('code').first().innerText()).trim()

  const client = await aVisitor(phone)
  await client.goto(new URL(address).pathname, still)
  await client.locator('input[name=typedName]').fill(theirs)
  await client.locator('input[name=agreed]').check({ force: true })
  await client.getByRole('button', { name: '簽署', exact: true }).click()
  await client.getByRole('status').filter({ hasText: '您已於' }).waitFor()

  const signer = await aPageOf(ours)
  await signer.goto(`/agreements/${agreementId}/signing`, still)
  await signer.locator('input[name=typedName]').fill(ours.name)
  await signer.locator('input[name=agreed]').check({ force: true })
  await signer.getByRole('main').getByRole('button', { name: '簽署', exact: true }).click()
  await signer.getByText('由各方簽署完成').first().waitFor()
  await signer.context().close()

  await expect
    .poll(
      () => client.reload(still).then(() => client.getByRole('link', { name: '下載簽署完成的文件' }).count()),
      patiently,
    )
    .toBe(1)
  const [download] = await Promise.all([
    client.waitForEvent('download'),
    client.getByRole('link', { name: '下載簽署完成的文件' }).click(),
  ])
  const hash = (await client.locator('code').first().innerText()).trim()
  const text = textOf(await readFile(await download.path())).replace(/\s/g, '')
  await client.context().close()
  return { hash, text }
}
