import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { log } from '@/lib/modules/interactions/commands'
import { saveView } from '@/lib/modules/workspace/commands-settings'
import { owner, person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { anAccountManager, did } from './scene'

const views = (page: Page) => page.locator('.toolbar .menu').first()
const openViews = (page: Page) => views(page).locator('summary').click()
const lists = ['accounts', 'contacts', 'interactions'] as const

it('what a list shows is kept under a name, shared, found again, deleted and had back', async () => {
  const { actor } = await anAccountManager()
  const page = await aPageOf(actor)
  await page.goto('/accounts?tier=A&sort=-name&columns=tier', { waitUntil: 'networkidle' })
  await openViews(page)
  await views(page).getByText('儲存這個檢視').click()
  await page.getByRole('dialog').locator('input[name="name"]:focus').waitFor()
  await page.keyboard.insertText('我的 A 級客戶')
  await page.getByText('與同事共用').click()
  await page.keyboard.press('Enter')
  await page.getByText('已儲存檢視「我的 A 級客戶」').waitFor()
  await expect.poll(() => views(page).locator('summary').innerText()).toContain('我的 A 級客戶')
  expect(new URL(page.url()).search).toBe('?columns=tier&sort=-name&tier=A')

  const colleague = await person('manager', { id: actor.workspaceId })
  const other = await aPageOf(colleague)
  await other.goto('/accounts', { waitUntil: 'networkidle' })
  await openViews(other)
  await views(other).getByText('我的 A 級客戶').click()
  await other.waitForURL(/tier=A/)
  await expect.poll(() => views(other).locator('summary').innerText()).toContain('我的 A 級客戶')
  expect(await views(other).getByText('刪除檢視').count()).toBe(0)
  await other.context().close()

  await openViews(page)
  await views(page).getByText('刪除檢視').click()
  await page.getByText('已刪除檢視').waitFor()
  await expect.poll(() => page.url()).not.toContain('tier')
  await page.getByRole('button', { name: '復原' }).click()
  await page.waitForURL(/tier=A/)
  await expect.poll(() => views(page).locator('summary').innerText()).toContain('我的 A 級客戶')
  expect(
    await owner()`select shared, archived_at is null as live from saved_views where workspace_id = ${actor.workspaceId}`,
  ).toEqual([{ shared: true, live: true }])
  await page.context().close()
})

it('views are followed and kept without JavaScript', async () => {
  const { actor } = await anAccountManager()
  await did(saveView, actor, { list: 'contacts', name: '決策者', address: 'decisionRole=decisionMaker', shared: false })
  const page = await aPageOf(actor, { javaScriptEnabled: false })
  await page.goto('/contacts')
  await openViews(page)
  await views(page).getByText('決策者').click()
  await page.waitForURL(/decisionRole=decisionMaker/)
  expect(await views(page).locator('[aria-current=page]').textContent()).toContain('決策者')
  await page.goto('/contacts?sort=-createdAt&panel=view')
  await page.getByRole('dialog').locator('input[name="name"]').fill('最近新增')
  const kept = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('dialog').getByRole('button').click()
  await kept
  await page.goto('/contacts')
  await openViews(page)
  expect(await views(page).getByText('最近新增').getAttribute('class')).toBe('grow')
  await page.context().close()
})

it.each(looks)('axe finds nothing in an open menu of views nor in its form, in $language, $theme', async (look) => {
  const { actor, accountId } = await anAccountManager()
  await did(log, actor, { accountId, channel: 'call', summary: '大致談定第一季交期' })
  for (const list of lists)
    await did(saveView, actor, { list, name: '需要在年底以前再次確認的所有重點客戶', address: 'q=大', shared: true })
  const page = await aPageOf(actor, look)
  for (const list of lists) {
    await page.goto(`/${list}?q=大`, { waitUntil: 'networkidle' })
    await openViews(page)
    expect([list, await faultsOf(page)]).toEqual([list, []])
    await page.goto(`/${list}?q=大&panel=view`, { waitUntil: 'networkidle' })
    await page.getByRole('dialog').waitFor()
    expect([list, await faultsOf(page)]).toEqual([list, []])
  }
  await page.context().close()
})
