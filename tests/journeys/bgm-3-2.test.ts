import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { setFacts } from '@/lib/modules/agreements/commands'
import { addClause, editClause } from '@/lib/modules/agreements/commands-clauses'
import { annualFacts, aScene, look, settled } from '../modules/agreements/scene'
import { consent, done } from '../modules/terms/scene'
import { aPageOf } from '../setup/signed-in'
import { faultsOf } from './axe'
import { evidenceOf } from './evidence-of'

const payment = { heading: '付款', body: '月結 60 天。', aspect: 'credit', tags: ['payment'] }
const quality = { heading: '品質', body: '有效期限剩餘三分之二以上。', aspect: 'quality' }

it('BGM-3.2: each aspect is consented to by who answers for it; a changed payment term asks price and credit again, quality stays', async () => {
  const scene = await aScene()
  const { keeper, lead, finance, manager, agreementId, agreementVersionId, accountId } = scene
  await done(addClause, keeper, { agreementVersionId, ...payment })
  await done(addClause, keeper, { agreementVersionId, ...quality })
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  const path = `/agreements/${agreementId}/approval`
  await page.goto(path, { waitUntil: 'networkidle' })
  expect(await main.getByRole('link', { name: '請填寫雙方名稱。' }).getAttribute('href')).toBe(
    `/agreements/${agreementId}/facts`,
  )
  await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰食品股份有限公司' })
  await page.reload({ waitUntil: 'networkidle' })
  expect(await faultsOf(page)).toEqual([])
  await page.locator('textarea[name=reason]').fill('年度換約，付款條件比照去年。')
  await main.getByRole('button', { name: '送審', exact: true }).click()
  await main.getByRole('heading', { name: '撤回修改' }).waitFor()
  const now = new Date()
  await consent(agreementVersionId, [lead, finance, manager, manager, manager, manager], now)
  await settled(keeper, agreementVersionId, now)
  await page.reload({ waitUntil: 'networkidle' })
  await main.getByText('核准的是雜湊值為').waitFor()

  await page.locator('textarea[name=reason]').fill('客戶要求改為月結 75 天')
  await main.getByRole('button', { name: '撤回修改' }).click()
  await main.getByRole('button', { name: '送審', exact: true }).waitFor()
  const clause = (await look(keeper, agreementId)).latest.clauses.find(({ heading }) => heading === '付款')
  await done(editClause, keeper, { clauseId: clause?.id, ...payment, body: '月結 75 天。' })
  await page.reload({ waitUntil: 'networkidle' })
  await page.locator('textarea[name=reason]').fill('付款改為月結 75 天')
  await main.getByRole('button', { name: '送審', exact: true }).click()
  await main.getByRole('heading', { name: '撤回修改' }).waitFor()
  await page.getByRole('link', { name: '正式協議' }).or(main.locator('a[href^="/review/"]')).first().click()
  await page.waitForURL('**/review/**')
  await page.getByText('未變動的部分沿用先前同意').waitFor()
  const later = new Date()
  await consent(agreementVersionId, [lead, finance, manager, manager, manager], later)
  await settled(keeper, agreementVersionId, later)
  expect((await look(keeper, agreementId)).state).toBe('approved')
  expect(await evidenceOf(keeper, 'BGM-3.2', accountId)).toContainEqual({
    ...{ indicator: 'BGM-3.2', memberId: keeper.id, subjectKind: 'agreement', subjectId: agreementId },
    day: dayOf(later),
  })
  await page.context().close()
})
