import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, sumOf } from '@/lib/kernel/exact'
import { type RiskFacts, riskFactors, riskOf, riskValues } from '@/lib/modules/agreements/rules-risk'

describe('A05: the risk of an agreement', () => {
  it('is the weighted sum of its factors, and each says what it contributes', () => {
    const risk = riskOf({
      notice: '0.5',
      redKpis: '0.25',
      overdueObligations: '0',
      overdueReceivables: '0.4',
      singleThreaded: '1',
      deviations: '0',
      concentration: '0.2',
    })
    // 20 × 0.5 + 20 × 0.25 + 15 × 0.4 + 10 × 1 + 10 × 0.2 = 33 of 100
    expect(risk).toMatchObject({ score: '33', band: 'medium', missing: [] })
    expect(risk?.parts.map(({ points }) => points)).toEqual(['10', '5', '0', '6', '10', '0', '2'])
  })

  it('weighs the factors that are known anew when others are missing', () => {
    const risk = riskOf({ notice: '1', redKpis: null, singleThreaded: '0' })
    expect(risk).toMatchObject({ score: '66.6666666667', band: 'high' })
    expect(risk?.parts).toEqual([
      { factor: 'notice', value: '1', points: '66.6666666667', share: '66.6666666667' },
      { factor: 'singleThreaded', value: '0', points: '0', share: '33.3333333333' },
    ])
    expect(risk?.missing).toEqual([
      'redKpis',
      'overdueObligations',
      'overdueReceivables',
      'deviations',
      'concentration',
    ])
  })

  it.each([
    ['0.2999999999', 'low'],
    ['0.3', 'medium'],
    ['0.5999999999', 'medium'],
    ['0.6', 'high'],
  ])('%s is %s', (value, band) => {
    expect(riskOf({ notice: value })?.band).toBe(band)
  })

  it('is unknown, not 0, when nothing is known', () => {
    expect(riskOf({})).toBeNull()
    expect(riskOf({ notice: null })).toBeNull()
  })

  it('is the sum of what its factors contribute, between 0 and 100, and never falls when a factor rises', () => {
    const value = fc.option(fc.integer({ min: -20, max: 120 }).map((percent) => exact(percent).div(100).toFixed()))
    const values = fc.record(Object.fromEntries(riskFactors.map((factor) => [factor, value])))
    fc.assert(
      fc.property(values, fc.constantFrom(...riskFactors), (given, factor) => {
        const risk = riskOf(given)
        if (!risk) return
        expect(
          sumOf(risk.parts.map(({ points }) => points))
            .minus(risk.score)
            .abs()
            .lt('1e-8'),
        ).toBe(true)
        expect(exact(risk.score).gte(0) && exact(risk.score).lte(100)).toBe(true)
        const before = given[factor]
        if (before === null || before === undefined) return
        const raised = riskOf({ ...given, [factor]: exact(before).plus('0.1').toFixed() })
        expect(exact(raised?.score ?? -1).gte(risk.score)).toBe(true)
      }),
    )
  })
})

describe('what the risk is read from', () => {
  const calm: RiskFacts = {
    today: '2026-06-01',
    noticeOn: '2026-12-01',
    decided: false,
    kpis: { red: 1, measured: 4 },
    obligations: { overdue: 0, open: 0 },
    receivables: { overdue: '200', open: '1000' },
    contacts: 2,
    deviations: { unapproved: 1, all: 2 },
    salesShare: '10',
  }
  it('is a share of what is open; nothing open is no risk', () => {
    expect(riskValues(calm)).toEqual({
      notice: '0',
      redKpis: '0.25',
      overdueObligations: '0',
      overdueReceivables: '0.2',
      singleThreaded: '0.5',
      deviations: '0.5',
      concentration: '0.2',
    })
  })
  it('leaves unknown what nobody knows, and KPIs that were never measured', () => {
    const unknown = riskValues({
      ...calm,
      kpis: { red: 0, measured: 0 },
      obligations: null,
      receivables: null,
      contacts: null,
      deviations: null,
      salesShare: null,
    })
    expect(Object.values(unknown).filter((value) => value === null)).toHaveLength(6)
  })
  it.each([
    ['2026-08-30', '0.5'],
    ['2026-06-01', '1'],
    ['2026-05-01', '1'],
    [null, '0'],
  ])('grows towards the notice deadline %s: %s', (noticeOn, value) => {
    expect(riskValues({ ...calm, noticeOn }).notice).toBe(value)
    expect(riskValues({ ...calm, noticeOn, decided: true }).notice).toBe('0')
  })
})
