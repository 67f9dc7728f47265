import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { aFullWorkspace } from '../security/full-workspace'
import { aVisitor } from '../setup/browser'
import { aPageOf } from '../setup/signed-in'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Ids = Record<string, string>
type Found = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }

/** What axe finds against WCAG 2.0, 2.1 and 2.2, A and AA, on the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const run = (
      window as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: Found[] }> } }
    ).axe.run
    const { violations } = await run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return violations
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}

const routesOf = ({ accountId, personId, memberId, interactionId, needId, consultationId, ...more }: Ids) => [
  '/today',
  '/accounts',
  '/accounts?q=大安&tier=A,B',
  '/accounts?q=沒有這一家',
  '/accounts/new',
  `/accounts/${accountId}`,
  `/accounts/${accountId}/people`,
  `/accounts/${accountId}/timeline`,
  `/accounts/${accountId}/team`,
  `/accounts/${accountId}/files`,
  `/accounts/${accountId}/history`,
  `/accounts/${accountId}/edit`,
  '/contacts',
  '/contacts/new',
  `/contacts/${personId}`,
  '/interactions',
  '/interactions/new',
  `/interactions/${interactionId}`,
  '/needs',
  '/needs/board',
  '/needs/new',
  `/needs/${needId}`,
  `/needs/${needId}/edit`,
  `/needs/${needId}/history`,
  `/needs/consult/${personId}?account=${accountId}`,
  `/needs/consultations/${consultationId}`,
  '/needs/advocacy',
  '/needs/voices?product=腰果',
  '/needs/procedures',
  '/needs/methods',
  `/accounts/${accountId}/needs`,
  `/accounts/${accountId}/needs/history`,
  `/accounts/${accountId}/sales`,
  `/accounts/${accountId}/sales/lines`,
  `/accounts/${accountId}/terms`,
  `/accounts/${accountId}/terms/${more.versionId}`,
  `/accounts/${accountId}/terms/${more.versionId}/outline`,
  '/review',
  '/review?tab=mine',
  '/review?tab=decided',
  '/review?tab=words',
  '/review?tab=delegations',
  '/terms',
  '/terms/standards',
  `/terms/standards/${more.standardId}`,
  '/terms/catalogue',
  '/terms/peers',
  '/terms/calculator',
  '/deductions',
  `/deductions/${accountId}`,
  '/pricing',
  '/pricing/simulator',
  '/pricing/rules/new',
  `/pricing/rules/${more.ruleId}`,
  `/pricing/rules/${more.ruleId}/edit`,
  '/pricing/policies/new',
  `/pricing/policies/${more.policyId}`,
  '/pricing/exceptions',
  '/pricing/exceptions/new',
  `/pricing/exceptions/${more.exceptionId}`,
  '/pricing/deal-checks',
  '/pricing/deal-checks/new',
  `/pricing/deal-checks/${more.dealCheckId}`,
  '/pricing/rebates',
  '/pricing/rebates/new',
  `/pricing/rebates/${more.rebateId}`,
  '/pricing/floors',
  '/products',
  '/products/new',
  `/products/${more.productId}`,
  `/products/${more.productId}/edit`,
  '/products/price-lists',
  '/products/price-lists/new',
  `/products/price-lists/${more.priceListId}`,
  '/promotions',
  '/promotions/new',
  '/promotions/funds',
  `/promotions/${more.promotionId}`,
  '/settings/approvals',
  '/settings/approvals/termSheet',
  '/imports',
  '/imports/new',
  '/settings/profile',
  '/settings/sessions',
  '/settings/members',
  '/settings/members/new',
  `/settings/members/${memberId}`,
  '/settings/tiers',
  '/settings/calendar',
  '/settings/currencies',
  '/settings/periods',
  '/notifications',
  '/notifications?show=all',
  '/settings/permissions',
  '/settings/history',
  '/settings/mail',
  '/no-such-page',
]

describe('axe finds nothing', async () => {
  const scene = await aFullWorkspace()
  const looks = [
    { language: 'zh-TW', theme: 'light', viewport: { width: 1280, height: 800 } },
    { language: 'en', theme: 'dark', viewport: { width: 390, height: 844 } },
  ] as const

  it.each(looks)('on any page in $language, $theme', async (look) => {
    const page = await aPageOf(scene.actor, look)
    const found: unknown[] = []
    for (const route of routesOf(scene.ids)) {
      const answer = await page.goto(route, { waitUntil: 'networkidle' })
      const known = answer?.status() === 200 || route === '/no-such-page'
      const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
      const faults = await violations(page)
      if (faults.length > 0 || !fits || !known) found.push([route, answer?.status(), { fits }, ...faults])
    }
    expect(found).toEqual([])
    await page.context().close()
  })

  it.each(looks)('on the pages before signing in, in $language, $theme', async ({ language, theme, viewport }) => {
    const page = await aVisitor({ viewport, locale: language, colorScheme: theme })
    for (const route of ['/sign-in', '/forgot', '/setup', '/reset', '/invitation', '/c/over/paper']) {
      await page.goto(route)
      expect([route, await violations(page)]).toEqual([route, []])
    }
    await page.context().close()
  })
})
