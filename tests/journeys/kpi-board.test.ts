import { expect, it } from 'vitest'
import { moveBreach } from '@/lib/modules/kpis/commands-breaches'
import { entered, inForce } from '../modules/kpis/scene'
import { done, noon } from '../modules/terms/scene'
import { owner, person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'

const spring = noon('2026-04-05')

/** The contract's delivery KPI was green in January and red since: a breach is open. */
async function inBreach() {
  const scene = await inForce()
  for (const [period, percent] of [
    ['2026-01', '96'],
    ['2026-02', '85'],
    ['2026-03', '84'],
  ] as const)
    await entered(scene.keeper, scene.kpiId, period, percent, spring)
  const [row] = await owner()<{ id: string }[]>`select id from kpi_breaches where kpi_id = ${scene.kpiId}`
  return { ...scene, breachId: row?.id ?? '', lead: await person('manager', scene.workspace, { name: '陳協理' }) }
}

it('a manager sees on the board what is red and why, and a breach is handled up to its verification by somebody else', async () => {
  const { keeper, lead, kpiId } = await inBreach()
  const page = await aPageOf(lead)
  const main = page.getByRole('main')
  await page.goto('/agreements')
  await main.getByRole('link', { name: 'KPI 看板' }).click()
  await page.waitForURL('**/agreements/board')
  const row = main.getByRole('row', { name: /準時足量交付率/ })
  expect(await row.innerText()).toContain('距目標差 11.0 個百分點')
  await row.getByRole('link', { name: '84.0%' }).click()
  await page.waitForURL(`**/kpis/${kpiId}`)
  await main.getByText('2026-02').first().waitFor()
  await page.goto('/agreements/board?status=green')
  expect(await main.getByRole('row', { name: /準時足量交付率/ }).count()).toBe(0)
  await page.goto('/agreements/board?status=red')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.goto('/api/export/kpis.xlsx?status=red').catch(() => undefined),
  ])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)

  const mine = await aPageOf(keeper)
  const own = mine.getByRole('main')
  await mine.goto('/agreements/board')
  await own.getByRole('link', { name: '準時足量交付率' }).first().click()
  await mine.waitForURL('**/agreements/breaches/**')
  await own.getByRole('button', { name: '確認' }).click()
  await own.getByText('已確認', { exact: true }).waitFor()
  await own.getByRole('button', { name: '計畫定案' }).click()
  await own.getByText('請先說明原因').first().waitFor()
  await mine.locator('select[name=causeKind]').selectOption('logistics')
  await mine.locator('textarea[name=cause]').fill('改線後到倉時間不足')
  await own.getByRole('button', { name: '儲存原因' }).click()
  await mine.locator('input[name=text]').fill('改由南區倉出貨')
  await mine
    .locator('form', { has: mine.locator('input[name=text]') })
    .locator('select[name=ownerId]')
    .selectOption(keeper.id)
  await mine.locator('input[name=dueOn]').fill('2026-12-31')
  await mine.locator('input[name=effect]').fill('到倉提前兩小時')
  await own.getByRole('button', { name: '新增措施' }).click()
  await own.getByText('到倉提前兩小時').waitFor()
  await own.getByRole('button', { name: '計畫定案' }).click()
  await own.getByRole('button', { name: '開始執行' }).click()
  await own.getByText('改善中', { exact: true }).waitFor()
  await own.locator('summary', { hasText: '完成' }).click()
  await mine.locator('textarea[name=result]').fill('四月起由南區倉出貨')
  await own.getByRole('button', { name: '完成', exact: true }).click()
  await own.getByText('四月起由南區倉出貨').waitFor()
  expect(await own.innerText()).toContain('以外的同仁查證')
  const breach = mine.url()
  await mine.context().close()

  await page.goto(breach)
  await page.locator('textarea[name=verification]').fill('四月為 97%')
  await main.getByRole('button', { name: '查證成效' }).click()
  await main.getByText('已查證', { exact: true }).waitFor()
  await main.getByRole('button', { name: '結案' }).click()
  await main.getByText('已結案', { exact: true }).waitFor()
  await page.context().close()
})

it('the board and a breach fit a phone', async () => {
  const { keeper, breachId } = await inBreach()
  await done(moveBreach, keeper, { breachId, step: 'acknowledge' }, spring)
  const page = await aPageOf(keeper)
  await page.setViewportSize({ width: 390, height: 800 })
  for (const path of ['/agreements/board', '/agreements/breaches', `/agreements/breaches/${breachId}`]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect({ path, wide }).toEqual({ path, wide: 0 })
  }
  await page.context().close()
})

it.each(looks)('the board, the breaches and one of them show no fault in $language, $theme', async (look) => {
  const { keeper, breachId } = await inBreach()
  await done(moveBreach, keeper, { breachId, step: 'acknowledge' }, spring)
  const page = await aPageOf(keeper, look)
  for (const path of ['/agreements/board', '/agreements/breaches', `/agreements/breaches/${breachId}`]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect({ path, faults: await faultsOf(page) }).toEqual({ path, faults: [] })
  }
  await page.context().close()
})
