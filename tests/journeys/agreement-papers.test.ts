import { expect, it } from 'vitest'
import { runJob } from '@/lib/kernel/worker'
import { setFacts } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { makePaper } from '@/lib/modules/agreements/jobs'
import { textOf } from '@/tests/kernel/pdf-text'
import { wordTextOf } from '@/tests/kernel/word-text'
import { owner } from '@/tests/people'
import { annualFacts, aScene, executedAgreement, payment } from '../modules/agreements/scene'
import { aStandard, done, net, noon } from '../modules/terms/scene'
import { aPageOf } from '../setup/signed-in'
import { faultsOf } from './axe'

it('a draft is asked for on the page of its text, comes without another press, and is fetched as PDF and for Word', async () => {
  const { keeper, workspace, agreementId, agreementVersionId } = await aScene()
  await done(addClause, keeper, { agreementVersionId, ...payment })
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/text`, { waitUntil: 'networkidle' })
  await main.getByRole('button', { name: '製作 PDF 與 Word 檔' }).click()
  await main.getByRole('status').filter({ hasText: '檔案製作中' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  const [asked] = await owner()<{ id: string }[]>`
    select id from agreement_papers where version_id = ${agreementVersionId}`
  const payload = { agreementPaperId: asked?.id }
  await runJob(makePaper, { jobId: 'journey', workspaceId: workspace.id, payload, now: new Date() })
  await main.getByRole('link', { name: 'Word（草稿）' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  const fetched = async (name: string) => {
    const address = await main.getByRole('link', { name }).getAttribute('href')
    const answer = await page.request.get(String(address))
    expect(answer.headers()['content-disposition']).toContain('attachment')
    return new Uint8Array(await answer.body())
  }
  expect(textOf(await fetched('PDF（草稿）')).replace(/\s/g, '')).toContain('月結60天')
  expect(wordTextOf(await fetched('Word（草稿）'))).toContain('月結 60 天')
  await page.context().close()
})

it('the trade terms are taken into the annex with one press, and are read on the page as they will be signed', async () => {
  const scene = await aScene()
  const { keeper, agreementId, agreementVersionId } = scene
  await aStandard(scene, { paymentDays: net(60) })
  await done(setFacts, keeper, { agreementVersionId, ...annualFacts })
  await done(addClause, keeper, { agreementVersionId, ...payment })
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/text`, { waitUntil: 'networkidle' })
  await main.getByRole('button', { name: '帶入交易條件' }).click()
  await main.getByRole('table', { name: '附件：交易條件' }).getByText('月結天數').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})

it('what held until a late signing is recorded with its evidence on the signing page', async () => {
  const scene = await aScene()
  const { keeper, agreementId, agreementVersionId } = scene
  await done(setFacts, keeper, { agreementVersionId, ...annualFacts })
  await executedAgreement(scene, { now: noon('2026-04-20'), on: '2026-04-20' })
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/agreements/${agreementId}/signing`, { waitUntil: 'networkidle' })
  await main.getByText('補簽，逾生效日 109 天').waitFor()
  await page.locator('textarea[name=provisionalTerms]').fill('付款與回饋沿用 2025 年度條件')
  await main.getByRole('button', { name: '儲存' }).click()
  await main.getByText('請附上佐證檔案，或註明依據。').first().waitFor()
  expect(await page.locator('textarea[name=provisionalTerms]').inputValue()).toBe('付款與回饋沿用 2025 年度條件')
  await page.locator('textarea[name=provisionalNote]').fill('1 月 12 日來信')
  await main.getByRole('button', { name: '儲存' }).click()
  await main.getByRole('link', { name: '修改' }).waitFor()
  await main.getByText('1 月 12 日來信').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
