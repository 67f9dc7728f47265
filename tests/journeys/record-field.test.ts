import { expect, it } from 'vitest'
import { aCompany } from '../modules/pricing/scene'
import { aPageOf } from '../setup/signed-in'

it('a record is found by what is typed at once: the list takes the place of the plain field with the focus in it', async () => {
  const { seller } = await aCompany()
  const page = await aPageOf(seller)
  await page.goto('/pricing/deal-checks/new')
  const field = page.locator('[data-field="accountId"]')
  await field.evaluate((place) => {
    const note = () => {
      place.setAttribute('data-focus', document.activeElement?.closest('[data-field]') === place ? 'kept' : 'lost')
    }
    new MutationObserver((changes) => {
      if (changes.some(({ removedNodes }) => [...removedNodes].some((node) => node instanceof HTMLInputElement))) note()
    }).observe(place, { childList: true, subtree: true })
  })
  await field.locator('input:not([type=hidden])').click()
  await page.keyboard.insertText('大')
  await page.keyboard.insertText('安')
  await page.getByRole('option', { name: /大安食品/ }).click()
  expect(await field.getAttribute('data-focus')).toBe('kept')
  const hidden = field.locator('input[type=hidden]')
  expect(await hidden.inputValue()).toMatch(/^[0-9a-f-]{36}$/)
  await field.getByRole('combobox').fill('大安')
  expect(await hidden.inputValue()).toBe('')
  await page.getByRole('option', { name: /大安食品/ }).waitFor()
  // The only match is taken already: going down loses nothing.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await hidden.inputValue()).toMatch(/^[0-9a-f-]{36}$/)
  await page.context().close()
})
