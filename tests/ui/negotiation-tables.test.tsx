// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { ObservationsView } from '@/lib/modules/negotiations/queries-observations'
import type { ResultsView } from '@/lib/modules/negotiations/queries-results'
import { ObservePage } from '@/lib/modules/negotiations/views/observe-page'
import { ResultsPage } from '@/lib/modules/negotiations/views/results-page'
import type { Said } from '@/lib/modules/negotiations/views/said'
import { screen } from './screen'

const said = { locale: 'zh-TW', today: '2026-11-23' } as unknown as Said
const long = '付款天數自次月結六十天起算，遇假日順延至次一營業日，並以對帳單寄達之日為準'

const result = {
  notices: [
    {
      ...{ id: 'n', version: 1, negotiationId: 'x', audience: 'finance', message: '', edition: 1, embargoUntil: null },
      ...{ dueOn: '2026-11-24', sentOn: '2026-11-23', coverage: '100', late: [], waitsForMe: false },
      terms: [{ key: 'pay', name: '付款', value: long }],
      readers: [{ id: 'r', memberId: 'm', name: '劉建宏', status: 'acknowledged', on: '2026-11-23', comment: long }],
    },
  ],
  ...{ undrafted: [], colleagues: [], dueOn: '2026-11-24', maySend: false, today: '2026-11-23', mayLead: false },
} as unknown as ResultsView
const seen = {
  observations: [{ id: 'o', by: '蔡淑芬', of: '林怡君', observedOn: '2026-11-23', ratings: {}, note: null }],
  ...{ team: [], today: '2026-11-23', mayObserve: false },
} as unknown as ObservationsView

it.each([
  { what: 'what is told of a result', tables: 2, page: <ResultsPage negotiationId="x" view={result} said={said} /> },
  { what: 'what was seen at the table', tables: 1, page: <ObservePage negotiationId="x" view={seen} said={said} /> },
])('$what stands in tables whose sentences wrap, and on a phone in blocks that name their columns', async (each) => {
  const { container } = await screen(each.page)
  const found = [...container.querySelectorAll('table')]
  expect(found.map(({ className }) => className)).toEqual(Array(each.tables).fill('table sentences'))
  for (const cell of container.querySelectorAll('tbody td')) expect(cell.getAttribute('data-label')).toBeTruthy()
})
