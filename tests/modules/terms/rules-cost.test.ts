import { describe, expect, it } from 'vitest'
import type { TermValues } from '@/lib/modules/terms/model-values'
import { type CostBasis, costOfChange, equivalentsOf, shareOfSales, tieredRebate } from '@/lib/modules/terms/rules-cost'
import { differencesOf, effectsOfStandard, isSameValue } from '@/lib/modules/terms/rules-difference'
import { costOfForegoing, isAboveCap, lateInterest } from '@/lib/modules/terms/rules-interest'

const basis: CostBasis = { sales: '12000000', ratePct: '6', year: 2026 }
const net = (count: string) => ({ kind: 'payment', rule: 'net', count }) as const
const percent = (number: string) => ({ kind: 'percent', number }) as const

describe('T04: two versions differ', () => {
  const before: TermValues = {
    listingFee: { kind: 'amount', number: '120000' },
    paymentDays: net('60'),
    annualRebate: percent('3'),
    returnTerms: { kind: 'text', text: 'defective only' },
  }
  const after: TermValues = {
    logisticsFee: percent('2.5'),
    listingFee: { kind: 'amount', number: '120000' },
    paymentDays: net('75'),
    annualRebate: percent('3.0'),
    returnTerms: { kind: 'text', text: 'defective and near-expiry' },
  }
  const found = differencesOf(before, after, basis, 'sell')

  it('by what was added, changed and left, each with its yearly impact', () => {
    expect(found.differences.map(({ code, kind, impact }) => [code, kind, impact?.toFixed(10) ?? null])).toEqual([
      ['logisticsFee', 'added', '300000.0000000000'],
      ['paymentDays', 'changed', '29589.0410958904'],
      ['returnTerms', 'changed', null],
    ])
    expect(found.unchanged).toEqual(['annualRebate', 'listingFee'])
    expect(found.total.toFixed(10)).toBe('329589.0410958904')
  })

  it('with the sign turned when we buy: longer payment is our gain', () => {
    expect(differencesOf(before, after, basis, 'buy').total.toFixed(10)).toBe('-329589.0410958904')
  })

  it('by number and not by writing; nothing is not zero', () => {
    expect(isSameValue(percent('3'), percent('3.00'))).toBe(true)
    expect(isSameValue(percent('0'), undefined)).toBe(false)
  })
})

describe('T03: the cost of terms', () => {
  it('of the payment chain is shared by its terms and adds up to the whole', () => {
    const standard: TermValues = { paymentDays: net('30') }
    const client: TermValues = {
      paymentDays: { kind: 'payment', rule: 'closingMonths', count: '2' },
      closingDay: { kind: 'dayOfMonth', number: '25' },
      payRunDay: { kind: 'dayOfMonth', number: '10' },
      chequeTenor: { kind: 'days', number: '60' },
    }
    const costs = costOfChange(standard, client, Object.keys(client), basis, 'sell')
    const whole = costOfChange(standard, client, ['paymentDays'], basis, 'sell')
    expect([...costs.values()].every((cost) => cost !== null)).toBe(true)
    expect(costs.get('chequeTenor')?.toFixed(4)).toBe('118356.1644')
    expect(whole.size).toBe(1)
  })

  it('of a fee for each store is unknown until somebody says how many', () => {
    const fee = (times: string | null): TermValues => ({ displayFee: { kind: 'each', number: '3000', times } })
    expect(costOfChange({}, fee(null), ['displayFee'], basis, 'sell').get('displayFee')).toBeNull()
    expect(costOfChange({}, fee('12'), ['displayFee'], basis, 'sell').get('displayFee')?.toFixed()).toBe('36000')
  })

  it('of a percentage is unknown without sales, never 0', () => {
    const without = { ...basis, sales: null }
    expect(
      costOfChange({}, { annualRebate: percent('2') }, ['annualRebate'], without, 'sell').get('annualRebate'),
    ).toBeNull()
    expect(shareOfSales(tieredRebate([], 'incremental', '1'), null)).toBeNull()
  })

  it('of a percentage of growth is unknown, and not that of all sales', () => {
    expect(costOfChange({}, { growthRebate: percent('5') }, ['growthRebate'], basis, 'sell').get('growthRebate')).toBe(
      null,
    )
  })

  it('of tiers follows the tier reached, or each band', () => {
    const tiers = [
      { from: '0', pct: '1' },
      { from: '10000000', pct: '2' },
    ]
    expect(tieredRebate(tiers, 'retrospective', '12000000').toFixed()).toBe('240000')
    expect(tieredRebate(tiers, 'incremental', '12000000').toFixed()).toBe('140000')
    expect(tieredRebate(tiers, 'retrospective', '10000000').toFixed()).toBe('200000')
  })

  it('says what 15 days are worth in points of rebate, and what a point is worth in days', () => {
    const year = { sales: '12000000', ratePct: '6' }
    expect(equivalentsOf('day', '15', year).get('rebatePoint')?.toFixed(6)).toBe('0.246575')
    expect(equivalentsOf('rebatePoint', '1', year).get('day')?.toFixed(4)).toBe('60.8333')
    expect(equivalentsOf('day', '15', year).get('lumpSum')?.toFixed(2)).toBe('29589.04')
  })
})

describe('T02 and T06: interest', () => {
  it('of an early-payment discount not taken: 2/10 net 30', () => {
    const cost = costOfForegoing('2', 10, 30)
    expect(cost?.simple.toFixed(1)).toBe('37.2')
    expect(cost?.effective.toFixed(1)).toBe('44.6')
    expect(costOfForegoing('2', 30, 30)).toBeNull()
  })

  it('of a late payment: simple, in whole dollars, none when in time', () => {
    expect(lateInterest('100000', '5', '2026-01-01', '2026-01-31')).toBe('411')
    expect(lateInterest('100000', '5', '2026-01-31', '2026-01-01')).toBe('0')
    expect([isAboveCap('16'), isAboveCap('16.01')]).toEqual([false, true])
  })
})

describe('raising a standard', () => {
  it('names exactly the terms that become a departure or cease to be one', () => {
    const [before, after]: TermValues[] = [{ paymentDays: net('60') }, { paymentDays: net('45') }]
    const effects = (days: string) => effectsOfStandard(before ?? {}, after ?? {}, { paymentDays: net(days) })
    expect(effects('60').map(({ effect }) => effect)).toEqual(['becomes'])
    expect(effects('45').map(({ effect }) => effect)).toEqual(['ceases'])
    expect(effects('75')).toEqual([])
  })
})
