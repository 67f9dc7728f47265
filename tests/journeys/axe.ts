import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Found = { violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }
type Axe = { run: (where: Document, how: object) => Promise<Found> }

/** What axe finds against WCAG 2.0 to 2.2, A and AA, on the page as it stands, and whether the page is wider than the screen. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, { runOnly })
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
    )
    return document.documentElement.scrollWidth <= window.innerWidth ? found : [...found, 'wider than the screen']
  })
}

/** Both languages, both themes, a desk and a phone. */
export const looks = [
  { language: 'zh-TW', theme: 'light', viewport: { width: 1280, height: 900 } },
  { language: 'en', theme: 'dark', viewport: { width: 390, height: 844 } },
] as const
