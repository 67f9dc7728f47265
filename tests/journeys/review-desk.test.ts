import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { verbatim } from '@/lib/kernel/said'
import { delegate } from '@/lib/modules/approvals/commands-delegations'
import { changedTo, company, exception, harmless, line, submitted } from '../modules/approvals/scene'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf } from './axe'
import { did } from './scene'

const patiently = { timeout: 15_000 }
const today = dayOf(new Date())
const titled = (title: string) => exception({ title: verbatim(title) })
const stateOf = async (runId: string) =>
  (await owner()<{ state: string }[]>`select state from approval_runs where id = ${runId}`)[0]?.state
const lastAct = async (runId: string) =>
  (
    await owner()<{ decision: string; comment: string | null }[]>`
      select decision, comment from approval_actions where run_id = ${runId} order by id desc limit 1`
  )[0]
const notice = (page: Page, text: string) => page.locator('.toast', { hasText: text }).first()
/** What is in focus, seen to be so. */
const inFocus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    return at?.matches(':focus-visible') ? (at.getAttribute('name') ?? at.textContent ?? '') : ''
  })
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

it('a lead works through the desk by keyboard alone: on, back, approve, send back, ask, and the harmless ones at once', async () => {
  const { amy, lead } = await company()
  const runs: string[] = []
  for (const [index, input] of [
    titled('第一件'),
    titled('第二件'),
    titled('第三件'),
    harmless('計畫甲'),
    harmless('計畫乙'),
  ].entries())
    runs.push((await submitted(amy, input, minutesAgo(90 - index))).runId)
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = runs
  const page = await aPageOf(lead)
  await page.goto('/review', { waitUntil: 'networkidle' })

  await page.keyboard.press('a')
  expect(await inFocus(page)).toBe('第一件')
  expect(await stateOf(first)).toBe('pending')
  await page.keyboard.press('j')
  expect(await inFocus(page)).toBe('第二件')
  await page.keyboard.press('k')
  expect(await inFocus(page)).toBe('第一件')
  await page.keyboard.press('a')
  await notice(page, '已核准').waitFor()
  expect(await stateOf(first)).toBe('approved')
  await expect.poll(() => inFocus(page), patiently).toBe('第二件')

  await page.keyboard.press('s')
  await page.waitForURL(`**/review?run=${second}*`)
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')), patiently).toBe('comment')
  await page.keyboard.insertText('請附競品報價')
  await page.keyboard.press('Control+Enter')
  await notice(page, '已退回').waitFor()
  expect(await lastAct(second)).toEqual({ decision: 'sendBack', comment: '請附競品報價' })

  await page.waitForURL(`**/review?run=${third}*`)
  await page.locator('#decide').waitFor()
  await page.locator('h2', { hasText: '第三件' }).waitFor()
  await page.keyboard.press('q')
  await expect.poll(() => inFocus(page), patiently).toBe('comment')
  expect(await page.locator('#decide textarea').inputValue()).toBe('')
  await page.keyboard.insertText('檔期何時開始？')
  await page.keyboard.press('Control+Enter')
  await notice(page, '已提問').waitFor()
  expect(await lastAct(third)).toEqual({ decision: 'ask', comment: '檔期何時開始？' })
  expect(await stateOf(third)).toBe('pending')

  await page.goto('/review', { waitUntil: 'networkidle' })
  for (const key of ['j', 'j', 'x', 'j', 'x', 'Shift+A']) await page.keyboard.press(key)
  await notice(page, '已核准 2 件').waitFor()
  expect([await stateOf(fourth), await stateOf(fifth), await stateOf(third)]).toEqual([
    'approved',
    'approved',
    'pending',
  ])
  await page.context().close()
}, 120_000)

it('on a phone it takes two taps to approve, and a refusal keeps what was typed', async () => {
  const { amy, lead } = await company()
  const { runId: easy } = await submitted(amy, titled('端架加碼'), minutesAgo(60))
  const { runId: hard } = await submitted(amy, titled('獨家陳列'), minutesAgo(30))
  const page = await aPageOf(lead, { theme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true })
  await page.goto('/review', { waitUntil: 'networkidle' })
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: '端架加碼' }).tap()
  await page.locator('#decide button[value=approve]').tap()
  await notice(page, '已核准').waitFor()
  expect(await stateOf(easy)).toBe('approved')

  await page.waitForURL(`**/review?run=${hard}*`)
  await page.locator('h2', { hasText: '獨家陳列' }).waitFor()
  await page.locator('#decide button[value=sendBack]').tap()
  await page.getByText('請說明原因，讓送審人知道該怎麼處理。').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.locator('#decide textarea').fill('缺少檔期日期')
  await page.locator('#decide button[value=sendBack]').tap()
  await notice(page, '已退回').waitFor()
  expect(await lastAct(hard)).toEqual({ decision: 'sendBack', comment: '缺少檔期日期' })
  await page.context().close()
}, 120_000)

it('approving after an edit is refused with what changed, and a delegate approves the new content for the lead', async () => {
  const { amy, lead, finance } = await company()
  const input = exception({ title: verbatim('端架加碼'), lines: [line('折扣 12 %')] })
  const { runId } = await submitted(amy, input, minutesAgo(60))
  await did(delegate, lead, { toId: finance.id, startsOn: today, endsOn: today, reason: '出差' })
  const page = await aPageOf(finance)
  await page.goto(`/review?run=${runId}`, { waitUntil: 'networkidle' })
  await page.getByText('您代理 陳主管 核決').waitFor()
  await page.locator('#decide textarea').fill('同意，限本檔期')

  const lines = [line('折扣 12 %', { now: verbatim('15 %') }), line('新增陳列費')]
  await changedTo(amy, { ...input, lines, contentHash: 'c'.repeat(64) })
  await page.locator('#decide button[value=approve]').click()
  await page.getByText('內容在您查看之後有變動：折扣 12 %、新增陳列費').first().waitFor()
  expect(await page.locator('#decide textarea').inputValue()).toBe('同意，限本檔期')
  expect(await stateOf(runId)).toBe('pending')

  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.locator('#decide textarea').inputValue()).toBe('同意，限本檔期')
  await page.getByText('與前次不同').first().waitFor()
  await page.locator('#decide button[value=approve]').click()
  await notice(page, '已核准').waitFor()
  expect(await stateOf(runId)).toBe('approved')
  await page.goto(`/review/${runId}`)
  expect(await page.getByRole('main').innerText()).toContain('周財務 代理 陳主管')
  await page.context().close()
}, 120_000)

it('what was agreed by word counts at once and stays listed, with its screenshot, until the lead writes it', async () => {
  const { amy, lead } = await company()
  const { runId } = await submitted(amy, titled('颱風前緊急加單'))
  const mine = await aPageOf(amy)
  await mine.goto(`/review/${runId}`, { waitUntil: 'networkidle' })
  expect(await mine.locator('#decide').count()).toBe(0)
  await mine.locator('summary', { hasText: '記錄口頭同意' }).click()
  await mine.locator('select[name=holderId]').selectOption({ label: '陳主管' })
  await mine.locator('textarea[name=evidence]').fill('LINE 回覆：可以，先出貨')
  const shot = { name: 'line.txt', mimeType: 'text/plain', buffer: Buffer.from('可以，先出貨') }
  await mine.locator('form:has(textarea[name=evidence]) input[type=file]').setInputFiles(shot)
  await mine.getByText('line.txt').waitFor()
  expect(await faultsOf(mine)).toEqual([])
  await mine.locator('form:has(textarea[name=evidence]) button[type=submit]').click()
  await expect.poll(() => stateOf(runId), patiently).toBe('approved')
  await mine.goto('/review?tab=words')
  expect(await mine.getByRole('main').innerText()).toContain('颱風前緊急加單')
  expect(await mine.getByRole('button', { name: '確認同意（補簽）' }).count()).toBe(0)

  const page = await aPageOf(lead)
  await page.goto(`/review/${runId}`)
  expect(await page.getByRole('link', { name: 'line.txt' }).getAttribute('href')).toMatch(/^\/api\/files\//)
  await page.goto('/review?tab=words', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: '確認同意（補簽）' }).click()
  await page.getByText('沒有待補簽的口頭同意').waitFor()
  expect((await lastAct(runId))?.decision).toBe('written')
  await mine.context().close()
  await page.context().close()
}, 120_000)
