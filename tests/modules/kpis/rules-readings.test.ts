import { describe, expect, it } from 'vitest'
import { readingOf } from '@/lib/modules/kpis/rules-readings'
import type { TargetRow } from '@/lib/modules/kpis/rules-targets'

const calendar = { kind: 'month', firstMonth: 1 } as const
const openEnd = '9999-12-31'
const kpi = {
  ...({ direction: 'higher', aggregation: 'ratio', frequency: 'month', cumulative: false } as const),
  ...{ startsOn: '2026-06-01', endsOn: openEnd },
}
const target = (number: number, fromDay: string, promised: string | null): TargetRow => ({
  ...{ id: `v${number}`, number, order: `2026-0${number}-01`, fromDay, toDay: openEnd, seasonal: false },
  thresholds: promised === null ? null : { direction: 'higher', target: promised, amber: '80', zero: '70' },
})

describe('since when a value is missing', () => {
  it('is never where the KPI was taken out before its first day, although the agreement has no end', () => {
    const removed = [target(1, '2026-07-01', '95'), target(2, '2026-06-01', null)]
    const measured = [{ period: '2026-06', value: '90' }]
    for (const each of [[], measured])
      expect(readingOf(kpi, removed, each, calendar)).toMatchObject({ missingSince: openEnd })
  })

  it('is the day after the first period that was promised and not measured', () => {
    const promised = [target(1, '2026-07-01', '95')]
    expect(readingOf(kpi, promised, [], calendar).missingSince).toBe('2026-08-01')
  })
})
