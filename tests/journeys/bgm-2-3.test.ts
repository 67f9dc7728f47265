import { expect, it } from 'vitest'
import { dayOf } from '@/lib/kernel/day'
import { ask } from '@/lib/kernel/perform'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { aTable, offer } from '../modules/negotiations/offers-scene'
import { consent } from '../modules/terms/scene'
import { owner } from '../people'
import { aPageOf } from '../setup/signed-in'
import { faultsOf, looks } from './axe'
import { evidenceOf } from './evidence-of'

const toast = (page: Awaited<ReturnType<typeof aPageOf>>, text: string) =>
  page.locator('.toast', { hasText: text }).first()

it('BGM-2.3: an offer beyond the limit is flagged and not accepted until it is extended; a concession is paired, and is evidence', async () => {
  const table = await aTable()
  const { keeper, accountId, negotiationId } = table
  await offer(table, 'them', { rebate: '5', days: '60' })
  await offer(table, 'us', { rebate: '1' })
  const page = await aPageOf(keeper)
  await page.goto(`/negotiations/${negotiationId}/rounds`)

  const record = page.locator('#record form')
  await record.locator('label', { hasText: '對方' }).first().click()
  await record.locator('input[name="values.rebate"]').fill('４')
  await record.locator('input[name=conditions], textarea[name=conditions]').fill('全年進貨 1,200 萬以上')
  await record.locator('button[type=submit]', { hasText: '記錄提案' }).click()
  await toast(page, '第 3 號提案').waitFor()
  await record.locator('label', { hasText: '我方' }).first().click()
  await record.locator('input[name="values.rebate"]').fill('1.5')
  await record.locator('button[type=submit]', { hasText: '記錄提案' }).click()
  await toast(page, '第 4 號提案').waitFor()
  await record.locator('label', { hasText: '對方' }).first().click()
  await record.locator('input[name="values.rebate"]').fill('3.5')
  await record.locator('button[type=submit]', { hasText: '記錄提案' }).click()
  await toast(page, '第 5 號提案').waitFor()

  const grid = page.locator('#grid table')
  await expect.poll(() => grid.locator('tbody tr').first().innerText()).toContain('3.5')
  expect(await grid.locator('tbody tr').first().innerText()).toContain('超出底線 0.5 %')
  const last = page.locator('#offer-5')
  expect(await last.innerText()).toContain('超出授權：年度獎勵')

  await last.locator('summary', { hasText: '接受' }).click()
  await last.locator('button[type=submit]', { hasText: '接受' }).click()
  await page.getByText('這個提案超出授權範圍').first().waitFor()

  await last.locator('summary', { hasText: '擴大授權' }).click()
  await last.locator('input[name=validUntil]').fill('2099-12-31')
  await last.locator('textarea[name=reason]').fill('對方加碼進貨量')
  await last.getByRole('button', { name: '申請擴大授權' }).click()
  const asked = async () => {
    const [row] = await owner()<{ id: string }[]>`
      select m.id from negotiation_mandates m join negotiation_offers o on o.id = m.offer_id
      where m.negotiation_id = ${negotiationId} and o.number = 5`
    return row?.id
  }
  await expect.poll(asked).toBeDefined()
  await consent((await asked()) ?? '', [table.lead], new Date())

  await page.locator('#trades button', { hasText: '配對' }).first().click()
  await page.locator('#trades td', { hasText: '年度獎勵' }).first().waitFor()

  await page.locator('#offer-5 button[type=submit]', { hasText: '接受' }).click()
  await expect.poll(() => page.locator('#offer-5').innerText()).toContain('已接受')
  expect(await page.getByRole('main').innerText()).toContain('原則同意')

  const found = await evidenceOf(keeper, 'BGM-2.3', accountId)
  expect(found).toMatchObject([{ indicator: 'BGM-2.3', memberId: keeper.id, day: dayOf(new Date()) }])
  await page.context().close()
})

it('two people in the same round: the second one sees the first one’s values, keeps what was typed, and goes in after', async () => {
  const table = await aTable()
  const { keeper, negotiationId } = table
  const page = await aPageOf(keeper)
  await page.goto(`/negotiations/${negotiationId}/rounds`)
  const record = page.locator('#record form')
  await record.locator('input[name="values.rebate"]').fill('1.2')
  await offer(table, 'them', { rebate: '4' })
  await record.locator('button[type=submit]', { hasText: '記錄提案' }).click()
  await page.getByText('剛記錄了第 1 號提案').first().waitFor()
  expect(await record.locator('input[name="values.rebate"]').inputValue()).toBe('1.2')
  expect(await record.locator('[data-field="values.rebate"]').innerText()).toContain('4')
  await record.locator('button[type=submit]', { hasText: '記錄提案' }).click()
  await toast(page, '第 2 號提案').waitFor()
  await page.context().close()
})

it('at the table without a connection an offer waits, says so, and goes in by itself, once', async () => {
  const table = await aTable()
  const { keeper, negotiationId } = table
  await offer(table, 'us', { rebate: '1', days: '30' })
  const page = await aPageOf(keeper, { viewport: { width: 390, height: 844 } })
  await page.goto(`/negotiations/${negotiationId}/table`, { waitUntil: 'networkidle' })
  await page.getByLabel('年度獎勵（%）').fill('4')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '儲存這個提案' }).click()
  await page.getByText('等待連線，已保留（1）').waitFor()
  expect((await ask(rounds, keeper, { negotiationId })).offers).toHaveLength(1)
  await page.context().setOffline(false)
  await toast(page, '已存為第 2 號提案').waitFor()
  expect(await page.getByText('等待連線，已保留（').count()).toBe(0)
  const { offers } = await ask(rounds, keeper, { negotiationId })
  expect(offers.map(({ side, cells }) => [side, cells.rebate?.value])).toEqual([
    ['us', '1'],
    ['them', '4'],
  ])
  await page.getByLabel('付款天數（天）').fill('45')
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.getByLabel('付款天數（天）').inputValue()).toBe('45')
  await page.context().close()
})

it.each(looks)('the pages of the rounds are found without fault in $language on $viewport.width', async (look) => {
  const table = await aTable()
  await offer(table, 'them', { rebate: '4', days: '90', shelf: 'none' })
  await offer(table, 'us', { rebate: '1', days: '30', shelf: 'four' })
  await offer(table, 'them', { rebate: '3.5' })
  const page = await aPageOf(table.keeper, look)
  for (const part of ['rounds', 'table']) {
    await page.goto(`/negotiations/${table.negotiationId}/${part}`)
    expect([part, await faultsOf(page)]).toEqual([part, []])
  }
  await page.context().close()
})
