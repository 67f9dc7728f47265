import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '@/lib/kernel/day'
import { type CalendarDay, closedDaysOf, isWorkday } from '@/lib/kernel/workday'
import { amberDays, cadenceOf, dueDayOf, type Rhythm } from '@/lib/modules/accounts/model-cadence'

const ordinary: Rhythm = {
  everyDays: 14,
  lastTwoWayOn: '2026-11-02',
  startedOn: '2026-01-05',
  closedDays: closedDaysOf([]),
}
const standing = { dueOn: '2026-11-16', everyDays: 14, nextPlannedOn: null as Day | null }

describe('the cadence of an account', () => {
  test('is due an interval after the last two-way contact, or after the start while nobody has answered', () => {
    expect(dueDayOf(ordinary)).toBe('2026-11-16')
    expect(dueDayOf({ ...ordinary, lastTwoWayOn: null, startedOn: '2026-11-03' })).toBe('2026-11-17')
  })

  test.each([
    ['2026-11-12', 'onTrack', 4],
    ['2026-11-13', 'due', 3],
    ['2026-11-16', 'due', 0],
    ['2026-11-17', 'overdue', 1],
  ] as const)('due on 16 November, stands on %s as %s', (today, state, days) => {
    expect(cadenceOf(standing, today)).toEqual({ state, days })
  })

  test('the amber days are a fifth of the interval, at least three', () => {
    expect([14, 30, 90, 7, 3, 1].map(amberDays)).toEqual([3, 6, 18, 3, 2, 0])
  })

  test('moves on from weekends, holidays and a typhoon in the county of the account', () => {
    const closedDays = closedDaysOf([
      { day: '2026-11-16', kind: 'holiday' },
      { day: '2026-11-17', kind: 'closed', county: '臺北市' },
    ])
    const late = { ...ordinary, lastTwoWayOn: '2026-10-31', closedDays }
    expect(dueDayOf(late)).toBe('2026-11-17')
    expect(dueDayOf({ ...late, county: '台北市' })).toBe('2026-11-18')
  })

  test('a planned contact answers for an overdue account, a past plan does not', () => {
    const today = '2026-11-25'
    expect(cadenceOf({ ...standing, nextPlannedOn: today }, today)).toEqual({ state: 'planned', days: 0 })
    expect(cadenceOf({ ...standing, nextPlannedOn: '2026-11-24' }, today)).toEqual({ state: 'overdue', days: 9 })
  })
})

const someDay = fc.integer({ min: 0, max: 1200 }).map((offset) => addDays('2025-01-01', offset))
const lines = fc.uniqueArray(
  fc.record({ day: someDay, kind: fc.constantFrom<CalendarDay['kind']>('holiday', 'workday', 'closed') }),
  { selector: ({ day }) => day, maxLength: 25 },
)
const rhythms = fc.record({
  everyDays: fc.integer({ min: 1, max: 120 }),
  lastTwoWayOn: fc.option(someDay, { nil: null }),
  startedOn: someDay,
  lines,
})
const order = ['onTrack', 'due', 'overdue']
/** Days left until the due day; negative when it has passed. */
const left = ({ state, days }: ReturnType<typeof cadenceOf>) => (state === 'overdue' ? -days : days)

describe('whatever the calendar', () => {
  test('the due day is a workday not before the interval is over, and nothing but the order of time decides', () => {
    fc.assert(
      fc.property(rhythms, ({ lines: calendar, ...rhythm }) => {
        const closedDays = closedDaysOf(calendar)
        const dueOn = dueDayOf({ ...rhythm, closedDays })
        expect(isWorkday(dueOn, closedDays)).toBe(true)
        expect(dueOn >= addDays(rhythm.lastTwoWayOn ?? rhythm.startedOn, rhythm.everyDays)).toBe(true)
        expect(dueDayOf({ ...rhythm, closedDays: closedDaysOf([...calendar].reverse()) })).toBe(dueOn)
      }),
    )
  })

  test('waiting never makes an account look better, and each day takes one day', () => {
    const waits = fc.integer({ min: 0, max: 90 })
    fc.assert(
      fc.property(someDay, someDay, fc.integer({ min: 1, max: 120 }), waits, (dueOn, today, everyDays, wait) => {
        const now = cadenceOf({ dueOn, everyDays, nextPlannedOn: null }, today)
        const later = cadenceOf({ dueOn, everyDays, nextPlannedOn: null }, addDays(today, wait))
        expect(order.indexOf(later.state)).toBeGreaterThanOrEqual(order.indexOf(now.state))
        expect(left(later)).toBe(left(now) - wait)
      }),
    )
  })

  test('a later contact never brings the due day forward', () => {
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 0, max: 60 }), ({ lines: calendar, ...rhythm }, later) => {
        const base = { ...rhythm, closedDays: closedDaysOf(calendar) }
        const from = rhythm.lastTwoWayOn ?? rhythm.startedOn
        const moved = dueDayOf({ ...base, lastTwoWayOn: addDays(from, later) })
        expect(moved >= dueDayOf({ ...base, lastTwoWayOn: from })).toBe(true)
      }),
    )
  })
})
