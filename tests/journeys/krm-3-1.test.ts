import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { addSource, describe as describeNeed, hear, quantify } from '@/lib/modules/needs/commands'
import { advocate, decide } from '@/lib/modules/needs/commands-advocacy'
import { verify } from '@/lib/modules/needs/commands-answers'
import { person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, daysAgo, did } from './scene'

it('KRM-3.1: a decision the client has not heard of in ten working days is listed as owed, until the answer is recorded', async () => {
  const { actor, accountId, personId } = await anAccountManager()
  const colleague = await person('specialist', { id: actor.workspaceId }, { name: '陳志明' })
  const [then, decided] = [daysAgo(40), daysAgo(30)]
  const said = { method: 'contacts', personId, verbatim: '十二點以後不收' }
  const { id: needId } = await did(hear, actor, { accountId, title: '中午前送達', kind: 'delivery', ...said }, then)
  await did(describeNeed, actor, { needId, version: 9, context: '午後', consequence: '退貨' }, then)
  const measure = { metric: '送達率', unit: '%', baseline: '72', target: '95', confidence: 'low' }
  await did(quantify, actor, { needId, version: 9, ...measure }, then)
  await did(addSource, actor, { needId, method: 'observation', verbatim: '三車排隊' }, then)
  await did(verify, colleague, { needId, checked: [] }, then)
  const asked = { audience: '物流部', ask: '增開車次', ownerId: colleague.id, dueOn: dayOf(daysAgo(25)) }
  const { advocacyId } = await did(advocate, actor, { needId, ...asked }, then)
  await did(decide, colleague, { advocacyId, decision: 'accepted' }, decided)

  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto('/needs/advocacy')
  expect(await page.locator('#owed').innerText()).toContain('逾期 1 件')
  await page.locator('#owed').getByRole('link', { name: '中午前送達' }).click()
  await page.waitForURL(new RegExp(`/needs/${needId}`))
  await page.locator('#next textarea[name=text]').fill('七月起增開上午八點車次')
  await page.locator('#next button[type=submit]').click()
  await expect.poll(() => main.innerText()).toContain('七月起增開上午八點車次')

  await page.goto('/needs/advocacy')
  expect(await page.locator('#owed').innerText()).toContain('沒有尚欠的回覆')
  const rows = await evidenceOf(actor, 'KRM-3.1', accountId)
  expect(rows).toContainEqual(
    expect.objectContaining({ subjectKind: 'needAnswer', memberId: actor.id, day: dayOf(new Date()) }),
  )
  await page.context().close()
})
