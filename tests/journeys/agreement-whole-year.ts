import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { addDays } from '@/lib/kernel/day'
import { aPageOf } from '../setup/signed-in'
import {
  type Company,
  changesOn,
  months,
  patiently,
  phone,
  quarters,
  says,
  still,
  thisQuarter,
  today,
} from './agreement-whole-scene'
import { notice, openByKey } from './quick-log-scene'

const onTime = [96, 97, 96, 95, 95, 96, 95, 96, 97, 95, 88, 84]
const slots = [58, 57, 57, 55]

/** Twelve months of ours and four quarters of theirs, one of them told twice, and one row before the agreement began. */
function yearOf(code: string): Buffer {
  const rows = [
    ...onTime.map((percent, index) => [code, 'OTIF', months[index], percent * 20, 2000]),
    ...slots.map((held, index) => [code, 'PROMO', quarters[index], held, 60]),
    [code, 'PROMO', quarters[3], slots[3], 60],
    [code, 'OTIF', '2019-01', 1900, 2000],
  ]
  return Buffer.from(['協議編號,指標代碼,期別,分子,分母', ...rows.map((row) => row.join(','))].join('\n'))
}

/** From the KPIs of the agreement to the import: tried first, then brought in, every row accounted for. */
export async function imported(page: Page, agreementId: string) {
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/kpis`, still)
  const code = /AG-\d{4}-\d{4}/.exec(await main.innerText())?.[0] ?? ''
  await main.getByRole('link', { name: '匯入數值' }).click()
  await page.waitForURL('**/imports/new')
  const file = { name: '大安 KPI 全年.csv', mimeType: 'text/csv', buffer: yearOf(code) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: '上傳並檢視' }).click()
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
  await main.getByRole('button', { name: '試算', exact: true }).click()
  await says(page, '已比對 18 列，尚未寫入任何資料')
  await main.getByRole('button', { name: '匯入 16 列' }).click()
  await says(page, '檔案共 18 列，以上合計 18 列')
}

/** What is red on the board is opened, explained, acted upon, and verified by somebody else. */
export async function mended(page: Page, { keeper, lead }: Company) {
  const main = page.getByRole('main')
  await page.goto('/agreements/board', still)
  const row = main.getByRole('row', { name: /準時足量交付率/ })
  await row.getByText('84.0%').waitFor()
  expect(await row.innerText()).toContain('未達標')
  await main.getByRole('link', { name: '準時足量交付率' }).first().click()
  await page.waitForURL('**/agreements/breaches/**')
  await main.getByRole('button', { name: '確認' }).click()
  await main.getByText('已確認', { exact: true }).waitFor()
  await page.locator('select[name=causeKind]').selectOption('logistics')
  await page.locator('textarea[name=cause]').fill('北區倉改線，到倉時間不足')
  await main.getByRole('button', { name: '儲存原因' }).click()
  await page.locator('input[name=text]').fill('改由南區倉出貨')
  const action = page.locator('form', { has: page.locator('input[name=text]') })
  await action.locator('select[name=ownerId]').selectOption(keeper.id)
  await action.locator('input[name=dueOn]').fill(addDays(today, 14))
  await action.locator('input[name=effect]').fill('到倉提前兩小時')
  await main.getByRole('button', { name: '新增措施' }).click()
  await says(page, '到倉提前兩小時')
  await main.getByRole('button', { name: '計畫定案' }).click()
  await main.getByRole('button', { name: '開始執行' }).click()
  await main.getByText('改善中', { exact: true }).waitFor()
  await main.locator('summary', { hasText: '完成' }).click()
  await page.locator('textarea[name=result]').fill('本月起由南區倉出貨')
  await main.getByRole('button', { name: '完成', exact: true }).click()
  await says(page, '本月起由南區倉出貨')
  expect(await main.innerText()).toContain('以外的同仁查證')
  const other = await aPageOf(lead)
  const own = other.getByRole('main')
  await other.goto(page.url(), still)
  await other.locator('textarea[name=verification]').fill('本月到倉皆準時')
  await own.getByRole('button', { name: '查證成效' }).click()
  await own.getByText('已查證', { exact: true }).waitFor()
  await own.getByRole('button', { name: '結案' }).click()
  await own.getByText('已結案', { exact: true }).waitFor()
  await other.context().close()
}

/** The client is spoken with; the target changes inside the quarter that runs. Answers with the draft ready to be submitted. */
export async function amended(page: Page, agreementId: string, { accountId }: Company) {
  const main = page.getByRole('main')
  const base = `/agreements/${agreementId}`
  await page.goto(`/accounts/${accountId}`, still)
  await openByKey(page)
  await page.keyboard.insertText('跟羅協理開會，談促銷執行率目標改為 90%')
  await page.keyboard.press('Control+Enter')
  await notice(page, '聯繫週期已更新').waitFor()
  await page.goto(base, still)
  await main.getByRole('link', { name: '增補', exact: true }).click()
  await page.waitForURL('**/changes')
  await page.locator('input[name=validFrom]').first().fill(changesOn)
  await page.locator('textarea[name=reason]').first().fill('旺季檔期減少')
  await page.locator('select[name=interactionId]').first().selectOption({ index: 1 })
  await main.getByRole('button', { name: '開始增補' }).click()
  await main.getByRole('heading', { name: '草擬中的增補' }).waitFor()
  await main.getByRole('link', { name: '修改 KPI 與目標' }).click()
  await page.waitForURL('**/kpis')
  await main.getByRole('link', { name: '促銷執行率' }).first().click()
  await page.waitForURL(/kpis\/[0-9a-f-]{36}$/)
  const target = page.locator('form', { has: page.getByRole('button', { name: '變更目標' }) })
  for (const [name, value] of Object.entries({ target: '90', amber: '85', zero: '70' }))
    await target.locator(`input[name=${name}]`).fill(value)
  await target.getByRole('button', { name: '變更目標' }).click()
  await says(page, '草擬中：90.0% 以上')
  await page.goto(`${base}/changes`, still)
  await says(page, '談促銷執行率目標改為 90%')
  await main.getByRole('row', { name: /促銷執行率.*目標 95%.*目標 90%/ }).waitFor()
}

/** Whom it concerns reads it on a phone. */
export async function readBy(page: Page, agreementId: string, reader: Actor) {
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/changes`, still)
  await page.locator('[data-field=memberIds]').getByText(reader.name).click()
  await main.getByRole('button', { name: '請同仁閱讀' }).click()
  await says(page, '人已閱讀')
  const hand = await aPageOf(reader, phone)
  await hand.goto(`/agreements/${agreementId}/changes`, still)
  await hand.locator('[name=comment]').fill('已通知各店')
  await hand.getByRole('button', { name: '我已閱讀' }).click()
  await says(hand, /1／\d 人已閱讀/)
  await hand.context().close()
}

/** The quarter that runs is judged by both targets, by days; its value is entered by hand. */
export async function split(page: Page, agreementId: string) {
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/kpis`, still)
  await main.getByRole('link', { name: '促銷執行率' }).first().click()
  await page.waitForURL(/kpis\/[0-9a-f-]{36}$/)
  const row = main.getByRole('row', { name: new RegExp(`^${thisQuarter}`) })
  await expect.poll(() => row.innerText(), patiently).toMatch(/至 .*95\.0% 以上.*自 .*起 90\.0% 以上/)
  await row.getByRole('link', { name: `填報 ${thisQuarter}` }).click()
  await page.locator('input[name=numerator]').fill('13')
  await page.locator('input[name=denominator]').fill('14')
  await main.getByRole('button', { name: '填報', exact: true }).click()
  await expect.poll(() => row.innerText(), patiently).toContain('按天數加權')
}

/** It is to be renewed: the talks after begin from it. */
export async function renewed(page: Page, agreementId: string) {
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}`, still)
  await main.getByRole('link', { name: '期間與續約' }).click()
  await page.waitForURL('**/term')
  await says(page, '帶入新協商的各項議題與成果')
  await main.getByRole('radio', { name: '續約', exact: true }).check({ force: true })
  await page.locator('textarea[name=reason]').first().fill('合作順利，付款準時')
  await main.getByRole('button', { name: '決定', exact: true }).click()
  await main.getByRole('link', { name: '前往協商' }).click()
  await page.waitForURL(/\/negotiations\/[0-9a-f-]{36}$/)
}

/** In the talks that were opened stands what was given and what came of it; from there its thread is opened. */
export async function followed(page: Page) {
  const main = page.getByRole('main')
  await main.getByRole('link', { name: '議題與授權', exact: true }).click()
  await page.waitForURL('**/issues')
  await says(page, `年度獎勵給 2 %，條件促銷執行率 ≥ 90.0%；實績 94.5%（${quarters[0]} 至 ${thisQuarter}）`)
  await main.getByRole('link', { name: '「年度獎勵」的脈絡' }).click()
  await page.waitForURL('**/agreements/thread**')
  await says(page, '促銷執行率')
}
