import { expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/kernel/day'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { aScene } from '../modules/agreements/scene'
import { done } from '../modules/terms/scene'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { evidenceOf } from './evidence-of'

const exclusive = {
  heading: '獨家供應',
  body: '甲方於臺灣地區僅向乙方採購同類商品。',
  aspect: 'legal',
  tags: ['exclusivity'],
}

it('BGM-3.3: the text suggests an expert, who answers on a phone; what becomes of the advice is decided and kept', async () => {
  const { keeper, legal, agreementId, agreementVersionId, accountId } = await aScene()
  await done(addClause, keeper, { agreementVersionId, ...exclusive })
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  const today = dayOf(new Date())
  await page.goto(`/agreements/${agreementId}/advice`, { waitUntil: 'networkidle' })
  await main.getByText('有 1 項專家意見須先結案才能核准').waitFor()
  await main.getByRole('link', { name: '徵詢意見 獨家 · 獨家供應' }).click()
  await page.locator('select[name=advisorId]').selectOption({ label: '王律師' })
  await page.locator('input[name=dueOn]').fill(addDays(today, 7))
  await page.locator('textarea[name=question]').fill('獨家供應是否違反公平交易法？')
  await main.getByRole('button', { name: '徵詢意見' }).click()
  await main.getByText('林怡君 請教 王律師').waitFor()

  const phone = await aPageOf(legal, { viewport: { width: 390, height: 844 } })
  await phone.goto('/agreements/advice', { waitUntil: 'networkidle' })
  await phone.getByRole('main').getByRole('link', { name: '2026 年度合約' }).click()
  await phone.waitForURL(/of=/)
  await phone.getByRole('main').getByText('修改後進行', { exact: true }).click()
  await phone.locator('textarea[name=answer]').fill('限期一年，並排除新品。')
  await phone.getByRole('button', { name: '記錄回覆' }).click()
  await phone.getByText('限期一年，並排除新品。').first().waitFor()

  await page.reload({ waitUntil: 'networkidle' })
  await main.getByRole('link', { name: '決定', exact: true }).click()
  await main.getByText('採納', { exact: true }).click()
  await main.getByRole('button', { name: '決定', exact: true }).click()
  await main.getByText('已決定').waitFor()
  await main.getByText('依規則沒有需要徵詢之處。').waitFor()
  expect(await evidenceOf(keeper, 'BGM-3.3', accountId)).toContainEqual({
    ...{ indicator: 'BGM-3.3', memberId: keeper.id, subjectKind: 'agreement', subjectId: agreementId },
    day: dayOf(new Date()),
  })
  await phone.context().close()
  await page.context().close()
})

it.each(looks)('advice and approval of an agreement show no fault in $language, $theme', async (look) => {
  const { keeper, agreementId, agreementVersionId } = await aScene()
  await done(addClause, keeper, { agreementVersionId, ...exclusive })
  const page = await aPageOf(keeper, look)
  const base = `/agreements/${agreementId}`
  for (const path of ['/agreements/advice', `${base}/advice`, `${base}/advice?ask=new`, `${base}/approval`]) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect({ path, faults: await faultsOf(page) }).toEqual({ path, faults: [] })
  }
  await page.context().close()
})
