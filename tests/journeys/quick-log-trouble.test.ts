import type { Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { aPageOf } from '../setup/signed-in'
import { aScene, contactsOf, notice, openByKey, type Scene } from './quick-log-scene'

const post = '**/api/v1/interactions/log'
const summaryBox = '#quick-log-summary'

/** The log with its line typed; `onSave` answers the first save, set up before the page loads, since a later one may be missed. */
async function typed({ manager, accountId }: Scene, text: string, onSave?: (route: Route) => Promise<void>) {
  const page = await aPageOf(manager)
  if (onSave) await page.route(post, onSave, { times: 1 })
  await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
  await openByKey(page)
  await page.keyboard.insertText(text)
  return page
}

describe('when something goes wrong while logging', () => {
  it('without a connection the log waits, says so, and goes out by itself, once', async () => {
    const scene = await aScene()
    const page = await typed(scene, '離線也能記錄')
    await page.context().setOffline(true)
    await page.keyboard.press('Control+Enter')
    await page.getByText('等待連線，已保留（1）').waitFor()
    expect(await contactsOf(scene.manager)).toEqual([])
    await page.context().setOffline(false)
    await notice(page, '聯繫週期已更新').waitFor()
    expect(await page.getByText(/等待連線，已保留（/).count()).toBe(0)
    expect(await contactsOf(scene.manager)).toMatchObject([{ summary: '離線也能記錄' }])
    await page.context().close()
  })

  it('an answer that is lost after the save does not double it', async () => {
    const scene = await aScene()
    const page = await typed(scene, '回應遺失', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.keyboard.press('Control+Enter')
    await notice(page, '聯繫週期已更新').waitFor()
    expect(await contactsOf(scene.manager)).toHaveLength(1)
    await page.context().close()
  })

  it.each([500, 503])('a %i keeps everything, says so, and the next try saves under the same key', async (status) => {
    const scene = await aScene()
    const page = await typed(scene, '伺服器忙碌', (route) =>
      route.fulfill({ status, json: { code: 'unavailable', sentence: '' } }),
    )
    const keys: (string | undefined)[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/interactions/log')) keys.push(request.headers()['idempotency-key'])
    })
    await page.keyboard.press('Control+Enter')
    await page.getByText('您輸入的內容都還在').waitFor()
    expect(await page.locator(summaryBox).inputValue()).toBe('伺服器忙碌')
    await page.keyboard.press('Control+Enter')
    await notice(page, '聯繫週期已更新').waitFor()
    expect([keys.length, new Set(keys).size]).toEqual([2, 1])
    expect(await contactsOf(scene.manager)).toHaveLength(1)
    await page.context().close()
  })

  it('pressing save again and again stores one row', async () => {
    const scene = await aScene()
    const page = await typed(scene, '連按兩次')
    await Promise.all([1, 2, 3].map(() => page.keyboard.press('Control+Enter')))
    await notice(page, '聯繫週期已更新').waitFor()
    expect(await contactsOf(scene.manager)).toHaveLength(1)
    await page.context().close()
  })

  it('a refusal is said beside what it is about, and nothing typed is lost', async () => {
    const scene = await aScene()
    const page = await typed(scene, '很久以後')
    await page.locator('summary', { hasText: '更多欄位' }).click()
    await page.getByLabel('日期', { exact: true }).fill('2062-01-01')
    await page.keyboard.press('Control+Enter')
    await page.getByText('請確認年份').first().waitFor()
    expect(await page.locator(summaryBox).inputValue()).toBe('很久以後')
    expect(await contactsOf(scene.manager)).toEqual([])
    await page.context().close()
  })

  it('a half-written line survives a reload, is on Today, and can be gone on with', async () => {
    const scene = await aScene()
    const page = await typed(scene, '寫到一半')
    await page.reload()
    await page.goto('/today')
    await page.locator('main', { hasText: '寫到一半' }).waitFor()
    await page.getByRole('link', { name: '繼續' }).click()
    await page.locator(`${summaryBox}:focus`).waitFor()
    expect(await page.locator(summaryBox).inputValue()).toBe('寫到一半')
    await page.keyboard.press('Control+Enter')
    await notice(page, '聯繫週期已更新').waitFor()
    expect(await page.getByText('寫到一半').count()).toBe(0)
    await page.context().close()
  })
})
