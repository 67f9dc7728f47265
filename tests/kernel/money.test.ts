import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, formatMoney, formatMoneyShort, parseAmount, roundHalfUp } from '@/lib/kernel/money'

describe('money', () => {
  test('rounds half up, away from zero (P07)', () => {
    expect(roundHalfUp('2.5')).toBe('3')
    expect(roundHalfUp('-2.5')).toBe('-3')
    expect(roundHalfUp('1.005', 2)).toBe('1.01')
    expect(roundHalfUp('121.4999')).toBe('121')
    expect(roundHalfUp('-0.4')).toBe('0')
  })

  test('splits by largest remainder, ties to the earlier part (P07)', () => {
    expect(allocate(100, [333, 333, 334])).toEqual(['33', '33', '34'])
    expect(allocate(10, [1, 1, 1])).toEqual(['4', '3', '3'])
    expect(allocate(100, [1, 1, 1], 2)).toEqual(['33.34', '33.33', '33.33'])
    expect(allocate(-10, [1, 1, 1])).toEqual(['-4', '-3', '-3'])
    expect(() => allocate(10, [0, 0])).toThrow(RangeError)
    expect(() => allocate(10, [2, -1])).toThrow(RangeError)
  })

  test('the parts of a split always add up, and zero weights get nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          fc.pre(weights.some((weight) => weight > 0))
          const parts = allocate(total, weights).map(Number)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
          for (const [index, weight] of weights.entries()) if (weight === 0) expect(parts[index]).toBe(0)
        },
      ),
    )
  })

  test('tax per invoice and per line differ as they should (P07)', () => {
    const lines = [33, 33, 34]
    expect(roundHalfUp(String(lines.reduce((sum, line) => sum + line, 0) * 0.05))).toBe('5')
    expect(lines.reduce((sum, line) => sum + Number(roundHalfUp(line * 0.05)), 0)).toBe(6)
  })

  test.each([
    ['1234567', 'TWD', 'NT$1,234,567'],
    ['1234567.5', 'TWD', 'NT$1,234,568'],
    ['-1234.5', 'TWD', '-NT$1,235'],
    ['-0.4', 'TWD', 'NT$0'],
    ['0', 'TWD', 'NT$0'],
    ['999', 'JPY', '¥999'],
    ['1234.005', 'USD', 'US$1,234.01'],
    ['1234.5', 'EUR', '€1,234.50'],
    ['12345678901234567890.12', 'TWD', 'NT$12,345,678,901,234,567,890'],
    ['5', 'CHF', 'CHF 5.00'],
  ])('%s %s reads %s', (amount, currency, expected) => {
    expect(formatMoney({ amount, currency })).toBe(expected)
  })

  test('short forms count in 萬 and 億', () => {
    const short = (amount: string, locale: 'zh-TW' | 'en') => formatMoneyShort({ amount, currency: 'TWD' }, locale)
    expect(short('82710000', 'zh-TW')).toBe('NT$8271萬')
    expect(short('125000', 'zh-TW')).toBe('NT$12.5萬')
    expect(short('9999', 'zh-TW')).toBe('NT$9,999')
    expect(short('-120000000', 'zh-TW')).toBe('-NT$1.2億')
    expect(short('82710000', 'en')).toBe('NT$82.7M')
  })

  test.each([
    ['１，２３４', '1234'],
    ['NT$1,234,567', '1234567'],
    ['1,234.50', '1234.5'],
    ['1200元', '1200'],
    ['(1,200)', '-1200'],
    ['-1200', '-1200'],
    ['NT$ 0', '0'],
    ['120萬', '1200000'],
    ['NT$1,234.5 萬元', '12345000'],
    ['１．５億', '150000000'],
    ['1億2,000萬', '120000000'],
    ['2兆3億', '2000300000000'],
    ['3萬5000元', '35000'],
    ['12万', '120000'],
    ['-3萬', '-30000'],
    ['(3萬)', '-30000'],
    ['(-3)', '3'],
    ['3萬5', null],
    ['1億2000', null],
    ['1.5億2000萬', null],
    ['1萬2億', null],
    ['萬', null],
    ['1萬萬', null],
    ['1,2', null],
    ['12,34,567', null],
    ['一千', null],
    ['1e5', null],
    ['', null],
    ['9'.repeat(3_000_000), null],
  ])('%.20s is read as %s', (typed, expected) => {
    expect(parseAmount(typed)).toBe(expected)
  })
})
