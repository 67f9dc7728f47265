import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, weekday } from '@/lib/kernel/day'
import { type Periods, periodKinds, periodOf, periodsOf } from '@/lib/kernel/fiscal'

const months = { kind: 'month', firstMonth: 1 } as const
const april = { kind: 'month', firstMonth: 4 } as const
const weeks = { kind: 'weeks445', firstMonth: 1 } as const

describe('calendar months', () => {
  it.each([
    ['2026-01-01', '2026', '2026-Q1', '2026-01', '2026-W01'],
    ['2026-12-31', '2026', '2026-Q4', '2026-12', '2026-W53'],
    ['2027-01-03', '2027', '2027-Q1', '2027-01', '2026-W53'],
    ['2024-02-29', '2024', '2024-Q1', '2024-02', '2024-W09'],
  ])('%s', (day, year, quarter, month, week) => {
    const found = periodsOf(day, months)
    expect([found.year.key, found.quarter.key, found.month.key, found.week.key]).toEqual([year, quarter, month, week])
  })

  it('may begin in April: the year is named after its beginning, months keep their names', () => {
    expect(periodsOf('2026-03-31', april)).toMatchObject({
      year: { key: '2025', from: '2025-04-01', to: '2026-03-31' },
      quarter: { key: '2025-Q4', from: '2026-01-01', to: '2026-03-31' },
      month: { key: '2026-03' },
    })
    expect(periodOf('2026-04-01', april, 'quarter')).toEqual({ key: '2026-Q1', from: '2026-04-01', to: '2026-06-30' })
  })
})

describe('4-4-5 weeks', () => {
  it.each([
    ['2025-12-28', '2025', '2025-Q4', '2025-12', '2025-W52'],
    ['2025-12-29', '2026', '2026-Q1', '2026-01', '2026-W01'],
    ['2026-01-26', '2026', '2026-Q1', '2026-02', '2026-W05'],
    ['2026-03-29', '2026', '2026-Q1', '2026-03', '2026-W13'],
    ['2026-03-30', '2026', '2026-Q2', '2026-04', '2026-W14'],
    ['2027-01-03', '2026', '2026-Q4', '2026-12', '2026-W53'],
    ['2027-01-04', '2027', '2027-Q1', '2027-01', '2027-W01'],
  ])('%s', (day, year, quarter, month, week) => {
    const found = periodsOf(day, weeks)
    expect([found.year.key, found.quarter.key, found.month.key, found.week.key]).toEqual([year, quarter, month, week])
  })

  it('give the 53rd week to the last month', () => {
    expect(periodOf('2027-01-01', weeks)).toEqual({ key: '2026-12', from: '2026-11-23', to: '2027-01-03' })
  })
})

describe('every day of forty years', () => {
  const day = fc.integer({ min: 0, max: 14_600 }).map((days) => addDays('2000-01-01', days))
  const calendar = fc.record({ kind: fc.constantFrom(...periodKinds), firstMonth: fc.integer({ min: 1, max: 12 }) })
  const kinds: readonly (keyof Periods)[] = ['year', 'quarter', 'month', 'week']

  it('belongs to exactly one period of each kind, and the next period begins where it ends', () => {
    fc.assert(
      fc.property(day, calendar, (each, cut) => {
        for (const kind of kinds) {
          const period = periodOf(each, cut, kind)
          expect(period.from <= each && each <= period.to).toBe(true)
          expect(periodOf(period.from, cut, kind)).toEqual(period)
          expect(periodOf(period.to, cut, kind)).toEqual(period)
          expect(periodOf(addDays(period.to, 1), cut, kind).from).toBe(addDays(period.to, 1))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('by weeks: quarters and months are whole weeks from Monday, four or five of them, six at most', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (each, firstMonth) => {
        const { quarter, month } = periodsOf(each, { kind: 'weeks445', firstMonth })
        expect([weekday(quarter.from), weekday(month.from)]).toEqual([1, 1])
        expect([91, 98]).toContain(daysBetween(quarter.from, quarter.to) + 1)
        expect([28, 35, 42]).toContain(daysBetween(month.from, month.to) + 1)
      }),
      { numRuns: 500 },
    )
  })
})
