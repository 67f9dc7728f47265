import { describe, expect, it } from 'vitest'
import { newMeasurementsWorld, seeMeasurements } from '@/lib/modules/imports/rules-measurements'

type Said = readonly [period: string, value: string]

const rows = (said: readonly Said[]) =>
  said.map(([period, value], index) => ({
    number: index + 2,
    fault: null,
    notes: [],
    values: { agreement: 'AG-2026-0001', kpi: 'OTIF', period, value },
  }))
const seen = (...said: Said[]) => {
  const world = newMeasurementsWorld()
  seeMeasurements(world, rows(said))
  return { contradicting: [...world.contradicting], repeating: [...world.repeating] }
}

describe('values of one KPI in a file', () => {
  it.each(['2026/1', '２０２６－０１', '2026年1月', '115年1月', '民國115年1月', '2026-01-01'])(
    'are of the same period where one writes 2026-01 and another %s',
    (period) => {
      expect(seen(['2026-01', '95'], [period, '94'])).toEqual({ contradicting: [2, 3], repeating: [] })
      expect(seen(['2026-01', '95'], [period, '95.0'])).toEqual({ contradicting: [], repeating: [[3, 2]] })
    },
  )

  it('are of two periods where they say so, and of none where what is written is no period', () => {
    expect(seen(['2026-01', '95'], ['2026-1-2', '94'], ['2026-Q1', '93'], ['2026', '92'])).toEqual({
      contradicting: [],
      repeating: [],
    })
  })
})
