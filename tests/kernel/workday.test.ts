import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import {
  addWorkdays,
  closedDaysOf,
  isWorkday,
  nextWorkday,
  previousWorkday,
  workdaysBetween,
} from '@/lib/kernel/workday'

const calendar = closedDaysOf([
  { day: '2026-02-20', kind: 'holiday' },
  { day: '2026-02-21', kind: 'workday' },
  { day: '2026-02-24', kind: 'closed', county: '臺北市' },
  { day: '2026-02-26', kind: 'holiday' },
  { day: '2026-02-26', kind: 'workday' },
])

describe('workdays', () => {
  test('are Monday to Friday unless the calendar says otherwise', () => {
    expect(isWorkday('2026-02-19', calendar)).toBe(true)
    expect(isWorkday('2026-02-20', calendar)).toBe(false)
    expect(isWorkday('2026-02-21', calendar)).toBe(true)
    expect(isWorkday('2026-02-22', calendar)).toBe(false)
  })

  test('a closure of one county closes only there, whichever way its name is written', () => {
    expect(isWorkday('2026-02-24', calendar)).toBe(true)
    expect(isWorkday('2026-02-24', calendar, '台北市')).toBe(false)
    expect(isWorkday('2026-02-24', calendar, '高雄市')).toBe(true)
  })

  test('a later line overrides an earlier one', () => {
    expect(isWorkday('2026-02-26', calendar)).toBe(true)
  })

  test('are found, counted forward and back', () => {
    expect(nextWorkday('2026-02-20', calendar)).toBe('2026-02-21')
    expect(nextWorkday('2026-02-22', calendar)).toBe('2026-02-23')
    expect(previousWorkday('2026-02-20', calendar)).toBe('2026-02-19')
    expect(addWorkdays('2026-02-19', 2, calendar)).toBe('2026-02-23')
    expect(addWorkdays('2026-02-23', -2, calendar)).toBe('2026-02-19')
    expect(addWorkdays('2026-02-20', 0, calendar)).toBe('2026-02-21')
    expect(workdaysBetween('2026-02-19', '2026-02-23', calendar)).toBe(2)
    expect(workdaysBetween('2026-02-23', '2026-02-19', calendar)).toBe(-2)
  })

  test('adding and counting agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const from = addDays('2025-06-01', offset)
        expect(workdaysBetween(from, addWorkdays(from, count, calendar), calendar)).toBe(count)
      }),
    )
  })

  test('a calendar without any workday is refused instead of searched for ever', () => {
    const never = closedDaysOf(
      Array.from({ length: 500 }, (_, index) => ({ day: addDays('2026-01-01', index), kind: 'closed' as const })),
    )
    expect(() => nextWorkday('2026-01-01', never)).toThrow(RangeError)
  })
})
