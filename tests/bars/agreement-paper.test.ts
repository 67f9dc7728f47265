import { expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { sendOut } from '@/lib/modules/agreements/commands-signing'
import { freezePaper } from '@/lib/modules/agreements/jobs'
import { downloadPaper } from '@/lib/modules/agreements/queries-downloads'
import { signing } from '@/lib/modules/agreements/queries-signing'
import { textOf } from '@/tests/kernel/pdf-text'
import { aScene, readyAgreement, sentOut } from '../modules/agreements/scene'
import { done } from '../modules/terms/scene'

const full = process.env.ACCORD_BARS === 'full'
const clauses = full ? 100 : 6
const most = 2_000

const sentence = '甲方應於乙方交付商品並檢附統一發票後，依約定期間以電匯支付價金；逾期者按日加計萬分之五之遲延利息。'

/** Sends a contract of so many clauses out, and has the job make the paper that everybody signs; in milliseconds. */
async function frozen(): Promise<{ ms: number; pages: number }> {
  const scene = await aScene()
  const { keeper, agreementId, agreementVersionId, workspace } = scene
  for (let number = 1; number <= clauses; number++) {
    const clause = { heading: `條款 ${number}`, body: sentence.repeat(5), aspect: 'legal' }
    await done(addClause, keeper, { agreementVersionId, ...clause })
  }
  await readyAgreement(scene)
  await done(sendOut, keeper, { agreementVersionId }, sentOut)
  const began = performance.now()
  const payload = { agreementVersionId }
  await runJob(freezePaper, { jobId: crypto.randomUUID(), workspaceId: workspace.id, payload, now: sentOut })
  const ms = performance.now() - began
  expect((await ask(signing, keeper, { agreementId }, sentOut)).hasPaper).toBe(true)
  const pdf = new Uint8Array(await (await downloadPaper(keeper, agreementVersionId)).arrayBuffer())
  const [, pages = '0'] = /共(\d+)頁/.exec(textOf(pdf).replace(/\s/g, '')) ?? []
  return { ms, pages: Number(pages) }
}

it(`the paper of ${clauses} clauses is made in a job in time, the first one of a process too`, async () => {
  const made = [await frozen(), await frozen(), await frozen()]
  const said = made.map(({ ms }) => `${(ms / 1000).toFixed(2)} s`).join(', ')
  console.info(`agreement paper, ${made[0]?.pages} pages: ${said}`)
  if (!full) return
  for (const { ms, pages } of made) {
    expect(pages).toBeGreaterThanOrEqual(20)
    expect(ms).toBeLessThan(most)
  }
}, 300_000)
