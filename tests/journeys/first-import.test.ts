import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { signInOwner } from '../kernel/identity-people'
import { owner } from '../people'
import { aVisitor } from '../setup/browser'
import { contactsOf, notice, openByKey } from './quick-log-scene'

const line = '跟Maria確認Q1交期，明天下午三點回覆報價'
const overdue = /逾期 ?\d+ ?天/
const patiently = { timeout: 60_000 }
const northwind = (name: string) => path.join(import.meta.dirname, '../data/northwind', name)

/** The first administrator of a company without a single record, who has just typed the password. */
async function aNewManager(options: Parameters<typeof aVisitor>[0] = {}): Promise<{ page: Page; manager: Actor }> {
  const { actor, email, password } = await signInOwner(['administrator', 'manager'])
  const page = await aVisitor(options)
  await page.goto('/sign-in', { waitUntil: 'networkidle' })
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL('**/today')
  return { page, manager: actor }
}

/** What a definition list on the page says under a term. */
const fact = (page: Page, term: string) =>
  page.locator('dl div', { has: page.locator('dt', { hasText: new RegExp(`^${term}$`) }) }).locator('dd')

async function expectCounts(page: Page, counts: Readonly<Record<string, number>>) {
  for (const [term, count] of Object.entries(counts))
    await expect.poll(() => fact(page, term).first().innerText(), patiently).toBe(String(count))
}

/** Brings a file in through the screens, as it is read and mapped by itself. */
async function bring(page: Page, name: string, rows: number): Promise<void> {
  await page.goto('/imports/new', { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles(northwind(name))
  await page.getByRole('button', { name: '上傳並檢視' }).click()
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
  await page.getByRole('button', { name: '試算', exact: true }).click()
  await page.getByText(`已比對 ${rows} 列，尚未寫入任何資料`).waitFor(patiently)
  await expectCounts(page, { 新增: rows, 更新: 0, 相同: 0, 拒絕: 0 })
  await page.getByRole('button', { name: `匯入 ${rows} 列` }).click()
  await page.getByText(`檔案共 ${rows} 列，以上合計 ${rows} 列`).waitFor(patiently)
  await expectCounts(page, { 新增: rows, 更新: 0, 相同: 0, 拒絕: 0 })
}

const live = async ({ workspaceId }: Actor) => {
  const [row] = await owner()<{ accounts: number; people: number; members: number }[]>`
    select (select count(*)::int from accounts where workspace_id = ${workspaceId} and archived_at is null) as accounts,
      (select count(*)::int from people where workspace_id = ${workspaceId} and archived_at is null) as people,
      (select count(*)::int from members where workspace_id = ${workspaceId} and archived_at is null) as members`
  return row && { ...row }
}

/** Weeks go by in which nobody speaks with this account. */
const neglect = ({ workspaceId }: Actor, name: string) => owner()`
  update accounts set due_on = current_date - 20, created_at = now() - interval '120 days'
  where workspace_id = ${workspaceId} and name = ${name}`

const openAccount = async (page: Page, name: string) => {
  await page.goto(`/accounts?q=${encodeURIComponent(name)}`, { waitUntil: 'networkidle' })
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name, level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

it('a new company brings its colleagues, customers and suppliers, and logs the first contact with three keys', async () => {
  const { page, manager } = await aNewManager()
  await page.goto('/accounts')
  expect(await page.getByRole('main').locator('a[href="/imports/new"]').count()).toBeGreaterThan(0)
  await bring(page, 'employees.csv', 9)
  await bring(page, 'customers.csv', 91)
  await bring(page, 'suppliers.csv', 29)
  expect(await live(manager)).toEqual({ accounts: 120, people: 120, members: 10 })

  await neglect(manager, 'Alfreds Futterkiste')
  await page.goto('/today')
  await expect.poll(() => page.getByRole('main').innerText(), patiently).toContain('Alfreds Futterkiste')
  await openAccount(page, 'Alfreds Futterkiste')
  expect(await page.getByRole('main').innerText()).toMatch(overdue)
  await openByKey(page)
  await page.keyboard.insertText(line)
  await expect.poll(() => page.getByRole('dialog').innerText(), patiently).toContain('15:00')
  await page.keyboard.press('Control+Enter')
  await notice(page, '聯繫週期已更新').waitFor()
  await expect.poll(() => contactsOf(manager), patiently).toMatchObject([{ twoWay: true, archived: false }])
  await page.goto('/today')
  await expect.poll(() => page.getByRole('main').innerText(), patiently).toContain('回覆報價')
  expect(await page.getByRole('main').innerText()).not.toMatch(overdue)

  await openAccount(page, 'Alfreds Futterkiste')
  expect(await page.getByRole('main').innerText()).not.toMatch(overdue)
  await openByKey(page)
  await page.keyboard.insertText('寫錯的一筆')
  await page.keyboard.press('Control+Enter')
  await page.locator('.toast button', { hasText: '復原' }).click()
  await expect.poll(() => contactsOf(manager), patiently).toMatchObject([{ archived: false }, { archived: true }])
  await page.context().close()
})

it('an import is taken back on its page, except for what somebody has built upon since', async () => {
  const { page, manager } = await aNewManager()
  await bring(page, 'customers.csv', 91)
  const batch = page.url()
  await openAccount(page, 'Alfreds Futterkiste')
  await openByKey(page)
  await page.keyboard.insertText('第一次通話')
  await page.keyboard.press('Control+Enter')
  await notice(page, '聯繫週期已更新').waitFor()
  await page.goto(batch, { waitUntil: 'networkidle' })
  await page.locator('summary', { hasText: '復原這次匯入' }).click()
  await page.getByRole('button', { name: '復原這次匯入' }).click()
  await page.getByText('已復原 90 列；1 列因匯入後修改或使用過而保留').waitFor(patiently)
  await page.getByText('匯入後已被修改或使用').first().waitFor()
  expect(await page.getByRole('main').innerText()).toContain('Alfreds Futterkiste')
  expect(await live(manager)).toEqual({ accounts: 1, people: 1, members: 1 })
  await page.context().close()
})

it('on a phone the same file comes in by taps, and a contact takes at most five', async () => {
  const { page, manager } = await aNewManager({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await bring(page, 'customers.csv', 91)
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await neglect(manager, 'Alfreds Futterkiste')
  await openAccount(page, 'Alfreds Futterkiste')
  let taps = 0
  const tap = async (target: ReturnType<Page['locator']>) => {
    taps += 1
    await target.tap()
  }
  await tap(page.getByRole('navigation').last().getByText('記錄'))
  await page.getByRole('dialog').locator('textarea').first().waitFor()
  await tap(page.getByRole('dialog').locator('textarea').first())
  await page.keyboard.insertText(line)
  await tap(page.getByRole('dialog').getByRole('button', { name: '儲存' }).first())
  await notice(page, '聯繫週期已更新').waitFor()
  expect(taps).toBeLessThanOrEqual(5)
  expect(await contactsOf(manager)).toHaveLength(1)
  await page.context().close()
})
