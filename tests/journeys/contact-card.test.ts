import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { anAccountManager } from './scene'

it.each(looks)('a contact is taken along as a card from their page, in $language, $theme', async (look) => {
  const { actor, personId } = await anAccountManager()
  const page = await aPageOf(actor, look)
  await page.goto(`/contacts/${personId}`, { waitUntil: 'networkidle' })
  await page.getByRole('main').locator('.menu summary').first().click()
  expect(await faultsOf(page)).toEqual([])
  const box = await page.getByRole('main').locator('.menu-items').first().boundingBox()
  expect(box && box.x >= 0 && box.x + box.width <= look.viewport.width).toBe(true)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('vCard').click()])
  expect(download.suggestedFilename()).toBe('羅美琪.vcf')
  const card = await readFile(await download.path(), 'utf8')
  expect(card).toContain('\r\nN:羅;美琪;;;\r\n')
  expect(card).toContain('\r\nORG:大安食品股份有限公司\r\n')
  await page.context().close()
})
