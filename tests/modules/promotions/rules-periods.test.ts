import { describe, expect, it } from 'vitest'
import { owesResult, type PromotionFacts, stateOf } from '@/lib/modules/promotions/rules'
import {
  contributionOf,
  type DaySale,
  periodsOf,
  weeklyBaseline,
  weeksIn,
  weeksOf,
} from '@/lib/modules/promotions/rules-periods'

const sale = (day: string, units: string, net = '0', more: Partial<DaySale> = {}): DaySale => ({
  day,
  productId: 'soy',
  units,
  net,
  taxIncluded: false,
  ...more,
})

describe('where a promotion stands', () => {
  const facts: PromotionFacts = {
    storeFrom: '2026-10-01',
    storeTo: '2026-10-28',
    agreed: true,
    settled: false,
    hasResult: false,
    hasDirection: false,
    cancelled: false,
  }

  it('follows from its facts and the day', () => {
    expect(stateOf({ ...facts, agreed: false }, '2026-12-01')).toBe('planned')
    expect(stateOf(facts, '2026-09-30')).toBe('agreed')
    expect(stateOf(facts, '2026-10-01')).toBe('running')
    expect(stateOf(facts, '2026-10-28')).toBe('running')
    expect(stateOf(facts, '2026-10-29')).toBe('ended')
    const settled = { ...facts, settled: true }
    expect(stateOf({ ...settled, hasResult: true }, '2026-11-05')).toBe('settled')
    expect(stateOf({ ...settled, hasResult: true, hasDirection: true }, '2026-11-05')).toBe('evaluated')
    expect(stateOf({ ...settled, cancelled: true }, '2026-11-05')).toBe('cancelled')
  })

  it('owes a result from the day after its end, unless it was cancelled', () => {
    expect(owesResult(facts, '2026-10-28')).toBe(false)
    expect(owesResult(facts, '2026-10-29')).toBe(true)
    expect(owesResult({ ...facts, agreed: false }, '2026-10-29')).toBe(true)
    expect(owesResult({ ...facts, hasResult: true }, '2026-10-29')).toBe(false)
    expect(owesResult({ ...facts, cancelled: true }, '2026-10-29')).toBe(false)
  })
})

describe('the periods of a promotion', () => {
  const during = { from: '2026-10-05', to: '2026-10-14' }

  it('are as long before and after as in store, and the baseline is whole weeks', () => {
    expect(periodsOf(during, 2)).toEqual({
      baseline: { from: '2026-09-21', to: '2026-10-04' },
      before: { from: '2026-09-25', to: '2026-10-04' },
      during,
      after: { from: '2026-10-15', to: '2026-10-24' },
    })
    expect(weeksOf(during)).toBe('1.4286')
    expect(weeksOf({ from: '2026-10-05', to: '2026-11-01' })).toBe('4')
  })

  it('are told week by week, the last piece as short as it is', () => {
    const sales = [sale('2026-10-05', '1'), sale('2026-10-11', '2'), sale('2026-10-12', '4'), sale('2026-10-15', '8')]
    expect(weeksIn(sales, during)).toEqual([
      { from: '2026-10-05', to: '2026-10-11', units: '3' },
      { from: '2026-10-12', to: '2026-10-14', units: '4' },
    ])
  })

  it('have an ordinary week by the days without other promotions; none left, nothing is said', () => {
    const baseline = { from: '2026-09-21', to: '2026-10-04' }
    const sales = [sale('2026-09-22', '10'), sale('2026-09-30', '100'), sale('2026-10-05', '1000')]
    expect(weeklyBaseline(sales, baseline, [])).toEqual({ days: 14, weekly: '55' })
    expect(weeklyBaseline(sales, baseline, [{ from: '2026-09-28', to: '2026-10-09' }])).toEqual({
      days: 7,
      weekly: '10',
    })
    expect(weeklyBaseline(sales, baseline, [{ from: '2026-01-01', to: '2026-12-31' }])).toEqual({
      days: 0,
      weekly: null,
    })
  })
})

describe('what a unit contributes', () => {
  const scope = { baseline: { from: '2026-09-21', to: '2026-10-04' }, others: [], currency: 'TWD' }
  const costs = new Map([
    ['soy', { cost: '60', currency: 'TWD' }],
    ['oil', { cost: '40', currency: 'TWD' }],
  ])

  it('is what ordinary days earned over cost, by unit, over all products', () => {
    const sales = [sale('2026-09-22', '10', '1000'), sale('2026-09-23', '30', '1500', { productId: 'oil' })]
    expect(contributionOf(sales, scope, costs)).toBe('17.5')
  })

  it('is not known without every cost in the currency, with tax in the prices, or without sales', () => {
    const sales = [sale('2026-09-22', '10', '1000')]
    expect(contributionOf(sales, scope, new Map())).toBeNull()
    expect(contributionOf(sales, { ...scope, currency: 'USD' }, costs)).toBeNull()
    expect(contributionOf([sale('2026-09-22', '10', '1000', { taxIncluded: true })], scope, costs)).toBeNull()
    expect(contributionOf([sale('2026-10-20', '10', '1000')], scope, costs)).toBeNull()
  })
})
