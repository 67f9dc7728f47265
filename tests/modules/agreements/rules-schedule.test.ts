import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import { closedDaysOf, isWorkday } from '@/lib/kernel/workday'
import {
  adjusted,
  type DayRule,
  missingOccurrences,
  nominalDays,
  type Schedule,
} from '@/lib/modules/agreements/rules-schedule'

const holidays = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-03', '2026-04-06']
const calendar = { closedDays: closedDaysOf(holidays.map((day) => ({ day, kind: 'holiday' as const }))) }
const monthly: Schedule = {
  schedule: 'recurring',
  firstDueOn: '2026-01-31',
  everyMonths: 1,
  lastDueOn: null,
  dayRule: 'following',
}
const none = new Set<string>()

describe('A04: when an obligation is due', () => {
  it('day 31 returns after February, and a closed day moves to the next workday', () => {
    expect(missingOccurrences(monthly, { until: '2026-06-30', existing: none }, calendar)).toEqual([
      { nominalOn: '2026-01-31', dueOn: '2026-02-02' },
      { nominalOn: '2026-02-28', dueOn: '2026-03-02' },
      { nominalOn: '2026-03-31', dueOn: '2026-03-31' },
      { nominalOn: '2026-04-30', dueOn: '2026-04-30' },
      { nominalOn: '2026-05-31', dueOn: '2026-06-01' },
      { nominalOn: '2026-06-30', dueOn: '2026-06-30' },
    ])
  })

  it.each<[DayRule, string, string]>([
    ['none', '2026-01-31', '2026-01-31'],
    ['following', '2026-01-31', '2026-02-02'],
    ['modifiedFollowing', '2026-01-31', '2026-01-30'],
    ['preceding', '2026-01-31', '2026-01-30'],
    ['following', '2026-02-14', '2026-02-23'],
    ['modifiedFollowing', '2026-02-14', '2026-02-23'],
    ['preceding', '2026-02-21', '2026-02-13'],
    ['modifiedFollowing', '2026-03-03', '2026-03-03'],
  ])('%s moves %s to %s', (rule, day, expected) => {
    expect(adjusted(day, rule, calendar)).toBe(expected)
  })

  it('once is once, an event foresees nothing, and neither does a first day that nobody said', () => {
    expect(nominalDays({ ...monthly, schedule: 'once' }, '2026-12-31')).toEqual(['2026-01-31'])
    expect(nominalDays({ ...monthly, schedule: 'event' }, '2026-12-31')).toEqual([])
    expect(nominalDays({ ...monthly, firstDueOn: null }, '2026-12-31')).toEqual([])
    expect(nominalDays({ ...monthly, everyMonths: null }, '2026-12-31')).toEqual(['2026-01-31'])
  })

  it('ends with the agreement, or with its own last day when that is earlier', () => {
    const quarterly = { ...monthly, everyMonths: 3 }
    expect(nominalDays(quarterly, '2026-10-31')).toEqual(['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31'])
    expect(nominalDays({ ...quarterly, lastDueOn: '2026-07-31' }, '2026-10-31')).toHaveLength(3)
    expect(nominalDays(quarterly, '2026-01-30')).toEqual([])
  })

  it('pauses while the agreement is suspended', () => {
    const days = nominalDays(monthly, '2026-06-30', [{ from: '2026-02-28', until: '2026-04-29' }])
    expect(days).toEqual(['2026-01-31', '2026-04-30', '2026-05-31', '2026-06-30'])
    expect(nominalDays(monthly, '2026-06-30', [{ from: '2026-03-01', until: null }])).toEqual([
      '2026-01-31',
      '2026-02-28',
    ])
  })

  const anySchedule = fc.record({
    schedule: fc.constantFrom('once', 'recurring', 'event'),
    firstDueOn: fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days)),
    everyMonths: fc.integer({ min: 1, max: 14 }),
    lastDueOn: fc.constant(null),
    dayRule: fc.constantFrom('none', 'following', 'modifiedFollowing', 'preceding'),
  }) as fc.Arbitrary<Schedule>

  it('generated twice, or in two steps, is generated once', () => {
    fc.assert(
      fc.property(anySchedule, fc.nat(1500), fc.nat(1500), (schedule, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((days) => addDays('2026-01-01', days)) as [
          string,
          string,
        ]
        const first = missingOccurrences(schedule, { until: early, existing: none }, calendar)
        const existing = new Set(first.map(({ nominalOn }) => nominalOn))
        expect(missingOccurrences(schedule, { until: early, existing }, calendar)).toEqual([])
        const rest = missingOccurrences(schedule, { until: late, existing }, calendar)
        expect([...first, ...rest]).toEqual(missingOccurrences(schedule, { until: late, existing: none }, calendar))
      }),
    )
  })

  it('is due on workdays, not before its nominal day when following, in its month when modified', () => {
    fc.assert(
      fc.property(anySchedule, (schedule) => {
        for (const { nominalOn, dueOn } of missingOccurrences(
          schedule,
          { until: '2028-12-31', existing: none },
          calendar,
        )) {
          if (schedule.dayRule !== 'none') expect(isWorkday(dueOn, calendar.closedDays)).toBe(true)
          if (schedule.dayRule === 'following') expect(dueOn >= nominalOn).toBe(true)
          if (schedule.dayRule === 'preceding') expect(dueOn <= nominalOn).toBe(true)
          if (schedule.dayRule === 'modifiedFollowing') expect(dueOn.slice(0, 7)).toBe(nominalOn.slice(0, 7))
        }
      }),
    )
  })
})
