import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { open } from '@/lib/modules/negotiations/commands'
import { addFocus } from '@/lib/modules/negotiations/commands-focus'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { owner, person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, daysAgo, did } from './scene'

it('BGM-2.2: only a theme in force can be chosen, and what goes against it waits on a list for the lead’s consent', async () => {
  const { actor, accountId } = await anAccountManager()
  const lead = await person('salesLead', { id: actor.workspaceId }, { name: '蔡淑芬' })
  await owner()`update members set reports_to_id = ${lead.id} where id = ${actor.id}`
  const day = (days: number) => dayOf(daysAgo(-days))
  const theme = { ownerId: lead.id, validFrom: day(-90) }
  await did(addFocus, lead, { ...theme, name: '去年的高山茶季', validTo: day(-30) })
  await did(addFocus, lead, { ...theme, name: '減塑包裝', validTo: day(60) })
  const { negotiationId } = await did(open, actor, { accountId, kind: 'annualTerms', title: '明年度交易條件' })
  const { issueId } = await did(addIssue, actor, { negotiationId, name: '贈品外盒', kind: 'text' })

  const page = await aPageOf(actor)
  await page.goto(`/negotiations/${negotiationId}/issues?edit=${issueId}`)
  const form = page.locator('form', { has: page.locator('select[name=focusId]') })
  expect(await form.locator('select[name=focusId]').innerText()).not.toContain('去年的高山茶季')
  await form.locator('select[name=focusId]').selectOption({ label: '減塑包裝' })
  await form.locator('select[name=stance]').selectOption('against')
  await form.locator('button[type=submit]').click()
  await expect.poll(() => form.innerText()).toContain('請說明為什麼')
  await form.locator('textarea[name=reason]').fill('通路要求禮盒')
  await form.locator('button[type=submit]').click()
  await expect.poll(() => page.getByRole('main').innerText()).toContain('尚待同意')
  expect(await evidenceOf(actor, 'BGM-2.2', accountId)).toEqual([])

  const desk = await aPageOf(lead)
  await desk.goto('/negotiations/focus')
  expect(await desk.getByRole('main').innerText()).toContain('贈品外盒')
  await desk.locator('textarea[name=note]').fill('外盒改用再生紙')
  await desk.getByRole('button', { name: '同意與行銷焦點牴觸' }).click()
  await expect.poll(() => desk.getByRole('main').innerText()).toContain('蔡淑芬已同意：外盒改用再生紙')
  expect(await evidenceOf(actor, 'BGM-2.2', accountId)).toMatchObject([
    { subjectKind: 'negotiationIssue', subjectId: issueId, memberId: actor.id, day: dayOf(new Date()) },
  ])
  await page.context().close()
  await desk.context().close()
})
