import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '@/lib/kernel/exact'
import { type ResultFacts, resultOf } from '@/lib/modules/promotions/rules-result'

const worked: ResultFacts = {
  weeklyBaseline: '1000',
  weeks: '4',
  actualUnits: '6200',
  cannibalised: '300',
  pulledForward: '250',
  unitContribution: '60',
  unitDiscount: '15',
  fixedCost: '40000',
}

describe('the result of a promotion (M01)', () => {
  it('comes out as in the worked example', () => {
    const result = resultOf(worked)
    expect(result).toMatchObject({
      baseline: '4000',
      liftPct: '55',
      netIncremental: '1650',
      incrementalContribution: '6000',
      investment: '133000',
      profit: '-34000',
    })
    expect(exact(result.roi ?? '').toFixed(10)).toBe('-0.2556390977')
    expect(exact(result.breakEvenLiftPct ?? '').toFixed(10)).toBe('55.5555555556')
  })

  it('earns what its net incremental units contribute less what was invested, whatever the figures', () => {
    const figure = fc.integer({ min: 0, max: 10_000_000 }).map((value) => exact(value).div(100).toFixed())
    const facts = fc.record({
      weeklyBaseline: figure,
      weeks: figure,
      actualUnits: figure,
      cannibalised: figure,
      pulledForward: figure,
      unitContribution: figure,
      unitDiscount: figure,
      fixedCost: figure,
    })
    fc.assert(
      fc.property(facts, (given) => {
        const { netIncremental, investment, profit } = resultOf(given)
        const earned = exact(netIncremental).times(given.unitContribution)
        expect(earned.minus(investment).eq(profit ?? 'NaN')).toBe(true)
      }),
    )
  })

  it('earns nothing more and loses nothing at the break-even lift', () => {
    const { breakEvenLiftPct } = resultOf(worked)
    const actualUnits = exact(breakEvenLiftPct ?? '')
      .div(100)
      .plus(1)
      .times(4000)
      .toFixed()
    const { profit } = resultOf({ ...worked, actualUnits, cannibalised: '0', pulledForward: '0' })
    expect(
      exact(profit ?? '')
        .abs()
        .lt('0.000000001'),
    ).toBe(true)
  })

  it('leaves out what cannot be said: no sales before, no investment, a contribution that is not known', () => {
    expect(resultOf({ ...worked, weeklyBaseline: '0' })).toMatchObject({ liftPct: null, breakEvenLiftPct: null })
    expect(resultOf({ ...worked, unitDiscount: '0', fixedCost: '0' }).roi).toBeNull()
    expect(resultOf({ ...worked, unitContribution: '15' }).breakEvenLiftPct).toBeNull()
    expect(resultOf({ ...worked, unitContribution: null })).toMatchObject({
      liftPct: '55',
      netIncremental: '1650',
      investment: '133000',
      profit: null,
      roi: null,
      incrementalContribution: null,
    })
  })
})
