import { describe, expect, it } from 'vitest'
import { Refusal } from '@/lib/kernel/refusal'
import { type OfferState, offerEvents, offerStates } from '@/lib/modules/negotiations/model-states'
import {
  addressOfValues,
  guardsOf,
  mustWeighRisk,
  nextRound,
  outwardOf,
  packageOf,
  type StandingOffer,
  stateOn,
  valuesFrom,
  valuesInAddress,
  winsAtLimit,
} from '@/lib/modules/negotiations/rules-offers'
import { gridOf, latestRounds } from '@/lib/modules/negotiations/rules-rounds'
import { mustStepOffer } from '@/lib/modules/negotiations/rules-states'
import { valueSaid } from '@/lib/modules/negotiations/rules-values'

const offer = (
  no: number,
  side: 'us' | 'them',
  values: StandingOffer['values'],
  more: Partial<StandingOffer> = {},
) => ({
  no,
  side,
  values,
  round: no,
  state: (side === 'us' ? 'sent' : 'received') as OfferState,
  validUntil: null,
  ...more,
})
const today = '2027-03-10'

describe('the rounds that are read at once', () => {
  const ended = (no: number, state: OfferState) => offer(no, 'us', {}, { state })
  it('are the latest four, with every earlier offer about which something can still be done', () => {
    const offers = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((no) => ended(no, no === 2 ? 'sent' : 'countered'))
    const { offers: shown, earlier } = latestRounds(offers)
    expect(shown.map(({ no }) => no)).toEqual([2, 6, 7, 8, 9])
    expect(earlier).toBe(4)
  })
  it('are all of them while there are no more', () => {
    const offers = [ended(1, 'countered'), ended(1, 'declined'), ended(2, 'sent')]
    expect(latestRounds(offers)).toEqual({ offers, earlier: 0 })
  })
})

describe('an offer on a day', () => {
  it('holds on its last day and has lapsed on the next', () => {
    const last = { state: 'sent', validUntil: today } as const
    expect([stateOn(last, today), stateOn(last, '2027-03-11')]).toEqual(['sent', 'lapsed'])
    expect(stateOn({ state: 'accepted', validUntil: today }, '2028-01-01')).toBe('accepted')
  })

  it('is accepted only as the latest of its side, still valid and inside the mandate', () => {
    const offers = [offer(1, 'them', { a: '1' }), offer(2, 'us', { a: '2' }), offer(3, 'them', { a: '3' })]
    const accept = (which: number, about = { today, inside: true as boolean | null }) => {
      const one = offers[which] as StandingOffer
      try {
        return mustStepOffer(stateOn(one, about.today), 'accept', guardsOf(one, offers, { ...about, passes: true }))
      } catch (refusal) {
        if (refusal instanceof Refusal) return Object.keys(refusal.fields)
        throw refusal
      }
    }
    expect(accept(2)).toBe('accepted')
    expect(accept(0)).toEqual(['latestOfSide'])
    expect(accept(2, { today, inside: false })).toEqual(['insideMandate'])
    expect(accept(2, { today, inside: null })).toEqual(['insideMandate'])
  })

  it('goes nowhere from an end, by no event', () => {
    const ends: readonly OfferState[] = ['accepted', 'countered', 'declined', 'withdrawn', 'lapsed']
    for (const state of offerStates.filter((each) => ends.includes(each)))
      for (const event of offerEvents)
        expect(() =>
          mustStepOffer(state, event, guardsOf(offer(1, 'us', {}), [], { today, inside: true, passes: true })),
        ).toThrow()
  })
})

describe('rounds', () => {
  it('go on when a side speaks twice', () => {
    const at = (...rounds: readonly ['us' | 'them', number][]) =>
      rounds.map(([side, round], index) => ({ no: index + 1, side, round }))
    expect(nextRound([], 'us')).toBe(1)
    expect(nextRound(at(['them', 1]), 'us')).toBe(1)
    expect(nextRound(at(['them', 1], ['us', 1]), 'them')).toBe(2)
    expect(nextRound(at(['them', 1], ['us', 1], ['them', 2]), 'them')).toBe(3)
  })
})

it('a package is what an offer says, and what its side said last of the rest', () => {
  const offers = [offer(1, 'them', { a: '1', b: '9' }), offer(2, 'us', { c: '5' }), offer(3, 'them', { a: '2' })]
  expect(packageOf(offers[2] as StandingOffer, offers)).toEqual({ a: '2', b: '9' })
  expect(packageOf(offers[2] as StandingOffer, offers.toReversed())).toEqual({ a: '2', b: '9' })
})

describe('what was typed', () => {
  const issues = [
    { key: 'n', kind: 'numeric', options: [] },
    { key: 'b', kind: 'boolean', options: [] },
    { key: 't', kind: 'text', options: [] },
  ] as const
  it('is read as people write it, and odd things stay to be refused', () => {
    expect(valuesFrom(issues, { n: '１，２００％', b: 'yes', t: ' 依約 ', x: '1' })).toEqual({
      n: '1200',
      b: true,
      t: ' 依約 ',
      x: '1',
    })
    expect(valuesFrom(issues, { n: '很多', b: '也許', t: null })).toEqual({ n: '很多', b: '也許' })
  })
  it('is said with its unit and its words', () => {
    const words = { yes: '是', no: '否' }
    expect(valueSaid({ kind: 'numeric', unit: '元', options: [] }, '-1234567.50', words)).toBe('−1,234,567.5 元')
    expect(valueSaid({ kind: 'numeric', unit: 'NT$', options: [] }, '1234.5', words)).toBe('NT$1,234.5')
    expect(valueSaid({ kind: 'numeric', unit: 'US$', options: [] }, '-5', words)).toBe('−US$5')
    expect(valueSaid({ kind: 'numeric', unit: '%', options: [] }, '75.0', words)).toBe('75 %')
    expect(valueSaid({ kind: 'text', unit: '%', options: [] }, '75.0', words)).toBe('75.0')
    expect(valueSaid({ kind: 'boolean', unit: null, options: [] }, false, words)).toBe('否')
    expect(valueSaid({ kind: 'ordinal', unit: null, options: [{ key: 'a', label: '甲' }] }, 'a', words)).toBe('甲')
  })
})

describe('a package in an address', () => {
  const issues = [
    { key: 'payment', kind: 'numeric' as const, options: [] },
    { key: 'display', kind: 'ordinal' as const, options: [{ key: 'none' }, { key: 'four' }] },
    { key: 'exclusive', kind: 'boolean' as const, options: [] },
  ]
  const read = (address: string) => valuesInAddress(issues, Object.fromEntries(new URLSearchParams(address)))

  it('comes back as it was, and names nothing but its own values', () => {
    const values = { payment: '45.5', display: 'four', exclusive: false }
    expect(addressOfValues(values)).toBe('values.payment=45.5&values.display=four&values.exclusive=no')
    expect(read(addressOfValues(values))).toEqual(values)
  })

  it('leaves out what does not fit: unknown issues and options, words for numbers, blanks, what is far too long', () => {
    expect(read('values.other=1&values.display=six&values.payment=many&values.exclusive=perhaps&payment=9')).toEqual({})
    expect(read(`values.payment=&values.display=${'長'.repeat(1001)}`)).toEqual({})
    expect(valuesInAddress(issues, { 'values.payment': ['1', '2'], 'values.__proto__': '1' })).toEqual({})
  })

  it('reads numbers as people type them', () => {
    expect(read('values.payment=４５')).toEqual({ payment: '45' })
  })
})

describe('a win at the other side’s limit', () => {
  const edge = (ourTarget: string | null, ourLimit: string | null, theirLimit: string | null) =>
    [{ key: 'a', kind: 'numeric', ourTarget, ourLimit, theirLimit }] as const
  it('is at the limit or beyond it toward us', () => {
    expect(winsAtLimit(edge('1', '3', '2'), { a: '2.0' })).toEqual(['a'])
    expect(winsAtLimit(edge('1', '3', '2'), { a: '1.5' })).toEqual(['a'])
    expect(winsAtLimit(edge('1', '3', '2'), { a: '2.5' })).toEqual([])
    expect(winsAtLimit(edge('100', '70', '80'), { a: '90' })).toEqual(['a'])
    expect(winsAtLimit(edge('100', '70', null), { a: '90' })).toEqual([])
    expect(winsAtLimit(edge(null, '70', '80'), { a: '90' })).toEqual([])
  })
  it('follows from where we want to go, also where their limit lies beyond our target', () => {
    expect(winsAtLimit(edge('100', '90', '120'), { a: '95' })).toEqual([])
    expect(winsAtLimit(edge('100', '90', '120'), { a: '121' })).toEqual(['a'])
    expect(winsAtLimit(edge('80', '90', '70'), { a: '85' })).toEqual([])
    expect(winsAtLimit(edge('80', '90', '70'), { a: '69' })).toEqual(['a'])
  })
  it('asks what it may cost the relationship', () => {
    expect(() => mustWeighRisk(['年度獎勵'], null)).toThrow('negotiations.riskMissing')
    expect(() => mustWeighRisk(['年度獎勵'], '對方窗口難交代')).not.toThrow()
    expect(() => mustWeighRisk([], null)).not.toThrow()
  })
})

describe('the grid', () => {
  const price = outwardOf({ key: 'price', kind: 'numeric', options: [] })
  const rows = [offer(1, 'us', { price: '100' }), offer(2, 'them', { price: '80' }), offer(3, 'us', { price: '95' })]
  const costOf = (_: string, from: string | boolean, to: string | boolean) => String((Number(from) - Number(to)) * 10)
  it('shows to outsiders that a value fell and what it costs, but neither for whom nor how far from the limit', () => {
    expect(gridOf([price], null, rows, costOf).get(3)?.price).toEqual({
      value: '95',
      way: 'down',
      yearly: '50.0000',
      toward: null,
      toLimit: null,
    })
  })
  it('shows the mandate group who gains and how far the limit is', () => {
    const secret = { key: 'price', weight: '1', scale: { kind: 'numeric', target: '100', limit: '90' } } as const
    const grid = gridOf([price], [secret], rows, costOf)
    expect(grid.get(3)?.price).toMatchObject({ toward: 'them', toLimit: '5' })
    expect(grid.get(2)?.price).toMatchObject({ toLimit: '-10' })
  })
})
