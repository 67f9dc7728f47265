import { expect, it } from 'vitest'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { anAccountManager } from './scene'

const line = '跟Maria確認Q1交期，明天下午三點回覆報價'
const logged = (accountId: string) =>
  owner()<{ summary: string; live: boolean }[]>`
    select summary, archived_at is null as live from interactions where account_id = ${accountId} order by id`

it('a contact is logged from an account page with one line and two keys, shows on Today, and can be undone', async () => {
  const { actor, accountId } = await anAccountManager()
  const page = await aPageOf(actor)
  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await page.keyboard.press('l')
  await page.getByRole('dialog').locator('textarea:focus').waitFor()
  await page.keyboard.insertText(line)
  await expect.poll(() => page.getByRole('dialog').innerText()).toContain('15:00')
  await page.keyboard.press('Control+Enter')
  await page.getByText('復原').waitFor()
  await page.goto('/today')
  await expect.poll(() => page.getByRole('main').innerText()).toContain('回覆報價')

  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await page.keyboard.press('l')
  await page.getByRole('dialog').locator('textarea:focus').waitFor()
  await page.keyboard.insertText('寫錯的一筆')
  await page.keyboard.press('Control+Enter')
  await page.getByText('復原').click()
  await expect.poll(() => logged(accountId)).toMatchObject([{ live: true }, { summary: '寫錯的一筆', live: false }])
  await page.context().close()
})

it('takes at most five taps on a phone', async () => {
  const { actor, accountId } = await anAccountManager()
  const page = await aPageOf(actor, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  const taps = [
    () => page.getByRole('navigation').last().getByText('記錄').tap(),
    () => page.getByRole('dialog').locator('textarea').first().tap(),
    () => page.getByRole('dialog').getByRole('button', { name: '儲存', exact: false }).first().tap(),
  ]
  await taps[0]?.()
  await taps[1]?.()
  await page.keyboard.insertText(line)
  await taps[2]?.()
  await page.getByText('復原').waitFor()
  expect(taps.length).toBeLessThanOrEqual(5)
  expect(await logged(accountId)).toHaveLength(1)
  await page.context().close()
})

it('keeps the line while the connection is gone, and saves it once when it is back', async () => {
  const { actor, accountId } = await anAccountManager()
  const page = await aPageOf(actor)
  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await page.keyboard.press('l')
  await page.getByRole('dialog').locator('textarea:focus').waitFor()
  await page.keyboard.insertText('斷線時寫下的一行')
  await page.context().setOffline(true)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => page.locator('body').innerText()).toContain('等待連線')
  await page.context().setOffline(false)
  await expect
    .poll(() => logged(accountId), { timeout: 30_000 })
    .toMatchObject([{ summary: '斷線時寫下的一行', live: true }])
  await page.context().close()
})
