import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { perform } from '@/lib/kernel/perform'
import { open } from '@/lib/modules/negotiations/commands'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { recordOffer } from '@/lib/modules/negotiations/commands-offers'
import { putInState } from '../modules/negotiations/standing'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf } from './axe'
import { evidenceOf } from './evidence-of'
import { anAccountManager, did } from './scene'

it('BGM-2.1: language and counterpart are confirmed on the preparation page before a formal negotiation begins', async () => {
  const { actor, accountId } = await anAccountManager()
  const annual = { kind: 'annualTerms', title: '明年度交易條件', purpose: '以條件換得端架陳列' }
  const { negotiationId } = await did(open, actor, { accountId, direction: 'sell', ...annual })
  await did(addIssue, actor, { negotiationId, name: '付款天數', kind: 'numeric', unit: '天' })
  await putInState(negotiationId, 'ready')
  const [issue] = await owner()`select key from negotiation_issues where negotiation_id = ${negotiationId}`
  const offer = { negotiationId, side: 'them', channel: 'meeting', values: { [String(issue?.key)]: '60' } }
  expect(await perform(recordOffer, actor, offer)).toMatchObject({
    ok: false,
    refusal: { code: 'negotiations.notYet' },
  })

  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto(`/negotiations/${negotiationId}/preparation`)
  expect(await main.innerText()).toContain('尚未確認')
  await page.getByText('列入人員').first().click()
  const form = page.locator('form', { has: page.locator('select[name=personId]') })
  await form.locator('select[name=personId]').selectOption({ label: '羅美琪（採購協理）' })
  await form.locator('select[name=part]').selectOption('decides')
  await form.locator('input[name=address]').fill('羅協理')
  await form.locator('button[type=submit]').click()
  await expect.poll(() => main.innerText()).toContain('羅協理')
  const conduct = page.locator('#conduct')
  await conduct.locator('summary').first().click()
  await conduct.locator('select[name=language]').selectOption('zh-TW')
  await conduct.locator('textarea[name=etiquette]').fill('先寒暄再談價')
  await conduct
    .locator('form', { has: page.locator('select[name=language]') })
    .locator('button[type=submit]')
    .click()
  await page.getByRole('button', { name: '確認語言與對方人員' }).click()
  await expect.poll(() => conduct.innerText()).toContain('林怡君於')
  expect(await faultsOf(page)).toEqual([])
  expect(await evidenceOf(actor, 'BGM-2.1', accountId)).toEqual([])

  const narrow = await aPageOf(actor, { language: 'en', theme: 'dark', viewport: { width: 390, height: 844 } })
  await narrow.goto(`/negotiations/${negotiationId}/preparation`)
  await narrow.locator('#conduct').waitFor()
  expect(await faultsOf(narrow)).toEqual([])
  await narrow.goto(`/negotiations/${negotiationId}/brief`)
  expect(await narrow.getByRole('main').innerText()).toContain('羅協理')
  expect(await faultsOf(narrow)).toEqual([])
  await narrow.context().close()

  await did(recordOffer, actor, offer)
  expect(await evidenceOf(actor, 'BGM-2.1', accountId)).toMatchObject([
    { subjectKind: 'negotiation', subjectId: negotiationId, memberId: actor.id, day: dayOf(new Date()) },
  ])
  await page.context().close()
}, 90_000)
