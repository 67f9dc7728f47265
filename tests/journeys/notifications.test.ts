import { expect, it } from 'vitest'
import { about, tell } from '../modules/notifications/scene'
import { newcomer } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { did } from './scene'

it.each(looks)('a member sees on every page that something waits, and reads it, in $language, $theme', async (look) => {
  const actor = await newcomer('manager')
  await did(tell, actor, about([actor.id], { urgent: true, href: '/accounts' }))
  await did(tell, actor, about([actor.id]))
  const page = await aPageOf(actor, look)
  await page.goto('/accounts', { waitUntil: 'networkidle' })
  expect(await page.locator('.badge:visible').first().textContent()).toContain('2')
  await page.goto('/notifications', { waitUntil: 'networkidle' })
  expect(await faultsOf(page)).toEqual([])
  const marked = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('main').locator('.rows a').first().click()
  await Promise.all([marked, page.waitForURL('**/review')])
  await page.goto('/notifications', { waitUntil: 'networkidle' })
  expect(await page.getByRole('main').locator('.rows > li').count()).toBe(1)
  await page.goto('/notifications?show=all', { waitUntil: 'networkidle' })
  expect(await page.getByRole('main').locator('.rows > li').count()).toBe(2)
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})

it('a device speaks one language on all of its pages, whatever the member chose on another', async () => {
  const actor = await newcomer('manager')
  await did(tell, actor, about([actor.id]))
  const page = await aPageOf(actor, { language: 'en' })
  await page.goto('/notifications', { waitUntil: 'networkidle' })
  expect(await page.getByRole('main').locator('.rows a').first().textContent()).toBe(
    'Terms wait for approval: Daan Foods',
  )
  await page.context().close()
})
