import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '@/lib/kernel/exact'
import { aggregations } from '@/lib/modules/kpis/model-values'
import { aggregate, type Measured, ratioOf } from '@/lib/modules/kpis/rules-aggregate'

const parts = (numerator: string, denominator: string): Measured => ({
  numerator,
  denominator,
  value: ratioOf(numerator, denominator, 'percent'),
})
const value = (text: string | null): Measured => ({ numerator: null, denominator: null, value: text })

describe('K10: several periods as one figure', () => {
  it('a ratio is the ratio of its sums, not the mean of the ratios', () => {
    // 90 of 100 and 1 of 10: 82.7…, while the mean of 90 % and 10 % would be 50 %.
    expect(aggregate('ratio', [parts('90', '100'), parts('1', '10')], 'percent')).toEqual({
      value: '82.7272727273',
      periods: 2,
      problem: null,
    })
    expect(aggregate('ratio', [{ numerator: '3', denominator: '10000', value: null }], 'ppm').value).toBe('300')
    expect(aggregate('ratio', [{ numerator: '3', denominator: '1000', value: null }], 'permille').value).toBe('3')
  })

  it.each([
    ['sum', '60'],
    ['mean', '20'],
    ['last', '20'],
    ['max', '30'],
  ] as const)('%s is %s', (how, expected) => {
    const measured = [value('10'), value('30'), value(null), value('20')]
    expect(aggregate(how, measured, 'units')).toEqual({ value: expected, periods: 3, problem: null })
  })

  it('is unknown, never 0, without data, with nothing to divide by, or when a ratio lacks its parts', () => {
    for (const how of aggregations)
      expect(aggregate(how, [value(null)], 'percent')).toMatchObject({ value: null, problem: 'noData' })
    expect(aggregate('ratio', [parts('0', '0')], 'percent')).toMatchObject({ value: null, problem: 'denominatorZero' })
    expect(aggregate('ratio', [parts('1', '2'), value('95')], 'percent')).toMatchObject({
      value: null,
      problem: 'partsMissing',
    })
    expect(aggregate('sum', [value('NaN')], 'units')).toMatchObject({ value: null, problem: 'noData' })
    expect(ratioOf('1', '0', 'percent')).toBeNull()
  })

  it('leaves out what has no data, and a ratio lies between its lowest and highest period', () => {
    const period = fc.record({ of: fc.integer({ min: 1, max: 500 }), done: fc.nat(500) })
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 12 }), (rows) => {
        const measured = rows.map(({ of, done }) => parts(String(Math.min(done, of)), String(of)))
        const all = aggregate('ratio', measured, 'percent')
        expect(aggregate('ratio', [...measured, value(null)], 'percent')).toEqual(all)
        const each = measured.map((one) => Number(one.value))
        expect(exact(all.value ?? -1).gte(Math.min(...each) - 1e-7)).toBe(true)
        expect(exact(all.value ?? 101).lte(Math.max(...each) + 1e-7)).toBe(true)
      }),
    )
  })
})
