import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { textOf } from '../kernel/pdf-text'
import { paper, questions, sendPaper, wanted } from '../modules/links/scene'
import { aVisitor } from '../setup/browser'
import { faultsOf, looks } from './axe'
import { anAccountManager, did } from './scene'

const phone = { viewport: { width: 390, height: 844 } }

/** A paper that an account manager has just sent. */
async function aSentPaper(given: Parameters<typeof wanted>[1] = {}) {
  const { actor, accountId, personId } = await anAccountManager()
  const { address, linkId } = await did(sendPaper, actor, wanted(accountId, { personId, ...given }))
  return { actor, accountId, linkId, path: new URL(address).pathname }
}

describe('a client', () => {
  it.each(looks)(
    'reads the paper and answers on any device, in $language, $theme',
    async ({ language, theme, viewport }) => {
      const { path } = await aSentPaper({ paper: { ...paper, language } })
      const page = await aVisitor({ viewport, colorScheme: theme, locale: language })
      await page.goto(path, { waitUntil: 'networkidle' })
      expect(new URL(page.url()).pathname).toMatch(/^\/c\/[0-9a-f-]{36}\/paper$/)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(paper.title)
      expect(await faultsOf(page)).toEqual([])
      await page.getByRole('radio', { name: '仍需要' }).check({ force: true })
      await page.locator('button[value=confirmed]').click()
      await page
        .getByRole('status')
        .filter({ hasText: /Confirmed|已完成確認/ })
        .waitFor()
      expect(await faultsOf(page)).toEqual([])
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="/pdf"]').click()])
      const text = textOf(await readFile(await download.path()))
      expect(text.replace(/\s/g, '')).toContain('月結75天')
      await page.context().close()
    },
  )

  it('is told beside the question what is missing, and loses nothing that was typed', async () => {
    const { path } = await aSentPaper()
    const page = await aVisitor(phone)
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.locator('textarea[name=comment]').fill('請改為 60 天')
    await page.locator('button[value=confirmed]').click()
    await page.getByText('請回答這一題。').waitFor()
    expect(await page.locator('textarea[name=comment]').inputValue()).toBe('請改為 60 天')
    await page.locator('summary', { hasText: '內容有誤' }).click()
    await page.locator('button[value=objected]').click()
    await page.getByRole('status').filter({ hasText: '已收到您的異議' }).waitFor()
    await page.context().close()
  })

  it('needs no JavaScript', async () => {
    const { path } = await aSentPaper({ questions: [] })
    const page = await aVisitor({ ...phone, javaScriptEnabled: false })
    await page.goto(path)
    await page.locator('button[value=confirmed]').click()
    await page.getByText('已完成確認，謝謝您。').waitFor()
    await page.context().close()
  })

  it('sees one and the same page for whatever does not open, and nothing of anybody', async () => {
    const { path, linkId } = await aSentPaper()
    const page = await aVisitor(phone)
    const texts: string[] = []
    const wrong = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A')
    for (const address of [wrong, '/c/nonsense', `/c/${linkId}/paper`, '/c/over/paper']) {
      await page.context().clearCookies()
      await page.goto(address, { waitUntil: 'networkidle' })
      texts.push((await page.getByRole('main').textContent()) ?? '')
    }
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toContain('這個連結無法開啟')
    expect(texts[0]).not.toContain('大安')
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  it('cannot answer a second time from another device', async () => {
    const { path } = await aSentPaper({ questions })
    const [first, second] = [await aVisitor(phone), await aVisitor(phone)]
    for (const page of [first, second]) {
      await page.goto(path, { waitUntil: 'networkidle' })
      await page.getByRole('radio', { name: '仍需要' }).check({ force: true })
    }
    await first.locator('button[value=confirmed]').click()
    await first.getByText('已完成確認，謝謝您。').waitFor()
    await second.locator('button[value=confirmed]').click()
    await second.getByText('這份文件已經回覆過了').waitFor()
    for (const page of [first, second]) await page.context().close()
  })
})
