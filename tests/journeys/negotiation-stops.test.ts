import { expect, it } from 'vitest'
import { open } from '@/lib/modules/negotiations/commands'
import { aPageOf } from '../setup/signed-in'
import { faultsOf } from './axe'
import { anAccountManager, did } from './scene'

it('asks how to stop only when somebody wants to, on one press, and again hides it on the next', async () => {
  const { actor, accountId } = await anAccountManager()
  const { negotiationId } = await did(open, actor, { accountId, kind: 'annualTerms', title: '明年度交易條件' })
  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto(`/negotiations/${negotiationId}`, { waitUntil: 'networkidle' })
  const reason = main.locator('textarea[name=reason]')
  expect(await reason.count()).toBe(0)
  const suspend = main.getByRole('link', { name: '暫停', exact: true })
  await suspend.click()
  await reason.waitFor()
  expect(await suspend.getAttribute('aria-expanded')).toBe('true')
  expect(await faultsOf(page)).toEqual([])
  await suspend.click()
  await reason.waitFor({ state: 'detached' })

  await suspend.click()
  await reason.fill('等對方年度預算')
  await main
    .locator('form', { has: page.locator('textarea[name=reason]') })
    .locator('button[type=submit]')
    .click()
  await expect.poll(() => main.innerText()).toContain('等對方年度預算')
  await reason.waitFor({ state: 'detached' })
  await page.context().close()
})
