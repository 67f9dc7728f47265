import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { open } from '@/lib/modules/negotiations/commands'
import { owner, person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, did } from './scene'

it('BGM-2.5: what was agreed becomes notices to whom it concerns; finance is told and acknowledges on a phone', async () => {
  const { actor, accountId } = await anAccountManager()
  const workspace = { id: actor.workspaceId }
  const finance = await person('specialist', workspace, { name: '劉建宏', disciplines: ['finance'] })
  await person('specialist', workspace, { name: '吳柏翰', disciplines: ['logistics'] })
  const about = { accountId, direction: 'sell', kind: 'annualTerms', title: '明年度交易條件', purpose: '換端架' }
  const { negotiationId } = await did(open, actor, about)
  const agreed = [
    ['pay', '付款天數', 'paymentDays', '"60"'],
    ['lead', '前置時間', 'leadTime', '"3"'],
  ] as const
  for (const [position, [key, name, code, value]] of agreed.entries())
    await owner()`insert into negotiation_issues
      (workspace_id, id, negotiation_id, account_id, key, name, position, kind, unit, term_code, agreed_value)
      values (${workspace.id}, ${uuidv7()}, ${negotiationId}, ${accountId}, ${key}, ${name}, ${position}, 'numeric', '天',
        ${code}, ${value}::text::jsonb)`
  await owner()`update negotiations set state = 'documented' where id = ${negotiationId}`

  const page = await aPageOf(actor)
  await page.goto(`/negotiations/${negotiationId}/results`, { waitUntil: 'networkidle' })
  const main = page.getByRole('main')
  await main.getByRole('button', { name: '擬定通知' }).click()
  await expect.poll(() => main.innerText()).toContain('付款天數：60 天')
  await expect.poll(() => main.innerText()).toContain('前置時間：3 天')
  const card = main.locator('section', { has: page.getByRole('heading', { name: '財務' }) })
  await card.getByRole('button', { name: '立即發送' }).click()
  await expect.poll(() => card.innerText()).toContain('已確認 0 %')

  const phone = await aPageOf(finance, { viewport: { width: 390, height: 844 } })
  await phone.goto('/negotiations/inputs', { waitUntil: 'networkidle' })
  await phone.getByRole('link', { name: '明年度交易條件' }).click()
  await phone.waitForURL(/\/results/)
  const read = phone.getByRole('main')
  await read.locator('[name=comment]').fill('已更新收款系統')
  await read.getByRole('button', { name: '我已閱讀' }).click()
  await expect.poll(() => read.innerText()).toContain('已確認 100 %')

  await page.reload()
  await expect.poll(() => card.innerText()).toContain('已更新收款系統')
  expect(await evidenceOf(actor, 'BGM-2.5', accountId)).toMatchObject([
    { indicator: 'BGM-2.5', memberId: actor.id, day: dayOf(new Date()) },
  ])
  await phone.context().close()
  await page.context().close()
})
