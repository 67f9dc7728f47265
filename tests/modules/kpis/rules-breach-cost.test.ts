import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, plain, sumOf } from '@/lib/kernel/exact'
import { breachCost } from '@/lib/modules/kpis/rules-breach-cost'

const credit = {
  monthlyFee: '120000',
  cap: '25',
  tiers: [
    { from: '99', pct: '10' },
    { from: '99.9', pct: '0' },
    { from: '95', pct: '20' },
    { from: '0', pct: '50' },
  ],
}
const period = (month: number, value: string, status: 'green' | 'amber' | 'red' = 'red') => ({
  key: `2026-${String(month).padStart(2, '0')}`,
  value,
  status,
})
const open = { evidence: ['2026-02', '2026-03'], openedIn: '2026-03', closedIn: null }

describe('K05: what a breach costs', () => {
  it('is the tier of each red period from the first one that it rests on, at most the cap', () => {
    const periods = [period(1, '90'), period(2, '99.00'), period(3, '95'), period(4, '94.99'), period(5, '98', 'amber')]
    expect(breachCost(periods, open, credit, 0)).toEqual({
      steps: [
        { key: '2026-02', attained: '99', pct: '10', amount: '12000', capped: false },
        { key: '2026-03', attained: '95', pct: '20', amount: '24000', capped: false },
        { key: '2026-04', attained: '94.99', pct: '25', amount: '30000', capped: true },
      ],
      amount: '66000',
    })
  })

  it('ends with the green period that ended the breach', () => {
    const periods = [period(2, '95'), period(3, '95'), period(4, '100', 'green'), period(5, '50')]
    expect(breachCost(periods, { ...open, closedIn: '2026-04' }, credit, 0)?.amount).toBe('48000')
  })

  it('is unknown where no credit was agreed, and 0 where the tier earns none', () => {
    expect(breachCost([period(2, '50')], open, null, 0)).toBeNull()
    expect(breachCost([period(2, '99.9'), period(3, '100')], open, credit, 0)?.amount).toBe('0')
  })

  it('is exact, rounded in each period to the money of the agreement', () => {
    const odd = { ...credit, monthlyFee: '1005' }
    expect(breachCost([period(2, '99'), period(3, '99')], open, odd, 0)?.amount).toBe('202')
    expect(breachCost([period(2, '99'), period(3, '99')], open, odd, 2)?.amount).toBe('201')
  })

  it('is the sum of its steps, and none of them above the cap', () => {
    const value = fc.integer({ min: 0, max: 100_000 }).map((each) => exact(each).div(1000).toFixed())
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 12 }), (values) => {
        const cost = breachCost(
          values.map((each, at) => period(at + 1, each)),
          { evidence: ['2026-01'], openedIn: '2026-01', closedIn: null },
          credit,
          0,
        )
        const amounts = cost?.steps.map(({ amount }) => amount) ?? []
        expect(cost?.amount).toBe(plain(sumOf(amounts)))
        expect(amounts.every((amount) => exact(amount).lte(30000))).toBe(true)
      }),
    )
  })
})
