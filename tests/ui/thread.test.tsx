// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { ThreadPage } from '@/lib/modules/threads/views/thread-page'
import { screen } from './screen'

const reader = {
  locale: 'zh-TW' as const,
  calendar: 'gregory' as const,
  timeZone: 'Asia/Taipei',
  today: '2026-12-01',
}

it('a station with nothing to show does not say that there is nothing, for it may not be the reader’s to see', async () => {
  const stations = (['issue', 'clause'] as const).map((kind) => ({ kind, knots: [] }))
  const view = { account: { id: 'a', name: '大安食品' }, name: '年度回饋', stations, filled: 0, red: 0 }
  const { container } = await screen(<ThreadPage view={view} reader={reader} />)
  const said = [...container.querySelectorAll('li p')].map((each) => each.textContent)
  expect(said).toEqual(Array(2).fill('沒有可顯示的紀錄：這一站沒有紀錄，或不在您的檢視範圍內。'))
  expect(container.textContent).not.toContain('尚無')
})
