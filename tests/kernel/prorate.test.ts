import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import { cutSpan, prorated, sharedSpan, spanDays, weightedByDays } from '@/lib/kernel/prorate'

const year = { from: '2026-01-01', to: '2026-12-31' }

describe('A06: an annual commitment over a partial period', () => {
  it.each([
    ['365000', { from: '2026-01-01', to: '2026-01-31' }, '31000'],
    ['365000', { from: '2025-12-01', to: '2026-01-10' }, '10000'],
    ['365000', { from: '2026-07-01', to: '2027-06-30' }, '184000'],
    ['365000', { from: '2027-01-01', to: '2027-06-30' }, '0'],
    ['1000000', { from: '2026-01-01', to: '2026-01-01' }, '2740'],
    ['-365', { from: '2026-01-01', to: '2026-01-31' }, '-31'],
  ])('%s over %o is %s', (amount, part, expected) => {
    expect(prorated(amount, part, year)).toBe(expected)
  })

  it('counts a leap year with its 366 days', () => {
    const leap = { from: '2028-01-01', to: '2028-12-31' }
    expect(prorated('366', { from: '2028-02-01', to: '2028-02-29' }, leap)).toBe('29')
    expect(prorated('1000', { from: '2028-02-29', to: '2028-02-29' }, leap, 2)).toBe('2.73')
  })
})

describe('a span cut where something changes', () => {
  it('in the middle of a quarter has two pieces, whose values are weighted by their days', () => {
    const quarter = { from: '2026-04-01', to: '2026-06-30' }
    const pieces = cutSpan(quarter, ['2026-05-16', '2026-07-01', '2026-04-01'])
    expect(pieces).toEqual([
      { from: '2026-04-01', to: '2026-05-15' },
      { from: '2026-05-16', to: '2026-06-30' },
    ])
    const values = ['95', '97']
    const parts = pieces.map((piece, index) => ({ days: spanDays(piece), value: values[index] ?? '' }))
    expect(parts.map(({ days }) => days)).toEqual([45, 46])
    expect(weightedByDays(parts)?.toFixed(10)).toBe('96.0109890110')
  })

  it('has pieces in order that share no day and make up the span; equal values weigh as one', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.array(fc.integer({ min: -20, max: 420 })), fc.integer(), (long, cuts, value) => {
        const span = { from: '2026-01-01', to: addDays('2026-01-01', long) }
        const pieces = cutSpan(
          span,
          cuts.map((offset) => addDays('2026-01-01', offset)),
        )
        expect(pieces[0]?.from).toBe(span.from)
        expect(pieces.at(-1)?.to).toBe(span.to)
        for (const [index, piece] of pieces.entries()) {
          expect(spanDays(piece)).toBeGreaterThan(0)
          const next = pieces[index + 1]
          if (next) expect(next.from).toBe(addDays(piece.to, 1))
          expect(sharedSpan(piece, span)).toEqual(piece)
        }
        const parts = pieces.map((piece) => ({ days: spanDays(piece), value: String(value) }))
        expect(weightedByDays(parts)?.toDecimalPlaces(20).toFixed()).toBe(String(value))
      }),
    )
  })

  it('says nothing of no days', () => {
    expect(weightedByDays([])).toBeNull()
    expect(sharedSpan({ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-02-01', to: '2026-02-28' })).toBeNull()
  })
})
