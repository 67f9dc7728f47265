import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { evidenceOf } from './evidence-of'
import { openByKey } from './quick-log-scene'
import { anAccountManager } from './scene'

it('a need is heard in a meeting, quantified, verified by a colleague and answered to the client', async () => {
  const { actor, accountId } = await anAccountManager()
  const colleague = await person('accountManager', { id: actor.workspaceId }, { name: '陳志明' })
  const page = await aPageOf(actor)
  const main = page.getByRole('main')
  const next = page.locator('#next')
  const press = () => next.locator('button[type=submit]').click()

  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await openByKey(page)
  await page.keyboard.insertText('與羅美琪開會：十二點以後倉庫就不收了')
  await page.keyboard.press('Alt+4')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.goto(`/accounts/${accountId}/timeline`, { waitUntil: 'networkidle' })
  const logged = await main.locator('a[href^="/interactions/"]:not([href*="/new"])').first().getAttribute('href')
  const contactId = /interactions\/([0-9a-f-]{36})/.exec(logged ?? '')?.[1]
  await page.goto(`/interactions/${contactId}`, { waitUntil: 'networkidle' })

  await main.locator('a[href^="/needs/new"]').click()
  await page.waitForURL(/\/needs\/new/)
  await page.waitForLoadState('networkidle')
  await page.locator('input[name=title]').fill('中午前送達土城倉')
  await page.locator('textarea[name=verbatim]').fill('十二點以後倉庫就不收了')
  await page.locator('select[name=kind]').selectOption('delivery')
  await page.getByRole('button', { name: '儲存需求' }).click()
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/)
  expect(await main.locator(`a[href="/interactions/${contactId}"]`).count()).toBeGreaterThan(0)

  await next.locator('textarea[name=context]').fill('平日午後')
  await next.locator('textarea[name=consequence]').fill('退貨重送')
  await press()
  await next.locator('input[name=metric]').fill('中午前送達率')
  await next.locator('input[name=unit]').fill('%')
  await next.locator('input[name=baseline]').fill('７２')
  await next.locator('input[name=target]').fill('95')
  await next.locator('select[name=confidence]').selectOption('medium')
  await press()
  await next.locator('label', { hasText: '觀察' }).first().click()
  await next.locator('textarea[name=verbatim]').fill('現場看到三車排隊')
  await press()
  await expect.poll(() => next.innerText()).toContain('請同事查證')

  const other = await aPageOf(colleague)
  await other.goto('/needs', { waitUntil: 'networkidle' })
  await other.getByRole('main').getByRole('link', { name: '中午前送達土城倉' }).first().click()
  await other.waitForURL(/\/needs\/[0-9a-f-]{36}$/)
  await other.locator('#next button[type=submit]').click()
  await expect.poll(() => other.getByRole('main').innerText()).toContain('陳志明')
  await other.context().close()

  await page.reload({ waitUntil: 'networkidle' })
  expect(await next.innerText()).toContain('回覆客戶')
  await next.locator('textarea[name=text]').fill('七月起增開上午八點車次')
  await next.locator('select[name=interactionId]').selectOption(contactId ?? '')
  await press()
  await expect.poll(() => main.innerText()).toContain('七月起增開上午八點車次')
  expect(await main.innerText()).toContain('已回覆')

  const mine = { memberId: actor.id, day: dayOf(new Date()) }
  expect(await evidenceOf(actor, 'KRM-3.1', accountId)).toMatchObject([{ subjectKind: 'needAnswer', ...mine }])
  expect(await evidenceOf(actor, 'KRM-2.1', accountId)).toMatchObject([mine, mine])
  await page.context().close()
})
