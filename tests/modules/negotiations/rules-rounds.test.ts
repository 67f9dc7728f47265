import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, sumOf } from '@/lib/kernel/exact'
import { Refusal } from '@/lib/kernel/refusal'
import type { LoggedOffer, OfferValue, ValuedIssue } from '@/lib/modules/negotiations/model-issues'
import { acknowledgementsOf, isEmbargoed } from '@/lib/modules/negotiations/rules-acknowledgement'
import { alternativeScore, beatsAlternative } from '@/lib/modules/negotiations/rules-alternatives'
import {
  concessionLogOf,
  middleOf,
  type Plan,
  plannedCurve,
  plannedScore,
} from '@/lib/modules/negotiations/rules-concessions'
import { giveGetOf, suggestedPairs } from '@/lib/modules/negotiations/rules-give-get'
import { cellsOf, isConcession, movesOf } from '@/lib/modules/negotiations/rules-moves'
import { pointsOf } from '@/lib/modules/negotiations/rules-points'
import { theirWeightsOf } from '@/lib/modules/negotiations/rules-their-weights'
import { latestTrades, tradesOf } from '@/lib/modules/negotiations/rules-trades'

const runs = { numRuns: 200 }
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.code
    throw refusal
  }
  return 'nothing was refused'
}
const said = (value: { toDecimalPlaces: (places: number) => { toFixed: () => string } } | null) =>
  value?.toDecimalPlaces(10).toFixed() ?? null

describe('the concession log (N06)', () => {
  it('is that of the worked example', () => {
    const log = concessionLogOf(['100', '92', '88', '86'], ['20', '30', '38', '50'])
    expect(log.ownSteps.map(said)).toEqual(['8', '4', '2'])
    expect(log.theirSteps.map(said)).toEqual(['10', '8', '12'])
    expect([said(log.ownTotal), said(log.theirTotal)]).toEqual(['14', '30'])
    expect(said(log.reciprocity)).toBe('2.1428571429')
    expect(log.ownDecay.map(said)).toEqual(['0.5', '0.5'])
    expect(log.gap.map(said)).toEqual(['80', '62', '50', '36'])
    expect(said(log.roundsToClose)).toBe('2.5714285714')
    expect(log.retractions).toEqual([])
  })
  it('leaves undefined what nothing can be divided by', () => {
    const log = concessionLogOf(['90', '90', '80'], ['20', '20'])
    expect(log.ownDecay).toEqual([null])
    expect(concessionLogOf(['90', '90'], ['20', '20']).reciprocity).toBeNull()
    expect(concessionLogOf(['90', '90'], ['20', '20']).roundsToClose).toBeNull()
    expect(concessionLogOf([], [])).toMatchObject({ gap: [], roundsToClose: null, reciprocity: null })
    expect(concessionLogOf(['50'], ['60']).roundsToClose?.toFixed()).toBe('0')
  })
  it('names whoever goes back on an offer', () => {
    const { retractions } = concessionLogOf(['100', '90', '95'], ['20', '30', '25'])
    expect(retractions).toEqual([
      { side: 'us', offer: 2 },
      { side: 'them', offer: 2 },
    ])
  })
  it('adds up to the way from the first offer to the last', () => {
    const scores = fc.array(
      fc.integer({ min: 0, max: 10_000 }).map((each) => exact(each).div(100).toFixed()),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    fc.assert(
      fc.property(scores, scores, (ours, theirs) => {
        const log = concessionLogOf(ours, theirs)
        expect(log.ownTotal.eq(exact(ours[0] ?? 0).minus(ours.at(-1) ?? 0))).toBe(true)
        expect(log.theirTotal.eq(exact(theirs.at(-1) ?? 0).minus(theirs[0] ?? 0))).toBe(true)
        const [gap] = log.gap
        if (ours.length === theirs.length)
          expect(
            log.gap.at(-1)?.eq(
              exact(gap ?? 0)
                .minus(log.ownTotal)
                .minus(log.theirTotal),
            ),
          ).toBe(true)
      }),
      runs,
    )
  })
})

describe('splitting the difference', () => {
  it('is unfair when we gave more lately than they did', () => {
    const middle = middleOf(['100', '80', '70'], ['20', '22', '24'])
    expect([said(middle?.at ?? null), said(middle?.costsUs ?? null), middle?.unfair]).toEqual(['47', '23', true])
  })
  it('is fair when they gave as much, and nothing where no gap is left', () => {
    expect(middleOf(['100', '92', '88', '86'], ['20', '30', '38', '50'])?.unfair).toBe(false)
    expect(middleOf(['60'], ['60'])).toBeNull()
    expect(middleOf([], ['60'])).toBeNull()
  })
})

describe('the plan of concessions (N07)', () => {
  const plan: Plan = { reservation: '40', first: '0', exponent: '1', rounds: 4 }
  it('goes evenly down to the reservation', () => {
    expect([0, 1, 2, 3, 4].map((round) => plannedScore(plan, round).toFixed())).toEqual(['100', '85', '70', '55', '40'])
  })
  it('gives way late below 1 and early above', () => {
    expect(plannedScore({ ...plan, exponent: '0.5' }, 2).toFixed()).toBe('85')
    expect(plannedScore({ ...plan, exponent: '2' }, 1).toFixed()).toBe('70')
    expect(plannedScore({ ...plan, first: '0.1' }, 0).toFixed()).toBe('94')
  })
  it('stays at its ends before the start and after the last round', () => {
    expect([plannedScore(plan, -1).toFixed(), plannedScore(plan, 9).toFixed()]).toEqual(['100', '40'])
  })
  it('shows by how much we are ahead of it', () => {
    expect(plannedCurve(plan, ['100', '80']).map(({ ahead }) => ahead?.toFixed() ?? null)).toEqual([
      '0',
      '5',
      null,
      null,
      null,
    ])
  })
  it.each([
    [{ exponent: '0' }, 'negotiations.exponentInvalid'],
    [{ reservation: '101' }, 'negotiations.scoreOutside'],
    [{ first: '1.1' }, 'negotiations.shareOutside'],
    [{ rounds: 0 }, 'negotiations.roundsInvalid'],
  ])('is refused with %o', (given, code) => {
    expect(codeOf(() => plannedScore({ ...plan, ...given }, 1))).toBe(code)
  })
  it('never goes up, whatever the pace', () => {
    const given = fc.record({
      reservation: fc.integer({ min: 0, max: 100 }).map(String),
      first: fc.integer({ min: 0, max: 10 }).map((tenths) => exact(tenths).div(10).toFixed()),
      exponent: fc.integer({ min: 1, max: 50 }).map((tenths) => exact(tenths).div(10).toFixed()),
      rounds: fc.integer({ min: 1, max: 8 }),
    })
    fc.assert(
      fc.property(given, (each) => {
        const curve = plannedCurve(each).map(({ planned }) => planned)
        expect(curve.every((planned, index) => index === 0 || planned.lte(curve[index - 1] ?? 0))).toBe(true)
        expect(curve.at(-1)?.toFixed()).toBe(each.reservation)
      }),
      { numRuns: 40 },
    )
  })
})

describe('our alternative as a score (N10)', () => {
  it('is what we may expect of it, less what switching costs', () => {
    const score = alternativeScore(
      [
        { probability: '0.6', score: '50' },
        { probability: '0.4', score: '30' },
      ],
      '7',
    )
    expect(score.toFixed()).toBe('35')
    expect(beatsAlternative(exact(35), score)).toBe(true)
    expect(beatsAlternative(exact('34.99'), score)).toBe(false)
    expect(beatsAlternative(exact(35), null)).toBeNull()
  })
  it.each([
    ['no outcome', [], '0', 'alternativesMissing'],
    ['probabilities that leave something out', [{ probability: '0.9', score: '50' }], '0', 'probabilitiesNotWhole'],
    [
      'a probability above 1',
      [
        { probability: '1.5', score: '50' },
        { probability: '-0.5', score: '0' },
      ],
      '0',
      'probabilityOutside',
    ],
    ['a score above 100', [{ probability: '1', score: '101' }], '0', 'scoreOutside'],
    ['a negative cost', [{ probability: '1', score: '10' }], '-1', 'costNegative'],
  ])('is refused with %s', (_, outcomes, cost, code) => {
    expect(codeOf(() => alternativeScore(outcomes, cost))).toBe(`negotiations.${code}`)
  })
  it('takes three thirds as a whole', () => {
    const third = { probability: '0.3333333333', score: '30' }
    expect(codeOf(() => alternativeScore([third, third, third], '0'))).toBe('nothing was refused')
  })
})

const numeric = (key: string, limit: string, target: string, weight = '1'): ValuedIssue => ({
  key,
  weight,
  scale: { kind: 'numeric', limit, target },
})
const text: ValuedIssue = { key: 'wording', weight: '0', scale: { kind: 'text' } }

describe('their weights from what they keep fixed (N11)', () => {
  const issues = [numeric('price', '90', '100'), numeric('days', '60', '30'), text]
  const offers = [
    { price: '80', days: '90', wording: '甲' },
    { price: '85', days: '90.0', wording: '甲' },
    { price: '88', days: '90', wording: '甲' },
  ]
  it('grow with every pair of offers that keeps an issue', () => {
    const found = theirWeightsOf(issues, offers)
    expect(found?.offers).toBe(3)
    expect([...(found?.weights ?? [])].map(([key, weight]) => [key, weight.toFixed(6)])).toEqual([
      ['days', '0.583333'],
      ['price', '0.416667'],
    ])
  })
  it('are not shown below three offers', () => {
    expect(theirWeightsOf(issues, offers.slice(0, 2))).toBeNull()
  })
  it('learn nothing from an issue that is not stated', () => {
    const silent = offers.map(({ price }) => ({ price }))
    expect([...(theirWeightsOf(issues, silent)?.weights.values() ?? [])].map((weight) => weight.toFixed())).toEqual([
      '0.5',
      '0.5',
    ])
  })
  it('add up to 1 and do not depend on the order of issues', () => {
    const value = fc.integer({ min: 0, max: 2 }).map(String)
    fc.assert(
      fc.property(fc.array(fc.record({ price: value, days: value }), { minLength: 3, maxLength: 9 }), (all) => {
        const found = theirWeightsOf(issues, all)
        expect(theirWeightsOf(issues.toReversed(), all)).toEqual(found)
        expect(
          sumOf([...(found?.weights.values() ?? [])])
            .toDecimalPlaces(15)
            .toFixed(),
        ).toBe('1')
      }),
      runs,
    )
  })
})

const issues = [numeric('discount', '8', '3'), numeric('days', '75', '30'), numeric('volume', '8000', '12000'), text]
const perUnit: Readonly<Record<string, string>> = { discount: '120000', days: '1972.6027', volume: '-15' }
const costOf = (issue: string, from: OfferValue, to: OfferValue) =>
  perUnit[issue] ? exact(String(to)).minus(String(from)).times(perUnit[issue]).toFixed() : null
const rounds: LoggedOffer[] = [
  { no: 1, side: 'us', values: { discount: '3', days: '30', volume: '12000' } },
  { no: 2, side: 'them', values: { discount: '8', days: '75', volume: '8000' } },
  { no: 3, side: 'us', values: { discount: '4', days: '30', wording: '依原文' } },
  { no: 4, side: 'them', values: { discount: '7', days: '75', volume: '9000' } },
  { no: 5, side: 'us', values: { discount: '4', days: '45', volume: '12500' } },
]

describe('the give-get grid', () => {
  const moves = movesOf(issues, rounds, costOf)
  it('finds what moved between one side’s offers, and what it gives in a year', () => {
    expect(moves.map(({ id, side, toward, yearly }) => [id, side, toward, yearly?.toFixed()])).toEqual([
      ['3:discount', 'us', 'them', '120000'],
      ['4:discount', 'them', 'us', '120000'],
      ['4:volume', 'them', 'us', '15000'],
      ['5:days', 'us', 'them', '29589.0405'],
      ['5:volume', 'us', 'us', '-7500'],
    ])
  })
  it('tells the moves of some offers as it tells them among all', () => {
    expect(movesOf(issues, rounds, costOf, new Set([4, 5]))).toEqual(moves.filter(({ offerNo }) => offerNo >= 4))
  })
  it('keeps the latest of a long log, with the sums of all of it', () => {
    const long = Array.from(
      { length: 20 },
      (_, n): LoggedOffer => ({ no: n + 1, side: 'us', values: { discount: String(n) } }),
    )
    const all = tradesOf(long, movesOf(issues, long, costOf), [])
    expect(all.unpaired).toHaveLength(19)
    const latest = latestTrades(all)
    expect(latest.unpaired).toEqual(all.unpaired.slice(-12))
    expect([latest.earlier, latest.given]).toEqual([7, all.given])
  })
  it('pairs what was given with what it bought and asks what the rest was for', () => {
    const pairs = suggestedPairs(rounds, moves)
    expect(pairs).toEqual([{ moves: ['3:discount', '4:discount', '4:volume'] }])
    const found = giveGetOf(moves, pairs)
    expect(found.trades[0]?.balance.toFixed()).toBe('15000')
    expect(found.unilateral.map(({ id }) => id)).toEqual(['5:days'])
    expect(found.retractions.map(({ id }) => id)).toEqual(['5:volume'])
    expect([found.given.all, found.given.paired, found.given.unpaired].map(said)).toEqual([
      '149589.0405',
      '120000',
      '29589.0405',
    ])
  })
  it('counts what has no price apart, never as 0', () => {
    const unpriced = giveGetOf(
      movesOf(issues, rounds, () => null),
      [],
    )
    expect(unpriced.given).toMatchObject({ uncosted: 2 })
    expect(unpriced.got).toMatchObject({ uncosted: 2 })
  })
  it.each([
    ['a move nobody knows', [{ moves: ['9:discount', '4:discount'] }], 'concessionUnknown'],
    ['what took something back', [{ moves: ['5:volume', '4:discount'] }], 'concessionUnknown'],
    ['one side only', [{ moves: ['3:discount', '5:days'] }], 'pairOneSided'],
    [
      'one concession twice',
      [{ moves: ['3:discount', '4:discount'] }, { moves: ['5:days', '4:discount'] }],
      'concessionTwice',
    ],
  ])('refuses a pair of %s', (_, pairs, code) => {
    expect(codeOf(() => giveGetOf(moves, pairs))).toBe(`negotiations.${code}`)
  })
  it('shows the distance to our limit in the issue’s own unit', () => {
    const cells = cellsOf(issues, rounds, moves)
    const at = (offerNo: number, key: string) => cells.find((cell) => cell.offerNo === offerNo && cell.issue === key)
    expect(said(at(3, 'discount')?.toLimit ?? null)).toBe('4')
    expect(said(at(4, 'volume')?.toLimit ?? null)).toBe('1000')
    expect(at(4, 'volume')?.moved).toBe('us')
    expect(at(3, 'wording')).toMatchObject({ toLimit: null, moved: null, yearly: null })
    expect(at(3, 'volume')).toBeUndefined()
  })
  it('always adds up: all is what is paired and what is not', () => {
    const offer = fc.record({
      side: fc.constantFrom('us' as const, 'them' as const),
      discount: fc.option(fc.integer({ min: 0, max: 12 })),
      days: fc.option(fc.integer({ min: 0, max: 120 })),
      volume: fc.option(fc.integer({ min: 0, max: 20_000 })),
    })
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 20 }), fc.integer({ min: 1, max: 4 }), (offers, every) => {
        const log = offers.map(
          ({ side, ...values }, index): LoggedOffer => ({
            no: index + 1,
            side,
            values: Object.fromEntries(
              Object.entries(values).map(([key, value]) => [key, value === null ? null : String(value)]),
            ),
          }),
        )
        const found = movesOf(issues, log, costOf)
        const pairs = suggestedPairs(log, found).filter((_, index) => index % every === 0)
        const { given, got, trades, unilateral } = giveGetOf(found, pairs)
        for (const total of [given, got]) expect(total.all.eq(total.paired.plus(total.unpaired))).toBe(true)
        expect(given.paired.eq(sumOf(trades.map(({ givenYearly }) => givenYearly)))).toBe(true)
        expect(got.paired.eq(sumOf(trades.map(({ gotYearly }) => gotYearly)))).toBe(true)
        const named = trades.flatMap((trade) => [...trade.given, ...trade.got]).length + unilateral.length
        expect(named).toBe(found.filter(isConcession).length)
        expect(movesOf(issues.toReversed(), log.toReversed(), costOf)).toEqual(found)
      }),
      runs,
    )
  })
})

describe('where both sides stand', () => {
  const table = [
    { ...numeric('discount', '8', '3'), options: ['3', '5', '7', '8'] },
    { ...numeric('days', '75', '30'), options: [] },
    { ...text, options: ['甲', '乙', '丙'] },
  ]
  it('is agreed, different with its distance, or not spoken of, with the options nobody used', () => {
    const points = pointsOf(table, { discount: '3', days: '45', wording: '甲' }, { discount: '7', days: '45.0' })
    expect(points.agreed).toEqual([{ key: 'days', value: '45' }])
    expect(points.different.map(({ key, apart }) => [key, said(apart)])).toEqual([['discount', '80']])
    expect(points.open).toEqual([{ key: 'wording', ours: '甲', theirs: null }])
    expect(points.unused).toEqual([
      { key: 'discount', options: ['5', '8'] },
      { key: 'wording', options: ['乙', '丙'] },
    ])
  })
  it('is all open before anybody made an offer', () => {
    expect(pointsOf(table, null, null).open).toHaveLength(3)
  })
  it('has no distance between words', () => {
    expect(pointsOf(table, { wording: '甲' }, { wording: '乙' }).different[0]?.apart).toBeNull()
  })
})

describe('who acknowledged a result (C01)', () => {
  const recipient = (id: string, required: boolean, due: string, version?: number, on = '') => ({
    id,
    required,
    due,
    acknowledged: version ? { version, on } : null,
  })
  const recipients = [
    recipient('u1', true, '2026-05-08', 2, '2026-05-07'),
    recipient('u2', true, '2026-05-08', 1, '2026-05-01'),
    recipient('u3', true, '2026-05-10'),
    recipient('u4', false, '2026-05-09'),
    recipient('u5', true, '2026-05-09', 2, '2026-05-10'),
  ]
  it('is that of the worked example', () => {
    const found = acknowledgementsOf({ version: 2, recipients }, '2026-05-10')
    expect(Object.fromEntries(found.statuses)).toEqual({
      u1: 'acknowledged',
      u2: 'overdue',
      u3: 'pending',
      u4: 'overdue',
      u5: 'acknowledged',
    })
    expect([found.late, found.coverage?.toFixed(), found.overdueRequired]).toEqual([['u5'], '50', ['u2']])
  })
  it('is looked at as of its day', () => {
    expect(acknowledgementsOf({ version: 2, recipients }, '2026-05-09').statuses.get('u5')).toBe('pending')
  })
  it('starts anew with a new version', () => {
    expect(acknowledgementsOf({ version: 3, recipients }, '2026-05-10').coverage?.toFixed()).toBe('0')
  })
  it('has no coverage when nobody must', () => {
    expect(acknowledgementsOf({ version: 1, recipients: [] }, '2026-05-10').coverage).toBeNull()
  })
  it('is not asked before the embargo ends', () => {
    expect([
      isEmbargoed('2026-05-10', '2026-05-09'),
      isEmbargoed('2026-05-10', '2026-05-10'),
      isEmbargoed(null, '2026-05-10'),
    ]).toEqual([true, false, false])
  })
})
