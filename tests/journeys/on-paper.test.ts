import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { open } from '@/lib/modules/negotiations/commands'
import { company, harmless, submitted } from '../modules/approvals/scene'
import { entered, inForce } from '../modules/kpis/scene'
import { noon } from '../modules/terms/scene'
import { person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { anAccountManager, did } from './scene'

/** What lies between the margins of a sheet, in CSS pixels. */
const sheets = { upright: { width: 688, height: 1000 }, wide: { width: 1016, height: 670 } } as const

async function onPaper(page: Page, path: string, sheet: keyof typeof sheets) {
  await page.goto(path, { waitUntil: 'networkidle' })
  await page.setViewportSize(sheets[sheet])
  await page.emulateMedia({ media: 'print' })
  return page.getByRole('main')
}

/** Whether the sheets of a page lie on their side. */
async function isWide(page: Page): Promise<boolean> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)?.map(Number) ?? []
  expect(height).toBeGreaterThan(0)
  return width > height
}

it('the review desk on paper says what waits, without the fields and buttons for deciding', async () => {
  const { amy, lead } = await company()
  await submitted(amy, harmless('訪談計畫'))
  const page = await aPageOf(lead)
  const main = await onPaper(page, '/review', 'upright')
  expect(await main.innerText()).toContain('訪談計畫')
  expect(await main.locator('button:visible, input:visible, textarea:visible').count()).toBe(0)
  expect(await isWide(page)).toBe(false)
  await page.context().close()
})

it('the KPI board on paper lies on its side, and none of its words is set letter by letter', async () => {
  const { keeper, kpiId, workspace } = await inForce()
  await entered(keeper, kpiId, '2026-03', '84', noon('2026-04-05'))
  const page = await aPageOf(await person('manager', workspace))
  const main = await onPaper(page, '/agreements/board', 'wide')
  const cells = await main
    .locator('table :is(th, td)')
    .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()).map(({ width, right }) => ({ width, right })))
  expect(cells.length).toBeGreaterThan(20)
  expect(cells.filter(({ width }) => width < 40)).toEqual([])
  expect(cells.filter(({ right }) => right > sheets.wide.width)).toEqual([])
  expect(await isWide(page)).toBe(true)
  await page.context().close()
})

it('a brief on paper begins at the top of its first sheet, however long it is', async () => {
  const { actor, accountId } = await anAccountManager()
  const outline = {
    accountId,
    kind: 'annualTerms',
    title: '明年度交易條件',
    purpose: '以條件換得端架陳列。'.repeat(390),
  }
  const { negotiationId } = await did(open, actor, outline)
  const page = await aPageOf(actor)
  const main = await onPaper(page, `/negotiations/${negotiationId}/brief`, 'upright')
  const paper = main.locator('.paper')
  const box = await paper.boundingBox()
  expect(box?.height).toBeGreaterThan(sheets.upright.height)
  expect(box?.y).toBeLessThan(100)
  expect(await paper.evaluate((its) => getComputedStyle(its.closest('.card') ?? its).breakInside)).toBe('auto')
  await page.context().close()
})
