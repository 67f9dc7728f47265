import { expect, it } from 'vitest'
import { open } from '@/lib/modules/negotiations/commands'
import { accept, aTable, fourOffers, theOffers } from '../modules/negotiations/table-rows'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { anAccountManager, did } from './scene'

it('two talks are chosen and compared side by side; the same twice is said to be none', async () => {
  const { actor, accountId } = await anAccountManager()
  const about = { accountId, direction: 'sell', kind: 'annualTerms' }
  const last = await did(open, actor, { ...about, title: '今年度交易條件' })
  const of = { negotiationId: last.negotiationId, memberId: actor.id }
  await aTable(of)
  const offers = await theOffers(of, fourOffers)
  await accept(of, offers[2] ?? '', { payment: '45', rebate: '4', display: 'none' })
  const next = await did(open, actor, { ...about, title: '明年度交易條件' })
  await aTable({ negotiationId: next.negotiationId, memberId: actor.id })

  for (const look of looks) {
    const page = await aPageOf(actor, look)
    const main = page.getByRole('main')
    await page.goto(`/negotiations/compare?a=${last.negotiationId}`)
    await page.locator('select[name=b]').selectOption(last.negotiationId)
    await main.locator('form button[type=submit]').click()
    await page.getByRole('alert').first().waitFor()
    await page.locator('select[name=b]').selectOption(next.negotiationId)
    await main.locator('form button[type=submit]').click()
    await main.locator('table').first().waitFor()
    const said = await main.innerText()
    for (const words of ['今年度交易條件', '明年度交易條件', '45 天', '75 天']) expect(said).toContain(words)
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.context().close()
  }
}, 120_000)
