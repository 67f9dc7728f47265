import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/day'
import { perform } from '@/lib/kernel/perform'
import { hearReport } from '@/lib/modules/kpis/commands-report-replies'
import { entered, inForce, onTime } from '../modules/kpis/scene'
import { owner } from '../people'
import { aVisitor } from '../setup/browser'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { evidenceOf } from './evidence-of'

/** The answer to what is sent next; only then is the page still, and may be left. */
const answered = (page: Page) => page.waitForResponse((response) => response.request().method() === 'POST')

it('KRM-3.5: the report of a month is drafted from its figures, edited, sent, and disputed by the client line by line', async () => {
  const scene = await inForce()
  const { keeper, accountId, kpiId, workspace } = scene
  await entered(keeper, kpiId, '2026-01', '86')
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/accounts/${accountId}`)
  await main.getByRole('link', { name: '客戶報告' }).click()
  await page.waitForURL('**/reports')
  await page.locator('input[name=period]').fill('２０２６年１月')
  await main.getByRole('button', { name: '草擬報告' }).click()
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/)
  await main.getByText('86.0%（目標 95.0% 以上）：未達標').waitFor()
  await page.locator('textarea[name=opening]').fill('感謝一月的配合。')
  await Promise.all([answered(page), main.getByRole('button', { name: '儲存' }).click()])
  await page.reload({ waitUntil: 'networkidle' })
  await main.getByRole('link', { name: /編輯：準時足量交付率 2026-01/ }).click()
  await page.waitForURL('**line=**')
  await page.locator('textarea[name=note]').fill('系統轉換期間')
  await main.locator('#line').getByRole('button', { name: '儲存' }).click()
  await page.waitForURL((address) => !address.search.includes('line='))
  await page.reload({ waitUntil: 'networkidle' })
  await main.getByText('系統轉換期間').first().waitFor()
  await main.getByRole('button', { name: '產生連結' }).click()
  const address = (await main.locator('code').first().innerText()).trim()

  const client = await aVisitor({ viewport: { width: 390, height: 844 } })
  await client.goto(new URL(address).pathname, { waitUntil: 'networkidle' })
  expect(await faultsOf(client)).toEqual([])
  expect(await client.getByRole('main').innerText()).toContain('感謝一月的配合。')
  await client.getByRole('radio', { name: '有異議' }).first().check({ force: true })
  await client.getByLabel('貴方的數字').first().fill('91')
  await client.getByLabel('數字的來源').first().fill('驗收系統')
  await client.locator('textarea[name$="-note"]').first().fill('退貨日不同')
  await client.getByRole('radio', { name: '同意' }).last().check({ force: true })
  await client.locator('button[value=confirmed]').click()
  await client.getByRole('status').first().waitFor()
  const [answer] = await owner()<{ id: string; subject_id: string }[]>`
    select id, subject_id from client_answers where account_id = ${accountId}`
  await perform(hearReport, workspaceActor(workspace.id), { reportId: answer?.subject_id, answerId: answer?.id })
  await page.reload()
  await main.getByText('對方數字：91.0%（差異 +5.0 個百分點），來源：驗收系統').waitFor()
  await main.getByText('此為寄出時的內容，不再變更。').waitFor()
  expect(await evidenceOf(keeper, 'KRM-3.5', accountId)).toMatchObject([
    { indicator: 'KRM-3.5', memberId: keeper.id, day: dayOf(new Date()) },
  ])
  await client.context().close()
  await page.context().close()
})

it.each(looks)('the reports to a client, a draft and a line of it show no fault in $language, $theme', async (look) => {
  const { keeper, accountId, kpiId } = await inForce([onTime])
  await entered(keeper, kpiId, '2026-01', '86')
  const page = await aPageOf(keeper, look)
  await page.goto(`/accounts/${accountId}/reports`, { waitUntil: 'networkidle' })
  expect(await faultsOf(page)).toEqual([])
  await page.locator('input[name=period]').fill('2026-01')
  await page.getByRole('main').locator('button[type=submit]').first().click()
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/)
  await page.waitForLoadState('networkidle')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('main').locator('a[href*="line="]').first().click()
  await page.waitForURL('**line=**')
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
