import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { hear } from '@/lib/modules/needs/commands'
import { aVisitor } from '../setup/browser'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, did } from './scene'

it('KRM-2.2: a consultation walks every open need by keyboard, and the contact confirms the letter by a link that works once', async () => {
  const { actor, accountId, personId } = await anAccountManager()
  for (const title of ['上午送達', '小包裝'])
    await did(hear, actor, { accountId, title, kind: 'delivery', method: 'contacts', personId, verbatim: `要${title}` })

  const page = await aPageOf(actor)
  await page.goto(`/needs/consult/${personId}?account=${accountId}`, { waitUntil: 'networkidle' })
  await page.keyboard.press('v')
  await page.keyboard.press('m')
  await page.getByRole('button', { name: '儲存並產生確認函' }).click()
  await page.waitForURL(/\/needs\/consultations\//)
  const main = page.getByRole('main')
  await expect.poll(() => main.innerText()).toContain('需求確認函')
  expect(await main.innerText()).toContain('仍然需要')
  expect(await main.innerText()).toContain('已滿足')

  await page
    .locator('form', { has: page.locator('[name=validDays]') })
    .locator('button[type=submit]')
    .click()
  const link = await page.locator('code', { hasText: '/c/' }).innerText()

  const phone = await aVisitor({ viewport: { width: 390, height: 844 } })
  await phone.goto(new URL(link).pathname, { waitUntil: 'networkidle' })
  expect(await phone.getByRole('heading', { level: 1 }).textContent()).toBe('需求確認函')
  await phone.locator('button[value=confirmed]').click()
  await phone.getByText('已完成確認，謝謝您。').waitFor()
  await phone.goto(new URL(link).pathname)
  expect(await phone.locator('button[value=confirmed]').count()).toBe(0)

  await page.reload()
  await expect.poll(() => main.innerText()).toContain('羅美琪')
  expect(await evidenceOf(actor, 'KRM-2.2', accountId)).toMatchObject([
    { indicator: 'KRM-2.2', memberId: actor.id, day: dayOf(new Date()) },
  ])
  await phone.context().close()
  await page.context().close()
})
