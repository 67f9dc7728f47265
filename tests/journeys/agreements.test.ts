import { expect, it } from 'vitest'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { takeStarterLibrary } from '@/lib/modules/agreements/commands-library'
import { aScene, executedAgreement } from '../modules/agreements/scene'
import { done } from '../modules/terms/scene'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'

it('an agreement is drafted from its account, its days follow from its term, and its text is written and ordered', async () => {
  const { keeper, accountId } = await aScene()
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/accounts/${accountId}`)
  await main.getByRole('link', { name: '草擬協議' }).click()
  await page.waitForURL('**/agreements/new**')
  expect(await page.locator('input[name=theirName]').inputValue()).toBe('大安食品股份有限公司')
  await page.locator('input[name=title]').fill('保密協議')
  await page.locator('select[name=kind]').selectOption('nda')
  await page.locator('input[name=startsOn]').fill('2026-03-01')
  await page.locator('input[name=months]').fill('２４')
  await page.locator('input[name=noticeCount]').fill('30')
  await page.locator('input[name=theirBusinessNumber]').fill('12345678')
  await main.getByRole('button', { name: '草擬協議' }).click()
  await main.getByText('統一編號檢核不符').first().waitFor()
  expect(await page.locator('input[name=title]').inputValue()).toBe('保密協議')
  await page.locator('input[name=theirBusinessNumber]').fill('')
  await main.getByRole('button', { name: '草擬協議' }).click()
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/)
  const said = await main.innerText()
  expect(said).toContain('2028/2/29')
  expect(said).toContain('2028/1/30')

  await main.getByRole('link', { name: '條文' }).click()
  await page.waitForURL('**/text')
  for (const [heading, body] of [
    ['保密範圍', '價格、成本與配方。'],
    ['期間', '協議終止後三年內仍負保密義務。'],
  ] as const) {
    await page.locator('input[name=heading]').fill(heading)
    await page.locator('select[name=aspect]').selectOption('legal')
    await page.locator('textarea[name=body]').fill(body)
    await main.getByRole('button', { name: '新增條款' }).click()
    await main.getByRole('heading', { name: heading }).waitFor()
  }
  await main.getByRole('button', { name: '上移：期間' }).click()
  await main.getByRole('heading', { name: '1. 期間' }).waitFor()
  await main.getByRole('link', { name: '編輯：期間' }).click()
  await page.waitForURL('**clause=**')
  await page.locator('textarea[name=body]').fill('協議終止後五年內仍負保密義務。')
  await main.getByRole('button', { name: '儲存' }).click()
  await main.getByText('五年內').waitFor()
  await main.getByRole('link', { name: '歷程' }).click()
  await page.waitForURL('**/history')
  await main.getByText('三年內').first().waitFor()
  await page.context().close()
})

it('what was signed offers no form for what it says, by its address neither', async () => {
  const { keeper, agreementId } = await executedAgreement(await aScene())
  const page = await aPageOf(keeper)
  for (const part of ['facts', 'edit']) {
    await page.goto(`/agreements/${agreementId}/${part}`)
    await page.getByText('找不到這個頁面').waitFor()
    expect(await page.locator('input[name=theirName], input[name=title]').count()).toBe(0)
  }
  await page.context().close()
})

it.each(looks)(
  'agreements, one of them, its text and the library of KPIs show no fault in $language, $theme',
  async (look) => {
    const { keeper, lead, agreementId, agreementVersionId } = await aScene()
    await done(takeStarterLibrary, lead, {})
    const clause = {
      heading: '獨家',
      body: '本協議期間不得向他人採購同類商品。',
      aspect: 'legal',
      tags: ['exclusivity'],
    }
    const departs = { deviation: 'material', deviationReason: '對方集團統一條件' }
    await done(addClause, keeper, { agreementVersionId, ...clause, ...departs })
    const page = await aPageOf(keeper, look)
    const parts = ['', '/text', '/facts', '/edit', '/changes', '/compare', '/history'].map(
      (part) => `/agreements/${agreementId}${part}`,
    )
    const kept = ['library', 'library/payment', 'templates', 'settings'].map((part) => `/agreements/${part}`)
    for (const path of ['/agreements', '/agreements/new', '/agreements/kpis', ...kept, ...parts]) {
      await page.goto(path, { waitUntil: 'networkidle' })
      expect({ path, faults: await faultsOf(page) }).toEqual({ path, faults: [] })
    }
    await page.context().close()
  },
)
