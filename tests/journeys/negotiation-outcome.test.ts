import { expect, it } from 'vitest'
import { addDays, dayOf } from '@/lib/kernel/day'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { open } from '@/lib/modules/negotiations/commands'
import { analysisMessages } from '@/lib/modules/negotiations/messages-analysis'
import { outcomeMessages } from '@/lib/modules/negotiations/messages-outcome'
import { accept, aTable, fourOffers, theOffers } from '../modules/negotiations/table-rows'
import { aScene } from '../modules/terms/scene'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { did } from './scene'

const zh = outcomeMessages['zh-TW']

it('what both accepted is compared, approved, and stands in the term sheet', async () => {
  const { keeper, lead, manager, finance, accountId } = await aScene()
  const about = { kind: 'annualTerms', title: '明年度交易條件', purpose: '以條件換得端架陳列' }
  const { negotiationId } = await did(open, keeper, { accountId, direction: 'sell', ...about })
  const of = { negotiationId, memberId: keeper.id }
  await aTable(of)
  const offers = await theOffers(of, fourOffers)
  await accept(of, offers[2] ?? '', { payment: '45', rebate: '4', display: 'none' })

  const page = await aPageOf(keeper)
  const main = page.getByRole('main')
  await page.goto(`/negotiations/${negotiationId}/outcome`, { waitUntil: 'networkidle' })
  expect(await faultsOf(page)).toEqual([])
  await main.getByRole('link', { name: zh.seeLeft }).click()
  await page.waitForURL(/\/analysis$/)
  await expect.poll(() => main.innerText()).toContain(analysisMessages['zh-TW'].gainUs)

  await page.goto(`/negotiations/${negotiationId}/outcome`, { waitUntil: 'networkidle' })
  await main.locator('textarea[name=reason]').first().fill('付款縮短到 45 天，換得年度獎勵')
  await main.getByRole('button', { name: zh.submit }).click()
  await expect.poll(() => main.innerText()).toContain(zh.waits)

  const runOf = async () => {
    const [run] = await owner()`select id, content_hash, state from approval_runs where subject_id = ${negotiationId}`
    return run
  }
  for (const approver of [lead, manager, finance, manager]) {
    const run = await runOf()
    if (run?.state !== 'pending') break
    const asked = await owner()`select 1 from approval_seats
      where run_id = ${run.id} and holder_id = ${approver.id} and state = 'open'`
    if (asked.length > 0)
      await did(decide, approver, { runId: run.id, decision: 'approve', contentHash: run.content_hash })
  }
  const form = page.locator('#document form')
  await expect
    .poll(
      async () => {
        await page.goto(`/negotiations/${negotiationId}/outcome`, { waitUntil: 'networkidle' })
        return form.count()
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(1)
  for (const look of looks) {
    const seen = await aPageOf(keeper, look)
    await seen.goto(`/negotiations/${negotiationId}/outcome`)
    expect(await faultsOf(seen)).toEqual([])
    await seen.context().close()
  }

  await form.locator('input[name=validFrom]').fill(addDays(dayOf(new Date()), 30))
  await form.locator('button[type=submit]').click()
  await expect.poll(() => main.innerText()).toContain(zh.becomesMissing)
  await form.getByText(zh.becomes_clause, { exact: true }).click()
  await form.locator('button[type=submit]').click()
  await main.getByRole('link', { name: zh.seeVersion }).waitFor()
  await main.getByRole('link', { name: zh.seeVersion }).click()
  await page.waitForURL(/\/terms\/[0-9a-f-]{36}$/)
  await expect.poll(() => main.innerText()).toContain('發票日後 45 天')
  const sheet = await main.innerText()
  expect(sheet).toContain('4 %')
  expect(await main.getByRole('link', { name: /明年度交易條件/ }).getAttribute('href')).toBe(
    `/negotiations/${negotiationId}/outcome`,
  )
  await page.context().close()
})
