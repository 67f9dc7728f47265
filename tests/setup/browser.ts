import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'

let browser: Browser | undefined
afterAll(async () => {
  await browser?.close()
  browser = undefined
})

/** A page of a visitor nobody knows, in Taiwan; paths are relative to the product's address. */
export async function aVisitor(options: BrowserContextOptions = {}): Promise<Page> {
  const product = inject('product')
  browser ??= await chromium.launch({
    executablePath: product.chromium,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const context = await browser.newContext({
    baseURL: product.address,
    locale: 'zh-TW',
    timezoneId: 'Asia/Taipei',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  return context.newPage()
}
