import { expect, it } from 'vitest'
import { runJob } from '@/lib/kernel/worker'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { makePaper } from '@/lib/modules/agreements/jobs'
import { textOf } from '@/tests/kernel/pdf-text'
import { wordTextOf } from '@/tests/kernel/word-text'
import { owner } from '@/tests/people'
import { aScene, payment } from '../modules/agreements/scene'
import { done } from '../modules/terms/scene'
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
