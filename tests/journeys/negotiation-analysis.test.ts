import { expect, it } from 'vitest'
import { open } from '@/lib/modules/negotiations/commands'
import { analysisMessages } from '@/lib/modules/negotiations/messages-analysis'
import { accept, aTable, fourOffers, theOffers } from '../modules/negotiations/table-rows'
import { person } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { anAccountManager, did } from './scene'

const zh = analysisMessages['zh-TW']

async function aTalk() {
  const { actor, accountId } = await anAccountManager()
  const about = { kind: 'annualTerms', title: '明年度交易條件', purpose: '以條件換得端架陳列' }
  const { negotiationId } = await did(open, actor, { accountId, direction: 'sell', ...about })
  const of = { negotiationId, memberId: actor.id }
  await aTable(of)
  const offers = await theOffers(of, fourOffers)
  return { actor, negotiationId, of, offers }
}

it('the mandate group sees how offers score, plans the concessions, and reads both charts as tables', async () => {
  const { actor, negotiationId } = await aTalk()
  const page = await aPageOf(actor)
  await page.goto(`/negotiations/${negotiationId}/analysis`)
  const main = page.getByRole('main')
  expect(await page.getByRole('img', { name: zh.danceLabel }).count()).toBe(1)
  expect(await page.getByRole('img', { name: zh.mapLabel }).count()).toBe(1)
  expect(await main.innerText()).toContain('付款天數、年度獎勵')
  expect(await faultsOf(page)).toEqual([])

  const form = page.locator('#plan form')
  await form.locator('input[name=reservation]').fill('140')
  await form.locator('button[type=submit]').click()
  await expect.poll(() => form.locator('[aria-invalid=true]').count()).toBe(1)
  expect(await form.locator('input[name=reservation]').inputValue()).toBe('140')
  await form.locator('input[name=reservation]').fill('４０')
  await form.locator('input[name=exponent]').fill('0.5')
  await form.locator('button[type=submit]').click()
  await page.locator('#plan table').waitFor()
  await page.context().close()
  for (const look of looks) {
    const seen = await aPageOf(actor, look)
    await seen.goto(`/negotiations/${negotiationId}/analysis`)
    expect(await faultsOf(seen)).toEqual([])
    await seen.context().close()
  }
})

it('after a yes in principle the value left on the table is shown, and nobody else sees any of it', async () => {
  const { actor, negotiationId, of, offers } = await aTalk()
  await accept(of, offers[2] ?? '', { payment: '45', rebate: '4', display: 'none' })
  const page = await aPageOf(actor)
  await page.goto(`/negotiations/${negotiationId}/analysis`)
  expect(await page.getByRole('main').innerText()).toContain(zh.left)
  expect(await page.locator('#equivalents').innerText()).toContain('無法換算')
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('link', { name: zh.offerThis }).first().click()
  const form = page.locator('#record form')
  await form.waitFor()
  const proposed = await form.locator('[name="values.payment"]').inputValue()
  expect(Number(proposed)).toBeGreaterThan(0)
  expect(await form.locator('[name=side][value=us]').isChecked()).toBe(true)
  expect(await form.locator('[name=draft]').isChecked()).toBe(true)
  expect(await faultsOf(page)).toEqual([])
  await form.locator('button[type=submit]').click()
  await expect.poll(() => page.locator('#offer-5').innerText()).toContain(`付款天數 ${proposed} 天`)
  await expect.poll(() => form.locator('[name="values.payment"]').inputValue()).toBe('')
  expect(page.url()).not.toContain('values')
  await page.context().close()

  const manager = await person('manager', { id: actor.workspaceId })
  const other = await aPageOf(manager)
  await other.goto(`/negotiations/${negotiationId}/analysis`)
  expect(await other.getByRole('main').innerText()).toContain(zh.forGroup)
  expect(await other.content()).not.toContain('改供其他通路')
  expect(await other.locator('table').count()).toBe(0)
  await other.context().close()
})
