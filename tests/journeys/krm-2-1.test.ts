import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { hear } from '@/lib/modules/needs/commands'
import { planMethod } from '@/lib/modules/needs/commands-plans'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, did } from './scene'

it('KRM-2.1: a need of a single source says so, an observation flips it, and the plan shows planned against used', async () => {
  const { actor, accountId, personId } = await anAccountManager()
  const said = { method: 'contacts', personId, verbatim: '十二點以後倉庫就不收了' }
  const { id: needId } = await did(hear, actor, { accountId, title: '中午前送達土城倉', kind: 'delivery', ...said })
  const step = {
    method: 'observation',
    why: '看收貨實況',
    memberId: actor.id,
    dueOn: dayOf(new Date(Date.now() + 6e8)),
  }
  await did(planMethod, actor, { accountId, ...step })
  const before = await evidenceOf(actor, 'KRM-2.1', accountId)

  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  await page.goto(`/accounts/${accountId}/needs`)
  expect(await main.innerText()).toContain('單一來源')
  expect(await page.locator('#plan').innerText()).toContain('尚未')

  await page.goto(`/needs/${needId}`)
  expect(await main.innerText()).toContain('單一來源')
  await page.getByText('補充來源').first().click()
  const form = page.locator('form', { has: page.locator('textarea[name=verbatim]') }).first()
  await form.locator('label', { hasText: '觀察' }).first().click()
  await form.locator('textarea[name=verbatim]').fill('現場看到三車排隊')
  await form.locator('button[type=submit]').click()
  await expect.poll(() => main.innerText()).not.toContain('單一來源')

  await page.goto(`/accounts/${accountId}/needs`)
  expect(await main.innerText()).not.toContain('單一來源')
  expect(await page.locator('#plan').innerText()).toContain('1 次')
  const known = new Set(before.map(({ subjectId }) => subjectId))
  const added = (await evidenceOf(actor, 'KRM-2.1', accountId)).filter(({ subjectId }) => !known.has(subjectId))
  expect(added).toMatchObject([{ subjectKind: 'needSource', memberId: actor.id, day: dayOf(new Date()) }])
  await page.context().close()
})
