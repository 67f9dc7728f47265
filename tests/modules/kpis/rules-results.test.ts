import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import type { Aggregation, Thresholds } from '@/lib/modules/kpis/model-values'
import { resultOf } from '@/lib/modules/kpis/rules-results'
import type { TargetRow } from '@/lib/modules/kpis/rules-targets'

const calendar = { kind: 'month', firstMonth: 1 } as const
const kpi = (aggregation: Aggregation, cumulative = false) => ({
  ...({ direction: 'higher', frequency: 'quarter', startsOn: '2026-01-01', endsOn: '2026-12-31' } as const),
  ...({ aggregation, cumulative, unit: 'percent' } as const),
})
const held = (number: number, fromDay: string, thresholds: Thresholds): TargetRow => ({
  ...{
    id: `v${number}`,
    number,
    order: `2026-0${number}-01`,
    fromDay,
    toDay: '9999-12-31',
    seasonal: false,
    thresholds,
  },
})
const atLeast = (target: string): Thresholds => ({ direction: 'higher', target, amber: '80', zero: '70' })
const usual = [held(1, '2026-01-01', atLeast('95'))]
const of = (period: string, numerator: string, denominator: string) => ({
  ...{ period, numerator, denominator, value: String((Number(numerator) / Number(denominator)) * 100) },
})

describe('what an agreement came to', () => {
  const year = [of('2026-Q1', '58', '60'), of('2026-Q2', '45', '60'), of('2026-Q3', '1', '10')]

  it('is the ratio of the sums of all periods, not the last one', () => {
    expect(resultOf(kpi('ratio'), usual, year, calendar)).toEqual({
      ...{ value: '80', promised: atLeast('95'), from: '2026-Q1', to: '2026-Q3' },
    })
  })

  it('is held against the target that was promised at last, not against the weighted one of a single period', () => {
    const changed = [...usual, held(2, addDays('2026-08-01', 14), atLeast('90'))]
    expect(resultOf(kpi('ratio'), changed, year, calendar)?.promised).toEqual(atLeast('90'))
  })

  it.each([
    ['sum', false],
    ['sum', true],
    ['last', false],
    ['max', false],
  ] as const)('of what is counted as %s is the last period', (aggregation, cumulative) => {
    expect(resultOf(kpi(aggregation, cumulative), usual, year, calendar)).toMatchObject({
      from: '2026-Q3',
      to: '2026-Q3',
    })
  })

  it('is the last period where the parts of one are unknown, and nothing where nothing was measured', () => {
    const bare = { period: '2026-Q2', numerator: null, denominator: null, value: '91' }
    expect(resultOf(kpi('ratio'), usual, [of('2026-Q1', '9', '10'), bare], calendar)).toMatchObject({
      ...{ value: '91', from: '2026-Q2', to: '2026-Q2' },
    })
    expect(resultOf(kpi('ratio'), usual, [], calendar)).toBeNull()
  })
})
