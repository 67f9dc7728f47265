import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TermValue } from '@/lib/modules/terms/model-values'
import {
  endedWithin,
  expectedOf,
  expectedOfPromotion,
  faultOf,
  freeReference,
  rhythmOf,
  type Sheet,
} from '@/lib/modules/terms/rules-expected'

const percent = (number: string): TermValue => ({ kind: 'percent', number })
const year = { from: '2025-01-01', to: '2025-12-31' }
const today = '2026-02-10'

const aSheet = (agreed: Record<string, TermValue>, over: Partial<Sheet> = {}): Sheet => ({
  id: 's',
  scope: 'all',
  currency: 'TWD',
  stretches: [{ versionId: 'v1', fromDay: '2024-01-01', untilDay: null }],
  agreed: new Map([['v1', agreed]]),
  ...over,
})
const sold = new Map([
  ['2024-05-01', '8000000'],
  ['2025-03-31', '3000000'],
  ['2025-07-01', '4000001'],
  ['2025-12-31', '5000000'],
])
const amounts = (sheet: Sheet, asked = year, on = today) =>
  expectedOf(sheet, asked, on, sold).map(({ code, period, amount, unknown }) => [code, period.to, amount ?? unknown])

describe('what a client may deduct by its terms', () => {
  it('is a percentage of the net sales of each settlement period, rounded half up to whole dollars', () => {
    expect(amounts(aSheet({ annualRebate: percent('2') }))).toEqual([['annualRebate', '2025-12-31', '240000']])
    expect(amounts(aSheet({ quarterlyRebate: percent('1.5') }))).toEqual([
      ['quarterlyRebate', '2025-03-31', '45000'],
      ['quarterlyRebate', '2025-09-30', '60000'],
      ['quarterlyRebate', '2025-12-31', '75000'],
    ])
  })

  it('is of the days on which each version held', () => {
    const sheet = aSheet(
      {},
      {
        stretches: [
          { versionId: 'v1', fromDay: '2024-01-01', untilDay: '2025-07-01' },
          { versionId: 'v2', fromDay: '2025-07-01', untilDay: null },
        ],
        agreed: new Map([
          ['v1', { annualRebate: percent('1') }],
          ['v2', { annualRebate: percent('3') }],
        ]),
      },
    )
    const [rebate] = expectedOf(sheet, year, today, sold)
    expect(rebate).toMatchObject({ amount: '300000', ofSales: '12000001', versionId: 'v2' })
  })

  it('is nothing for a period that is not over, for days without terms, and for what is on the invoice already', () => {
    expect(amounts(aSheet({ annualRebate: percent('2') }), year, '2025-12-31')).toEqual([])
    const later = [{ versionId: 'v1', fromDay: '2026-01-01', untilDay: null }]
    expect(amounts(aSheet({ annualRebate: percent('2') }, { stretches: later }))).toEqual([])
    expect(rhythmOf('invoiceDiscount')).toBeNull()
    expect(rhythmOf('paymentDays')).toBeNull()
    expect(rhythmOf('creditLimit')).toBeNull()
  })

  it('takes the tier that the year reached, and growth by what was sold more than the year before', () => {
    const tiers: TermValue = {
      kind: 'tiers',
      scheme: 'retrospective',
      tiers: [
        { from: '10000000', pct: '1' },
        { from: '12000000', pct: '2' },
      ],
    }
    expect(amounts(aSheet({ tieredRebate: tiers }))).toEqual([['tieredRebate', '2025-12-31', '240000']])
    expect(amounts(aSheet({ growthRebate: percent('5') }))).toEqual([['growthRebate', '2025-12-31', '200000']])
  })

  it('counts fees as often as was agreed, and asks for a hand where nobody said how often or the sales are of a part', () => {
    const fee = (times: string | null): TermValue => ({ kind: 'each', number: '30000', times })
    expect(amounts(aSheet({ flyerFee: fee('4') }))).toEqual([['flyerFee', '2025-12-31', '120000']])
    expect(amounts(aSheet({ flyerFee: fee(null) }))).toEqual([['flyerFee', '2025-12-31', 'howOften']])
    expect(amounts(aSheet({ annualRebate: percent('2') }, { scope: 'brand' }))).toEqual([
      ['annualRebate', '2025-12-31', 'ofPart'],
    ])
  })

  it('never overlaps: every day lies in one settlement period, whichever times are asked for', () => {
    const days = fc
      .integer({ min: 0, max: 700 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        days,
        days,
        fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
        (a, b, rhythm) => {
          const [from, to] = [a, b].toSorted() as [string, string]
          const periods = endedWithin(rhythm, { from, to }, '2027-01-01')
          for (const [index, each] of periods.entries()) {
            expect(each.to >= from && each.to <= to).toBe(true)
            if (index > 0) expect(each.from > (periods[index - 1]?.to ?? '')).toBe(true)
          }
        },
      ),
    )
  })
})

describe('what a promotion owes', () => {
  const over = {
    id: 'p',
    title: '中秋',
    storeFrom: '2025-09-01',
    storeTo: '2025-09-30',
    currency: 'TWD',
    clients: 1,
    budgetFund: null,
  }
  it('is what it was settled at, else what we promised; shared by several clients it is for a hand', () => {
    expect(expectedOfPromotion({ ...over, settledCost: '36000.5', budgetOurs: '40000' }).amount).toBe('36001')
    expect(expectedOfPromotion({ ...over, settledCost: null, budgetOurs: '40000' }).amount).toBe('40000')
    expect(expectedOfPromotion({ ...over, settledCost: null, budgetOurs: '40000', budgetFund: '5000' }).amount).toBe(
      '45000',
    )
    expect(expectedOfPromotion({ ...over, settledCost: null, budgetOurs: null }).unknown).toBe('noBudget')
    expect(expectedOfPromotion({ ...over, settledCost: '1', budgetOurs: null, clients: 2 }).unknown).toBe(
      'severalClients',
    )
  })
})

describe('asking', () => {
  it('is for a time that runs forward, of at most two years', () => {
    expect(faultOf(year)).toBeNull()
    expect(faultOf({ from: '2025-02-01', to: '2025-01-01' })).toBe('endsBeforeItBegins')
    expect(faultOf({ from: '2024-01-01', to: '2026-01-01' })).toBe('periodTooLong')
    expect(faultOf({ from: '0001-01-01', to: '9999-12-31' })).toBe('yearUnlikely')
  })

  it('names each claim by a reference of its own', () => {
    expect(freeReference('年度獎勵 2025', new Set())).toBe('年度獎勵 2025')
    expect(freeReference('年度獎勵 2025', new Set(['年度獎勵 2025']))).toBe('年度獎勵 2025 #2')
    expect(freeReference('長'.repeat(80), new Set(['長'.repeat(55)]))).toHaveLength(58)
  })
})
