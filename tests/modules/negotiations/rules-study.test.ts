import { describe, expect, it } from 'vitest'
import type { Studied } from '@/lib/modules/negotiations/model-analysis'
import type { OpenIssue, OrdinalOption } from '@/lib/modules/negotiations/model-issues'
import { studyOf } from '@/lib/modules/negotiations/rules-study'

const options = (points: Readonly<Record<string, number>>): OrdinalOption[] =>
  Object.entries(points).map(([key, each]) => ({ key, points: String(each) }))
const ordinal = (
  key: string,
  ours: Readonly<Record<string, number>>,
  theirs: Readonly<Record<string, number>>,
  [weight, theirWeight]: [string, string],
): OpenIssue => ({
  key,
  options: Object.keys(ours),
  ours: { weight, scale: { kind: 'ordinal', options: options(ours), target: null, limit: null } },
  theirs: { weight: theirWeight, scale: { kind: 'ordinal', options: options(theirs), target: null, limit: null } },
})
const payment: OpenIssue = {
  key: 'payment',
  options: ['30', '45', '60', '90'],
  ours: { weight: '0.2', scale: { kind: 'numeric', target: '30', limit: '60' } },
  theirs: { weight: '0.5', scale: { kind: 'numeric', target: '90', limit: '45' } },
}
const discount = ordinal('discount', { a: 100, b: 60, c: 0 }, { a: 0, b: 45, c: 100 }, ['0.5', '0.3'])
const volume = ordinal('volume', { x: 100, y: 60, z: 0 }, { x: 0, y: 50, z: 100 }, ['0.3', '0.2'])

const offer = (no: number, side: 'us' | 'them', values: Studied['offers'][number]['values']) => ({
  no,
  side,
  round: Math.ceil(no / 2),
  values,
})

const studied: Studied = {
  issues: [discount, payment, volume].map(({ key, ours }) => ({ key, ...ours })),
  open: [discount, payment, volume],
  beliefs: [
    { key: 'discount', theirTarget: null, theirLimit: null, confidence: 'high' },
    { key: 'payment', theirTarget: '90', theirLimit: '45', confidence: 'medium' },
    { key: 'volume', theirTarget: null, theirLimit: null, confidence: 'medium' },
  ],
  offers: [
    offer(1, 'us', { discount: 'a', payment: '30', volume: 'x' }),
    offer(2, 'them', { discount: 'c', payment: '90', volume: 'z' }),
    offer(3, 'us', { payment: '45' }),
    offer(4, 'them', { discount: 'b' }),
    offer(5, 'us', { volume: 'y' }),
    offer(6, 'them', { discount: 'a', volume: 'x' }),
  ],
  alternatives: {
    ours: [
      {
        outcomes: [
          { probability: '0.5', score: '50' },
          { probability: '0.5', score: '30' },
        ],
        switchingCost: '5',
      },
    ],
    theirs: [{ outcomes: [{ probability: '1', score: '30' }], switchingCost: '0' }],
  },
  plan: { reservation: '40', first: '0', exponent: '1', rounds: 4 },
  agreed: null,
}
const byNo = (no: number) => studyOf(studied).offers.find((each) => each.no === no)

describe('the study of a negotiation', () => {
  it('scores what an offer states, and what its side said before where it says nothing', () => {
    expect(byNo(1)).toMatchObject({ score: '100', carried: '100', theirs: '0', missing: [], breaches: [] })
    expect(byNo(3)).toMatchObject({
      score: '50',
      carried: '90',
      missing: ['discount', 'volume'],
      worst: '10',
      best: '90',
    })
    expect(byNo(5)).toMatchObject({ carried: '78' })
  })

  it('warns of a high score that hides a breach: 90 days are beyond our limit of 60', () => {
    expect(byNo(2)).toMatchObject({ carried: '0', breaches: ['payment'], hides: false, beats: false })
    expect(byNo(6)).toMatchObject({ carried: '80', breaches: ['payment'], hides: true, beats: true })
  })

  it('says where both could meet on a number, as an interval of what we believe', () => {
    expect(studyOf(studied).zopas).toEqual([
      {
        key: 'payment',
        exists: 'surely',
        least: { from: '48', to: '60' },
        most: { from: '42', to: '60' },
        estimate: { low: '42', high: '48' },
        confidence: 'medium',
      },
    ])
  })

  it('names no zone on a number that both pull the same way, and one where their target is not known', () => {
    const believed = (theirTarget: string | null) =>
      studyOf({ ...studied, beliefs: [{ key: 'payment', theirTarget, theirLimit: '45', confidence: 'medium' }] })
    expect(believed('20').zopas).toEqual([])
    expect(believed(null).zopas.map(({ exists }) => exists)).toEqual(['surely'])
  })

  it('logs the steps of both sides with what is left between them', () => {
    const { log, curve } = studyOf(studied)
    expect(log).toMatchObject({ ownTotal: '22', theirTotal: '80', gap: '-2', retractions: [], middle: null })
    expect(log?.steps.map(({ no, step }) => [no, step])).toEqual([
      [3, '10'],
      [4, '30'],
      [5, '12'],
      [6, '50'],
    ])
    expect(curve?.map(({ planned, actual }) => [planned, actual])).toEqual([
      ['100', null],
      ['85', '100'],
      ['70', '90'],
      ['55', '78'],
      ['40', null],
    ])
  })

  it('guesses their weights from three offers on, and says how many there were', () => {
    expect(studyOf(studied).weights?.offers).toBe(3)
    expect(studyOf({ ...studied, offers: studied.offers.slice(0, 5) }).weights).toBeNull()
  })

  it('draws every package once, with the efficient ones exactly', () => {
    const { space, problem } = studyOf(studied)
    expect(problem).toBeNull()
    expect(space).toMatchObject({ count: 36, confidence: 'medium', unestimated: [] })
    expect(space?.line.map(({ ours }) => ours)).toEqual(space?.line.map(({ ours }) => ours).toSorted((a, b) => b - a))
    expect(space?.nash?.values).toBeDefined()
  })

  it('has proposals after the agreement only, and none for an efficient one', () => {
    expect(studyOf(studied).left).toBeNull()
    const poor = studyOf({ ...studied, agreed: { discount: 'c', payment: '45', volume: 'x' } }).left
    expect(poor?.count).toBeGreaterThan(0)
    expect(Number(poor?.valueLeft)).toBeGreaterThan(0)
    const best = studyOf(studied).space?.frontier[0]
    const efficient = studyOf({ ...studied, agreed: best?.values ?? null }).left
    expect(efficient).toMatchObject({ valueLeft: '0', count: 0, packages: [] })
  })

  it('says nothing of packages without an estimate, and still scores', () => {
    const open = studied.open.map((issue) => ({ ...issue, theirs: null }))
    const found = studyOf({ ...studied, open })
    expect(found).toMatchObject({ space: null, hints: [], problem: { code: 'estimatesMissing' } })
    expect(found.offers).toHaveLength(6)
    expect(found.offers[0]).toMatchObject({ theirs: null })
  })

  it('does not hang on the order in which issues, offers and beliefs come', () => {
    const turned: Studied = {
      ...studied,
      issues: studied.issues.toReversed(),
      open: studied.open.toReversed().map((issue) => ({ ...issue, options: [...issue.options].reverse() })),
      beliefs: studied.beliefs.toReversed(),
      offers: studied.offers.toReversed(),
    }
    expect(studyOf(turned)).toEqual(studyOf(studied))
  })

  it('names the smallest change of a weight that turns the ranking', () => {
    const [flip] = studyOf(studied).flips
    expect(flip && [flip.ahead, flip.behind]).toEqual([6, 5])
  })
})
