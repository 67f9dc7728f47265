import { expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/kernel/day'
import { ask } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { setFacts } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { signOwn } from '@/lib/modules/agreements/commands-electronic'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { recordSigned, sendOut } from '@/lib/modules/agreements/commands-signing'
import { sendSigningLink } from '@/lib/modules/agreements/commands-signing-links'
import { askConcerned } from '@/lib/modules/agreements/jobs'
import { changes } from '@/lib/modules/agreements/queries-amendments'
import { log } from '@/lib/modules/interactions/commands'
import { askOwners } from '@/lib/modules/kpis/jobs'
import {
  annual,
  aScan,
  aScene,
  drafted,
  frozenPaper,
  paperHash,
  payment,
  settled,
  submitted,
} from '../modules/agreements/scene'
import { agreed, onTime } from '../modules/kpis/scene'
import { consent, done, noon } from '../modules/terms/scene'
import { aVisitor } from '../setup/browser'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { evidenceOf } from './evidence-of'

const { kind: _kind, title: _title, ...facts } = annual
const everybody = ({ lead, finance, manager }: Scene) => [lead, finance, manager, manager, manager, manager]
type Scene = Awaited<ReturnType<typeof aScene>>

const named = ({ keeper, manager }: Scene, agreementVersionId: string, method: string, now?: Date) => {
  const [ours, theirs] = [
    { agreementVersionId, side: 'us', memberId: manager.id, method },
    { agreementVersionId, side: 'them', name: '陳大安', title: '董事長', method },
  ]
  return Promise.all([ours, theirs].map(async (each) => (await done(addSignatory, keeper, each, now)).signatoryId))
}

/** The contract of the year with its payment clause and a KPI that a colleague answers for, consented to and signed on paper. */
async function aSignedContract() {
  const scene = await aScene()
  const { keeper, colleague, agreementVersionId } = scene
  await done(setFacts, keeper, { agreementVersionId, ...facts, ourName: '和泰食品股份有限公司' }, drafted)
  await done(addClause, keeper, { agreementVersionId, ...payment }, drafted)
  const { kpiId } = await agreed(scene, { ...onTime, ownerId: colleague.id })
  await submitted(keeper, scene)
  await consent(agreementVersionId, everybody(scene), drafted)
  await settled(keeper, agreementVersionId)
  const signers = await named(scene, agreementVersionId, 'seal', drafted)
  await done(sendOut, keeper, { agreementVersionId, noticeGiven: 'true' }, drafted)
  await frozenPaper(scene, drafted)
  for (const signatoryId of signers) {
    const fileId = await aScan(keeper)
    await done(recordSigned, keeper, { signatoryId, signedOn: '2025-12-20', fileId }, noon('2026-01-02'))
  }
  return { ...scene, kpiId }
}

it('BGM-4.3: a clause and a KPI are changed after the client was consulted, consented to, confirmed, and read by whom it concerns', async () => {
  const scene = await aSignedContract()
  const { keeper, colleague, finance, manager, workspace, agreementId, kpiId, accountId } = scene
  const talk = { accountId, channel: 'meeting', summary: '談付款改為 75 天、交付目標調整', personIds: [] }
  await done(log, keeper, talk, new Date())

  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  const base = `/agreements/${agreementId}`
  await page.goto(`${base}/changes`, { waitUntil: 'networkidle' })
  await page.locator('input[name=validFrom]').fill(addDays(dayOf(new Date()), 10))
  await page.locator('textarea[name=reason]').fill('付款與交付條件調整')
  await page.locator('select[name=interactionId]').first().selectOption({ index: 1 })
  await main.getByRole('button', { name: '開始增補' }).click()
  await main.getByRole('heading', { name: '草擬中的增補' }).waitFor()
  await main.getByRole('link', { name: '修改條款' }).click()
  await page.waitForURL('**/text?version=**')
  await main.getByRole('link', { name: '編輯：付款' }).click()
  await page.waitForURL('**clause=**')
  await page.locator('textarea[name=body]').fill('月結 75 天，票期 30 天。')
  await main.getByRole('button', { name: '儲存' }).click()
  await main.getByText('月結 75 天').first().waitFor()
  await page.goto(`${base}/kpis/${kpiId}`, { waitUntil: 'networkidle' })
  const retarget = page.locator('form', { has: page.getByRole('button', { name: '變更目標' }) })
  for (const [name, value] of Object.entries({ target: '92', amber: '88', zero: '80' }))
    await retarget.locator(`input[name=${name}]`).fill(value)
  await retarget.getByRole('button', { name: '變更目標' }).click()
  await page.waitForURL(`**${base}/kpis`)
  await main.getByText('草擬中：92% 以上').or(main.getByText('草擬中：92.0% 以上')).waitFor()

  await page.goto(`${base}/changes`, { waitUntil: 'networkidle' })
  await main.getByText('談付款改為 75 天').first().waitFor()
  await main.getByText('須重新核准的面向：信用與付款、供貨').waitFor()
  await main.getByRole('row', { name: /準時足量交付率.*目標 95%.*目標 92%/ }).waitFor()
  await main.getByRole('link', { name: '變更對照' }).click()
  await page.waitForURL('**/compare**')
  expect(await main.locator('del').allInnerTexts()).toEqual([expect.stringContaining('60')])
  expect(await main.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('75')])
  await main.getByRole('row', { name: /準時足量交付率.*目標 95%.*目標 92%/ }).waitFor()

  await page.goto(`${base}/approval`, { waitUntil: 'networkidle' })
  await page.locator('textarea[name=reason]').fill('依會議結論調整')
  await main.getByRole('button', { name: '送審', exact: true }).click()
  await main.getByRole('heading', { name: '撤回修改' }).waitFor()
  const { openId } = await ask(changes, keeper, { agreementId })
  const agreementVersionId = openId ?? ''
  await consent(agreementVersionId, everybody(scene), new Date())
  await settled(keeper, agreementVersionId, new Date())

  const [ours = '', theirs = ''] = await named(scene, agreementVersionId, 'electronic')
  await done(sendOut, keeper, { agreementVersionId, noticeGiven: 'true' })
  await frozenPaper({ ...scene, agreementVersionId }, new Date())
  const { token } = await done(sendSigningLink, keeper, { signatoryId: theirs })
  const client = await aVisitor({ viewport: { width: 390, height: 844 } })
  await client.goto(`/c/${token}`, { waitUntil: 'networkidle' })
  await client.locator('input[name=typedName]').fill('陳大安')
  await client.locator('input[name=agreed]').check({ force: true })
  await client.getByRole('button', { name: '簽署', exact: true }).click()
  await client.getByRole('status').filter({ hasText: '您已於' }).waitFor()
  await client.context().close()
  const own = { shownHash: paperHash(), agreed: 'true', typedName: manager.name }
  await done(signOwn, manager, { signatoryId: ours, ...own })
  const payload = { agreementVersionId }
  for (const concerned of [askConcerned, askOwners])
    await runJob(concerned, { jobId: crypto.randomUUID(), workspaceId: workspace.id, payload, now: new Date() })

  await page.goto(`${base}/changes`, { waitUntil: 'networkidle' })
  await main
    .getByRole('row', { name: /第 2 版.*增補協議/ })
    .first()
    .waitFor()
  await main.getByText('0／1 人已閱讀').waitFor()
  await page.locator('[data-field=memberIds]').getByText(finance.name).click()
  await main.getByRole('button', { name: '請同仁閱讀' }).click()
  await main.getByText('0／2 人已閱讀').waitFor()

  const phone = await aPageOf(colleague, { viewport: { width: 390, height: 844 } })
  await phone.goto(`${base}/changes`, { waitUntil: 'networkidle' })
  await phone.locator('[name=comment]').fill('已更新出貨排程')
  await phone.getByRole('button', { name: '我已閱讀' }).click()
  await phone.getByText('1／2 人已閱讀').waitFor()
  await page.reload()
  await main.getByText('已更新出貨排程').waitFor()
  for (const look of looks) {
    const seen = await aPageOf(keeper, look)
    for (const path of ['/changes', `/compare?to=${agreementVersionId}`, '/kpis', `/kpis/${kpiId}`]) {
      await seen.goto(`${base}${path}`, { waitUntil: 'networkidle' })
      expect([path, ...(await faultsOf(seen))]).toEqual([path])
    }
    await seen.context().close()
  }
  expect(await evidenceOf(keeper, 'BGM-4.3', accountId)).toMatchObject([
    { indicator: 'BGM-4.3', memberId: keeper.id, subjectId: agreementVersionId, day: dayOf(new Date()) },
  ])
  await phone.context().close()
  await page.context().close()
})
