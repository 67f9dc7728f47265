import { getTableColumns } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { kpis } from '@/db/schema/kpis'
import { isSameValue } from '@/lib/kernel/same-value'

const { latestValue, latestPeriod, missingSince } = getTableColumns(kpis)

describe('two values of a field', () => {
  it.each([
    ['95', '95.00', true],
    ['-0', '0', true],
    ['95', '95.01', false],
    ['12345678901234567890.1', '12345678901234567890.10', true],
    ['12345678901234567890.1', '12345678901234567890.2', false],
    [null, '0', false],
    [null, null, true],
  ])('of numbers, %s and %s', (a, b, same) => expect(isSameValue(latestValue, a, b)).toBe(same))

  it('of text and days are the same only as they are written', () => {
    expect(isSameValue(latestPeriod, '2026', '2026.0')).toBe(false)
    expect(isSameValue(missingSince, '2026-01-01', '2026-01-01')).toBe(true)
    expect(isSameValue(undefined, '95', '95.0')).toBe(false)
  })
})
