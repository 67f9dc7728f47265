import { expect, it } from 'vitest'
import { hear } from '@/lib/modules/needs/commands'
import { issueOutline } from '@/lib/modules/terms/commands-outline'
import { aDraft, approved, aScene, aStandard, net } from '../modules/terms/scene'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { did } from './scene'

const paper = { name: '端架協議書.txt', mimeType: 'text/plain', buffer: Buffer.from('端架陳列每店每檔三千元') }

async function withDraft() {
  const scene = await aScene()
  await aStandard(scene, { paymentDays: net(60) })
  const { accountId, keeper } = scene
  const heard = {
    accountId,
    title: '端架曝光要穩定',
    kind: 'promotion',
    method: 'contacts',
    verbatim: '每檔都要有端架',
  }
  const { id: needId } = await did(hear, keeper, heard)
  const versionId = await aDraft(scene, {}, { now: new Date() })
  return { ...scene, needId, versionId, here: `/accounts/${accountId}/terms/${versionId}` }
}

it('a fee carries its written reference as a file and the need it serves, and both are found from the need', async () => {
  const { keeper, here, needId } = await withDraft()
  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`${here}?term=displayFee`, { waitUntil: 'networkidle' })
  await page.locator('#term input[name="value.number"]').fill('3000')
  await page.locator('#term label', { hasText: '端架曝光要穩定' }).locator('input').setChecked(true, { force: true })
  await page.locator('#term input[type=file]').setInputFiles(paper)
  await page.getByRole('button', { name: '移除「端架協議書.txt」' }).waitFor()
  await page.locator('#term button[type=submit]').last().click()
  await page.waitForURL(`**${here}`)
  await expect.poll(() => main.innerText()).toContain('端架協議書.txt')
  expect(await main.innerText()).toContain('需求尚未驗證')
  expect(await main.innerText()).toContain('有 1 項特別條件所依據的需求尚未驗證')
  await page.getByRole('link', { name: '端架曝光要穩定' }).click()
  await page.waitForURL(`**/needs/${needId}`)
  await expect.poll(() => main.innerText()).toContain('回應這項需求的交易條件')
  await page.getByRole('link', { name: /陳列費／端架費/ }).click()
  await page.waitForURL(`**${here}`)
  await page.context().close()
}, 60_000)

it('what was typed of a term stays when it is refused, on a stale tab too', async () => {
  const { keeper, here } = await withDraft()
  const [page, other] = [await aPageOf(keeper), await aPageOf(keeper)]
  const fill = async (tab: typeof page, pct: string, reason: string) => {
    await tab.locator('#term input[name="value.number"]').fill(pct)
    await tab.locator('#term textarea[name=reason]').fill(reason)
    await tab.locator('#term button[type=submit]').last().click()
  }
  for (const tab of [page, other]) await tab.goto(`${here}?term=annualRebate`, { waitUntil: 'networkidle' })
  await fill(page, '0.03', '年採購量成長')
  await page.getByText('您是指 3 % 嗎').first().waitFor()
  expect(await page.locator('#term textarea[name=reason]').inputValue()).toBe('年採購量成長')
  await fill(page, '３', '年採購量成長')
  await page.waitForURL(`**${here}`)
  await page.goto(`${here}?term=annualRebate`, { waitUntil: 'networkidle' })
  await other.goto(`${here}?term=annualRebate`, { waitUntil: 'networkidle' })
  await fill(page, '4', '新增門市')
  await page.waitForURL(`**${here}`)
  await fill(other, '5', '另一個理由')
  await other.getByText('新增門市').first().waitFor()
  expect(await other.locator('#term textarea[name=reason]').inputValue()).toBe('另一個理由')
  expect(await other.locator('#term input[name="value.number"]').inputValue()).toBe('5')
  for (const tab of [page, other]) await tab.context().close()
}, 60_000)

it('an answer by LINE is filed for the English outline that was sent', async () => {
  const scene = await aScene()
  const { keeper, accountId } = scene
  await aStandard(scene, { paymentDays: net(60) })
  const now = new Date()
  const versionId = await approved(scene, await aDraft(scene, { paymentDays: net(75) }, { now }), now)
  await did(issueOutline, keeper, { versionId, language: 'en' })
  const page = await aPageOf(keeper)
  await page.goto(`/accounts/${accountId}/terms/${versionId}`, { waitUntil: 'networkidle' })
  const form = page.locator('form', { has: page.locator('select[name=outlineId]') })
  await page.locator('details', { has: form }).locator('> summary').click()
  expect(await form.locator('select[name=outlineId] option:checked').innerText()).toMatch(/^英文，/)
  await form.locator('input[type=file]').setInputFiles({ ...paper, name: 'line.txt' })
  await form.getByRole('button', { name: '移除「line.txt」' }).waitFor()
  await form.getByRole('button', { name: '登記' }).click()
  await expect
    .poll(
      async () => {
        const rows = await owner()`
        select 1 from client_answers a join term_outlines o on o.paper_hash = a.content_hash and o.language = 'en'
        where a.subject_id = ${versionId} and o.version_id = ${versionId}`
        return rows.length
      },
      { timeout: 10_000 },
    )
    .toBe(1)
  await expect.poll(() => page.getByRole('main').innerText()).toContain('客戶已確認')
  await page.context().close()
}, 60_000)

it.each(looks)(
  'axe finds nothing in the editor of a fee, in $language, $theme',
  async (look) => {
    const { keeper, here } = await withDraft()
    const page = await aPageOf(keeper, look)
    await page.goto(`${here}?term=displayFee`, { waitUntil: 'networkidle' })
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  },
  60_000,
)
