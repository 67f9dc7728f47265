import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { newcomer } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'

const patiently = { timeout: 90_000 }
const northwind = (name: string) => path.join(import.meta.dirname, '../data/northwind', name)
const main = (page: Page) => page.getByRole('main').innerText()
const cells = async (page: Page, name: string) =>
  (
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('cell')
      .allInnerTexts()
  ).slice(2)

async function dropped(page: Page, names: readonly string[]) {
  await page.goto('/imports/new', { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles(names.map(northwind))
  await page.getByRole('button', { name: '上傳並檢視' }).click()
  await page.waitForURL(/\/imports\/together\/[0-9a-f-]{36}$/)
}

it('Northwind’s clients and goods are dropped as four files and come in, and go, in one go, to the cent', async () => {
  const page = await aPageOf(await newcomer(['manager', 'administrator']))
  await dropped(page, ['order_details.csv', 'orders.csv', 'products.csv', 'customers.csv'])
  expect(await main(page)).toMatch(/customers\.csv[\s\S]*products\.csv[\s\S]*orders\.csv[\s\S]*order_details\.csv/)
  await page.locator('input[name=source]').fill('northwind')
  await page.locator('input[name=currency]').fill('USD')
  await page.getByRole('button', { name: '試算全部檔案' }).click()
  await page.getByText('已比對 3,153 列，尚未寫入任何資料').waitFor(patiently)
  expect(await cells(page, '^products.csv')).toEqual(['77', '0', '0', '0'])
  expect(await cells(page, '^orders.csv')).toEqual(['830', '0', '0', '0'])
  expect(await cells(page, '^order_details.csv')).toEqual(['2,155', '0', '0', '0'])
  expect(await cells(page, '^合計')).toEqual(['3,153', '0', '0', '0'])
  await page.getByRole('button', { name: '匯入 3,153 列' }).click()
  await page.getByText('4 個檔案共 3,153 列，每一列都有交代').waitFor(patiently)
  const report = await main(page)
  expect(report).toContain('US$1,265,793.0395')
  expect(report).toContain('US$64,942.69')
  const address = page.url()

  await page.goto('/accounts?q=Save-a-lot')
  await page.getByRole('main').getByRole('link', { name: 'Save-a-lot Markets' }).first().click()
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}$/)
  await page.goto(`${page.url()}/sales/lines`)
  expect(await main(page)).toContain('US$')

  await page.goto(address, { waitUntil: 'networkidle' })
  await page.locator('summary', { hasText: '復原整批匯入' }).click()
  await page.getByRole('button', { name: '復原整批匯入' }).click()
  await page.getByText('已復原 3,153 列；0 列').waitFor(patiently)
  await page.goto('/products')
  expect(await main(page)).not.toContain('Chai')
  await page.context().close()
}, 300_000)

it('a file that is damaged is named, the others are taken, and one that lacks a column says which', async () => {
  const page = await aPageOf(await newcomer('manager'))
  await page.goto('/imports/new', { waitUntil: 'networkidle' })
  const odd = { name: '雜項.csv', mimeType: 'text/csv', buffer: Buffer.from('備註一,備註二\n甲,乙\n') }
  const wrong = { name: '損毀.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004broken') }
  const products = { name: '產品.csv', mimeType: 'text/csv', buffer: readFileSync(northwind('products.csv')) }
  await page.locator('input[type=file]').setInputFiles([odd, wrong, products])
  await page.getByRole('button', { name: '上傳並檢視' }).click()
  await page.getByText('未收下的檔案：損毀.xlsx').waitFor()
  await page.getByRole('link', { name: '繼續處理已收下的檔案' }).click()
  await page.waitForURL(/\/imports\/together\//)
  expect(await main(page)).toContain('缺少：名稱')
  await page.locator('input[name=source]').fill('我們的系統')
  await page.getByRole('button', { name: '試算全部檔案' }).click()
  await page.getByText('「雜項.csv」缺少必要的欄位').first().waitFor()
  expect(await page.locator('input[name=source]').inputValue()).toBe('我們的系統')
  await page.context().close()
})

it.each(looks)('the page of several files is found without fault in $language on $viewport.width', async (look) => {
  const page = await aPageOf(await newcomer('manager'), look)
  await page.goto('/imports/new', { waitUntil: 'networkidle' })
  await page.locator('input[type=file]').setInputFiles(['products.csv', 'customers.csv'].map(northwind))
  await page.locator('form.form button[type=submit]').click()
  await page.waitForURL(/\/imports\/together\//)
  expect(await faultsOf(page)).toEqual([])
  const form = page.locator('form', { has: page.locator('input[name=currency]') })
  await form.locator('button[type=submit]').click()
  await page.locator('table tfoot').waitFor(patiently)
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
