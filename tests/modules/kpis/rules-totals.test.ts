import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '@/lib/kernel/day'
import { periodOf } from '@/lib/kernel/fiscal'
import type { Thresholds } from '@/lib/modules/kpis/model-values'
import { periodsBetween } from '@/lib/modules/kpis/rules-periods'
import { type ReadKpi, readingOf } from '@/lib/modules/kpis/rules-readings'

const calendar = { kind: 'month', firstMonth: 1 } as const
const kpi = (startsOn: string, endsOn: string): ReadKpi => ({
  ...({ direction: 'higher', aggregation: 'sum', frequency: 'month', cumulative: true } as const),
  ...{ startsOn, endsOn },
})
const yearly: Thresholds = { direction: 'higher', target: '12000', amber: '11000', zero: '6000' }
const promised = (fromDay: string) => [
  { id: 'v1', number: 1, order: '1', fromDay, toDay: '9999-12-31', seasonal: false, thresholds: yearly },
]
/** So much in every month from the first day to another one, the first month apart. */
const monthly = (from: string, to: string, first = '1000') =>
  periodsBetween(from, to, 'month', calendar).map(({ key }, index) => ({
    period: key,
    value: index === 0 ? first : '1000',
  }))
const read = (of: ReadKpi, measured: ReturnType<typeof monthly>) =>
  readingOf(of, promised(of.startsOn), measured, calendar)
const targetOf = (thresholds: Thresholds | null | undefined) =>
  thresholds?.direction === 'higher' ? Number(thresholds.target) : null

describe('A06: the total of a contract year that the contract ends in', () => {
  it('is held against the share of the year that was agreed, all along and at its end', () => {
    const { periods, projection } = read(kpi('2026-01-01', '2027-06-30'), monthly('2026-01-01', '2027-06-30'))
    expect(periods.at(-1)).toMatchObject({ key: '2027-06', value: '6000', status: 'green' })
    // 12,000 × 181 of 365 days.
    expect(targetOf(periods.at(-1)?.thresholds)).toBeCloseTo(5950.6849, 3)
    expect(projection).toMatchObject({ projection: '6000', gap: '49.3150684932' })
  })

  it('asks no more of the months that passed when notice is given', () => {
    const measured = monthly('2026-01-01', '2026-05-31')
    const [whole, short] = ['2026-12-31', '2026-06-30'].map((endsOn) => read(kpi('2026-01-01', endsOn), measured))
    expect(short?.periods).toEqual(whole?.periods)
    expect(targetOf(short?.periods.at(-1)?.thresholds)).toBeCloseTo(4964.3836, 3)
  })
})

describe('A06: the total of a contract year that begins within a month', () => {
  const of = kpi('2026-03-15', '2029-03-14')
  const upTo = (day: string) => read(of, monthly('2026-03-15', day, '548'))

  it('is never held against more than the year was promised', () => {
    const last = upTo('2027-03-31').periods.at(-1)
    expect(last).toMatchObject({ key: '2027-03', value: '12548', status: 'green' })
    expect(targetOf(last?.thresholds)).toBeCloseTo(12000, 8)
  })

  it('says the same in its periods and where it will end: each month counts for one year', () => {
    const { periods, projection } = upTo('2027-04-30')
    expect(periods.at(-1)).toMatchObject({ key: '2027-04', value: '1000' })
    expect(projection).toMatchObject({ toDate: '1000', missing: 0, projection: '12000' })
  })

  it('is projected from half a month as from half a month', () => {
    // 548 in 17 of 31 days; twelve months and 17 days count for the first year.
    expect(Number(upTo('2026-03-31').projection?.runRate)).toBeCloseTo((548 * (12 + 17 / 31)) / (17 / 31), 6)
  })
})

describe('whenever a contract begins and however long it lasts', () => {
  const starts = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2024-01-01', days))
  const firsts = starts.map((day) => periodOf(day, calendar, 'month').from)
  const years = fc.integer({ min: 1, max: 3 })

  it('the months of a whole contract year have its target together', () => {
    fc.assert(
      fc.property(firsts, years, (startsOn, count) => {
        const endsOn = addDays(addMonths(startsOn, count * 12), -1)
        const { periods, projection } = read(kpi(startsOn, endsOn), monthly(startsOn, endsOn))
        for (let year = 1; year <= count; year++)
          expect(targetOf(periods[year * 12 - 1]?.thresholds)).toBeCloseTo(12000, 6)
        expect(projection).toMatchObject({ projection: '12000', gap: '0' })
      }),
      { numRuns: 40 },
    )
  })

  it('no total is held against more than its year was promised, and at the last period the gap is what it lacks', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 20, max: 900 }), (startsOn, days) => {
        const endsOn = addDays(startsOn, days)
        const { periods, projection } = read(kpi(startsOn, endsOn), monthly(startsOn, endsOn))
        for (const each of periods) expect(targetOf(each.thresholds)).toBeLessThanOrEqual(12000.000001)
        const last = periods.at(-1)
        expect(projection?.toDate).toBe(last?.value)
        expect(Number(projection?.gap)).toBeCloseTo(Number(last?.value) - (targetOf(last?.thresholds) ?? 0), 6)
      }),
      { numRuns: 60 },
    )
  })
})
