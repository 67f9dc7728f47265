import { describe, expect, it } from 'vitest'
import type { FilterView } from '@/lib/kernel/list-view'
import { translatorOf } from '@/lib/kernel/translate'
import { filterSentence, type ListWords } from '@/lib/ui/table/filter-sentence'
import {
  addressKeeping,
  addressWith,
  columnsOnScreen,
  filterValue,
  nextSort,
  toggledValues,
  withoutFilters,
} from '@/lib/ui/table/list-address'
import { tableMessages } from '@/lib/ui/table/messages'

const now = new URLSearchParams('q=大安&tier=A&sort=-name&after=cursor&peek=1&columns=name,tier')

describe('the address of a list', () => {
  it('goes back to the first page when sorting or filters change, and keeps everything else', () => {
    expect(addressWith('/accounts', now, { tier: 'A,B' })).toBe(
      `/accounts?q=${encodeURIComponent('大安')}&tier=A,B&sort=-name&columns=name,tier`,
    )
    expect(addressWith('/accounts', now, { after: 'next' })).toContain('after=next')
    expect(addressKeeping('/accounts', now, { peek: '2' })).toContain('after=cursor')
  })

  it('has no question mark when nothing is left', () => {
    expect(addressWith('/accounts', new URLSearchParams('q=x'), { q: null })).toBe('/accounts')
  })

  it('sorts up, then down, then up', () => {
    expect(nextSort('tier', 'name')).toBe('name')
    expect(nextSort('name', 'name')).toBe('-name')
    expect(nextSort('-name', 'name')).toBe('name')
  })

  it('ticks and unticks options of a choice', () => {
    expect(toggledValues(['A'], 'B')).toBe('A,B')
    expect(toggledValues(['A', 'B'], 'A')).toBe('B')
    expect(toggledValues(['A'], 'A')).toBeNull()
  })

  it('takes out the search and every filter at once, not the order', () => {
    const filters: FilterView[] = [{ column: 'tier', operator: 'is', values: ['A'] }]
    expect(addressWith('/accounts', now, withoutFilters(filters))).toBe('/accounts?sort=-name&columns=name,tier')
    expect(filterValue({ column: 'day', operator: 'between', values: ['2026-01-01', ''] })).toBe('2026-01-01..')
  })

  it('shows the columns that were asked for, the naming one first whatever is asked', () => {
    const columns = ['name', 'tier', 'owner', 'note'].map((name) => ({ name, shown: name !== 'note' }))
    const names = (wanted: string | null) => columnsOnScreen(columns, wanted).map((column) => column.name)
    expect(names(null)).toEqual(['name', 'tier', 'owner'])
    expect(names('note,tier')).toEqual(['name', 'note', 'tier'])
    expect(names('tier,name,tier,nonsense')).toEqual(['name', 'tier'])
    expect(names('nonsense')).toEqual(['name', 'tier', 'owner'])
  })
})

describe('a filter in force', () => {
  const words: ListWords = {
    column: (name) => ({ status: '狀態', name: '名稱', made: '建立日' })[name] ?? name,
    choice: (_, value) => ({ active: '往來中', paused: '暫停' })[value] ?? value,
  }
  const said = (filter: FilterView) => filterSentence(filter, translatorOf(tableMessages, 'zh-TW'), words)

  it('reads as a sentence', () => {
    expect(said({ column: 'status', operator: 'is', values: ['active', 'paused'] })).toBe('狀態是 往來中 或 暫停')
    expect(said({ column: 'name', operator: 'contains', values: ['大安'] })).toBe('名稱包含「大安」')
    expect(said({ column: 'made', operator: 'between', values: ['2026-01-01', '2026-02-01'] })).toBe(
      '建立日介於 2026-01-01 與 2026-02-01',
    )
    expect(said({ column: 'made', operator: 'between', values: ['2026-01-01', ''] })).toBe('建立日自 2026-01-01 起')
    expect(said({ column: 'made', operator: 'between', values: ['', '2026-02-01'] })).toBe('建立日到 2026-02-01 為止')
  })
})
