import { describe, expect, test } from 'vitest'
import { formatRocDay, parseRocDay } from '@/lib/kernel/day-roc'

describe('the ROC calendar', () => {
  test.each([
    ['115/12/1', '2026-12-01'],
    ['民國115年12月1日', '2026-12-01'],
    ['中華民國 115 年 12 月 1 日', '2026-12-01'],
    ['1151201', '2026-12-01'],
    ['115.12.01', '2026-12-01'],
    ['115-12-01', '2026-12-01'],
    ['１１５／１２／１', '2026-12-01'],
    ['０９９年１２月３１日', '2010-12-31'],
    ['民國99/12/31', '2010-12-31'],
    ['0991231', '2010-12-31'],
    ['民國元年1月1日', '1912-01-01'],
  ])('reads %s', (typed, expected) => {
    expect(parseRocDay(typed)).toBe(expected)
  })

  test.each(['115/13/1', '115/2/29', '99/12/1', '12345678', '115', '民國0年1月1日', '115/12', 'abc', ''])(
    'refuses %s',
    (typed) => {
      expect(parseRocDay(typed)).toBeNull()
    },
  )

  test('writes the dates of an agreement (L01)', () => {
    expect(['2026-01-01', '1912-01-01', '2011-12-31'].map((day) => formatRocDay(day))).toEqual([
      '民國115年1月1日',
      '民國1年1月1日',
      '民國100年12月31日',
    ])
    expect(formatRocDay('2026-11-21', 'short')).toBe('115/11/21')
    expect(formatRocDay('1911-12-31')).toBe('民國前1年12月31日')
  })
})
