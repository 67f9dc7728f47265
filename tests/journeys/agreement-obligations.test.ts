import { expect, it } from 'vitest'
import { keepTerms } from '@/lib/modules/agreements/jobs'
import { anActiveScene, firstDay, monthly, obligationsOf, owed } from '../modules/agreements/obligations-scene'
import { noon } from '../modules/terms/scene'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'

it('what is owed is written down, handed in late with its evidence, and accepted by somebody else', async () => {
  const { keeper, lead, agreementId } = await anActiveScene()
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/obligations`)
  await main.getByRole('link', { name: '新增履約事項' }).first().click()
  await page.waitForURL('**/obligations/new')
  await page.locator('select[name=kind]').selectOption('report')
  await page.locator('textarea[name=text]').fill('各門市當月銷售報表')
  await page.locator('input[name=everyMonths]').fill('１')
  await page.locator('input[name=firstDueOn]').fill('2026-11-10')
  await main.getByText('須附佐證').click()
  await page.locator('input[name=monthlyFee]').fill('100000')
  await main.getByRole('button', { name: '新增履約事項' }).click()
  await main.getByText('請填寫達成率與扣抵比率').first().waitFor()
  expect(await page.locator('textarea[name=text]').inputValue()).toBe('各門市當月銷售報表')
  await page.locator('input[name="tiers.0.from"]').fill('50')
  await page.locator('input[name="tiers.0.pct"]').fill('5')
  await main.getByRole('button', { name: '新增履約事項' }).click()
  await page.waitForURL('**/obligations')
  await main.getByText(/逾期 \d+ 天/).waitFor()
  await main.getByText('目前代價 NT$5,000').waitFor()

  await main.getByText('可執行的動作：2026/11/10').click()
  await main.getByRole('button', { name: '送交' }).click()
  await main.getByText('請附上佐證檔案').first().waitFor()
  const report = { name: '報表.txt', mimeType: 'text/plain', buffer: Buffer.from('十月門市銷售') }
  await main.locator('input[type=file]').first().setInputFiles(report)
  await main.getByText('報表.txt').waitFor()
  await main.getByRole('button', { name: '送交' }).click()
  await main.getByText('待驗收').waitFor()
  await page.context().close()

  const other = await aPageOf(lead)
  await other.goto('/agreements/obligations?state=submitted')
  await other.getByRole('main').getByRole('link', { name: '各門市當月銷售報表' }).click()
  await other.waitForURL('**/obligations#**')
  const theirs = other.getByRole('main')
  await theirs.getByText('可執行的動作：2026/11/10').click()
  await theirs.getByRole('button', { name: '驗收', exact: true }).click()
  await theirs.getByText('已結束（1）').click()
  await theirs.getByText('已驗收').waitFor()
  await other.context().close()
})

it('what they owe is reminded of by a letter, kept as a contact; what comes after is decided though its day was missed', async () => {
  const { keeper, workspace, agreementId } = await anActiveScene()
  const theirs = { ...monthly(keeper.id), party: 'them', text: '端架陳列照片', schedule: 'once', everyMonths: '' }
  await owed(keeper, agreementId, theirs, noon('2026-01-05'))
  const now = new Date()
  await keepTerms.run({ input: {}, now, workspaceId: workspace.id, jobId: 'today' })
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto('/agreements/obligations?party=them')
  await main.getByRole('link', { name: '端架陳列照片' }).click()
  await main.getByRole('link', { name: '履約提醒函' }).click()
  await page.waitForURL('**/letter')
  const letter = page.locator('textarea[name=letter]')
  expect(await letter.inputValue()).toContain('端架陳列照片')
  await letter.fill(`${await letter.inputValue()}\n請於本週五前提供。`)
  await main.getByRole('button', { name: '已寄出' }).click()
  await page.waitForURL('**/obligations')

  await main.getByRole('link', { name: '期間與續約' }).click()
  await page.waitForURL('**/term')
  await main.getByText('錯過通知期限').first().waitFor()
  await main.getByText('重新議約').click()
  await page.locator('textarea[name=reason]').fill('原物料上漲')
  await page.locator('textarea[name=results]').fill('端架給 2%，條件陳列占比 ≥ 95%；實績 91%')
  await main.getByRole('button', { name: '決定' }).click()
  await main.getByRole('link', { name: '前往協商' }).click()
  await page.waitForURL('**/negotiations/**')
  await main.getByText('實績 91%').first().waitFor()
  expect(await obligationsOf(keeper, agreementId, now)).toHaveLength(1)
  await page.context().close()
})

it('a member takes their deadlines along in a calendar of their own', async () => {
  const { keeper } = await anActiveScene()
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto('/agreements/calendar')
  await main.getByRole('button', { name: '建立連結' }).click()
  const address = await main.locator('input[readonly]').inputValue()
  const answer = await page.request.get(address)
  expect(answer.headers()['content-type']).toContain('text/calendar')
  expect(await answer.text()).toContain('BEGIN:VCALENDAR')
  const wrong = address.replace(/(.)\?/, (_, last) => `${last === 'A' ? 'B' : 'A'}?`)
  expect((await page.request.get(wrong)).status()).toBe(404)
  await page.context().close()
})

it.each(looks)(
  'obligations, their list and letter, the term and the calendar show no fault in $language, $theme',
  async (look) => {
    const { keeper, workspace, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, { ...monthly(keeper.id), party: 'them' }, noon('2026-01-05'))
    await keepTerms.run({ input: {}, now: new Date(), workspaceId: workspace.id, jobId: 'today' })
    const { id } = await firstDay(keeper, agreementId, new Date())
    const base = `/agreements/${agreementId}`
    const page = await aPageOf(keeper, look)
    const paths = [
      base,
      `${base}/obligations`,
      `${base}/obligations/new`,
      `${base}/term`,
      '/agreements',
      '/agreements/calendar',
    ]
    for (const path of [...paths, '/agreements/obligations', `/agreements/obligations/${id}/letter`]) {
      await page.goto(path, { waitUntil: 'networkidle' })
      expect({ path, faults: await faultsOf(page) }).toEqual({ path, faults: [] })
    }
    await page.context().close()
  },
)
