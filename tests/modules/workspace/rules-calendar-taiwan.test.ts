import { describe, expect, test } from 'vitest'
import { addDays, type Day, daysBetween, weekday } from '@/lib/kernel/day'
import { closedDaysOf, isWorkday, workdaysBetween } from '@/lib/kernel/workday'
import { festivalDay } from '@/lib/modules/interactions/rules-festivals'
import { taiwanCalendar } from '@/lib/modules/workspace/rules-calendar-taiwan'

const named = (year: number, name: string) =>
  taiwanCalendar
    .filter((line) => line.day.startsWith(String(year)) && line.name['zh-TW'] === name)
    .map(({ day }) => day)
/** New moons minutes from midnight in Taipei, where the machine's calendar can be a day off the official one. */
const moonsNearMidnight = new Set([2027, 2030])
const years = [2025, 2026, 2027, 2028]

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
/** The day of a year that the calendar of the machine calls the given month and day of the lunar year. */
function lunarDay(year: number, month: string, date: string): Day | undefined {
  for (let day: Day = `${year}-01-15`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const parts = chinese.formatToParts(new Date(`${day}T00:00:00Z`))
    const of = (type: string) => parts.find((part) => part.type === type)?.value
    if (of('month') === month && of('day') === date) return day
  }
  return undefined
}

/** What the law gives for a holiday: itself, and for a weekend the workday beside it that is still free. */
function expectedYear(year: number): Set<Day> {
  const newYear = named(year, '春節')[0] ?? ''
  const festive = [-2, -1, 0, 1, 2].map((offset) => addDays(newYear, offset))
  const tombSweeping = `${year}-04-0${year === 2028 ? 4 : 5}`
  const fixed = [
    `${year}-01-01`,
    `${year}-02-28`,
    `${year}-04-04`,
    tombSweeping,
    `${year}-05-01`,
    `${year}-09-28`,
    `${year}-10-10`,
    `${year}-10-25`,
    `${year}-12-25`,
  ]
  const lunar = [...named(year, '端午節'), ...named(year, '中秋節')]
  const holidays = new Set([...festive, ...fixed, ...lunar, `${year + 1}-01-01`])
  const free = (day: Day) => weekday(day) <= 5 && !holidays.has(day)
  const walk = (from: Day, by: 1 | -1): Day =>
    free(addDays(from, by)) ? addDays(from, by) : walk(addDays(from, by), by)
  for (const day of [...festive].filter((candidate) => weekday(candidate) > 5)) holidays.add(walk(festive[4] ?? day, 1))
  for (const day of [...fixed, ...lunar, `${year + 1}-01-01`].filter((candidate) => weekday(candidate) > 5)) {
    holidays.add(walk(day, weekday(day) === 6 ? -1 : 1))
  }
  if (tombSweeping.endsWith('04'))
    holidays.add(weekday(tombSweeping) === 4 ? addDays(tombSweeping, 1) : addDays(tombSweeping, -1))
  return new Set([...holidays].filter((day) => day.startsWith(String(year))))
}

describe('the bundled calendar of Taiwan', () => {
  test.each([2026, 2027, 2028])('%i is what the law of 2025 gives, day by day', (year) => {
    const bundled = taiwanCalendar
      .filter(({ day, kind }) => day.startsWith(String(year)) && kind === 'holiday')
      .map(({ day }) => day)
    expect([...bundled].sort()).toEqual([...expectedYear(year)].sort())
  })

  test.each([
    ['1', '1', '春節', 0],
    ['5', '5', '端午節', 0],
    ['8', '15', '中秋節', 0],
  ])('lunar %s/%s is the day that Intl computes', (month, date, name) => {
    for (const year of years) {
      const bundled = named(year, name)[0] ?? ''
      const computed = lunarDay(year, month, date) ?? ''
      const nearMidnight = name === '春節' && moonsNearMidnight.has(year)
      expect(Math.abs(daysBetween(bundled, computed))).toBeLessThanOrEqual(nearMidnight ? 1 : 0)
    }
  })

  test('the festivals that phrases know are the same days', () => {
    for (const year of years) {
      expect(festivalDay('newYear', year)).toBe(named(year, '春節')[0])
      expect(festivalDay('dragonBoat', year)).toBe(named(year, '端午節')[0])
      expect(festivalDay('midAutumn', year)).toBe(named(year, '中秋節')[0])
      expect(festivalDay('tombSweeping', year)).toBe(named(year, '民族掃墓節')[0])
    }
  })

  test('the lunar table of the phrases stays with Intl to its end', () => {
    for (let year = 2024; year <= 2035; year++) {
      const off = [
        daysBetween(festivalDay('newYear', year) ?? '', lunarDay(year, '1', '1') ?? ''),
        daysBetween(festivalDay('dragonBoat', year) ?? '', lunarDay(year, '5', '5') ?? ''),
        daysBetween(festivalDay('midAutumn', year) ?? '', lunarDay(year, '8', '15') ?? ''),
      ]
      if (moonsNearMidnight.has(year)) off[0] = 0
      expect([year, ...off]).toEqual([year, 0, 0, 0])
    }
  })

  test.each([
    ['2025-01-27', false],
    ['2025-02-08', true],
    ['2025-09-29', false],
    ['2025-10-24', false],
    ['2026-02-20', false],
    ['2026-02-23', true],
    ['2026-02-14', false],
    ['2026-09-28', false],
    ['2027-02-10', false],
    ['2027-02-11', true],
    ['2027-12-31', false],
    ['2028-05-29', false],
  ])('%s is a workday: %s', (day, expected) => {
    expect(isWorkday(day, closedDaysOf(taiwanCalendar))).toBe(expected)
  })

  test('2026 has 120 days off and 245 workdays, as published', () => {
    expect(workdaysBetween('2025-12-31', '2026-12-31', closedDaysOf(taiwanCalendar))).toBe(245)
  })

  test('every line is named in both languages, in order, once a day', () => {
    const days = taiwanCalendar.map(({ day }) => day)
    expect(new Set(days).size).toBe(days.length)
    for (const { name } of taiwanCalendar) {
      expect(name['zh-TW']).toMatch(/^\p{Script=Han}/u)
      expect(name.en).toMatch(/^[A-Z]/)
    }
  })
})
