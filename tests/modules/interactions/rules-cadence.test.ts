import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '@/lib/kernel/day'
import { type CalendarDay, closedDaysOf, isWorkday } from '@/lib/kernel/workday'
import { amberDays, cadenceOf } from '@/lib/modules/interactions/rules-cadence'
import { directionOf } from '@/lib/modules/interactions/rules-channels'

const ordinary = {
  everyDays: 14,
  lastTwoWayOn: '2026-11-02' as Day | null,
  nextPlannedOn: null as Day | null,
  startedOn: '2026-01-05',
  closedDays: closedDaysOf([]),
  today: '2026-11-10',
}

describe('the cadence of an account', () => {
  test.each([
    ['2026-11-12', 'onTrack', 4],
    ['2026-11-13', 'due', 3],
    ['2026-11-16', 'due', 0],
    ['2026-11-17', 'overdue', -1],
  ] as const)('14 days after 2 November, on %s', (today, state, days) => {
    expect(cadenceOf({ ...ordinary, today })).toEqual({ state, dueOn: '2026-11-16', days })
  })

  test('the amber days are a fifth of the interval, at least three', () => {
    expect([14, 30, 90, 7, 3, 1].map(amberDays)).toEqual([3, 6, 18, 3, 2, 0])
  })

  test('counts from the start of the account while nobody has answered', () => {
    expect(cadenceOf({ ...ordinary, lastTwoWayOn: null, startedOn: '2026-11-03' }).dueOn).toBe('2026-11-17')
  })

  test('moves on from weekends, holidays and a typhoon in the county of the account', () => {
    const closedDays = closedDaysOf([
      { day: '2026-11-16', kind: 'holiday' },
      { day: '2026-11-17', kind: 'closed', county: '臺北市' },
    ])
    expect(cadenceOf({ ...ordinary, lastTwoWayOn: '2026-10-31', closedDays }).dueOn).toBe('2026-11-17')
    expect(cadenceOf({ ...ordinary, lastTwoWayOn: '2026-10-31', closedDays, county: '台北市' }).dueOn).toBe(
      '2026-11-18',
    )
  })

  test('a planned contact answers for an overdue account, a past plan does not', () => {
    const today = '2026-11-25'
    expect(cadenceOf({ ...ordinary, today, nextPlannedOn: '2026-11-25' })).toMatchObject({ state: 'planned', days: -9 })
    expect(cadenceOf({ ...ordinary, today, nextPlannedOn: '2026-11-24' }).state).toBe('overdue')
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
  today: someDay,
})
const order = ['onTrack', 'due', 'overdue']

describe('whatever the calendar', () => {
  test('the due day is a workday not before the interval is over, and nothing but the order of time decides', () => {
    fc.assert(
      fc.property(rhythms, ({ lines: calendar, ...rhythm }) => {
        const closedDays = closedDaysOf(calendar)
        const { dueOn } = cadenceOf({ ...rhythm, nextPlannedOn: null, closedDays })
        expect(isWorkday(dueOn, closedDays)).toBe(true)
        expect(dueOn >= addDays(rhythm.lastTwoWayOn ?? rhythm.startedOn, rhythm.everyDays)).toBe(true)
        const shuffled = closedDaysOf([...calendar].reverse())
        expect(cadenceOf({ ...rhythm, nextPlannedOn: null, closedDays: shuffled }).dueOn).toBe(dueOn)
      }),
    )
  })

  test('waiting never makes an account look better, and each day takes one day', () => {
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 0, max: 90 }), ({ lines: calendar, ...rhythm }, wait) => {
        const base = { ...rhythm, nextPlannedOn: null, closedDays: closedDaysOf(calendar) }
        const now = cadenceOf(base)
        const later = cadenceOf({ ...base, today: addDays(rhythm.today, wait) })
        expect(order.indexOf(later.state)).toBeGreaterThanOrEqual(order.indexOf(now.state))
        expect(later.days).toBe(now.days - wait)
      }),
    )
  })

  test('a later contact never brings the due day forward', () => {
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 0, max: 60 }), ({ lines: calendar, ...rhythm }, later) => {
        const base = { ...rhythm, nextPlannedOn: null, closedDays: closedDaysOf(calendar) }
        const from = rhythm.lastTwoWayOn ?? rhythm.startedOn
        const moved = cadenceOf({ ...base, lastTwoWayOn: addDays(from, later) })
        expect(moved.dueOn >= cadenceOf({ ...base, lastTwoWayOn: from }).dueOn).toBe(true)
      }),
    )
  })
})

test('calls, visits, meetings and meals are two-way by default; the others ask', () => {
  expect((['call', 'visit', 'meeting', 'meal'] as const).map(directionOf)).toEqual(Array(4).fill('twoWay'))
  expect((['mail', 'line', 'storeCheck', 'other'] as const).map(directionOf)).toEqual(Array(4).fill('ask'))
})
