import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { open } from '@/lib/modules/accounts/commands-open'
import { move } from '@/lib/modules/contacts/commands-affiliations'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, did } from './scene'

it('BGM-4.4: regular contact with a person is logged in one line, and stays theirs when they change employers', async () => {
  const { actor, accountId, personId } = await anAccountManager()
  const page = await aPageOf(actor)
  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await page.keyboard.press('l')
  const line = page.getByRole('dialog').locator('textarea').first()
  await line.fill('跟美琪聊孩子開學與下一季檔期')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  const rows = await evidenceOf(actor, 'BGM-4.4', accountId)
  expect(rows).toMatchObject([{ indicator: 'BGM-4.4', memberId: actor.id, day: dayOf(new Date()) }])

  const next = await did(open, actor, { name: '永信物流股份有限公司', kind: 'customer', tier: 'B' })
  const [post] = await owner()<{ id: string }[]>`select id from affiliations where person_id = ${personId}`
  await did(move, actor, { affiliationId: post?.id, toDay: dayOf(new Date()), accountId: next.id, title: '採購長' })
  await page.goto(`/contacts/${personId}`)
  const text = await page.getByRole('main').innerText()
  expect(text).toContain('永信物流')
  expect(text).toContain('跟美琪聊孩子開學與下一季檔期')
  await page.context().close()
})
