import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '@/lib/kernel/exact'
import { scorecardOf } from '@/lib/modules/kpis/rules-scorecard'

const kpi = (weight: string, attainment: string | null) => ({ weight, attainment })

describe('K02: the scorecard', () => {
  it('weighs anew what has data, and says how much of the weight that is', () => {
    const card = scorecardOf([kpi('40', '1'), kpi('30', '0.8333333333'), kpi('20', null), kpi('10', '0.4')])
    expect(
      exact(card.score ?? 0)
        .minus('86.25')
        .abs()
        .lt(1e-8),
    ).toBe(true)
    expect(card).toMatchObject({ coverage: '80', provisional: false })
  })

  it('is unknown, neither 0 nor 100, when nothing was measured or nothing weighs', () => {
    const unknown = { score: null, coverage: '0', provisional: true }
    expect(scorecardOf([])).toEqual(unknown)
    expect(scorecardOf([kpi('40', null)])).toEqual(unknown)
    expect(scorecardOf([kpi('0', '1')])).toEqual(unknown)
  })

  it('is provisional below 60 percent of the weight, not at it', () => {
    expect(scorecardOf([kpi('60', '1'), kpi('40', null)])).toEqual({ score: '100', coverage: '60', provisional: false })
    expect(scorecardOf([kpi('59.99', '1'), kpi('40.01', null)]).provisional).toBe(true)
  })

  const attainment = fc.integer({ min: 0, max: 100 }).map((value) => exact(value).div(100).toFixed())
  const kpis = fc.array(fc.record({ weight: fc.nat(50).map(String), attainment: fc.option(attainment) }), {
    maxLength: 8,
  })

  it('does not change by a KPI without data, nor by weights that are all multiplied', () => {
    fc.assert(
      fc.property(kpis, fc.nat(50), fc.integer({ min: 1, max: 9 }), (given, weight, times) => {
        const { score } = scorecardOf(given)
        expect(scorecardOf([...given, kpi(String(weight), null)]).score).toBe(score)
        const multiplied = given.map((each) => ({ ...each, weight: exact(each.weight).times(times).toFixed() }))
        expect(scorecardOf(multiplied)).toEqual(scorecardOf(given))
      }),
    )
  })

  it('lies between the worst and the best attainment', () => {
    fc.assert(
      fc.property(kpis, (given) => {
        const { score } = scorecardOf(given)
        if (score === null) return
        const known = given.flatMap((each) => (each.attainment === null ? [] : Number(each.attainment) * 100))
        expect(Number(score)).toBeGreaterThanOrEqual(Math.min(...known) - 1e-8)
        expect(Number(score)).toBeLessThanOrEqual(Math.max(...known) + 1e-8)
      }),
    )
  })
})
