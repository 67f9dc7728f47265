import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '@/lib/kernel/exact'
import { attainedLevel, creditOf, creditProblems } from '@/lib/kernel/service-credit'

const tiers = [
  { from: '99', pct: '10' },
  { from: '99.9', pct: '0' },
  { from: '95', pct: '20' },
  { from: '0', pct: '50' },
]
const monthlyFee = '120000'

describe('K05: the attained level', () => {
  it.each([
    [{ total: '43200', down: '432', excluded: '0' }, '99'],
    [{ total: '43200', down: '432', excluded: '432' }, '100'],
    [{ total: '43200', down: '43', excluded: '0' }, '99.900462963'],
    [{ total: '100', down: '5', excluded: '50' }, '100'],
    [{ total: '100', down: '150', excluded: '0' }, '0'],
    [{ total: '0', down: '0', excluded: '0' }, null],
  ])('of %o is %s', (times, level) => {
    expect(attainedLevel(times)).toBe(level)
  })
})

describe('K05: the service credit', () => {
  it.each([
    ['99.9', '0', '0', false],
    ['99.8999999999', '10', '12000', false],
    ['99', '10', '12000', false],
    ['95', '20', '24000', false],
    ['94.99', '25', '30000', true],
    ['0', '25', '30000', true],
  ])('at %s is %s percent', (attained, pct, amount, capped) => {
    expect(creditOf({ attained, monthlyFee, tiers })).toEqual({ pct, amount, capped })
  })

  it('is capped as agreed, and rounded half-up only at the end', () => {
    expect(creditOf({ attained: '0', monthlyFee, tiers }, '40')).toEqual({ pct: '40', amount: '48000', capped: true })
    expect(creditOf({ attained: '99', monthlyFee: '1005', tiers })).toMatchObject({ amount: '101' })
    expect(creditOf({ attained: '99', monthlyFee: '1005', tiers }, '25', 2)).toMatchObject({ amount: '100.50' })
  })

  it('below every tier is that of the lowest', () => {
    expect(creditOf({ attained: '10', monthlyFee, tiers: tiers.slice(0, 3) })).toMatchObject({ pct: '20' })
  })

  it('is unknown, not 0, when nothing was measured', () => {
    expect(creditOf({ attained: null, monthlyFee, tiers })).toBeNull()
    expect(creditOf({ attained: '99', monthlyFee, tiers: [] })).toBeNull()
  })

  it('never exceeds the cap, and better service never earns more', () => {
    const level = fc.integer({ min: 0, max: 10000 }).map((each) => exact(each).div(100).toFixed())
    fc.assert(
      fc.property(level, level, fc.integer({ min: 0, max: 100 }), (a, b, cap) => {
        const [worse, better] = exact(a).lt(b) ? [a, b] : [b, a]
        const of = (attained: string) => exact(creditOf({ attained, monthlyFee, tiers }, String(cap))?.amount ?? -1)
        expect(of(better).lte(of(worse))).toBe(true)
        expect(of(worse).lte(exact(monthlyFee).times(cap).div(100))).toBe(true)
      }),
    )
  })
})

describe('a table of credits', () => {
  it.each([
    [tiers, '25', []],
    [[], '25', ['tiersMissing']],
    [[{ from: 'NaN', pct: '1' }], '25', ['notANumber']],
    [[{ from: '101', pct: '1' }], '25', ['tierOutside']],
    [
      [
        { from: '99', pct: '1' },
        { from: '99.0', pct: '1' },
      ],
      '25',
      ['tierTwice'],
    ],
    [
      [
        { from: '99', pct: '10' },
        { from: '95', pct: '5' },
      ],
      '25',
      ['creditFalls'],
    ],
    [tiers, '101', ['capOutside']],
  ])('%o capped at %s: %o', (given, cap, problems) => {
    expect(creditProblems(given, cap)).toEqual(problems)
  })
})
