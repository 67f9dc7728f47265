import { describe, expect, test } from 'vitest'
import { isWorkday } from '@/lib/kernel/workday'
import { calendarWith, holidayName, readCalendarFile } from '@/lib/modules/workspace/rules-calendar'

describe('a calendar update', () => {
  test('reads day, name, kind and county, in English or Chinese', () => {
    const file = readCalendarFile(
      '\ufeffday,name,kind,county\n2026-07-10,颱風停班,closed,臺北市\n115/12/31,"公司, 週年",公休,\n２０２６／１２／１９,補班,補行上班,\n',
    )
    expect(file.refused).toEqual([])
    expect(file.rows).toEqual([
      { day: '2026-07-10', name: '颱風停班', kind: 'closed', county: '台北市' },
      { day: '2026-12-31', name: '公司, 週年', kind: 'closed', county: null },
      { day: '2026-12-19', name: '補班', kind: 'workday', county: null },
    ])
    expect(readCalendarFile('日期,名稱,種類,縣市\n2026/7/10,颱風,颱風假,高雄市').rows).toEqual([
      { day: '2026-07-10', name: '颱風', kind: 'closed', county: '高雄市' },
    ])
  })

  test("reads the government's own file and keeps only what differs from the weekday", () => {
    const file = readCalendarFile(
      '西元日期,星期,是否放假,備註\n20260101,四,2,開國紀念日\n20260102,五,0,\n20260103,六,2,\n20260228,六,2,和平紀念日\n20250208,六,0,補行上班\n',
    )
    expect(file.refused).toEqual([])
    expect(file.rows.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2026-01-01 holiday',
      '2026-02-28 holiday',
      '2025-02-08 workday',
    ])
  })

  test('says which lines it cannot read, and why', () => {
    const file = readCalendarFile('day,name,kind\n2026-02-30,x,holiday\n2026-03-01,x,party\n2026-03-02,ok,holiday\n')
    expect(file.rows).toHaveLength(1)
    expect(file.refused).toEqual([
      { line: 2, reason: 'day', typed: '2026-02-30,x,holiday' },
      { line: 3, reason: 'kind', typed: '2026-03-01,x,party' },
    ])
  })

  test.each(['', 'a,b,c\n1,2,3', '"open', '\u0000', `day,kind\n${'2026-01-01,holiday\n'.repeat(6000)}`])(
    'a file that is no calendar is refused as a whole',
    (text) => {
      const { rows, refused } = readCalendarFile(text)
      expect(rows).toEqual([])
      expect(refused).toMatchObject([{ line: 1, reason: 'columns' }])
    },
  )

  test('overrides the bundled calendar', () => {
    const own = [
      { day: '2026-02-20', name: '照常上班', kind: 'workday' as const, county: null },
      { day: '2026-07-10', name: '颱風停班', kind: 'closed' as const, county: '台北市' },
    ]
    const calendar = calendarWith(own)
    expect(isWorkday('2026-02-19', calendar)).toBe(false)
    expect(isWorkday('2026-02-20', calendar)).toBe(true)
    expect(isWorkday('2026-07-10', calendar, '臺北市')).toBe(false)
    expect(isWorkday('2026-07-10', calendar)).toBe(true)
    expect(holidayName('2026-02-20', own, 'zh-TW')).toBe('照常上班')
    expect(holidayName('2026-02-17', own, 'en')).toBe('Lunar New Year')
    expect(holidayName('2026-03-03', own, 'en')).toBeNull()
  })
})
