import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { owner } from '@/tests/people'
import { type Road, road } from '../bars/driver-road'
import { aFullWorkspace } from '../security/full-workspace'
import { aPageOf, cookieHeaderOf } from '../setup/signed-in'
import { endOwnProducts, type OwnProduct, ownProduct } from './own-product'

const rounds = process.env.ACCORD_BARS === 'full' ? 20 : 2
let way: Road
let product: OwnProduct
beforeAll(async () => {
  way = await road(inject('product').app)
  product = await ownProduct('outage', { DATABASE_URL: way.url })
})
afterAll(async () => {
  way.restore()
  await endOwnProducts()
  way.close()
})

describe('while the database is away', async () => {
  const { actor, ids } = await aFullWorkspace()
  const cookie = await cookieHeaderOf(actor)
  const ask = (path: string) => fetch(product.address + path, { headers: { cookie }, redirect: 'manual' })
  const pages = ['/today', '/accounts', `/accounts/${ids.accountId}`, '/contacts', '/settings/members', '/sign-in']
  const data = [
    '/api/v1/accounts/list',
    '/api/search?q=大安',
    '/api/export/accounts.csv',
    `/api/files/${ids.accountId}`,
  ]
  const everything = [...pages, ...data]
  const statuses = (paths: readonly string[]) => Promise.all(paths.map(async (path) => (await ask(path)).status))

  it('every page and every answer says so with a sentence and when to come back, and recovers by itself', async () => {
    const usual = await statuses(everything)
    expect(usual.filter((status) => status >= 500)).toEqual([])
    for (let round = 0; round < rounds; round++) {
      way.vanish()
      for (const path of everything) {
        const answer = await ask(path)
        const text = await answer.text()
        expect([path, answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([path, 503, true])
        expect(text).toMatch(/資料庫(暫時沒有|未及時)回應/)
        expect(text).not.toMatch(/ECONN|Unavailable|at async|node_modules|127\.0\.0\.1/)
        expect(answer.headers.get('content-security-policy') ?? '').not.toMatch(/script-src[^;]*unsafe-inline/)
      }
      way.restore()
      await expect.poll(async () => (await ask('/ready')).status, { timeout: 5_000 }).toBe(200)
      expect(await statuses(everything)).toEqual(usual)
    }
    expect((await ask('/live')).status).toBe(200)
  })

  it('a form says so, keeps what was typed, and goes through when sent again', async () => {
    const page = await aPageOf(actor)
    page.setDefaultTimeout(15_000)
    await page.goto(`${product.address}/accounts/new`)
    const name = page.getByRole('textbox', { name: '名稱' }).first()
    await name.fill('遠行食品股份有限公司')
    way.vanish()
    await name.press('Enter')
    await page.getByText('資料庫未及時回應').first().waitFor()
    expect(await name.inputValue()).toBe('遠行食品股份有限公司')
    way.restore()
    await name.press('Enter')
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}$/)
    const stored = await owner()`select 1 from accounts where workspace_id = ${actor.workspaceId} and name like '遠行%'`
    expect(stored).toHaveLength(1)
    await page.context().close()
  })

  it('no process has ended over it', () => expect(product.said()).not.toContain('starting it again'))
})
