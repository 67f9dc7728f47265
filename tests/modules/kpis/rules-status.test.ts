import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '@/lib/kernel/exact'
import type { Thresholds } from '@/lib/modules/kpis/model-values'
import { standingOf, thresholdProblems, thresholdsOf } from '@/lib/modules/kpis/rules-status'

const otif: Thresholds = { direction: 'higher', target: '95', amber: '90', zero: '80' }
const ppm: Thresholds = { direction: 'lower', target: '200', amber: '300', zero: '500' }
const incidents: Thresholds = { direction: 'lower', target: '0', amber: '1', zero: '4' }
const stockDays: Thresholds = { direction: 'range', low: '20', high: '30', tolerance: '5' }

describe('K01: status and attainment', () => {
  it.each<[Thresholds, string | null, string, number | null]>([
    [otif, '95', 'green', 1],
    [otif, '94.99', 'amber', 0.9993333333],
    [otif, '89.9', 'red', 0.66],
    [otif, null, 'noData', null],
    [otif, '120', 'green', 1],
    [otif, '10', 'red', 0],
    [ppm, '200', 'green', 1],
    [ppm, '250', 'amber', 0.8333333333],
    [ppm, '800', 'red', 0],
    [incidents, '0', 'green', 1],
    [incidents, '1', 'amber', 0.75],
    [incidents, '2', 'red', 0.5],
    [stockDays, '20', 'green', 1],
    [stockDays, '30', 'green', 1],
    [stockDays, '33', 'amber', 0.4],
    [stockDays, '17', 'amber', 0.4],
    [stockDays, '35', 'amber', 0],
    [stockDays, '36', 'red', 0],
    [{ direction: 'range', low: '5', high: '5', tolerance: '0' }, '5', 'green', 1],
    [{ direction: 'range', low: '5', high: '5', tolerance: '0' }, '5.0001', 'red', 0],
    [{ direction: 'higher', target: '95', amber: '95', zero: '80' }, '94.9999', 'red', 0.9999933333],
  ])('%o at %s is %s', (thresholds, actual, status, attainment) => {
    const standing = standingOf(thresholds, actual)
    expect(standing.status).toBe(status)
    if (attainment === null) expect(standing.attainment).toBeNull()
    else
      expect(
        exact(standing.attainment ?? -1)
          .minus(attainment)
          .abs()
          .lt(1e-9),
      ).toBe(true)
  })
})

describe('thresholds', () => {
  it.each<[Thresholds, string[]]>([
    [otif, []],
    [ppm, []],
    [incidents, []],
    [stockDays, []],
    [{ direction: 'higher', target: '0', amber: '0', zero: '-1' }, []],
    [{ direction: 'higher', target: '90', amber: '90', zero: '90' }, ['zeroNotBelowAmber']],
    [{ direction: 'higher', target: '80', amber: '90', zero: '95' }, ['zeroNotBelowAmber', 'amberAboveTarget']],
    [{ direction: 'lower', target: '300', amber: '200', zero: '100' }, ['zeroNotAboveAmber', 'amberBelowTarget']],
    [{ direction: 'lower', target: '0', amber: '0', zero: '0' }, ['zeroNotAboveAmber']],
    [{ direction: 'range', low: '30', high: '20', tolerance: '-1' }, ['lowAboveHigh', 'toleranceNegative']],
    [{ direction: 'higher', target: 'NaN', amber: '90', zero: '80' }, ['notANumber']],
    [{ direction: 'higher', target: '95', amber: '', zero: '80' }, ['notANumber']],
    [{ direction: 'range', low: 'Infinity', high: '1', tolerance: '0' }, ['notANumber']],
    [{ direction: 'higher', target: '1e3', amber: '90', zero: '80' }, ['notANumber']],
  ])('%o: %o', (thresholds, problems) => {
    expect(thresholdProblems(thresholds)).toEqual(problems)
  })
})

describe('the thresholds that a row keeps', () => {
  const row = { target: '0', amber: '1', zero: '4', low: '20', high: '30', tolerance: null }
  it('are those of its direction, and none while one is not set; 0 is set', () => {
    expect(thresholdsOf('lower', row)).toEqual(incidents)
    expect(thresholdsOf('range', row)).toBeNull()
    expect(thresholdsOf('range', { ...row, tolerance: '5' })).toEqual(stockDays)
    expect(thresholdsOf('higher', { target: '95', amber: '90' })).toBeNull()
  })
})

const number = fc.integer({ min: -500, max: 500 }).map((value) => exact(value).div(10).toFixed())
const rank = { red: 0, amber: 1, green: 2, noData: -1 }
const ordered = fc.uniqueArray(fc.integer({ min: -400, max: 400 }), { minLength: 3, maxLength: 3 })
const anyThresholds: fc.Arbitrary<Thresholds> = fc.oneof(
  ordered.map((values) => {
    const [zero = 0, amber = 0, target = 0] = [...values].sort((a, b) => a - b)
    return { direction: 'higher' as const, zero: `${zero}`, amber: `${amber}`, target: `${target}` }
  }),
  ordered.map((values) => {
    const [target = 0, amber = 0, zero = 0] = [...values].sort((a, b) => a - b)
    return { direction: 'lower' as const, zero: `${zero}`, amber: `${amber}`, target: `${target}` }
  }),
)

describe('whatever the thresholds', () => {
  it('improving the value never worsens status or attainment, and attainment is 0 to 1', () => {
    fc.assert(
      fc.property(anyThresholds, number, number, (thresholds, a, b) => {
        expect(thresholdProblems(thresholds)).toEqual([])
        const up = exact(a).lt(b) === (thresholds.direction === 'higher')
        const [worse, better] = (up ? [a, b] : [b, a]).map((value) => standingOf(thresholds, value))
        if (!worse || !better) throw new Error('two values')
        expect(rank[better.status]).toBeGreaterThanOrEqual(rank[worse.status])
        expect(exact(better.attainment ?? -1).gte(worse.attainment ?? 2)).toBe(true)
        expect(exact(worse.attainment ?? -1).gte(0) && exact(better.attainment ?? 2).lte(1)).toBe(true)
      }),
    )
  })

  it('green is attained wholly, and what is worth nothing is red', () => {
    fc.assert(
      fc.property(anyThresholds, number, (thresholds, value) => {
        const { status, attainment } = standingOf(thresholds, value)
        expect(status === 'green').toBe(attainment === '1')
        if (thresholds.direction !== 'range')
          expect(standingOf(thresholds, thresholds.zero)).toEqual({ status: 'red', attainment: '0' })
      }),
    )
  })

  it('nearer to a range is never worse', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(50), (a, b, tolerance) => {
        const range: Thresholds = { direction: 'range', low: '-5', high: '5', tolerance: String(tolerance) }
        const [near, far] = [Math.min(a, b), Math.max(a, b)].map((value) => standingOf(range, String(value)))
        expect(rank[near?.status ?? 'noData']).toBeGreaterThanOrEqual(rank[far?.status ?? 'green'])
      }),
    )
  })
})
