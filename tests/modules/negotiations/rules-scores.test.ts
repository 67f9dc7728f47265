import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, sumOf } from '@/lib/kernel/exact'
import { Refusal } from '@/lib/kernel/refusal'
import type { OfferValues, Scale, ValuedIssue } from '@/lib/modules/negotiations/model-issues'
import { mustFitIssues, scorable, type TypedIssue } from '@/lib/modules/negotiations/rules-issues'
import { hidesBreach, scoreOf } from '@/lib/modules/negotiations/rules-scores'
import { sensitivityOf } from '@/lib/modules/negotiations/rules-sensitivity'
import { centroidWeights, sharesOf, weightsByRanking } from '@/lib/modules/negotiations/rules-weights'

const runs = { numRuns: 200 }
const refusalOf = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal
    throw refusal
  }
  throw new Error('nothing was refused')
}
const shuffled = <Item>(items: readonly Item[], seed: number): Item[] =>
  items
    .map((item, index) => ({ item, at: (index * 7919 + seed * 104_729) % 1009 }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

const issue = (key: string, limit: string, target: string, weight: string): ValuedIssue => ({
  key,
  weight,
  scale: { kind: 'numeric', target, limit },
})

const example = [
  issue('discount_pct', '8', '3', '0.4'),
  issue('payment_days', '75', '30', '0.25'),
  issue('volume_cases', '8000', '12000', '0.25'),
  issue('listing_fee_twd', '300000', '0', '0.1'),
]
const offer = (discount_pct: string, payment_days: string, volume_cases: string, listing_fee_twd: string) => ({
  discount_pct,
  payment_days,
  volume_cases,
  listing_fee_twd,
})

describe('the score of an offer (N01)', () => {
  it.each([
    ['A', offer('5', '60', '10000', '120000'), '50.8333333333', ['0.6', '0.3333333333', '0.5', '0.6'], []],
    ['B', offer('2', '90', '12000', '0'), '75.0000000000', ['1', '0', '1', '1'], ['payment_days']],
    ['C', offer('8', '75', '8000', '300000'), '0.0000000000', ['0', '0', '0', '0'], []],
    ['D', offer('3', '30', '12000', '0'), '100.0000000000', ['1', '1', '1', '1'], []],
  ])('%s of the worked example', (_, values, expected, utilities, breaches) => {
    const found = scoreOf(example, values)
    expect(found.score?.toFixed(10)).toBe(expected)
    expect(example.map(({ key }) => found.utilities.get(key)?.toDecimalPlaces(10).toFixed())).toEqual(utilities)
    expect(found.breaches).toEqual(breaches)
    expect(found.acceptable).toBe(breaches.length === 0)
  })

  it('says when many points hide a value beyond the limit', () => {
    expect(hidesBreach(scoreOf(example, offer('2', '90', '12000', '0')))).toBe(true)
    expect(hidesBreach(scoreOf(example, offer('3', '30', '12000', '0')))).toBe(false)
  })

  it('scores a partial offer over what it states, with its worst and best completion', () => {
    const found = scoreOf(example, { discount_pct: '5', payment_days: null })
    expect(found.score?.toFixed()).toBe('60')
    expect([found.worst.toFixed(), found.best.toFixed()]).toEqual(['24', '84'])
    expect(found.missing).toEqual(['listing_fee_twd', 'payment_days', 'volume_cases'])
  })

  it('scores options by their points between limit and target, yes and no, and no text', () => {
    const issues: ValuedIssue[] = [
      {
        key: 'shelf',
        weight: '3',
        scale: {
          kind: 'ordinal',
          options: [
            { key: 'eye', points: '100' },
            { key: 'mid', points: '60' },
            { key: 'low', points: '20' },
          ],
          target: 'eye',
          limit: 'mid',
        },
      },
      { key: 'exclusive', weight: '1', scale: { kind: 'boolean', wanted: false, required: true } },
      { key: 'wording', weight: '9', scale: { kind: 'text' } },
    ]
    expect(scoreOf(issues, { shelf: 'eye', exclusive: false, wording: '依原文' }).score?.toFixed()).toBe('100')
    expect(scoreOf(issues, { shelf: 'mid', exclusive: false }).acceptable).toBe(true)
    expect(scoreOf(issues, { shelf: 'low', exclusive: true }).breaches).toEqual(['exclusive', 'shelf'])
    expect(scoreOf(issues, { shelf: 'eye' })).toMatchObject({ missing: ['exclusive'], acceptable: true })
  })

  it('keeps what nobody weighs apart from zero', () => {
    const issues = [issue('a', '0', '1', '0'), issue('b', '0', '1', '1')]
    expect(scoreOf(issues, { a: '1' }).score).toBeNull()
    expect(scoreOf(issues, { b: '0' }).score?.toFixed()).toBe('0')
  })
})

const numeric = fc
  .record({
    limit: fc.integer({ min: -5000, max: 5000 }),
    step: fc.integer({ min: 1, max: 5000 }),
    up: fc.boolean(),
    weight: fc.integer({ min: 0, max: 100 }),
    at: fc.integer({ min: -300, max: 1300 }),
  })
  .map(({ limit, step, up, weight, at }) => {
    const target = limit + (up ? step : -step)
    const value = exact(limit).plus(
      exact(target - limit)
        .times(at)
        .div(1000),
    )
    return {
      scale: { kind: 'numeric', limit: String(limit), target: String(target) } as const,
      weight,
      value: value.toFixed(),
      at,
    }
  })
const scene = fc.array(numeric, { minLength: 1, maxLength: 8 }).map((items) => ({
  issues: items.map(
    ({ scale, weight }, index): ValuedIssue => ({
      key: `issue ${index}`,
      weight: String(index === 0 ? weight + 1 : weight),
      scale,
    }),
  ),
  values: Object.fromEntries(items.map(({ value }, index) => [`issue ${index}`, value])) as Record<string, string>,
}))
const each = (
  issues: readonly ValuedIssue[],
  of: (scale: Extract<Scale, { kind: 'numeric' }>) => string,
): OfferValues =>
  Object.fromEntries(issues.flatMap(({ key, scale }) => (scale.kind === 'numeric' ? [[key, of(scale)]] : [])))

describe('whatever the issues', () => {
  it('all targets score 100, all limits 0 and remain acceptable', () => {
    fc.assert(
      fc.property(scene, ({ issues }) => {
        const [best, least] = [
          scoreOf(
            issues,
            each(issues, ({ target }) => target),
          ),
          scoreOf(
            issues,
            each(issues, ({ limit }) => limit),
          ),
        ]
        expect([best.score?.toFixed(), best.acceptable]).toEqual(['100', true])
        expect([least.score?.toFixed(), least.acceptable]).toEqual(['0', true])
      }),
      runs,
    )
  })

  it('a step toward the target never lowers the score', () => {
    fc.assert(
      fc.property(scene, fc.nat(), fc.integer({ min: 1, max: 900 }), ({ issues, values }, pick, by) => {
        const moved = issues[pick % issues.length]
        if (moved?.scale.kind !== 'numeric') throw new Error('numeric only')
        const { target, limit } = moved.scale
        const nearer = exact(values[moved.key] ?? 0).plus(exact(target).minus(limit).times(by).div(1000))
        const [before, after] = [scoreOf(issues, values), scoreOf(issues, { ...values, [moved.key]: nearer.toFixed() })]
        expect(after.score?.gte(before.score ?? 0)).toBe(true)
        expect(after.breaches.length).toBeLessThanOrEqual(before.breaches.length)
      }),
      runs,
    )
  })

  it('neither a factor on all weights nor the order of entry changes anything', () => {
    fc.assert(
      fc.property(
        scene,
        fc.integer({ min: 1, max: 9999 }),
        fc.nat({ max: 1000 }),
        ({ issues, values }, factor, seed) => {
          const other = shuffled(issues, seed).map((each) => ({
            ...each,
            weight: exact(each.weight).times(factor).div(1000).toFixed(),
          }))
          const partial = Object.fromEntries(Object.entries(values).slice(0, 1 + (seed % 3)))
          for (const offered of [values, partial]) expect(scoreOf(other, offered)).toEqual(scoreOf(issues, offered))
        },
      ),
      runs,
    )
  })

  it('every completion of a partial offer lies between the worst and the best', () => {
    fc.assert(
      fc.property(scene, fc.nat(), ({ issues, values }, pick) => {
        const open = issues[pick % issues.length]?.key ?? ''
        if (issues.length === 1) return
        const { worst, best } = scoreOf(issues, { ...values, [open]: null })
        const whole = scoreOf(issues, values).score ?? exact(-1)
        expect(whole.gte(worst) && whole.lte(best)).toBe(true)
      }),
      runs,
    )
  })
})

describe('weights (N09)', () => {
  it('by rank follow the centroid of the ranks', () => {
    expect(centroidWeights(3).map((weight) => weight.toFixed(4))).toEqual(['0.6111', '0.2778', '0.1111'])
    expect(sumOf(centroidWeights(7)).toDecimalPlaces(15).toFixed()).toBe('1')
  })
  it('of issues ranked alike are shared', () => {
    const weights = weightsByRanking([['a'], ['b', 'c']])
    expect([...weights].map(([key, weight]) => [key, weight.toFixed(4)])).toEqual([
      ['a', '0.6111'],
      ['b', '0.1944'],
      ['c', '0.1944'],
    ])
  })
  it('refuse an issue ranked twice and an empty ranking', () => {
    expect(refusalOf(() => weightsByRanking([['a'], ['a']])).code).toBe('negotiations.issueTwice')
    expect(refusalOf(() => weightsByRanking([])).code).toBe('negotiations.rankingEmpty')
  })
  it('refuse less than nothing, and nothing at all', () => {
    const negative = refusalOf(() => sharesOf([{ key: 'a', weight: '-1' }]))
    expect(negative.fieldSentences('zh-TW')).toEqual({ 'weights.a': '權重不可小於 0。' })
    expect(refusalOf(() => sharesOf([{ key: 'a', weight: '0' }])).code).toBe('negotiations.weightsAllZero')
  })
})

describe('what was typed as issues', () => {
  const ordinal = (
    options: { key: string; points: string | null }[],
    given: Partial<{ target: string; limit: string }> = {},
  ) =>
    ({
      key: 'o',
      weight: '1',
      scale: { kind: 'ordinal', options, target: null, limit: null, ...given },
    }) satisfies TypedIssue
  const both = [
    { key: 'x', points: '80' },
    { key: 'y', points: '20' },
  ]
  it.each<[string, TypedIssue, string, string]>([
    [
      'target that is the limit',
      { key: 'n', weight: '1', scale: { kind: 'numeric', target: '5', limit: '5.0' } },
      'issues.0.target',
      '目標值與底線相同',
    ],
    [
      'no limit',
      { key: 'n', weight: '1', scale: { kind: 'numeric', target: '5', limit: null } },
      'issues.0.limit',
      '請填寫底線',
    ],
    ['no options', ordinal([]), 'issues.0.options', '還沒有選項'],
    ['one option', ordinal([{ key: 'x', points: '1' }]), 'issues.0.options', '至少需要兩個'],
    [
      'options without points',
      ordinal([
        { key: 'x', points: null },
        { key: 'y', points: '1' },
      ]),
      'issues.0.options.0.points',
      '填寫分數',
    ],
    [
      'points above 100',
      ordinal([
        { key: 'x', points: '101' },
        { key: 'y', points: '1' },
      ]),
      'issues.0.options.0.points',
      '0 到 100',
    ],
    [
      'an option twice',
      ordinal([
        { key: 'x', points: '3' },
        { key: 'x', points: '1' },
      ]),
      'issues.0.options.1.key',
      '重複',
    ],
    [
      'a target worth less than the limit',
      ordinal(both, { target: 'y', limit: 'x' }),
      'issues.0.target',
      '必須高於底線',
    ],
    ['a limit nobody knows', ordinal(both, { limit: 'z' }), 'issues.0.limit', '不在選項之中'],
    [
      'no weight',
      { key: 'n', weight: null, scale: { kind: 'boolean', wanted: true, required: false } },
      'issues.0.weight',
      '權重',
    ],
    [
      'no answer wanted',
      { key: 'n', weight: '1', scale: { kind: 'boolean', wanted: null, required: false } },
      'issues.0.wanted',
      '希望',
    ],
    [
      'a word as number',
      { key: 'n', weight: '1', scale: { kind: 'numeric', target: '多', limit: '1' } },
      'issues.0.target',
      '一般數字',
    ],
  ])('is refused with %s, beside its field', (_, typed, path, says) => {
    const refused = refusalOf(() => scorable([typed]))
    expect(refused.fieldSentences('zh-TW')[path]).toContain(says)
    expect(refused.fieldSentences('en')[path]).not.toBe('')
  })
  it('is refused when no issue counts', () => {
    const scale = { kind: 'numeric', target: '1', limit: '0' } as const
    expect(refusalOf(() => scorable([{ key: 'n', weight: '0', scale }])).code).toBe('negotiations.weightsAllZero')
    expect(scorable([{ key: 'n', weight: '2', scale }])).toEqual([{ key: 'n', weight: '2', scale }])
    expect(refusalOf(() => scorable([])).code).toBe('negotiations.weightsAllZero')
    const words = { key: 't', weight: null, scale: { kind: 'text' } } as const
    expect(refusalOf(() => scorable([words, { key: 'n', weight: '0', scale }])).code).toBe(
      'negotiations.weightsAllZero',
    )
    expect(scorable([words])).toEqual([{ ...words, weight: '0' }])
  })
})

describe('an offer', () => {
  it('is refused when it speaks of issues that nobody knows, by name', () => {
    const refused = refusalOf(() => mustFitIssues(example, { discount_pct: '5', 贊助: '1' }))
    expect(refused.sentence('zh-TW')).toContain('贊助')
  })
  it('is refused when it says nothing', () => {
    expect(refusalOf(() => scoreOf(example, { discount_pct: null })).code).toBe('negotiations.offerEmpty')
  })
  it('is refused with a value that does not fit its issue', () => {
    const refused = refusalOf(() => mustFitIssues(example, { discount_pct: '很多' }))
    expect(refused.fieldSentences('en')).toEqual({ 'values.discount_pct': 'Write this as a plain number.' })
  })
})

describe('how firm a ranking is', () => {
  const issues = [issue('price', '0', '100', '60'), issue('days', '0', '100', '40')]
  it('names the smallest change of a weight that turns it', () => {
    const found = sensitivityOf(issues, { price: '80', days: '20' }, { price: '40', days: '60' })
    expect(found?.ahead).toBe('first')
    expect(found?.smallest?.to.toFixed()).toBe('0.5')
    expect(found?.smallest?.change.abs().toFixed()).toBe('0.1')
    expect(found?.fragile).toBe(false)
  })
  it('calls a ranking fragile that a tenth of one weight turns', () => {
    const near = [issue('price', '0', '100', '52'), issue('days', '0', '100', '48')]
    expect(sensitivityOf(near, { price: '80', days: '20' }, { price: '40', days: '60' })?.fragile).toBe(true)
  })
  it('finds none where one offer is better in everything, and no ranking of equals', () => {
    expect(sensitivityOf(issues, { price: '80', days: '80' }, { price: '40', days: '60' })?.smallest).toBeNull()
    expect(sensitivityOf(issues, { price: '80', days: '20' }, { price: '80', days: '20' })?.ahead).toBe('neither')
    expect(sensitivityOf(issues, { price: '80' }, { price: '80', days: '20' })).toBeNull()
  })
  it('really turns beyond the weight it names, and not before', () => {
    const other = fc.record({
      price: fc.integer({ min: 0, max: 100 }),
      days: fc.integer({ min: 0, max: 100 }),
      fee: fc.integer({ min: 0, max: 100 }),
    })
    const weights = fc.record({
      price: fc.integer({ min: 1, max: 99 }),
      days: fc.integer({ min: 1, max: 99 }),
      fee: fc.integer({ min: 1, max: 99 }),
    })
    const text = (numbers: Record<string, number>) =>
      Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)]))
    fc.assert(
      fc.property(other, other, weights, (one, two, raw) => {
        const three = Object.entries(raw).map(([key, weight]) => issue(key, '0', '100', String(weight)))
        const found = sensitivityOf(three, text(one), text(two))
        const flip = found?.smallest
        if (!found || !flip) return
        const leadAt = (share: string) => {
          const rest = sumOf(three.filter(({ key }) => key !== flip.key).map(({ weight }) => weight))
          const moved = three.map((each) => ({
            ...each,
            weight:
              each.key === flip.key ? share : exact(each.weight).times(exact(1).minus(share)).div(rest).toFixed(30),
          }))
          return scoreOf(moved, text(one)).score?.minus(scoreOf(moved, text(two)).score ?? 0) ?? exact(0)
        }
        const step = flip.change.times('0.01')
        const now = found.ahead === 'first' ? 1 : -1
        expect(leadAt(flip.to.minus(step).toFixed()).times(now).gt(0)).toBe(true)
        const past = flip.to.plus(step)
        if (past.gt(0) && past.lt(1)) expect(leadAt(past.toFixed()).times(now).lt(0)).toBe(true)
      }),
      runs,
    )
  })
})
