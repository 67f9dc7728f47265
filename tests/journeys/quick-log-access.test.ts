import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { aPageOf } from '../setup/signed-in'
import { aScene, openByKey } from './quick-log-scene'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Found = { violations: { id: string; nodes: { target: unknown[] }[] }[] }
type Axe = { run: (where: Document, how: object) => Promise<Found> }

const looks = [
  { language: 'zh-TW', theme: 'light', viewport: { width: 1280, height: 900 } },
  { language: 'en', theme: 'dark', viewport: { width: 390, height: 844 } },
] as const

it.each(looks)('the open quick log fits and has nothing that axe finds, in $language, $theme', async (look) => {
  const { manager, accountId } = await aScene()
  const page = await aPageOf(manager, look)
  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await openByKey(page)
  await page.keyboard.insertText('跟Maria確認Q1交期，下週三下午三點回覆報價 #交期')
  await page.locator('.chip', { hasText: '#交期' }).waitFor()
  await page.getByRole('dialog').locator('summary').click()
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, { runOnly })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))
  })
  expect(found).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.context().close()
})
