import { expect, it } from 'vitest'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { anAccountManager } from './scene'

const words = {
  'zh-TW': { broken: '系統發生問題', missing: '找不到這個頁面', retry: '再試一次', rail: '聯絡人' },
  en: {
    broken: 'Something went wrong on our side',
    missing: 'This page does not exist',
    retry: 'Try again',
    rail: 'Contacts',
  },
} as const

/** A moment that no calendar can say: the account's page cannot be drawn while it stands there. */
const breakIt = (accountId: string) => owner()`update accounts set next_planned_at = 'infinity' where id = ${accountId}`
const mendIt = (accountId: string) => owner()`update accounts set next_planned_at = null where id = ${accountId}`

it.each(looks)(
  'a page that cannot be drawn leaves the rail, says a reference, and tries again, in $language',
  async (look) => {
    const { actor, accountId } = await anAccountManager()
    const said = words[look.language]
    const page = await aPageOf(actor, look)
    const main = page.getByRole('main')
    await breakIt(accountId)
    await page.goto(`/accounts/${accountId}`, { waitUntil: 'networkidle' })
    await main.getByText(said.broken).waitFor()
    expect(await main.locator('.reference code').innerText()).toMatch(/^\S{4,}$/)
    await page.getByRole('navigation').getByText(said.rail, { exact: true }).filter({ visible: true }).first().waitFor()
    expect(await page.locator('main').count()).toBe(1)
    expect(await faultsOf(page)).toEqual([])
    await mendIt(accountId)
    await main.getByRole('button', { name: said.retry }).click()
    await main.getByText('大安食品股份有限公司').first().waitFor()
    await page.context().close()
  },
)

it.each(looks)('a record that is not there is missing inside the product, in $language', async (look) => {
  const { actor } = await anAccountManager()
  const page = await aPageOf(actor, look)
  await page.goto('/accounts/018f0000-0000-7000-8000-000000000000', { waitUntil: 'networkidle' })
  await page.getByRole('main').getByText(words[look.language].missing).waitFor()
  await page.getByRole('navigation').first().waitFor()
  expect(await page.locator('main').count()).toBe(1)
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
