import { expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { aTable, offer } from '../modules/negotiations/offers-scene'
import { newcomer } from '../people'
import { aPageOf } from '../setup/signed-in'

const settled = { waitUntil: 'networkidle' } as const
const digits = '123456789012345678901234567890'

it('an offer that cannot be read says why beside its field and keeps everything; pasted by mistake, left, or sent twice, nothing is lost', async () => {
  const table = await aTable()
  const { keeper, negotiationId } = table
  await offer(table, 'us', { rebate: '1', days: '30' })
  const page = await aPageOf(keeper)
  await page.goto(`/negotiations/${negotiationId}/rounds`, settled)
  const record = page.locator('#record form')
  const [rebate, days] = [record.locator('[name="values.rebate"]'), record.locator('[name="values.days"]')]
  const send = record.locator('button[type=submit]', { hasText: '記錄提案' })
  const conditions = record.locator('[name=conditions]')
  await rebate.fill('三趴左右')
  await conditions.fill('長'.repeat(3000))
  await send.click()
  await expect.poll(() => record.locator('[data-field="values.rebate"] .refusal').count()).toBe(1)
  expect(await rebate.inputValue()).toBe('三趴左右')
  expect((await conditions.inputValue()).length).toBe(3000)

  await rebate.evaluate((field: HTMLInputElement) => {
    field.value = '9'.repeat(10_000_000)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await send.click()
  await record.getByText('文字太長，可能是誤貼的內容').waitFor()
  expect((await rebate.inputValue()).length).toBe(10_000_000)

  await rebate.fill('４．５')
  await days.fill(digits)
  await page.reload(settled)
  await record.getByText('尚未儲存的草稿').waitFor()
  expect(await rebate.inputValue()).toBe('４．５')
  expect((await conditions.inputValue()).length).toBe(3000)
  await send.dblclick()
  await page.locator('.toast', { hasText: '第 2 號提案' }).first().waitFor()
  const { offers } = await ask(rounds, keeper, { negotiationId })
  expect(offers.map(({ cells }) => [cells.rebate?.value, cells.days?.value])).toEqual([
    ['1', '30'],
    ['4.5', digits],
  ])
  for (const part of ['rounds', 'analysis', 'issues', 'outcome', 'preparation']) {
    await page.goto(`/negotiations/${negotiationId}/${part}`, settled)
    expect([part, await page.locator('#content h1').count()]).toEqual([part, 1])
    expect([part, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([
      part,
      true,
    ])
  }
  await page.context().close()
})

it.each(['', '/rounds', '/issues', '/analysis', '/outcome', '/results', '/history', '/brief', '/table', '/inputs'])(
  'the address %s of another company’s negotiation, and one that is none, are not found and say nothing of it',
  async (part) => {
    const { negotiationId } = await aTable()
    const page = await aPageOf(await newcomer('accountManager'))
    for (const id of [negotiationId, crypto.randomUUID(), 'x']) {
      await page.goto(`/negotiations/${id}${part}`, settled)
      expect([id, await page.getByText('找不到').count()]).not.toEqual([id, 0])
      expect(await page.content()).not.toContain('年度獎勵')
    }
    await page.context().close()
  },
)
