import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import type { FiscalCalendar } from '@/lib/kernel/fiscal'
import { frequencyOf, readPeriodKey } from '@/lib/modules/kpis/model-periods'
import { frequencies } from '@/lib/modules/kpis/model-values'
import { periodBefore, periodNamed, periodsBetween, yearBefore } from '@/lib/modules/kpis/rules-periods'

const january: FiscalCalendar = { kind: 'month', firstMonth: 1 }
const april: FiscalCalendar = { kind: 'month', firstMonth: 4 }
const weeks: FiscalCalendar = { kind: 'weeks445', firstMonth: 1 }

describe('a period by its key', () => {
  it.each([
    ['2026-02', january, '2026-02-01', '2026-02-28'],
    ['2024-02', january, '2024-02-01', '2024-02-29'],
    ['2026-Q1', january, '2026-01-01', '2026-03-31'],
    ['2026-Q4', january, '2026-10-01', '2026-12-31'],
    ['2026', january, '2026-01-01', '2026-12-31'],
    ['2026-02', april, '2026-02-01', '2026-02-28'],
    ['2026-Q1', april, '2026-04-01', '2026-06-30'],
    ['2026-Q4', april, '2027-01-01', '2027-03-31'],
    ['2026', april, '2026-04-01', '2027-03-31'],
    ['2026-01', weeks, '2025-12-29', '2026-01-25'],
    ['2026-Q1', weeks, '2025-12-29', '2026-03-29'],
    ['2026', weeks, '2025-12-29', '2027-01-03'],
  ] as const)('%s in %o', (key, calendar, from, to) => {
    expect(periodNamed(key, calendar)).toEqual({ key, from, to })
  })

  it.each(['2026-13', '2026-00', '2026-Q5', '2026-Q0', '26', '', '2026-1', '2026-W01', '0999'])('%s is none', (key) => {
    expect(periodNamed(key, january)).toBeNull()
  })

  it.each(['9999', '9999-12', '9999-Q4', '1000', '1000-01', '1899-12', '2200'])(
    '%s is of no year that is meant',
    (key) => {
      for (const calendar of [january, april, weeks]) expect(periodNamed(key, calendar)).toBeNull()
    },
  )

  it.each(['1900-01', '1900', '2199-Q4', '2199-12', '2199'])('%s is of one', (key) => {
    for (const calendar of [january, april, weeks]) expect(periodNamed(key, calendar)).toMatchObject({ key })
  })

  const calendar = fc.record({
    kind: fc.constantFrom('month', 'weeks445'),
    firstMonth: fc.integer({ min: 1, max: 12 }),
  }) as fc.Arbitrary<FiscalCalendar>
  const day = fc.nat(4000).map((days) => addDays('2020-01-01', days))

  it('periods between two days are named, follow each other and hold both days', () => {
    fc.assert(
      fc.property(calendar, day, fc.nat(800), fc.constantFrom(...frequencies), (cut, from, long, frequency) => {
        const to = addDays(from, long)
        const found = periodsBetween(from, to, frequency, cut)
        expect((found[0]?.from ?? '') <= from && to <= (found.at(-1)?.to ?? '')).toBe(true)
        for (const [index, period] of found.entries()) {
          expect(frequencyOf(period.key)).toBe(frequency)
          expect(periodNamed(period.key, cut)).toEqual(period)
          if (index > 0) expect(periodBefore(period, frequency, cut)).toEqual(found[index - 1])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('has none between when the last day is before the first', () => {
    expect(periodsBetween('2026-02-01', '2026-01-31', 'month', january)).toEqual([])
  })

  it.each([
    ['2026-03', 'month', '2025-03'],
    ['2026-Q1', 'quarter', '2025-Q1'],
    ['2026', 'year', '2025'],
  ] as const)('a year before %s is %s', (key, frequency, before) => {
    const period = periodNamed(key, april)
    expect(period && yearBefore(period, frequency, april).key).toBe(before)
  })
})

describe('a period as people type it', () => {
  it.each([
    ['2026-01', '2026-01'],
    ['2026/1', '2026-01'],
    ['2026.01', '2026-01'],
    ['2026.10', '2026-10'],
    ['2026.1.1', '2026-01'],
    ['2026.1', null],
    ['２０２６．１', null],
    ['２０２６-０１', '2026-01'],
    ['2026年1月', '2026-01'],
    ['民國115年1月', '2026-01'],
    ['民國115年', '2026'],
    ['2026-Q1', '2026-Q1'],
    ['2026q1', '2026-Q1'],
    ['2026年第1季', '2026-Q1'],
    ['2026', '2026'],
    ['115/01', null],
    ['2026-13', null],
    ['202601', null],
    ['20261', null],
    ['Q1', null],
    ['一月', null],
    ['', null],
    ['9'.repeat(50), null],
  ])('%s is %s', (text, key) => {
    expect(readPeriodKey(text)).toBe(key)
  })
})
