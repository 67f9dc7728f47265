import { expect, it } from 'vitest'
import { open } from '@/lib/modules/negotiations/commands'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { anAccountManager, did } from './scene'

it('a small talk is logged from an account in a few keystrokes, counted there, and found again in the list', async () => {
  const { actor, accountId } = await anAccountManager()
  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto(`/accounts/${accountId}`)
  await main.getByRole('link', { name: '記錄簡易協商' }).click()
  await page.waitForURL('**/negotiations/talk?**')
  await page.locator('textarea[name=asked]').fill('每箱降 2 元')
  await page.locator('input[name=gave]').fill('降 1 元')
  await page.locator('input[name=got]').fill('多訂 200 箱')
  await page.locator('label', { hasText: '部分同意' }).click()
  await page.getByRole('button', { name: '儲存' }).click()
  await page.waitForURL(/\/negotiations\/[0-9a-f-]{36}$/)
  expect(await main.innerText()).toContain('多訂 200 箱')

  await page.goto(`/accounts/${accountId}`)
  expect(await main.innerText()).toContain('一年內 1 次簡易協商')
  await page.goto('/negotiations?path=light&q=200')
  expect(await main.innerText()).toContain('每箱降 2 元')
  await page.context().close()
})

it.each(looks)('the frame of a negotiation is accessible, in $language', async (look) => {
  const { actor, accountId } = await anAccountManager()
  const outline = { accountId, kind: 'annualTerms', title: '明年度交易條件', deadlineOn: '2026-12-31' }
  const { negotiationId } = await did(open, actor, outline)
  const page = await aPageOf(actor, look)
  const paths = [
    '/negotiations',
    '/negotiations/new',
    `/negotiations/talk?account=${accountId}`,
    `/negotiations/${negotiationId}`,
    `/negotiations/${negotiationId}/edit`,
    `/negotiations/${negotiationId}/history`,
    '/settings/negotiations',
  ]
  for (const path of paths) {
    await page.goto(path)
    expect([path, await faultsOf(page)]).toEqual([path, []])
  }
  await page.context().close()
})
