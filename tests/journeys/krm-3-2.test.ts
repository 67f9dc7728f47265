import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { findRun } from '@/lib/modules/approvals/queries'
import { addSource, hear } from '@/lib/modules/needs/commands'
import { submitProcedure, writeProcedure } from '@/lib/modules/needs/commands-procedures'
import { person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, did } from './scene'

it('KRM-3.2: a need is measured with unit and baseline, its author cannot verify it, and a colleague does by the approved procedure', async () => {
  const { actor, accountId, personId } = await anAccountManager()
  const workspace = { id: actor.workspaceId }
  const colleague = await person('accountManager', workspace, { name: '陳志明' })
  const lead = await person('salesLead', workspace, { name: '張國華' })
  const writer = await person('manager', workspace, { name: '王副總' })
  const words = { kind: 'every', title: '需求查證通則', body: '由他人查核', checklist: '數字可重算' }
  const { id: procedureVersionId } = await did(writeProcedure, writer, words)
  await did(submitProcedure, writer, { procedureVersionId })
  const now = new Date()
  const run = await inTransaction(lead, 'read only', (tx) =>
    findRun({ tx, actor: lead, now }, 'needProcedure', procedureVersionId),
  )
  await did(decide, lead, { runId: run?.id, contentHash: run?.contentHash, decision: 'approve' })
  const said = { method: 'contacts', personId, verbatim: '十二點以後不收' }
  const { id: needId } = await did(hear, actor, { accountId, title: '中午前送達', kind: 'delivery', ...said })
  await did(addSource, actor, { needId, method: 'observation', verbatim: '三車排隊' })

  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto(`/needs/${needId}`)
  await page.locator('#next textarea[name=context]').fill('平日午後')
  await page.locator('#next textarea[name=consequence]').fill('退貨重送')
  await page.locator('#next button[type=submit]').click()
  await page.locator('#next input[name=metric]').fill('中午前送達率')
  await page.locator('#next input[name=target]').fill('95')
  await page.locator('#next select[name=confidence]').selectOption('medium')
  await page.locator('#next button[type=submit]').click()
  await expect.poll(() => page.locator('#next').innerText()).toContain('0 也是數值')
  expect(await page.locator('#next input[name=metric]').inputValue()).toBe('中午前送達率')
  await page.locator('#next input[name=unit]').fill('%')
  await page.locator('#next input[name=baseline]').fill('72')
  await page.locator('#next button[type=submit]').click()
  await expect.poll(() => page.locator('#next').innerText()).toContain('請同事查證')
  expect(await page.locator('#next button[type=submit]').count()).toBe(0)

  const other = await aPageOf(colleague)
  await other.goto(`/needs/${needId}`)
  await other.locator('#next').getByText('數字可重算').click()
  await other.locator('#next button[type=submit]').click()
  await expect.poll(() => other.getByRole('main').innerText()).toContain('已查證')
  expect(await other.getByRole('main').innerText()).toContain('依「需求查證通則」第 1 版')
  await page.reload()
  expect(await main.innerText()).toContain('已查證')
  expect(await evidenceOf(actor, 'KRM-3.2', accountId)).toMatchObject([
    { indicator: 'KRM-3.2', memberId: colleague.id, day: dayOf(new Date()) },
  ])
  await other.context().close()
  await page.context().close()
})
