import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { firstRunLink } from '@/db/first-run'
import { signInOwner } from '@/tests/kernel/identity-people'
import { owner } from '@/tests/people'

const { address, chromium: executablePath } = inject('product')
let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})
afterAll(() => browser.close())

type Post = { headers?: Record<string, string>; values?: Record<string, string>; page?: string }

/** Sends the form of a page as a browser without JavaScript does, from our own origin unless told otherwise. */
async function post({ page = '/sign-in', values = {}, headers = { origin: address } }: Post) {
  const html = await (await fetch(address + page)).text()
  const form = html.slice(html.search(/<form [^>]*class="form"/))
  const body = new FormData()
  for (const [input] of form.slice(0, form.indexOf('</form>')).matchAll(/<input[^>]*>/g)) {
    const named = /name="([^"]*)"/.exec(input)?.[1]
    if (named) body.set(unescaped(named), unescaped(/ value="([^"]*)"/.exec(input)?.[1] ?? ''))
  }
  for (const [name, value] of Object.entries(values)) body.set(name, value)
  return fetch(address + page, { method: 'POST', body, headers, redirect: 'manual' })
}
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
const sessionIn = (response: Response) =>
  response.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-accord-session=')) ?? ''
const pairIn = (cookie: string) => cookie.slice(0, cookie.indexOf(';'))
const open = (cookie: string, path = '/settings/profile') =>
  fetch(address + path, { headers: { cookie: pairIn(cookie) }, redirect: 'manual' })

describe('the sign-in form', () => {
  it('lets the right person in, with a cookie bound to this host, and leads back to where they wanted', async () => {
    const { email, password } = await signInOwner()
    const page = `/sign-in?next=${encodeURIComponent('/settings/profile?x=1')}`
    const response = await post({ page, values: { email, password } })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/settings/profile?x=1')
    const cookie = sessionIn(response)
    expect(cookie).toMatch(/Path=\/;/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/Secure/)
    expect(cookie).toMatch(/SameSite=lax/i)
    expect(cookie).not.toMatch(/Domain/i)
    expect((await open(cookie)).status).toBe(200)
  })

  it('answers known and unknown people with the same page', async () => {
    const { email } = await signInOwner()
    const answers = await Promise.all(
      [email, 'x'.repeat(email.indexOf('@')) + email.slice(email.indexOf('@'))].map(async (each) => {
        const response = await post({ values: { email: each, password: 'not the right one' } })
        const body = (await response.text()).replaceAll(each, 'EMAIL')
        return { status: response.status, body: withoutChance(body), cookies: response.headers.getSetCookie() }
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.body).toContain('EMAIL')
    expect(answers[0]?.body).not.toContain('not the right one')
  })

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['nobody knows where', {}],
    ['another site that says otherwise', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
  ])('does nothing for a request from %s', async (_, headers) => {
    const { email, password } = await signInOwner()
    const response = await post({ values: { email, password }, headers: headers as Record<string, string> })
    expect(sessionIn(response)).toBe('')
    expect(response.status === 303 && !response.headers.get('location')?.includes('sign-in')).toBe(false)
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])(
    'stays home when asked to go to %s',
    async (next) => {
      const { email, password } = await signInOwner()
      const response = await post({ values: { email, password, next } })
      expect(response.headers.get('location')).toBe('/')
    },
  )
})

/** A page without what differs in every answer: the nonce of its policy and the key of its form. */
const withoutChance = (html: string) =>
  html
    .replace(/nonce(\\?"?[=:]\\?"?)[A-Za-z0-9+/=]+/g, 'nonce')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'KEY')

describe('a stolen cookie', () => {
  const enter = async () => {
    const who = await signInOwner()
    return { who, cookie: sessionIn(await post({ values: { email: who.email, password: who.password } })) }
  }

  it('is worth nothing once the session was ended', async () => {
    const { who, cookie } = await enter()
    expect((await open(cookie)).status).toBe(200)
    await owner()`update auth.sessions set ended_at = now() where identity_id = ${who.actor.identityId ?? ''}`
    const answer = await open(cookie)
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fsettings%2Fprofile')
  })

  it('is worth nothing once its member was deactivated', async () => {
    const { who, cookie } = await enter()
    await owner()`update members set status = 'deactivated' where id = ${who.actor.id}`
    expect((await open(cookie)).status).toBe(307)
  })
})

describe('a link', () => {
  it.each(['setup', 'invitation', 'reset'])('%s moves its token out of the address at once', async (kind) => {
    const answer = await fetch(`${address}/${kind}/abc-DEF_123`, { redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/${kind}`)
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.getSetCookie().join()).toMatch(/^__Host-accord-link=\w+\.abc-DEF_123;.*HttpOnly/)
    const page = await (await fetch(`${address}/${kind}`)).text()
    expect(page).not.toContain('type="password"')
  })

  it('for a new password is not offered where no mail can be sent, and no host can be slipped in', async () => {
    const page = await (await fetch(`${address}/forgot`)).text()
    expect(page).not.toContain('type="email"')
    const poisoned = await fetch(`${address}/reset/abc`, {
      headers: { 'x-forwarded-host': 'evil.example' },
      redirect: 'manual',
    })
    expect([poisoned.headers.get('location') ?? '', poisoned.status]).not.toContain('evil.example')
  })
})

describe('setting up', () => {
  it('a fresh installation takes one form, and afterwards the page has nothing to say', async () => {
    const live = await owner()`update workspaces set kind = 'demo' where kind = 'live' returning id`
    const link = (await firstRunLink()) ?? ''
    const context = await browser.newContext({ locale: 'zh-TW' })
    const page = await context.newPage()
    const referers: string[] = []
    page.on('request', (request) => referers.push(request.headers().referer ?? ''))
    await page.goto(link)
    expect(page.url()).toBe(`${address}/setup`)
    await page.getByRole('textbox', { name: '公司名稱' }).fill('和泰食品')
    await page.getByRole('textbox', { name: '您的姓名' }).fill('王小明')
    await page.getByRole('textbox', { name: '電子郵件' }).fill(`first${live.length}@example.com`)
    await page.getByRole('textbox', { name: '密碼' }).fill('和泰食品2026!!')
    await page.getByRole('button', { name: '完成設定並登入' }).click()
    await page.getByText('請避開「和泰食品」').first().waitFor()
    expect(await page.getByRole('textbox', { name: '您的姓名' }).inputValue()).toBe('王小明')
    await page.getByRole('textbox', { name: '密碼' }).fill('雨天的茶與一隻橘貓啊')
    await page.getByRole('button', { name: '完成設定並登入' }).click()
    await page.waitForURL(`${address}/today`)
    expect(referers.filter((each) => each.includes('/setup/'))).toEqual([])
    await page.goto(link)
    await page.getByText('這裡沒有需要處理的事項').waitFor()
    await context.close()
    for (const { id } of live) await owner()`update workspaces set kind = 'live' where id = ${id}`
  })
})
