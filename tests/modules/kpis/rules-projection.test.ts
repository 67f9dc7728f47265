import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '@/lib/kernel/exact'
import { type ProjectionFacts, projectionOf } from '@/lib/modules/kpis/rules-projection'

const year = ['800', '700', '900', '950', '1000', '1050', '980', '960', '1010', '1100', '1150', '1400']
const facts: ProjectionFacts = {
  direction: 'higher',
  actual: ['850', '760', '930', '1010', '1040', '1090'],
  lastYear: year,
  periods: 12,
  target: '13200',
  sigma: '260',
}
const near = (text: string | null | undefined, value: number) =>
  expect(
    exact(text ?? Number.NaN)
      .minus(value)
      .abs()
      .lt(1e-7),
  ).toBe(true)

describe('K06: where a figure will stand at the end', () => {
  it('follows last year’s season', () => {
    const found = projectionOf(facts)
    expect(found?.method).toBe('seasonal')
    near(found?.toDate, 5680)
    near(found?.lastYearShare, 0.45)
    near(found?.growth, 1.0518518519)
    near(found?.projection, 12622.2222222222)
    near(found?.runRate, 11360)
    near(found?.requiredPerPeriod, 1253.3333333333)
    near(found?.requiredGrowth, 0.1393939394)
    near(found?.gap, -577.7777777778)
    near(found?.probability, 0.0131341457)
  })

  it.each([
    [null],
    [['0', '0', '0', '0', '0', '0', '980', '960', '1010', '1100', '1150', '1400']],
    [year.slice(0, 11)],
  ])('falls back to the run rate when last year says nothing: %o', (lastYear) => {
    expect(projectionOf({ ...facts, lastYear })).toMatchObject({
      method: 'runRate',
      projection: '11360',
      growth: null,
      lastYearShare: null,
      requiredGrowth: null,
    })
  })

  it('projects a month that nobody measured like those to come, and never takes it for 0', () => {
    const found = projectionOf({ ...facts, actual: ['850', null, '930', '1010', '1040', '1090'] })
    expect(found).toMatchObject({ missing: 1, toDate: '4920', requiredGrowth: null })
    // Last year without February: 4,700 of 12,000; 4,920 ÷ 4,700 × 12,000.
    near(found?.projection, 12561.7021276596)
    near(found?.runRate, 11808)
    expect(projectionOf({ ...facts, actual: [null, null] })).toBeNull()
    const ended = projectionOf({ ...facts, actual: [...year.slice(0, 11), null], sigma: null })
    expect(ended).toMatchObject({ missing: 1, probability: null, requiredPerPeriod: null })
  })

  it('a target that is reached requires nothing more, and is certain', () => {
    expect(projectionOf({ ...facts, target: '5680' })).toMatchObject({ requiredPerPeriod: '0', probability: '1' })
    expect(projectionOf({ ...facts, target: '0' })).toMatchObject({ requiredPerPeriod: '0', probability: '1' })
  })

  it('is certain either way when the last period has passed', () => {
    expect(projectionOf({ ...facts, actual: year, target: '12000' })).toMatchObject({
      requiredPerPeriod: null,
      probability: '1',
    })
    expect(projectionOf({ ...facts, actual: year, target: '12000.01' })).toMatchObject({ probability: '0' })
  })

  it('where lower is better, what is over the limit is lost, and what remains is an allowance', () => {
    const lower = { ...facts, direction: 'lower', lastYear: null, periods: 12, actual: ['1', '0', '0'] } as const
    expect(projectionOf({ ...lower, target: '4', sigma: '0' })).toMatchObject({ projection: '4', probability: '1' })
    expect(projectionOf({ ...lower, target: '3', sigma: '0' })).toMatchObject({ probability: '0' })
    expect(projectionOf({ ...lower, target: '0' })).toMatchObject({ requiredPerPeriod: '0', probability: '0' })
  })

  it('says nothing before the first period, and no probability without what it needs', () => {
    expect(projectionOf({ ...facts, actual: [] })).toBeNull()
    expect(projectionOf({ ...facts, sigma: null })).toMatchObject({ probability: null })
    expect(projectionOf({ ...facts, target: null })).toMatchObject({
      gap: null,
      requiredPerPeriod: null,
      probability: null,
    })
  })

  it.each([
    ['0', 0.5],
    ['-1', 0.15865525393145707],
    ['1.96', 0.9750021048517795],
    ['-5', 2.866515718791933e-7],
    ['9', 1],
    ['-9', 0],
  ])('Φ(%s) is %d', (lead, value) => {
    const found = projectionOf({
      ...facts,
      lastYear: null,
      actual: ['50'],
      periods: 2,
      target: exact(100).minus(lead).toFixed(),
      sigma: '1',
    })
    near(found?.probability, value)
  })

  const amount = fc.nat(2000).map(String)
  it('the required rate leads exactly to the target, and more so far never lowers projection or probability', () => {
    const months = fc.array(amount, { minLength: 1, maxLength: 11 })
    const last = fc.option(fc.array(amount, { minLength: 12, maxLength: 12 }))
    fc.assert(
      fc.property(months, last, fc.nat(20000), fc.nat(500), (actual, lastYear, target, more) => {
        const given = { ...facts, actual, lastYear, target: String(target) }
        const found = projectionOf(given)
        if (!found) throw new Error('a period passed')
        const end = exact(found.toDate).plus(exact(found.requiredPerPeriod ?? 0).times(12 - actual.length))
        expect(end.minus(target).gte('-1e-8')).toBe(true)
        expect(exact(found.probability ?? -1).gte(0) && exact(found.probability ?? 2).lte(1)).toBe(true)
        const raised = projectionOf({
          ...given,
          actual: [
            exact(actual[0] ?? 0)
              .plus(more)
              .toFixed(),
            ...actual.slice(1),
          ],
        })
        expect(exact(raised?.projection ?? -1).gte(found.projection)).toBe(true)
        expect(exact(raised?.probability ?? -1).gte(found.probability ?? 2)).toBe(true)
      }),
    )
  })
})
