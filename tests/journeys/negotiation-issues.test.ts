import { expect, it } from 'vitest'
import { open } from '@/lib/modules/negotiations/commands'
import { aPageOf } from '../setup/signed-in'
import { anAccountManager, did } from './scene'

it('puts issues on the table, says what they are worth, and keeps what was typed when it contradicts itself', async () => {
  const { actor, accountId } = await anAccountManager()
  const { negotiationId } = await did(open, actor, { accountId, kind: 'annualTerms', title: '明年度交易條件' })
  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto(`/negotiations/${negotiationId}/issues`)
  expect(await main.innerText()).toContain('還沒有議題')
  await page.locator('select[name=termCode]').selectOption('paymentDays')
  await main.getByRole('button', { name: '新增議題' }).click()
  await expect.poll(() => main.innerText()).toContain('尚缺：權重、目標、底線')

  await page.locator('[name="stakes.0.target"]').fill('４５')
  await page.locator('[name="stakes.0.limit"]').fill('45.0')
  await page.locator('[name="stakes.0.weight"]').fill('40')
  const save = main.locator('form', { has: page.locator('[name="stakes.0.target"]') }).locator('button[type=submit]')
  await save.click()
  await expect.poll(() => main.innerText()).toContain('目標值與底線相同')
  expect(await page.locator('[name="stakes.0.target"]').inputValue()).toBe('４５')
  await page.locator('[name="stakes.0.limit"]').fill('60')
  await save.click()
  await expect.poll(() => main.locator('table').first().innerText()).toContain('60 天')
  expect(await main.innerText()).not.toContain('尚缺')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.context().close()
})
