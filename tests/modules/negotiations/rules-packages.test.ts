import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '@/lib/kernel/exact'
import { Refusal } from '@/lib/kernel/refusal'
import type { OpenIssue } from '@/lib/modules/negotiations/model-issues'
import { hintsOf } from '@/lib/modules/negotiations/rules-hints'
import { frontierOf, packageAt, spaceOf } from '@/lib/modules/negotiations/rules-packages'
import { equalPair, equivalentsFor, simultaneousOffers, valueLeftOf } from '@/lib/modules/negotiations/rules-proposals'
import { analysisOf } from '@/lib/modules/negotiations/rules-references'
import { scoreOf } from '@/lib/modules/negotiations/rules-scores'
import { intervalOf, ourZopa, sellerShare, zopaOf } from '@/lib/modules/negotiations/rules-zopa'

const runs = { numRuns: 100 }
const points = (values: Readonly<Record<string, number>>, weight: string) => ({
  weight,
  scale: {
    kind: 'ordinal' as const,
    options: Object.entries(values).map(([key, each]) => ({ key, points: String(each) })),
    target: null,
    limit: null,
  },
})
type Row = readonly [option: string, ours: number, theirs: number]
const issue = (key: string, rows: readonly Row[], ourWeight: string, theirWeight: string): OpenIssue => ({
  key,
  options: rows.map(([option]) => option),
  ours: points(Object.fromEntries(rows.map(([option, ours]) => [option, ours])), ourWeight),
  theirs: points(Object.fromEntries(rows.map(([option, , theirs]) => [option, theirs])), theirWeight),
})

const example = [
  issue(
    'discount',
    [
      ['3%', 100, 0],
      ['5%', 60, 45],
      ['8%', 0, 100],
    ],
    '0.5',
    '0.3',
  ),
  issue(
    'payment',
    [
      ['30d', 100, 0],
      ['45d', 50, 60],
      ['60d', 0, 100],
    ],
    '0.2',
    '0.5',
  ),
  issue(
    'volume',
    [
      ['12000', 100, 0],
      ['10000', 60, 50],
      ['8000', 0, 100],
    ],
    '0.3',
    '0.2',
  ),
]
const alternatives = { ours: '35', theirs: '30' }
const named = ({ values, ours, theirs }: ReturnType<typeof packageAt>) => [
  `${values.discount}|${values.payment}|${values.volume}`,
  ours.toFixed(),
  theirs.toFixed(),
]

describe('the packages of the worked example (N03)', () => {
  const space = spaceOf(example)
  const found = analysisOf(space, alternatives)
  it('are all counted, with those that give both their alternative', () => {
    expect([found.count, found.feasibleCount, found.frontierFeasibleCount]).toEqual([27, 15, 6])
  })
  it('have the efficient ones by our score downwards', () => {
    expect(found.frontier.map((number) => named(packageAt(space, number)))).toEqual([
      ['3%|30d|12000', '100', '0'],
      ['3%|45d|12000', '90', '30'],
      ['3%|60d|12000', '80', '50'],
      ['3%|60d|10000', '68', '60'],
      ['5%|60d|12000', '60', '63.5'],
      ['3%|60d|8000', '50', '70'],
      ['5%|60d|10000', '48', '73.5'],
      ['5%|60d|8000', '30', '83.5'],
      ['8%|60d|10000', '18', '90'],
      ['8%|60d|8000', '0', '100'],
    ])
  })
  it.each([
    ['nash', ['3%|60d|10000', '68', '60'], '990'],
    ['maximin', ['3%|60d|10000', '68', '60'], '30'],
    ['maxJoint', ['3%|60d|12000', '80', '50'], '130'],
  ] as const)('%s is the one of the example', (name, expected, measure) => {
    const reference = found[name]
    expect(reference && named(reference)).toEqual(expected)
    expect(reference?.measure.toFixed()).toBe(measure)
  })
  it('know no fair point while the alternatives are unknown', () => {
    expect(analysisOf(space, null)).toMatchObject({ feasibleCount: null, nash: null, maximin: null })
    expect(analysisOf(space, null).maxJoint?.measure.toFixed()).toBe('130')
  })
  it('have none feasible when the alternatives are out of reach', () => {
    expect(analysisOf(space, { ours: '90', theirs: '90' })).toMatchObject({
      feasibleCount: 0,
      nash: null,
      maximin: null,
    })
  })
})

const part = fc.integer({ min: 0, max: 20 }).map((step) => step * 5)
const issues = fc
  .array(
    fc.record({
      options: fc.array(fc.tuple(part, part), { minLength: 1, maxLength: 4 }),
      ours: fc.integer({ min: 1, max: 7 }),
      theirs: fc.integer({ min: 1, max: 7 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ options, ours, theirs }, index) =>
      issue(
        `issue ${index}`,
        options.map(([our, their], at): Row => [`option ${at}`, our, their]),
        String(ours),
        String(theirs),
      ),
    ),
  )

describe('whatever the issues', () => {
  it('somebody is efficient, and whoever is not is beaten by one who is', () => {
    fc.assert(
      fc.property(issues, (given) => {
        const space = spaceOf(given)
        const members = frontierOf(space)
        expect(members.length).toBeGreaterThan(0)
        const at = (index: number) => [space.ours[index] ?? 0, space.theirs[index] ?? 0] as const
        const beats = (one: number, other: number) => {
          const [[ours, theirs], [our, their]] = [at(one), at(other)]
          return ours >= our && theirs >= their && ours + theirs > our + their
        }
        const inside = new Set(members)
        for (let index = 0; index < space.count; index++)
          expect(members.some((member) => beats(member, index))).toBe(!inside.has(index))
      }),
      runs,
    )
  })

  it('a beaten package changes nothing of the frontier', () => {
    fc.assert(
      fc.property(issues, fc.nat(), fc.integer({ min: 1, max: 9 }), (given, pick, less) => {
        const { ours, theirs } = spaceOf(given)
        const members = frontierOf({ ours, theirs })
        const beaten = members[pick % members.length] ?? 0
        const more = frontierOf({
          ours: Float64Array.from([...ours, (ours[beaten] ?? 0) - less]),
          theirs: Float64Array.from([...theirs, theirs[beaten] ?? 0]),
        })
        expect(more).toEqual(members)
      }),
      runs,
    )
  })

  it('neither the order of entry nor a factor on the weights changes anything', () => {
    fc.assert(
      fc.property(issues, fc.integer({ min: 1, max: 999 }), (given, factor) => {
        const heavier = (each: OpenIssue): OpenIssue => ({
          ...each,
          options: each.options.toReversed(),
          ours: { ...each.ours, weight: exact(each.ours.weight).times(factor).toFixed() },
          theirs: each.theirs && { ...each.theirs, weight: exact(each.theirs.weight).div(8).toFixed() },
        })
        const [one, other] = [spaceOf(given), spaceOf(given.toReversed().map(heavier))]
        expect(analysisOf(other, alternatives)).toEqual(analysisOf(one, alternatives))
        expect(simultaneousOffers(other, '50')).toEqual(simultaneousOffers(one, '50'))
        expect(valueLeftOf(other, alternatives)).toEqual(valueLeftOf(one, alternatives))
      }),
      runs,
    )
  })

  it('a package is worth what the offer of its values is worth', () => {
    fc.assert(
      fc.property(issues, fc.nat(), (given, pick) => {
        const space = spaceOf(given)
        const found = packageAt(space, pick % space.count)
        const score = scoreOf(
          given.map(({ key, ours }) => ({ key, ...ours })),
          found.values,
        ).score
        expect(
          found.ours
            .minus(score ?? -1)
            .abs()
            .lt('1e-18'),
        ).toBe(true)
        expect(
          found.ours
            .times(1e9)
            .minus(space.ours[found.number] ?? -1)
            .abs()
            .lte(1),
        ).toBe(true)
      }),
      runs,
    )
  })
})

describe('the fair points', () => {
  const best = (found: readonly { index: number; by: readonly number[] }[]) =>
    found.toSorted((a, b) => {
      const at = a.by.findIndex((each, index) => each !== b.by[index])
      return at < 0 ? a.index - b.index : (b.by[at] ?? 0) - (a.by[at] ?? 0)
    })[0]?.index
  it('are those that looking at every package finds; ties go to the joint score, ours, and the lower number', () => {
    const batna = fc.record({ ours: fc.integer({ min: 0, max: 80 }), theirs: fc.integer({ min: 0, max: 80 }) })
    const even = <Valued extends { weight: string }>(valued: Valued): Valued => ({ ...valued, weight: '1' })
    const plain = issues.map((all) =>
      all.map((each) => ({ ...each, ours: even(each.ours), theirs: each.theirs && even(each.theirs) })),
    )
    fc.assert(
      fc.property(plain, batna, (given, { ours, theirs }) => {
        const space = spaceOf(given)
        const found = analysisOf(space, { ours: String(ours), theirs: String(theirs) })
        const many = given.length
        const every = Array.from({ length: space.count }, (_, index) => {
          const { values } = packageAt(space, index)
          const sum = (side: 'ours' | 'theirs') =>
            given.reduce((total, each) => {
              const scale = each[side]?.scale
              if (scale?.kind !== 'ordinal') throw new Error('points only')
              return total + Number(scale.options.find(({ key }) => key === values[each.key])?.points)
            }, 0)
          return { index, our: sum('ours'), their: sum('theirs') }
        })
        const feasible = every.filter(({ our, their }) => our >= ours * many && their >= theirs * many)
        const tied = ({ our, their }: (typeof every)[number]) => [our + their, our]
        const number = (by: (each: (typeof every)[number]) => number, of: typeof every) =>
          best(of.map((each) => ({ index: each.index, by: [by(each), ...tied(each)] }))) ?? null
        expect(found.feasibleCount).toBe(feasible.length)
        expect(found.maxJoint?.number ?? null).toBe(number(() => 0, every))
        expect(found.nash?.number ?? null).toBe(
          number(({ our, their }) => (our - ours * many) * (their - theirs * many), feasible),
        )
        expect(found.maximin?.number ?? null).toBe(
          number(({ our, their }) => Math.min(our - ours * many, their - theirs * many), feasible),
        )
      }),
      runs,
    )
  })
})

describe('packages', () => {
  it('that are equal in truth are both kept, whatever was divided by three', () => {
    const thirds = [
      issue(
        'a',
        [
          ['x', 100, 0],
          ['y', 50, 50],
        ],
        '1',
        '1',
      ),
      issue(
        'b',
        [
          ['x', 0, 100],
          ['y', 50, 50],
        ],
        '1',
        '1',
      ),
      issue('c', [['x', 0, 0]], '1', '1'),
    ]
    expect(frontierOf(spaceOf(thirds))).toHaveLength(4)
  })

  it('beyond a limit of ours are shown, but never feasible nor proposed', () => {
    const price = (target: string, limit: string) => ({
      weight: '1',
      scale: { kind: 'numeric' as const, target, limit },
    })
    const one: OpenIssue[] = [
      { key: 'price', options: ['90', '100', '110'], ours: price('120', '95'), theirs: price('80', '115') },
      issue(
        'gift',
        [
          ['none', 100, 0],
          ['some', 0, 100],
        ],
        '1',
        '1',
      ),
    ]
    const space = spaceOf(one)
    const found = analysisOf(space, { ours: '0', theirs: '0' })
    expect([found.count, found.feasibleCount]).toEqual([6, 4])
    expect(valueLeftOf(space, { ours: '0', theirs: '0' }).packages.map(({ values }) => values.price)).not.toContain(
      '90',
    )
    expect(equivalentsFor(space, '50', '100')).toHaveLength(4)
  })

  it('leave out what our estimate of the other side says nothing of, and say so', () => {
    const [first, second, third] = example
    if (!first || !second || !third) throw new Error('three issues')
    const space = spaceOf([first, second, { ...third, theirs: null }])
    expect(space.unestimated).toEqual(['volume'])
    expect(packageAt(space, space.count - 1).theirs.lte(100)).toBe(true)
  })

  it.each<[string, OpenIssue[], string]>([
    ['no option', [{ ...issue('a', [['x', 1, 1]], '1', '1'), options: [] }], 'negotiations.issueInvalid'],
    ['no estimate', [{ ...issue('a', [['x', 1, 1]], '1', '1'), theirs: null }], 'negotiations.estimatesMissing'],
    ['only weights of 0', [issue('a', [['x', 1, 1]], '0', '1')], 'negotiations.weightsAllZero'],
    [
      'an option nobody valued',
      [{ ...issue('a', [['x', 1, 1]], '1', '1'), options: ['z'] }],
      'negotiations.valueInvalid',
    ],
  ])('are refused with %s', (_, given, code) => {
    try {
      spaceOf(given)
      expect.unreachable()
    } catch (refusal) {
      expect(refusal instanceof Refusal && refusal.code).toBe(code)
    }
  })
})

const wide = (many: number, options: number) =>
  Array.from({ length: many }, (_, at) =>
    issue(
      `issue ${String(at).padStart(2, '0')}`,
      Array.from(
        { length: options },
        (_, step): Row => [
          `o${step}`,
          100 - (100 * step) / (options - 1),
          Math.round(100 * (step / (options - 1)) ** (1 + at / 7) * 1000) / 1000,
        ],
      ),
      String(1 + ((at * 5) % 7)),
      String(1 + ((at * 3) % 5)),
    ),
  )

describe('more packages than can be counted through', () => {
  it('keep the bound, name every option left out, and both ends of every issue', () => {
    const given = wide(8, 6)
    const space = spaceOf(given)
    expect(space.count).toBeLessThanOrEqual(200_000)
    const dropped = space.reductions.flatMap((each) => each.dropped)
    const left = space.axes.flatMap(({ options }) => options)
    expect(dropped.length + left.length).toBe(8 * 6)
    expect(new Set(space.reductions.map(({ because }) => because))).toEqual(new Set(['between']))
    for (const { options } of space.axes) {
      const values = options.map(({ value }) => value)
      expect(values).toContain('o0')
      expect(values).toContain('o5')
    }
  })
  it('first lose only what is worse for both, which no efficient package can hold', () => {
    const given = [
      ...example,
      issue(
        'extra',
        [
          ['good', 90, 90],
          ['bad', 80, 80],
          ['worse', 10, 90],
        ],
        '0.1',
        '0.1',
      ),
    ]
    const [whole, less] = [spaceOf(given), spaceOf(given, 27)]
    expect(less.reductions).toEqual([{ key: 'extra', dropped: ['bad', 'worse'], because: 'worseForBoth' }])
    const on = (space: typeof whole) => frontierOf(space).map((number) => packageAt(space, number).values)
    expect(on(less)).toEqual(on(whole))
  })
  it('fix the issues that matter least when even two options are too many', () => {
    const space = spaceOf(wide(20, 2))
    expect(space.count).toBeLessThanOrEqual(200_000)
    expect(space.reductions.map(({ because }) => because)).toEqual(['fixed', 'fixed', 'fixed'])
  })
  it('do not depend on the order of entry', () => {
    const given = wide(9, 5)
    expect(spaceOf(given.toReversed()).reductions).toEqual(spaceOf(given).reductions)
  })
})

describe('value left on the table (N04)', () => {
  const space = spaceOf(example)
  it('is the best joint score that harms nobody, less the present one', () => {
    const found = valueLeftOf(space, { ours: '48', theirs: '36' })
    expect(found.packages[0] && named(found.packages[0])).toEqual(['3%|60d|12000', '80', '50'])
    expect(found.valueLeft.toFixed()).toBe('46')
    for (const each of found.packages) expect(each.ours.gte(48) && each.theirs.gte(36)).toBe(true)
  })
  it('is 0 without a proposal for an efficient agreement', () => {
    const found = valueLeftOf(space, { ours: '68', theirs: '60' })
    expect([found.valueLeft.toFixed(), found.packages]).toEqual(['0', []])
  })
})

describe('proposals made at once (N08)', () => {
  const space = spaceOf(example)
  it('are worth the same to us, best for them first, and differ from one another', () => {
    const offers = simultaneousOffers(space, '60')
    expect(offers.length).toBeGreaterThanOrEqual(2)
    for (const { ours } of offers) expect(ours.minus(60).abs().lte(3)).toBe(true)
    expect(offers[0] && named(offers[0])[0]).toBe('5%|60d|12000')
    expect(new Set(offers.map(({ number }) => number)).size).toBe(offers.length)
  })
  it('are none when there is nothing to choose between', () => {
    expect(simultaneousOffers(space, '96')).toEqual([])
  })
})

it('two packages of equal worth to us are found to ask whether they are equal', () => {
  const pair = equalPair(spaceOf(example))
  expect(pair?.[0].ours.minus(pair[1].ours).abs().lte('0.5')).toBe(true)
})

describe('trades that help both (N05)', () => {
  const line = (key: string, ours: string, theirs: string, confidence: 'low' | 'medium' | 'high' = 'high') => ({
    key,
    options: [],
    ours: { weight: ours, scale: { kind: 'numeric' as const, target: '1', limit: '0' } },
    theirs: { weight: theirs, scale: { kind: 'numeric' as const, target: '0', limit: '1' } },
    confidence,
  })
  it('give where they care more, ask where we do, within a range of exchange', () => {
    const [hint, ...others] = hintsOf([line('price', '60', '30'), line('days', '40', '70')])
    expect(others).toEqual([])
    expect(hint).toMatchObject({ give: 'days', ask: 'price', confidence: 'high' })
    expect(hint?.low.toFixed(6)).toBe('0.666667')
    expect(hint?.high?.toFixed(6)).toBe('2.333333')
    expect(hint?.equal.toFixed(6)).toBe('1.222222')
  })
  it('have no upper bound when what we ask costs them nothing', () => {
    expect(hintsOf([line('price', '60', '0'), line('days', '40', '70')])[0]?.high).toBeNull()
  })
  it('are not named on equal weights, unsure estimates or common interests', () => {
    expect(hintsOf([line('price', '60', '60'), line('days', '40', '40')])).toEqual([])
    expect(hintsOf([line('price', '60', '30', 'low'), line('days', '40', '70')])).toEqual([])
    const common = { ...line('days', '40', '70'), theirs: { weight: '70', scale: line('x', '1', '1').ours.scale } }
    expect(hintsOf([line('price', '60', '30'), common])).toEqual([])
  })
  it('help both at every rate inside the range, and alike at the equal one', () => {
    const weight = fc.integer({ min: 1, max: 99 })
    fc.assert(
      fc.property(weight, weight, fc.integer({ min: 1, max: 99 }), (ours, theirs, percent) => {
        const [hint] = hintsOf([
          line('a', String(ours), String(theirs)),
          line('b', String(100 - ours), String(100 - theirs)),
        ])
        if (!hint?.high) return
        const of = (key: string, own: number) => (key === 'a' ? own : 100 - own)
        const gains = (rate: typeof hint.low) => [
          rate.times(of(hint.ask, ours)).minus(of(hint.give, ours)),
          exact(of(hint.give, theirs)).minus(rate.times(of(hint.ask, theirs))),
        ]
        const inside = gains(hint.low.plus(hint.high.minus(hint.low).times(percent).div(100)))
        expect(inside.every((gain) => gain.gt(0))).toBe(true)
        const [own, other] = gains(hint.equal)
        expect(
          own
            ?.minus(other ?? 0)
            .abs()
            .lt('1e-15'),
        ).toBe(true)
      }),
      runs,
    )
  })
})

describe('the zone of possible agreement (N02)', () => {
  const at = (low: string, high = low) => ({ low, high })
  it('lies between the seller’s least and the buyer’s most', () => {
    const found = zopaOf({ seller: at('100'), buyer: at('120') })
    expect(found).toMatchObject({ exists: 'surely', least: { from: '100', to: '120' } })
    expect(found.least?.width.toFixed()).toBe('20')
  })
  it('is an interval on an estimate: surely, perhaps, or not at all', () => {
    expect(zopaOf({ seller: at('100'), buyer: at('95', '110') })).toMatchObject({ exists: 'perhaps', least: null })
    expect(zopaOf({ seller: at('100'), buyer: at('80', '90') })).toMatchObject({ exists: 'no', most: null })
    expect(() => zopaOf({ seller: at('100'), buyer: at('90', '80') })).toThrow(Refusal)
  })
  it('may have no width, and then no share', () => {
    expect(zopaOf({ seller: at('100'), buyer: at('100') }).least?.width.toFixed()).toBe('0')
    expect(sellerShare('100', '100', '100')).toBeNull()
    expect(sellerShare('105', '100', '120')?.toFixed()).toBe('0.25')
    expect(sellerShare('100', '120', '110')).toBeNull()
  })
  it('is seen from our side of the table, selling or buying', () => {
    expect(ourZopa({ target: '120', limit: '100' }, at('110')).exists).toBe('surely')
    expect(ourZopa({ target: '80', limit: '100' }, at('110')).exists).toBe('no')
  })
  it('widens with our doubt', () => {
    const width = (confidence: 'low' | 'medium' | 'high') =>
      intervalOf('110', confidence, { target: '120', limit: '100' })
    expect([width('high'), width('low')]).toEqual([at('109', '111'), at('106', '114')])
  })
})
