import { describe, expect, it } from 'vitest'
import { drawnTimeline } from '@/lib/modules/agreements/rules-timeline'

const stretches = [
  { number: 1, from: '2026-01-01', to: '2026-03-31' },
  { number: 2, from: '2026-04-01', to: '2026-04-30' },
  { number: 1, from: '2026-05-01', to: null },
]

describe('the drawing of what holds when', () => {
  it('gives each day the same width, to the end of the term', () => {
    const drawn = drawnTimeline(stretches, { endsOn: '2026-12-31', today: '2026-07-02' })
    expect(drawn).toEqual({
      first: '2026-01-01',
      last: '2026-12-31',
      today: 49.86,
      bars: [
        { number: 1, from: '2026-01-01', at: 0, width: 24.66 },
        { number: 2, from: '2026-04-01', at: 24.66, width: 8.22 },
        { number: 1, from: '2026-05-01', at: 32.88, width: 67.12 },
      ],
    })
  })

  it('draws an end that nobody agreed as a year, leaves today out where it lies outside, and nothing that is unsigned', () => {
    const drawn = drawnTimeline(stretches.slice(2), { endsOn: null, today: '2028-01-01' })
    expect(drawn).toMatchObject({ first: '2026-05-01', last: '2027-04-30', today: null, bars: [{ at: 0, width: 100 }] })
    expect(drawnTimeline([], { endsOn: null, today: '2026-01-01' })).toBe(null)
  })
})
