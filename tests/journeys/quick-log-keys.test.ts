import { describe, expect, it } from 'vitest'
import { owner, person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { aScene, contactsOf, notice, openByKey } from './quick-log-scene'

const line = '跟Maria確認Q1交期，下週三下午三點回覆報價'
const patiently = { timeout: 15_000 }
const summaryBox = '#quick-log-summary'

describe('the quick log by keyboard', () => {
  it('takes three keys besides the text: people and next step are read, the cadence is renewed, undo takes it back', async () => {
    const { manager, accountId } = await aScene()
    const page = await aPageOf(manager)
    const main = page.getByRole('main')
    await page.goto('/today')
    await expect.poll(() => main.innerText(), patiently).toContain('逾期')
    await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
    await openByKey(page)
    await page.keyboard.insertText(line)
    await page.keyboard.press('Control+Enter')
    await notice(page, '聯繫週期已更新').waitFor()

    const [contact, ...others] = await contactsOf(manager)
    expect([contact, others]).toMatchObject([{ channel: 'call', twoWay: true, archived: false }, []])
    const named = await owner()`select person_id from interaction_people where interaction_id = ${contact?.id ?? ''}`
    expect(named).toHaveLength(1)
    await page.locator('.toast button', { hasText: '復原' }).click()
    await expect.poll(() => contactsOf(manager), patiently).toMatchObject([{ archived: true }])
    await page.goto('/today')
    await expect.poll(() => main.innerText(), patiently).toContain('逾期')
    expect(await main.innerText()).not.toContain('回覆報價')
    await page.context().close()
  })

  it('never takes the Enter that picks a Chinese word for a save, or for anything else', async () => {
    const { manager, accountId } = await aScene()
    const page = await aPageOf(manager)
    await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
    await openByKey(page)
    const browser = await page.context().newCDPSession(page)
    await browser.send('Input.imeSetComposition', { text: 'ㄑㄩㄝˋ', selectionStart: 4, selectionEnd: 4 })
    for (const modifiers of [0, 2]) {
      const key = { windowsVirtualKeyCode: 229, key: 'Enter', code: 'Enter', modifiers }
      await browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
      await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    }
    await browser.send('Input.insertText', { text: '確認' })
    expect(await page.locator(summaryBox).inputValue()).toBe('確認')
    expect(await contactsOf(manager)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await notice(page, '聯繫週期已更新').waitFor()
    await page.context().close()
  })

  it('lets chips be taken away, the channel be picked by key, and goes on to the next one with Shift', async () => {
    const { manager, accountId } = await aScene()
    const page = await aPageOf(manager)
    await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
    await openByKey(page)
    await page.keyboard.insertText(line)
    await page.getByRole('button', { name: /將「下週三下午三點」當作一般文字/ }).click()
    await page.keyboard.press('Alt+6')
    await page.keyboard.press('Control+Shift+Enter')
    await notice(page, '聯繫週期已更新').waitFor()
    await page.locator(`${summaryBox}:focus`).waitFor()
    expect(await page.locator(summaryBox).inputValue()).toBe('')
    expect(await contactsOf(manager)).toMatchObject([{ channel: 'meal', summary: line }])
    await page.context().close()
  })
})

it('the log works as a plain page without JavaScript, and keeps what was typed when it is refused', async () => {
  const { manager, accountId } = await aScene()
  const page = await aPageOf(manager, { javaScriptEnabled: false })
  await page.goto(`/interactions/new?account=${accountId}`)
  const save = page.getByRole('main').getByRole('button', { name: '儲存' })
  await page.fill('[name=summary]', '電話問候')
  await page.fill('[name=day]', '2062-01-01')
  await save.click()
  await expect.poll(() => page.getByRole('main').innerText(), patiently).toContain('請確認年份')
  expect(await page.locator('[name=summary]').inputValue()).toBe('電話問候')
  await page.fill('[name=day]', '')
  await save.click()
  await expect.poll(() => contactsOf(manager), patiently).toMatchObject([{ summary: '電話問候', channel: 'call' }])
  await page.context().close()
})

it('an assistant enters for the account manager, and both names are kept', async () => {
  const { manager, accountId } = await aScene()
  const assistant = await person('salesAssistant', { id: manager.workspaceId }, { name: '吳佩珊' })
  const page = await aPageOf(assistant)
  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await openByKey(page)
  await page.keyboard.insertText('電話問候')
  await page.locator('summary', { hasText: '更多欄位' }).click()
  await page.getByLabel('代登對象').selectOption({ label: manager.name })
  await page.getByRole('dialog').getByRole('button', { name: '儲存', exact: true }).click()
  await notice(page, '聯繫週期已更新').waitFor()
  const [row] = await owner()`select speaker_id, typed_by from interactions where workspace_id = ${manager.workspaceId}`
  expect(row).toEqual({ speaker_id: manager.id, typed_by: assistant.id })
  await page.goto(`/accounts/${accountId}/timeline`)
  expect(await page.getByRole('main').innerText()).toContain('吳佩珊 代登')
  await page.context().close()
})
