import { describe, expect, it } from 'vitest'
import { statements } from '@/db/client'
import { ask } from '@/lib/kernel/perform'
import { setRule } from '@/lib/modules/pricing/commands'
import { checkPrices, submitDeal } from '@/lib/modules/pricing/commands-deals'
import { simulate } from '@/lib/modules/pricing/queries'
import { dealCheckById } from '@/lib/modules/pricing/queries-deals'
import { pastedLines } from '@/lib/modules/pricing/rules-deal'
import { owner } from '@/tests/people'
import { done, refused } from '../accounts/scene'
import { aPriceList, aProduct } from '../products/scene'
import { aCompany, aRule, now, ruleWish, today } from './scene'

type Company = Awaited<ReturnType<typeof aCompany>>
const dealWish = ({ accountId, productId }: Company, wish: Record<string, unknown> = {}) => ({
  accountId,
  title: '六月進貨',
  day: today,
  currency: 'TWD',
  lines: [{ productId, quantity: '10' }],
  ...wish,
})

/** Products at US$50 with the codes, … */
async function manyProducts({ boss }: Company, count: number) {
  const ids: string[] = []
  for (let each = 1; each <= count; each++) ids.push(await aProduct(boss, { code: `Q-${each}`, name: `品項 ${each}` }))
  const prices = ids.map((productId) => ({ productId, price: '50' }))
  await aPriceList(boss, '2026-01-01', prices, { name: '外銷牌價', currency: 'USD' })
  return ids
}

describe('lines as pasted', () => {
  it.each([
    ['SOY-1\t1,000\t12.5', 'SOY-1', '1000', '12.5'],
    ['SOY-1 1,000 12.5', 'SOY-1', '1000', '12.5'],
    ['SOY-1,10,12.5', 'SOY-1', '10', '12.5'],
    ['SOY-1, 10, 12.5', 'SOY-1', '10', '12.5'],
    ['SOY-1，１０', 'SOY-1', '10', null],
    ['SOY-1\t10\t0', 'SOY-1', '10', '0'],
    ['SOY-1\t0', 'SOY-1', null, null],
    ['SOY-1\t-3', 'SOY-1', null, null],
    ['SOY-1\t10\t-1', 'SOY-1', '10', undefined],
    ['SOY-1\t10\tNT$ 面議', 'SOY-1', '10', undefined],
    [`SOY-1\t${'9'.repeat(30)}`, 'SOY-1', null, null],
  ])('%j', (text, code, quantity, price) => {
    expect(pastedLines(`\n${text}\r\n\n`)).toEqual([{ line: 2, code, quantity, price }])
  })
})

describe('a deal check of many lines', () => {
  it('takes them from a spreadsheet and asks the database no more for many lines than for one', async () => {
    const company = await aCompany()
    const { seller } = company
    await aRule(company.lead)
    const ids = await manyProducts(company, 40)
    const check = async (count: number) => {
      const pasted = ids.slice(0, count).map((_, index) => `Q-${index + 1}\t${index + 1}${index === 0 ? '\t49' : ''}`)
      let sent = 0
      const listen = statements.listener
      statements.listener = (text) => {
        listen?.(text)
        sent += 1
      }
      const wish = dealWish(company, { currency: 'USD', lines: [], pasted: pasted.join('\n') })
      const { id } = await done(checkPrices, seller, wish, now)
      statements.listener = listen
      return { sent, deal: await ask(dealCheckById, seller, { dealCheckId: id }, now) }
    }
    const one = await check(1)
    const many = await check(40)
    expect(many.sent).toBe(one.sent)
    expect(many.deal.lines.map(({ quantity }) => Number(quantity))).toEqual(ids.map((_, index) => index + 1))
    expect(many.deal.lines.slice(0, 2).map(({ price, policyPrice }) => [price, policyPrice])).toEqual([
      ['49', '47.5'],
      ['47.5', '47.5'],
    ])
  })

  it('names every line that cannot be read, and refuses more lines than are checked at once', async () => {
    const company = await aCompany()
    await manyProducts(company, 1)
    const wish = (lines: readonly string[]) => dealWish(company, { lines: [], pasted: lines.join('\n') })
    const wrong = await refused(checkPrices, company.seller, wish(['Q-1 5', 'NOPE 5', 'Q-1 0', 'NIX 0', 'Q-1 1 abc']))
    expect([wrong.code, Object.keys(wrong.fields)]).toEqual(['pricing.linesUnreadable', ['pasted']])
    expect(wrong.sentence('zh-TW')).toBe(
      '有些行無法讀取。找不到產品代碼：第 2, 4 行。數量須大於 0：第 3, 4 行。價格不是數字：第 5 行。請更正後再審查。',
    )
    const many = await refused(checkPrices, company.seller, wish(Array.from({ length: 501 }, () => 'Q-1 1')))
    expect([many.code, Object.keys(many.fields)]).toEqual(['pricing.linesTooMany', ['pasted']])
  })
})

describe('the day whose prices hold', () => {
  const fromJune = { name: '六月起', fromDay: '2026-06-01', discountPct: '8' }
  const byDelivery = { pricedBy: 'delivery', deliveryDay: '2026-06-10' }

  it('is that of the document, or of the delivery when that is chosen, and is kept with the deal', async () => {
    const company = await aCompany()
    const { seller, lead } = company
    await aRule(lead)
    await done(setRule, lead, ruleWish(fromJune), now)
    const priced = async (wish: Record<string, unknown>) => {
      const { id } = await done(checkPrices, seller, dealWish(company, wish), now)
      return ask(dealCheckById, seller, { dealCheckId: id }, now)
    }
    expect(await priced({ deliveryDay: '2026-06-10' })).toMatchObject({
      pricedBy: 'document',
      lines: [{ price: '95' }],
    })
    expect(await priced(byDelivery)).toMatchObject({
      day: today,
      deliveryDay: '2026-06-10',
      pricedBy: 'delivery',
      lines: [{ price: '92' }],
    })
  })

  it('must be said when prices are of the day of delivery', async () => {
    const company = await aCompany()
    const refusal = await refused(checkPrices, company.seller, dealWish(company, { pricedBy: 'delivery' }), now)
    expect([refusal.code, Object.keys(refusal.fields)]).toEqual(['pricing.deliveryDayMissing', ['deliveryDay']])
  })

  it('is told to whoever is asked for consent', async () => {
    const company = await aCompany()
    const lines = [{ productId: company.productId, quantity: '10', price: '80' }]
    const { id: dealCheckId } = await done(
      checkPrices,
      company.seller,
      dealWish(company, { lines, ...byDelivery }),
      now,
    )
    await done(submitDeal, company.seller, { dealCheckId }, now)
    const [run] = await owner()<{ lines: string }[]>`
      select lines::text as lines from approval_runs where subject_id = ${dealCheckId}`
    expect(run?.lines).toContain('交貨日 2026-06-10')
  })

  it('is chosen in the simulator as well', async () => {
    const company = await aCompany()
    const { seller, accountId, productId, lead } = company
    await done(setRule, lead, ruleWish(fromJune), now)
    const find = (wish: object) =>
      ask(simulate, seller, { accountId, productId, quantity: '1', day: today, channel: null, ...wish }, now)
    expect((await find(byDelivery)).answer?.price).toBe('92')
    expect(await find({ ...byDelivery, pricedBy: 'document' })).toMatchObject({ day: today, answer: { noRule: true } })
    const { answer, problem } = await find({ pricedBy: 'delivery' })
    expect([answer, problem?.['zh-TW']]).toEqual([null, '請填寫交貨日，或改依單據日期計價。'])
  })
})
