import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { log } from '@/lib/modules/interactions/commands'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { anAccountManager, daysAgo, did } from './scene'

it('BGM-1.3: an overdue account is on Today; unanswered mail leaves it there, a call clears it at once', async () => {
  const { actor, accountId, personId } = await anAccountManager()
  await did(
    log,
    actor,
    { accountId, channel: 'visit', summary: '拜訪', personIds: [personId], happenedAt: daysAgo(45).toISOString() },
    daysAgo(45),
  )
  await did(
    log,
    actor,
    { accountId, channel: 'call', summary: '追蹤樣品', personIds: [personId], happenedAt: daysAgo(35).toISOString() },
    daysAgo(35),
  )
  await did(log, actor, { accountId, channel: 'mail', summary: '寄出報價', personIds: [personId], twoWay: false })

  const page = await aPageOf(actor)
  await page.goto('/today', { waitUntil: 'networkidle' })
  const main = page.getByRole('main')
  await expect.poll(() => main.innerText()).toMatch(/逾期 \d+ 天/)

  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog')
  await dialog.locator('textarea').first().fill('電話中談定下一季交期')
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.reload()
  expect(await main.innerText()).not.toMatch(/逾期 \d+ 天/)

  const rows = await evidenceOf(actor, 'BGM-1.3', accountId)
  expect(rows.some(({ memberId }) => memberId === actor.id)).toBe(true)
  expect(rows.every(({ day }) => day <= dayOf(new Date()))).toBe(true)
  await page.context().close()
})
