import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager } from './scene'

const patiently = { timeout: 60_000 }

/** Twenty complaints as a hotline passes them on, of one product, sold by one client. */
const complaints = () =>
  Buffer.from(
    [
      '客訴日期,產品,購買通路,受理管道,客訴內容',
      ...Array.from({ length: 20 }, (_, index) =>
        [
          `2026-05-${String((index % 9) + 1).padStart(2, '0')}`,
          '蜂蜜腰果',
          '大安食品股份有限公司',
          index % 4 === 0 ? '門市' : '客服專線',
          `封口難撕，第 ${index + 1} 位`,
        ].join(','),
      ),
    ].join('\n'),
  )

it('twenty complaints of a file become one need of end consumers, counted, and are answered through the retailer', async () => {
  const { actor, accountId } = await anAccountManager()
  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto('/needs/voices', { waitUntil: 'networkidle' })
  await main.locator('a[href="/imports/new"]').first().click()
  await page.waitForURL('**/imports/new')
  await page.waitForLoadState('networkidle')
  await page.locator('input[type=file]').setInputFiles({ name: '客訴.csv', mimeType: 'text/csv', buffer: complaints() })
  await page.getByRole('button', { name: '上傳並檢視' }).click()
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
  await expect.poll(() => main.innerText(), patiently).toContain('消費者意見')
  await page.getByRole('button', { name: '試算', exact: true }).click()
  await page.getByRole('button', { name: '匯入 20 列' }).click(patiently)
  await page.getByText('檔案共 20 列，以上合計 20 列').waitFor(patiently)

  await page.goto('/needs/voices', { waitUntil: 'networkidle' })
  expect(await main.innerText()).toContain('20 則')
  await main.getByRole('link', { name: '蜂蜜腰果' }).click()
  await page.getByRole('heading', { name: '蜂蜜腰果：20 則意見' }).waitFor()
  await page
    .locator('form', { has: page.locator('[name=voiceIds]') })
    .locator('input[name=title]')
    .fill('封口要好撕')
  await page.getByRole('button', { name: '歸為一項需求' }).click()
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: '封口要好撕', level: 1 }).waitFor()
  expect(await main.innerText()).toContain('終端消費者')
  expect(await main.innerText()).toContain('20 則消費者意見')
  expect(await main.locator('nav').first().innerText()).toContain('大安食品')

  await main.locator('summary', { hasText: '登記回覆' }).click()
  const form = main.locator('form', { has: page.locator('textarea[name=text]') })
  await form.locator('textarea[name=text]').fill('七月起改用易撕膜，請門市代為轉告')
  await form.locator('button[type=submit]').click()
  await expect.poll(() => main.innerText()).toContain('已回覆')
  await page.goto('/needs/voices')
  expect(await main.innerText()).not.toContain('蜂蜜腰果')
  expect(await evidenceOf(actor, 'KRM-3.1', accountId)).toMatchObject([
    { subjectKind: 'needAnswer', memberId: actor.id, day: dayOf(new Date()) },
  ])
  await page.context().close()
})
