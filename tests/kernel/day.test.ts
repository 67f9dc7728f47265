import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  dayOf,
  daysBetween,
  endOfMonth,
  formatDay,
  formatMoment,
  instantOf,
  isDay,
  parseDay,
  startOfWeek,
  timeOf,
  weekday,
} from '@/lib/kernel/day'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((offset) => addDays('1920-01-01', offset))

describe('a day', () => {
  test('is a real date and nothing else', () => {
    expect(['2026-11-21', '2024-02-29'].every(isDay)).toBe(true)
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '0026-01-01', '', null, 20261121]) {
      expect(isDay(wrong)).toBe(false)
    }
  })

  test('is the date on the wall in Taipei, not in London', () => {
    expect(dayOf(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
    expect(dayOf(new Date('2026-11-20T15:59:59Z'))).toBe('2026-11-20')
    expect(dayOf(new Date('2026-11-20T16:00:00Z'), 'Europe/London')).toBe('2026-11-20')
    expect(timeOf(new Date('2026-11-20T16:05:00Z'))).toBe('00:05')
  })

  test('and a time make a moment, also around summer time', () => {
    expect(instantOf('2026-11-25', '15:00').toISOString()).toBe('2026-11-25T07:00:00.000Z')
    expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(instantOf('2026-03-29', '03:00', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:00:00.000Z')
    expect(instantOf('2026-10-25', '12:00', 'Europe/Berlin').toISOString()).toBe('2026-10-25T11:00:00.000Z')
    expect(() => instantOf('2026-11-25', '25:00')).toThrow(RangeError)
  })

  test('survives the way to a moment and back in every zone', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('Asia/Taipei', 'America/New_York', 'Pacific/Apia', 'UTC'), (day, zone) => {
        fc.pre(!(zone === 'Pacific/Apia' && day === '2011-12-30'))
        expect(dayOf(instantOf(day, '12:00', zone), zone)).toBe(day)
      }),
    )
  })

  test('months clamp to the length of the month and count from the original date', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15')
    expect(endOfMonth('2028-02-03')).toBe('2028-02-29')
  })

  test('weeks begin on Monday', () => {
    expect(weekday('2026-11-21')).toBe(6)
    expect(startOfWeek('2026-11-22')).toBe('2026-11-16')
    expect(startOfWeek('2026-11-16')).toBe('2026-11-16')
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(startOfWeek(day))).toBe(1)
        expect(daysBetween(startOfWeek(day), day)).toBe(weekday(day) - 1)
      }),
    )
  })

  test('adding and counting days are inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(Math.sign(compareDays(addDays(day, days), day))).toBe(Math.sign(days))
      }),
    )
  })
})

describe('writing a day', () => {
  test.each([
    ['zh-TW', 'short', 'gregory', '2026/11/21'],
    ['zh-TW', 'long', 'gregory', '2026年11月21日'],
    ['zh-TW', 'weekday', 'gregory', '11/21（六）'],
    ['zh-TW', 'long', 'roc', '民國115年11月21日'],
    ['zh-TW', 'short', 'roc', '115/11/21'],
    ['en', 'short', 'gregory', 'Nov 21, 2026'],
    ['en', 'long', 'gregory', 'November 21, 2026'],
    ['en', 'weekday', 'gregory', 'Sat, Nov 21'],
    ['en', 'short', 'roc', 'ROC 115/11/21'],
  ] as const)('%s %s %s', (locale, style, calendar, expected) => {
    expect(formatDay('2026-11-21', locale, style, calendar)).toBe(expected)
  })

  test('names near days and dates the far ones', () => {
    const relative = (day: string, locale: 'zh-TW' | 'en' = 'zh-TW') =>
      formatDay(day, locale, 'relative', 'gregory', '2026-11-21')
    expect(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-20', '2026-11-19'].map((day) => relative(day))).toEqual([
      '今天',
      '明天',
      '後天',
      '昨天',
      '前天',
    ])
    expect(relative('2026-11-16')).toBe('5 天前')
    expect(relative('2026-12-01')).toBe('12/1（二）')
    expect(relative('2027-01-05')).toBe('2027/1/5（二）')
    expect(relative('2026-11-22', 'en')).toBe('tomorrow')
    expect(relative('2027-01-05', 'en')).toBe('Tue, Jan 5, 2027')
  })

  test('a moment shows its time in the zone of the office', () => {
    expect(formatMoment(new Date('2026-11-25T07:00:00Z'), 'zh-TW', 'weekday')).toBe('11/25（三） 15:00')
    expect(formatMoment(new Date('2026-11-25T16:00:00Z'), 'en')).toBe('Nov 26, 2026 00:00')
  })
})

describe('reading a day', () => {
  test.each([
    ['2026-11-21', '2026-11-21'],
    ['2026/1/5', '2026-01-05'],
    ['２０２６／１１／２１', '2026-11-21'],
    ['2026年11月21日', '2026-11-21'],
    ['20261121', '2026-11-21'],
    [' 2026 . 11 . 21 ', '2026-11-21'],
    ['民國115年11月21日', '2026-11-21'],
    ['115/11/21', '2026-11-21'],
    ['2026-02-30', null],
    ['11/21', null],
    ['tomorrow', null],
    ['', null],
    ['1'.repeat(3_000_000), null],
  ])('%.30s', (typed, expected) => {
    expect(parseDay(typed)).toBe(expected)
  })
})
