import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import { spanDays } from '@/lib/kernel/prorate'
import type { Thresholds } from '@/lib/modules/kpis/model-values'
import { thresholdProblems } from '@/lib/modules/kpis/rules-status'
import { lastPromised, segmentsOf, type TargetRow, weightedTarget } from '@/lib/modules/kpis/rules-targets'

const quarter = { key: '2026-Q2', from: '2026-04-01', to: '2026-06-30' }
const higher = (target: string, amber = '90', zero = '80'): Thresholds => ({ direction: 'higher', target, amber, zero })
const version = (number: number, fromDay: string, thresholds: Thresholds, toDay = '9999-12-31'): TargetRow => ({
  id: `v${number}`,
  number,
  order: `2026-01-0${number}`,
  fromDay,
  toDay,
  seasonal: false,
  thresholds,
})

describe('A06: an amendment in the middle of a period', () => {
  const versions = [version(1, '2026-01-01', higher('95')), version(2, '2026-05-16', higher('97', '92'))]

  it('makes two segments whose weighted sum is the target', () => {
    const segments = segmentsOf(versions, quarter)
    expect(segments.map(({ from, to, days, targetId }) => [from, to, days, targetId])).toEqual([
      ['2026-04-01', '2026-05-15', 45, 'v1'],
      ['2026-05-16', '2026-06-30', 46, 'v2'],
    ])
    expect(weightedTarget(segments, quarter, false)).toEqual({
      direction: 'higher',
      target: '96.010989011',
      amber: '91.010989011',
      zero: '80',
    })
  })

  it('leaves the periods before and after it whole', () => {
    const before = { key: '2026-Q1', from: '2026-01-01', to: '2026-03-31' }
    const after = { key: '2026-Q3', from: '2026-07-01', to: '2026-09-30' }
    expect(weightedTarget(segmentsOf(versions, before), before, false)).toEqual(higher('95'))
    expect(weightedTarget(segmentsOf(versions, after), after, false)).toEqual(higher('97', '92'))
  })

  it('that is temporary returns by itself', () => {
    const segments = segmentsOf(
      [version(1, '2026-01-01', higher('95')), version(2, '2026-05-01', higher('90'), '2026-05-31')],
      quarter,
    )
    expect(segments.map(({ days, targetId }) => `${targetId} ${days}`)).toEqual(['v1 30', 'v2 31', 'v1 30'])
  })

  it('that is permanent and signed while a temporary one runs ends that one: the later word holds from its first day', () => {
    const segments = segmentsOf(
      [
        version(1, '2026-01-01', higher('95')),
        version(2, '2026-04-15', higher('90'), '2026-06-15'),
        version(3, '2026-05-16', higher('97')),
      ],
      quarter,
    )
    expect(segments.map(({ from, to, targetId }) => [from, to, targetId])).toEqual([
      ['2026-04-01', '2026-04-14', 'v1'],
      ['2026-04-15', '2026-05-15', 'v2'],
      ['2026-05-16', '2026-06-30', 'v3'],
    ])
  })

  it('that is temporary and signed after a permanent one returns to whichever holds when it ends', () => {
    const segments = segmentsOf(
      [
        version(1, '2026-01-01', higher('95')),
        version(2, '2026-05-16', higher('97')),
        version(3, '2026-04-15', higher('90'), '2026-06-15'),
      ],
      quarter,
    )
    expect(segments.map(({ from, to, targetId }) => [from, to, targetId])).toEqual([
      ['2026-04-01', '2026-04-14', 'v1'],
      ['2026-04-15', '2026-06-15', 'v3'],
      ['2026-06-16', '2026-06-30', 'v2'],
    ])
  })

  it('that leaves the target as it was splits nothing', () => {
    const same = [version(1, '2026-01-01', higher('95')), version(2, '2026-05-16', higher('95'))]
    expect(segmentsOf(same, quarter)).toHaveLength(1)
  })

  it('that turns round what is better has no common target', () => {
    const turned = version(2, '2026-05-16', { direction: 'lower', target: '1', amber: '2', zero: '3' })
    expect(
      weightedTarget(segmentsOf([version(1, '2026-01-01', higher('95')), turned], quarter), quarter, false),
    ).toBeNull()
  })
})

describe('a target that holds for a part only', () => {
  const late = [version(1, '2026-05-16', higher('9100', '8000', '0'))]
  it('promises its days when it adds up, and is itself otherwise', () => {
    const segments = segmentsOf(late, quarter)
    expect(weightedTarget(segments, quarter, true)).toMatchObject({ target: '4600' })
    expect(weightedTarget(segments, quarter, false)).toMatchObject({ target: '9100' })
  })
  it('is none before its first version', () => {
    const january = { key: '2026-01', from: '2026-01-01', to: '2026-01-31' }
    expect(segmentsOf(late, january)).toEqual([])
    expect(weightedTarget([], january, true)).toBeNull()
  })
})

describe('a seasonal target', () => {
  const season = { ...version(1, '2026-04-01', higher('85', '80', '70'), '2026-06-30'), id: 'season', seasonal: true }
  const next = { key: '2026-Q3', from: '2026-07-01', to: '2026-09-30' }
  const of = (rows: readonly TargetRow[], period = quarter) => weightedTarget(segmentsOf(rows, period), period, false)

  it('goes before the usual one in its period alone, also before one that was amended later', () => {
    expect(of([version(1, '2026-01-01', higher('95')), season])).toEqual(higher('85', '80', '70'))
    expect(of([version(1, '2026-01-01', higher('95')), season], next)).toEqual(higher('95'))
    expect(of([version(1, '2026-01-01', higher('95')), season, version(2, '2026-02-01', higher('97'))])).toEqual(
      higher('85', '80', '70'),
    )
  })

  it('is changed by a later seasonal one, from whichever day that holds', () => {
    const changed = {
      ...season,
      id: 'changed',
      number: 2,
      order: '2026-01-02',
      fromDay: '2026-05-16',
      thresholds: higher('88', '80', '70'),
    }
    expect(segmentsOf([season, changed], quarter).map(({ targetId, days }) => `${targetId} ${days}`)).toEqual([
      'season 45',
      'changed 46',
    ])
  })
})

describe('a seasonal target of a KPI that an amendment ends', () => {
  const season = { ...version(1, '2026-06-01', higher('85', '80', '70'), '2026-06-30'), id: 'season', seasonal: true }
  const ended = { ...version(2, '2026-05-16', higher('0')), thresholds: null }
  const of = (rows: readonly TargetRow[]) =>
    segmentsOf(rows, quarter).map(({ from, to, targetId }) => [from, to, targetId])

  it('ends with it, whichever of the two begins first', () => {
    const rows = [version(1, '2026-01-01', higher('95')), season, ended]
    expect(of(rows)).toEqual([['2026-04-01', '2026-05-15', 'v1']])
    expect(lastPromised(rows)).toBe('2026-05-15')
  })

  it('is as it was before and after a time in which the KPI is ended', () => {
    expect(of([season, { ...ended, fromDay: '2026-06-10', toDay: '2026-06-19' }])).toEqual([
      ['2026-06-01', '2026-06-09', 'season'],
      ['2026-06-20', '2026-06-30', 'season'],
    ])
  })

  it('holds where a later version agrees on it again, as the usual one does', () => {
    const again = { ...season, id: 'again', number: 3, order: '2026-01-03' }
    const usual = version(3, '2026-06-01', higher('96'))
    expect(of([season, ended, usual])).toEqual([['2026-06-01', '2026-06-30', 'v3']])
    expect(of([season, ended, again])).toEqual([['2026-06-01', '2026-06-30', 'again']])
  })
})

describe('whatever was amended', () => {
  const rows = fc.array(
    fc.record({
      from: fc.integer({ min: -200, max: 200 }),
      long: fc.option(fc.nat(120)),
      target: fc.integer({ min: 90, max: 99 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  it('segments are in order, share no day, lie in the period, and their target is between the lowest and the highest', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const versions = given.map(({ from, long, target }, index) => {
          const first = addDays(quarter.from, from)
          return version(
            index + 1,
            first,
            higher(String(target), '85'),
            long === null ? undefined : addDays(first, long),
          )
        })
        const segments = segmentsOf(versions, quarter)
        for (const [index, each] of segments.entries()) {
          expect(each.from >= quarter.from && each.to <= quarter.to && each.days === spanDays(each)).toBe(true)
          const next = segments[index + 1]
          if (next) expect(each.to < next.from).toBe(true)
        }
        const whole = weightedTarget(segments, quarter, false)
        if (whole?.direction !== 'higher') {
          expect(segments).toEqual([])
          return
        }
        const targets = segments.flatMap(({ thresholds }) =>
          thresholds.direction === 'higher' ? Number(thresholds.target) : [],
        )
        expect(Number(whole.target)).toBeGreaterThanOrEqual(Math.min(...targets))
        expect(Number(whole.target)).toBeLessThanOrEqual(Math.max(...targets))
        expect(thresholdProblems(whole)).toEqual([])
      }),
    )
  })
})
