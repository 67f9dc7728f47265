import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { claimSlot, confirmSlot } from '@/lib/modules/contacts/commands-slots'
import { log } from '@/lib/modules/interactions/commands'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, daysAgo, did } from './scene'

it('KRM-1.1: a decision maker confirmed 181 days ago has expired, and a linked meeting restores the confirmation', async () => {
  const { actor, accountId, personId } = await anAccountManager()
  const { id: keyContactId } = await did(claimSlot, actor, { accountId, slot: 'decisionMaker', personId }, daysAgo(200))
  await did(confirmSlot, actor, { keyContactId, method: 'meeting' }, daysAgo(181))
  await did(log, actor, { accountId, channel: 'meeting', summary: '當面確認採購決策仍由她負責', personIds: [personId] })
  const before = await evidenceOf(actor, 'KRM-1.1', accountId)

  const page = await aPageOf(actor)
  await page.goto('/today')
  await expect.poll(() => page.getByRole('main').innerText()).toContain('決策者 · 羅美琪')

  await page.goto(`/accounts/${accountId}/people`)
  const card = page.locator('li, article, section', { hasText: '決策者' }).filter({ hasText: '已過期' }).last()
  expect(await page.getByText('已確認 0／7').count()).toBe(1)
  await card.getByText('附佐證、期限或備註後確認').click()
  await card.locator('select[name=evidenceId]').selectOption({ index: 1 })
  await card
    .locator('form', { has: page.locator('select[name=evidenceId]') })
    .locator('button[type=submit]')
    .click()
  await page.getByText('已確認 1／7').waitFor()

  await page.goto('/today')
  expect(await page.getByRole('main').innerText()).not.toContain('決策者 · 羅美琪')
  const known = new Set(before.map(({ subjectId }) => subjectId))
  const added = (await evidenceOf(actor, 'KRM-1.1', accountId)).filter(({ subjectId }) => !known.has(subjectId))
  expect(added).toMatchObject([{ indicator: 'KRM-1.1', memberId: actor.id, day: dayOf(new Date()) }])
  await page.context().close()
})
