import { describe, expect, it } from 'vitest'
import { packed, unpacked } from '@/lib/kernel/list-view'

const page = { sort: 'name', query: '', filters: [], before: null, after: 'next', narrowed: false }

describe('A packed page of a list', () => {
  it('comes back as it went: texts with any sign in them, numbers, flags, lists and nothing', () => {
    const rows = [
      { id: '1', name: '「甲」"\\\n', amount: 0, alive: false, trend: [1, 2.5], day: null },
      { id: '2', name: '', amount: -3, alive: true, trend: [], day: '2026-11-23' },
    ]
    expect(unpacked(packed({ ...page, rows }))).toEqual({ ...page, rows })
  })

  it('fills what some of its rows lack with null', () => {
    const rows = [{ id: '1' }, { id: '2', city: '台北' }] as { id: string; city?: string }[]
    expect(unpacked(packed({ ...page, rows })).rows).toEqual([
      { id: '1', city: null },
      { id: '2', city: '台北' },
    ])
  })

  it('may be empty', () => {
    expect(unpacked(packed({ ...page, rows: [] })).rows).toEqual([])
  })
})
