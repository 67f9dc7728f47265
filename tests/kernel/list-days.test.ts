import { expect, it } from 'vitest'
import { calendarDays } from '@/db/schema/workspace'
import { type ListSpec, listInput } from '@/lib/kernel/list'

const spec: ListSpec = {
  name: 'days',
  id: calendarDays.id,
  firstSort: 'day',
  columns: { day: { from: calendarDays.day, kind: 'day', sort: true, filter: true } },
}

it('a day that the database has not is no filter', () => {
  const filtersOf = (day: string) =>
    listInput(spec)
      .parse({ day })
      .filters.map(({ values }) => values)
  expect(filtersOf('2026-01-01..')).toEqual([['2026-01-01', '']])
  expect(filtersOf('0000-01-01..')).toEqual([])
  expect(filtersOf('..0000-12-31')).toEqual([])
  expect(filtersOf('2026-02-30..')).toEqual([])
})
