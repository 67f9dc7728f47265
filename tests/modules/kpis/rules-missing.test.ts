import { describe, expect, it } from 'vitest'
import { missingIn, missingOf } from '@/lib/modules/kpis/rules-missing'
import { periodsBetween } from '@/lib/modules/kpis/rules-periods'

const march = { key: '2026-03', from: '2026-03-01', to: '2026-03-31' }

describe('a value that is missing', () => {
  it.each([
    ['2026-03-31', null],
    ['2026-04-01', { key: '2026-03', days: 1, tell: 'nobody' }],
    ['2026-04-04', { key: '2026-03', days: 4, tell: 'nobody' }],
    ['2026-04-05', { key: '2026-03', days: 5, tell: 'owner' }],
    ['2026-04-09', { key: '2026-03', days: 9, tell: 'owner' }],
    ['2026-04-10', { key: '2026-03', days: 10, tell: 'manager' }],
  ])('on %s: %o', (today, missing) => {
    expect(missingOf(march, today)).toEqual(missing)
  })

  it('follows the days that were set', () => {
    expect(missingOf(march, '2026-04-02', { owner: 2, manager: 3 })?.tell).toBe('owner')
    expect(missingOf(march, '2026-04-03', { owner: 2, manager: 3 })?.tell).toBe('manager')
  })

  it('is not one that was measured, excused, or whose period still runs', () => {
    const periods = periodsBetween('2026-01-01', '2026-06-30', 'month', { kind: 'month', firstMonth: 1 })
    const found = missingIn(periods, { measured: new Set(['2026-02']), excused: new Set(['2026-01']) }, '2026-05-07')
    expect(found).toEqual([
      { key: '2026-03', days: 37, tell: 'manager' },
      { key: '2026-04', days: 7, tell: 'owner' },
    ])
  })
})
