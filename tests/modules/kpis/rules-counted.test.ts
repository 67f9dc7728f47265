import { describe, expect, it } from 'vitest'
import { attainmentNow, hasLeft } from '@/lib/modules/kpis/rules-counted'
import { readingOf } from '@/lib/modules/kpis/rules-readings'
import type { TargetRow } from '@/lib/modules/kpis/rules-targets'

const calendar = { kind: 'month', firstMonth: 1 } as const
const openEnd = '9999-12-31'
const kpi = {
  ...({ direction: 'higher', aggregation: 'ratio', frequency: 'month', cumulative: false } as const),
  ...{ startsOn: '2026-01-01', endsOn: openEnd, graceDays: 5 },
}
const target = (number: number, fromDay: string, promised: string | null): TargetRow => ({
  ...{ id: `v${number}`, number, order: `2026-0${number}-01`, fromDay, toDay: openEnd, seasonal: false },
  thresholds: promised === null ? null : { direction: 'higher', target: promised, amber: '90', zero: '80' },
})
const promised = [target(1, '2026-01-01', '95')]
const ended = [...promised, target(2, '2026-04-01', null)]

describe('the attainment that a score rests on', () => {
  const measured = [{ period: '2026-03', value: '86' }]
  const on = (today: string, of = kpi, targets = promised) =>
    attainmentNow(of, targets, readingOf(of, targets, measured, calendar).periods.at(-1) ?? null, { today, calendar })

  it('is that of the last measured period, until a later one is over with the days of grace', () => {
    expect([on('2026-03-31'), on('2026-05-05'), on('2026-05-06'), on('2027-01-01')]).toEqual(['0.4', '0.4', null, null])
    expect(on('2026-05-06', { ...kpi, graceDays: 30 })).toBe('0.4')
  })

  it('stands where nothing later was promised, and is none without a value', () => {
    expect(on('2027-01-01', { ...kpi, endsOn: '2026-03-31' })).toBe('0.4')
    expect(on('2027-01-01', kpi, ended)).toBe('0.4')
    expect(attainmentNow(kpi, promised, null, { today: '2026-03-31', calendar })).toBe(null)
  })
})

describe('a KPI', () => {
  it('leaves the scorecard the day after it ended, by its own last day or by an amendment', () => {
    const byItself = (today: string) => hasLeft({ endsOn: '2026-03-31' }, promised, openEnd, today)
    const byAmendment = (today: string) => hasLeft(kpi, ended, openEnd, today)
    for (const left of [byItself, byAmendment]) expect([left('2026-03-31'), left('2026-04-01')]).toEqual([false, true])
    expect(hasLeft(kpi, promised, openEnd, '2026-04-01')).toBe(false)
  })

  it('that held to the last day of its agreement stays on it, for the score as it was in the end', () => {
    expect(hasLeft({ endsOn: '2026-12-31' }, promised, '2026-12-31', '2027-06-01')).toBe(false)
    expect(hasLeft({ endsOn: '2026-03-31' }, promised, '2026-12-31', '2027-06-01')).toBe(true)
  })
})
