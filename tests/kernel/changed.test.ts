import { describe, expect, it } from 'vitest'
import { amountIn, type RecordedChange } from '@/lib/kernel/changed'

const change = (before: object | null, after: object): RecordedChange =>
  ({ id: 'c', table: 'agreements', rowId: 'r', before, after, at: new Date(0), by: null }) as RecordedChange
const of = (changes: RecordedChange[], currency = 'TWD') => amountIn(changes, new Map([['r', currency]]))

describe('an amount in a history', () => {
  it('is exact, grouped and in its currency', () => {
    expect(of([])('11400000.0000', 'r')).toBe('NT$11,400,000')
    expect(of([], 'USD')('1234.5000', 'r')).toBe('US$1,234.50')
    expect(of([])('9.8', 'r')).toBe('NT$9.8')
  })

  it('is in no currency where the row changed it, or where none is known', () => {
    const first = change(null, { currency: 'TWD', yearlyValue: '1200' })
    expect(of([first])('1200.0000', 'r')).toBe('NT$1,200')
    const other = change({ currency: 'USD' }, { currency: 'TWD' })
    expect(of([other, first])('1200.0000', 'r')).toBe('1,200')
    expect(of([])('1200.0000', 'other')).toBe('1,200')
  })
})
