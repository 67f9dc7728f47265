import { expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/day'
import { perform } from '@/lib/kernel/perform'
import { setSeasonal } from '@/lib/modules/kpis/commands'
import { hearReplies } from '@/lib/modules/kpis/commands-sharing'
import { aScene, drafted } from '../modules/agreements/scene'
import { agreed, entered, executed, inForce, onTime, volume } from '../modules/kpis/scene'
import { done } from '../modules/terms/scene'
import { owner } from '../people'
import { aVisitor } from '../setup/browser'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { evidenceOf } from './evidence-of'

it('BGM-4.2: KPIs are agreed, measured, restated with the old value kept, and the client disputes one beside ours', async () => {
  const scene = await aScene()
  const { keeper, accountId, agreementId, workspace } = scene
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}`)
  await main.getByRole('link', { name: 'KPI', exact: true }).click()
  await page.waitForURL('**/kpis')
  await main.getByRole('link', { name: '新增 KPI' }).click()
  await page.waitForURL('**/kpis/new')
  await main.getByRole('link', { name: /準時足量交付率/ }).click()
  await page.waitForURL('**code=OTIF')
  const fill = (name: string, value: string) => page.locator(`input[name=${name}]`).fill(value)
  await fill('target', '９５')
  await fill('amber', '97')
  await fill('zero', '80')
  await main.getByRole('button', { name: '新增 KPI' }).click()
  await main.getByText('黃燈門檻不得高於目標').first().waitFor()
  await fill('amber', '90')
  await main.getByRole('button', { name: '新增 KPI' }).click()
  await page.waitForURL('**/kpis')
  await main.getByText('本版本新增').waitFor()
  await main.getByText('95.0% 以上').waitFor()
  await executed(scene)

  await page.reload()
  await main.getByRole('link', { name: '準時足量交付率' }).first().click()
  await main.getByRole('heading', { name: '填報 2026-01' }).waitFor()
  await fill('numerator', '1,900')
  await fill('denominator', '2,000')
  await main.getByRole('button', { name: '填報', exact: true }).click()
  await main.getByText('1900 ÷ 2000').waitFor()
  await main.getByText('達到目標 95.0%').waitFor()
  await main.getByText('已關帳').waitFor()
  const manager = await aPageOf(scene.manager)
  await manager.goto(`${page.url().split('?')[0]}?period=2026-01`)
  const desk = manager.getByRole('main')
  await desk.getByRole('heading', { name: '重編 2026-01' }).waitFor()
  await manager.locator('input[name=numerator]').fill('1780')
  await manager.locator('input[name=denominator]').fill('2000')
  await manager.locator('input[name=reason]').fill('補登退單')
  await desk.getByRole('button', { name: '填報', exact: true }).click()
  await desk.getByText('1780 ÷ 2000').waitFor()
  await manager.context().close()
  await page.reload()
  await main.getByText('2026-01 的先前數值').click()
  await main.getByText('1900 ÷ 2000').waitFor()
  await main.getByText('補登退單').waitFor()

  await page.goto(`/agreements/${agreementId}/kpis/share`, { waitUntil: 'networkidle' })
  await main.getByRole('button', { name: '產生連結' }).click()
  const address = (await main.locator('code').first().innerText()).trim()
  const client = await aVisitor({ viewport: { width: 390, height: 844 } })
  await client.goto(new URL(address).pathname, { waitUntil: 'networkidle' })
  expect(await faultsOf(client)).toEqual([])
  await client.getByRole('radio', { name: '有異議' }).check({ force: true })
  await client.locator('textarea[name$="-note"]').fill('退單日不同')
  await client.locator('button[value=confirmed]').click()
  await client.getByText('請填寫貴方的數字，以便雙方比對。').first().waitFor()
  expect(await faultsOf(client)).toEqual([])
  await client.getByLabel('貴方的數字').fill('９１．２')
  await client.getByLabel('數字的來源').fill('驗收系統')
  await client.locator('button[value=confirmed]').click()
  await client.getByRole('status').first().waitFor()
  const [answer] = await owner()<{ id: string }[]>`select id from client_answers where subject_id = ${agreementId}`
  await perform(hearReplies, workspaceActor(workspace.id), { agreementId, answerId: answer?.id })
  await page.reload()
  await main.getByText('對方有異議').first().waitFor()
  const table = await main.innerText()
  expect(table).toContain('89.0%')
  expect(table).toContain('91.2%')
  expect(table).toContain('+2.2 個百分點')
  expect(table).toContain('驗收系統')
  expect(await evidenceOf(keeper, 'BGM-4.2', accountId)).toMatchObject([
    { indicator: 'BGM-4.2', memberId: scene.manager.id, day: dayOf(new Date()) },
  ])
  await client.context().close()
  await page.context().close()
})

it.each(looks)('the KPIs of an agreement, one of them and sharing show no fault in $language, $theme', async (look) => {
  const scene = await inForce([onTime, volume, { ...onTime, code: 'DOH', low: '20', high: '30', tolerance: '10' }])
  const { keeper, agreementId, kpiIds } = scene
  const [kpiId = '', volumeId = '', stockId = ''] = kpiIds
  for (const [period, percent] of [
    ['2026-01', '96'],
    ['2026-02', '92'],
    ['2026-03', '88'],
  ] as const)
    await entered(keeper, kpiId, period, percent)
  await entered(keeper, volumeId, '2026-01', '100')
  await entered(keeper, stockId, '2026-01', '100')
  const page = await aPageOf(keeper, look)
  const base = `/agreements/${agreementId}/kpis`
  for (const path of [base, `${base}/${kpiId}`, `${base}/${volumeId}`, `${base}/share`]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect({ path, faults: await faultsOf(page) }).toEqual({ path, faults: [] })
  }
  await page.context().close()
})

it.each(looks)('a KPI in draft is chosen, agreed and changed without fault in $language, $theme', async (look) => {
  const scene = await aScene()
  const { keeper, agreementId, agreementVersionId } = scene
  const { kpiId } = await agreed(scene)
  const limits = { target: '92', amber: '88', zero: '80' }
  await done(setSeasonal, keeper, { agreementVersionId, kpiId, period: '2026-02', ...limits }, drafted)
  const page = await aPageOf(keeper, look)
  const base = `/agreements/${agreementId}/kpis`
  for (const path of [base, `${base}/new`, `${base}/new?code=DOH`, `${base}/${kpiId}`, `${base}/${kpiId}/edit`]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect({ path, faults: await faultsOf(page) }).toEqual({ path, faults: [] })
  }
  await page.context().close()
})
