import { expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/kernel/day'
import { agree, plan } from '@/lib/modules/promotions/commands'
import { setTerm } from '@/lib/modules/terms/commands-terms'
import { aProduct } from '../modules/products/scene'
import { aDraft, approved, aScene, aStandard, confirmed, grounds, net } from '../modules/terms/scene'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { daysAgo, did } from './scene'

const today = dayOf(new Date())

/** A client with terms in force, whose fee of last year can be deducted, and with a promotion that is over. */
async function aClient() {
  const scene = await aScene()
  const { keeper, lead, accountId } = scene
  await aStandard(scene, { paymentDays: net(60) }, { validFrom: '2024-01-01' })
  const start = daysAgo(700)
  const validFrom = addDays(dayOf(start), 1)
  const versionId = await aDraft(scene, {}, { validFrom, now: start })
  const fee = {
    feeItem: '系統連線',
    feePurpose: '電子訂單',
    feeAmountBasis: '每年',
    feeReference: '合約第 8 條',
    feeBenefit: '50000',
  }
  const term = { versionId, code: 'systemFee', value: { number: '24000' }, ...grounds, ...fee }
  await did(setTerm, keeper, term, start)
  await confirmed(scene, await approved(scene, versionId, start), start)
  const productId = await aProduct(lead)
  const store = { storeFrom: addDays(today, -40), storeTo: addDays(today, -10), budgetOurs: '36000' }
  const wish = { title: '週年慶 DM', form: 'catalogue', accountIds: [accountId], productIds: [productId], ...store }
  const { id: promotionId } = await did(plan, keeper, wish, daysAgo(60))
  await did(agree, keeper, { promotionId, agreedNote: '採購來信同意' }, daysAgo(50))
  return { ...scene, versionId, promotionId }
}

it('claims are drawn up from terms and promotions, once, and a deduction is matched with one', async () => {
  const { keeper, accountId } = await aClient()
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/deductions/${accountId}`, { waitUntil: 'networkidle' })
  await page.locator('#expected button[type=submit]').first().click()
  await page.waitForURL(/from=/)
  const preview = page.getByRole('region', { name: '客戶依交易條件與檔期可扣的金額' })
  expect(await preview.innerText()).toMatch(/EDI／系統費[\s\S]*NT\$24,000[\s\S]*週年慶 DM[\s\S]*NT\$36,000/)
  await page.getByRole('button', { name: '新增 2 個核定項目' }).click()
  await expect.poll(() => preview.innerText()).toContain('已列為「週年慶 DM」')
  expect(await page.getByRole('button', { name: /個核定項目/ }).count()).toBe(0)

  await page.goto(`/deductions/${accountId}`, { waitUntil: 'networkidle' })
  await page.locator('#record input[name=amount]').fill('３６，０００')
  await page.locator('#record select[name=reasonCode]').selectOption('21')
  await page.locator('#record button[type=submit]').click()
  await expect.poll(() => main.innerText()).toContain('原因與金額相同')
  await page.getByRole('button', { name: '依此沖銷' }).click()
  await expect.poll(() => main.innerText()).toContain('NT$36,000，週年慶 DM（原因與金額相同）')
  await page.context().close()
}, 90_000)

it.each(looks)(
  'axe finds nothing on the workbench with a preview, in $language, $theme',
  async (look) => {
    const { keeper, accountId } = await aClient()
    const page = await aPageOf(keeper, look)
    await page.goto(`/deductions/${accountId}?from=${addDays(today, -365)}&to=${today}`, { waitUntil: 'networkidle' })
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  },
  60_000,
)
