import { expect, it } from 'vitest'
import { open } from '@/lib/modules/negotiations/commands'
import { aPageOf } from '../setup/signed-in'
import { faultsOf } from './axe'
import { anAccountManager, did } from './scene'

const megabyte = 1_048_576
const program = Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(600, 7)])

it('brings a new file as evidence for a claim; what is too large or disguised is refused beside its field', async () => {
  const { actor, accountId } = await anAccountManager()
  const { negotiationId } = await did(open, actor, { accountId, kind: 'annualTerms', title: '明年度交易條件' })
  const page = await aPageOf(actor, { viewport: { width: 390, height: 844 } })
  await page.goto(`/negotiations/${negotiationId}/preparation`)
  const panel = page.locator('#evidence')
  await panel.getByText('加入說明或檔案').click()
  const form = panel.locator('form', { has: page.locator('[name=uploadId]') })
  const field = form.locator('[data-field=uploadId]')
  await form.locator('[name=kind]').selectOption('requestLetter')
  await form.locator('[name=title]').fill('要求信')
  await form.locator('[name=claim]').fill('對方要求延長付款')

  const choose = (name: string, buffer: Buffer) =>
    field.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await choose('要求信.pdf', Buffer.alloc(26 * megabyte, 65))
  await expect.poll(() => field.innerText(), { timeout: 20_000 }).toContain('超過 25 MB')
  await choose('要求信.pdf', program)
  await expect.poll(() => field.innerText(), { timeout: 20_000 }).toContain('無法儲存這種檔案')
  expect(await form.locator('[name=claim]').inputValue()).toBe('對方要求延長付款')

  await choose('要求信.txt', Buffer.from('期望付款七十五天\n'))
  await expect.poll(() => field.innerText()).toContain('要求信.txt')
  await form.locator('button[type=submit]').click()
  await expect.poll(() => panel.innerText()).toContain('支持：對方要求延長付款')
  const link = panel.getByRole('link', { name: '要求信.txt' })
  const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(saved.suggestedFilename()).toBe('要求信.txt')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
