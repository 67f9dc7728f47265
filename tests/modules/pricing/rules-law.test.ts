import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '@/lib/kernel/exact'
import type { Question, Rule } from '@/lib/modules/pricing/model'
import { clashesOf } from '@/lib/modules/pricing/rules-clash'
import { accrualOf, cliffsOf, nextTierOf, rebateOf } from '@/lib/modules/pricing/rules-rebates'
import { candidatesOf, indexOf, resolvePrice } from '@/lib/modules/pricing/rules-resolution'
import { openReasons, type RoutingFacts, routeOf, type Thresholds } from '@/lib/modules/pricing/rules-routing'

const runs = { numRuns: Number(process.env.PRICE_RULE_SETS ?? 150) }

type Given = Partial<Omit<Rule, 'action'>> & { discountPct?: string }
const rule = (id: string, { discountPct = '1', ...given }: Given = {}): Rule => ({
  id,
  name: id,
  level: 'rule',
  accountId: null,
  segment: null,
  channel: null,
  productId: null,
  categoryId: null,
  fromDay: '2026-01-01',
  toDay: null,
  minQuantity: '0',
  priority: 0,
  stackGroup: null,
  stackMode: null,
  ...given,
  action: 'discount',
  discountPct,
})

const ask = (given: Partial<Question> = {}): Question => ({
  accountId: 'ACME',
  segment: 'KA',
  channel: null,
  productId: 'SKU1',
  categoryId: 'C1',
  quantity: '1',
  day: '2026-05-01',
  currency: 'TWD',
  ...given,
})

const resolve = (rules: readonly Rule[], question: Question) =>
  resolvePrice({ index: indexOf(rules), listPrice: '100', roundTo: null }, question)

describe('which rule holds (P05)', () => {
  const year = { fromDay: '2026-01-01', toDay: '2026-12-31' }
  const rules = [
    rule('R1', { discountPct: '2' }),
    rule('R2', { ...year, segment: 'KA', categoryId: 'C1', discountPct: '6' }),
    rule('R3', { ...year, accountId: 'ACME', discountPct: '5' }),
    rule('R4', {
      accountId: 'ACME',
      productId: 'SKU1',
      fromDay: '2026-04-01',
      toDay: '2026-04-30',
      minQuantity: '100',
      discountPct: '9',
    }),
    rule('R5', { accountId: 'ACME', categoryId: 'C1', fromDay: '2026-06-01', discountPct: '7' }),
    rule('R6', { accountId: 'ACME', categoryId: 'C1', fromDay: '2026-06-01', discountPct: '8' }),
    rule('R7', { productId: 'SKU1', fromDay: '2026-09-01', toDay: '2026-09-30', priority: 50, discountPct: '3' }),
  ]
  it.each([
    ['q1', { day: '2026-03-31', quantity: '100' }, 'R3', '5', [], ['R3', 'R2', 'R1']],
    ['q2', { day: '2026-04-01', quantity: '100' }, 'R4', '9', [], ['R4', 'R3', 'R2', 'R1']],
    ['q3', { day: '2026-04-30', quantity: '99' }, 'R3', '5', [], ['R3', 'R2', 'R1']],
    ['q4', { accountId: 'BETA', productId: 'SKU9', day: '2026-05-05' }, 'R2', '6', [], ['R2', 'R1']],
    ['q5', { productId: 'SKU2', day: '2026-06-01' }, 'R5', '7', ['R6'], ['R5', 'R6', 'R3', 'R2', 'R1']],
    ['q6', { day: '2026-09-15', quantity: '500' }, 'R7', '3', [], ['R7', 'R5', 'R6', 'R3', 'R2', 'R1']],
    [
      'q7',
      { accountId: 'BETA', segment: 'SMB', productId: 'SKU9', categoryId: 'C9', day: '2025-12-31' },
      null,
      '0',
      [],
      [],
    ],
  ])('%s of the worked example', (_, given, winner, discountPct, tied, candidates) => {
    const found = resolve(rules, ask(given))
    expect(found.winner?.id ?? null).toBe(winner)
    expect(found.discountPct).toBe(discountPct)
    expect(found.conflicts.map(({ id }) => id)).toEqual(tied)
    expect(candidatesOf(indexOf(rules), ask(given)).map(({ id }) => id)).toEqual(candidates)
    expect(found.noRule).toBe(winner === null)
  })

  it('follows the law: exception, agreement, customer, group, list', () => {
    const law = [
      rule('exception', { level: 'exception', accountId: 'ACME', productId: 'SKU1' }),
      rule('agreement', { level: 'agreement', accountId: 'ACME', productId: 'SKU1' }),
      rule('customer', { accountId: 'ACME' }),
      rule('group', { segment: 'KA' }),
      rule('list', {}),
    ]
    for (let from = 0; from < law.length; from++) {
      const found = resolve(law.slice(from).reverse(), ask())
      expect(found.level).toBe(law[from]?.id)
    }
    expect(resolve([], ask()).level).toBe('list')
  })

  it('leaves the list price and says so when no rule speaks of it', () => {
    expect(resolve([], ask())).toMatchObject({ price: '100', noRule: true, winner: null, discountPct: '0' })
  })

  it('says of every other rule why it lost or does not apply', () => {
    const found = resolve(
      [...rules, rule('old', { accountId: 'ACME', toDay: '2026-02-01' }), rule('next', { fromDay: '2027-01-01' })],
      ask({ day: '2026-04-30', quantity: '99' }),
    )
    expect(Object.fromEntries(found.losers.map(({ id, reason }) => [id, reason]))).toMatchObject({
      R2: 'specificity',
      R1: 'specificity',
      R4: 'quantity',
      R5: 'notYet',
      old: 'over',
      next: 'notYet',
    })
  })

  it('adds discounts of one group, running or added up', () => {
    const group = (stackMode: 'sequential' | 'additive') => [
      rule('a', { accountId: 'ACME', stackGroup: 'season', stackMode, discountPct: '10' }),
      rule('b', { segment: 'KA', stackGroup: 'season', stackMode, discountPct: '10' }),
      rule('c', { discountPct: '50' }),
    ]
    expect(resolve(group('sequential'), ask())).toMatchObject({ price: '81', stacked: [{ id: 'b' }] })
    expect(resolve(group('additive'), ask()).price).toBe('80')
  })

  it('never gives a price below nothing', () => {
    const all = ['a', 'b'].map((id) => rule(id, { stackGroup: 'g', stackMode: 'additive', discountPct: '80' }))
    expect(resolve(all, ask()).price).toBe('0')
  })
})

const dimension = (values: string[]) => fc.option(fc.constantFrom(...values), { nil: null })
const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']
const anyRule = fc
  .record({
    accountId: dimension(['ACME', 'BETA']),
    segment: dimension(['KA']),
    channel: dimension(['web']),
    productId: dimension(['SKU1', 'SKU2']),
    categoryId: dimension(['C1']),
    fromDay: fc.constantFrom(...days),
    toDay: fc.option(fc.constantFrom('2026-04-30', '2026-12-31'), { nil: null }),
    minQuantity: fc.constantFrom('0', '10'),
    priority: fc.constantFrom(0, 0, 0, 5),
    stackGroup: fc.option(fc.constantFrom('g', 'h'), { nil: null }),
    discountPct: fc.integer({ min: 0, max: 30 }).map(String),
  })
  .map((given) => ({ ...given, stackMode: given.stackGroup === null ? null : ('sequential' as const) }))
const anyQuestion = fc.record({
  accountId: fc.constantFrom('ACME', 'BETA', 'OTHER'),
  productId: fc.constantFrom('SKU1', 'SKU2', 'SKU3'),
  channel: dimension(['web']),
  quantity: fc.constantFrom('1', '10', '99'),
  day: fc.constantFrom(...days, '2026-12-31'),
})

describe('rules that cannot silently clash', () => {
  it('any set of rules that could be saved has one winner, whatever order its rows come in', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 40 }), fc.array(anyQuestion, { maxLength: 8 }), (given, questions) => {
        const saved: Rule[] = []
        for (const [index, each] of given.entries()) {
          const wanted = rule(`r${String(index).padStart(3, '0')}`, each)
          if (clashesOf(wanted, saved).length === 0) saved.push(wanted)
        }
        for (const question of questions) {
          const found = resolve(saved, ask(question))
          expect(found.conflicts).toEqual([])
          expect(resolve([...saved].reverse(), ask(question))).toEqual(found)
        }
      }),
      runs,
    )
  })

  it('of two that clash the lower discount wins, in either order', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 20 }), anyQuestion, (given, question) => {
        const rules = given.map((each, index) => rule(`r${index}`, each))
        const found = resolve(rules, ask(question))
        expect(resolve([...rules].reverse(), ask(question))).toEqual(found)
      }),
      runs,
    )
    const found = resolve([rule('a', { discountPct: '8' }), rule('b', { discountPct: '7' })], ask())
    expect([found.winner?.id, found.conflicts]).toEqual(['b', [{ id: 'a', name: 'a' }]])
  })

  it('a clash names the days and quantities that both would rule', () => {
    const first = rule('春季', { accountId: 'ACME', fromDay: '2026-01-01', toDay: '2026-06-30', minQuantity: '10' })
    const second = rule('上半年', { accountId: 'ACME', fromDay: '2026-01-01', toDay: '2026-03-31', minQuantity: '10' })
    expect(clashesOf(second, [first])).toMatchObject([
      { rule: { name: '春季' }, overlap: { fromDay: '2026-01-01', toDay: '2026-03-31', minQuantity: '10' } },
    ])
    expect(clashesOf({ ...second, fromDay: '2026-02-01' }, [first])).toEqual([])
    expect(clashesOf({ ...second, accountId: 'BETA' }, [first])).toEqual([])
  })
})

describe('who must consent (P02)', () => {
  const thresholds: Thresholds = {
    discountPct: { salesLead: '10', manager: '15', director: '20' },
    marginPct: { salesLead: null, manager: '25', director: '18' },
    paymentDays: 60,
  }
  const facts: RoutingFacts = { discountPct: '0', marginPct: '40', belowFloor: false, paymentDays: 30 }
  const chain = (given: Partial<RoutingFacts>) => {
    const { chain, finance } = routeOf({ ...facts, ...given }, thresholds)
    return [...chain, ...(finance ? ['finance'] : [])]
  }

  it('nobody at a threshold, somebody just above it', () => {
    expect(chain({ discountPct: '10' })).toEqual([])
    expect(chain({ discountPct: exact('10.1').minus('0.1').toFixed() })).toEqual([])
    expect(chain({ discountPct: '10.01' })).toEqual(['salesLead'])
    expect(chain({ marginPct: '25' })).toEqual([])
    expect(chain({ marginPct: '24.99' })).toEqual(['salesLead', 'manager'])
    expect(chain({ paymentDays: 60 })).toEqual([])
    expect(chain({ paymentDays: 61 })).toEqual(['finance'])
  })

  it('everybody with a limit when the margin is undefined, nobody where no margin is asked for', () => {
    expect(chain({ marginPct: null })).toEqual(['salesLead', 'manager', 'director'])
    const none = { ...thresholds, marginPct: { salesLead: null, manager: null, director: null } }
    expect(routeOf({ ...facts, marginPct: null }, none).chain).toEqual([])
  })

  it('everybody up to the highest, and finance below the floor', () => {
    expect(chain({ discountPct: '20.01' })).toEqual(['salesLead', 'manager', 'director'])
    expect(chain({ belowFloor: true })).toEqual(['salesLead', 'manager', 'director', 'finance'])
  })

  it('the reasons do not tell a margin or a floor to those who may not see them', () => {
    const route = routeOf({ ...facts, marginPct: '10', belowFloor: true, discountPct: '12' }, thresholds)
    expect(openReasons(route).sort()).toEqual(['discount', 'policy'])
  })
})

describe('rebates (P08)', () => {
  const tiers = [
    { from: '3000000', pct: '1' },
    { from: '6000000', pct: '2' },
    { from: '10000000', pct: '4' },
  ]

  it('on all turnover, or on each band at its own rate; at a threshold it is reached', () => {
    expect(rebateOf('retrospective', tiers, '2999999')).toBe('0')
    expect(rebateOf('retrospective', tiers, '6000000')).toBe('120000')
    expect(rebateOf('incremental', tiers, '6000000')).toBe('30000')
    expect(rebateOf('incremental', tiers, '12000000')).toBe('190000')
  })

  it('are set aside by the tier that the year will reach, not only by the one reached so far', () => {
    expect(accrualOf('retrospective', tiers, { turnover: '6100000', forecast: '10500000' })).toEqual({
      expected: '244000',
      reached: '122000',
      difference: '122000',
    })
    expect(accrualOf('retrospective', tiers, { turnover: '6100000', forecast: null })).toEqual({
      expected: null,
      reached: '122000',
      difference: null,
    })
  })

  it('tell what the next tier is worth, and which threshold is a cliff', () => {
    expect(nextTierOf('retrospective', tiers, '9500000')).toEqual({
      from: '10000000',
      pct: '4',
      missing: '500000',
      worth: '210000',
    })
    expect(nextTierOf('retrospective', tiers, '10000000')).toBeNull()
    const cliffs = cliffsOf('retrospective', tiers, { marginPct: '20', steepPct: '5' })
    expect(cliffs.map(({ jump, steep }) => [jump, steep])).toEqual([
      ['30000', false],
      ['60000', false],
      ['200000', true],
    ])
    expect(cliffsOf('incremental', tiers, { marginPct: '20', steepPct: '5' })).toEqual([])
    expect(cliffsOf('retrospective', tiers, { marginPct: null, steepPct: '5' })[2]).toMatchObject({
      steep: false,
      shareOfMargin: null,
    })
  })

  it('on all turnover are never less than by bands, and more turnover never earns less', () => {
    const rising = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 4 })
      .map((steps) => {
        let [from, pct] = [0, 0]
        return steps.map(([by, more]) => {
          from += by
          pct += more
          return { from: String(from), pct: String(pct) }
        })
      })
    fc.assert(
      fc.property(
        rising,
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 500 }),
        (tiers, turnover, more) => {
          const [now, later] = [String(turnover), String(turnover + more)]
          expect(exact(rebateOf('retrospective', tiers, now)).gte(rebateOf('incremental', tiers, now))).toBe(true)
          for (const method of ['retrospective', 'incremental'] as const)
            expect(exact(rebateOf(method, tiers, later)).gte(rebateOf(method, tiers, now))).toBe(true)
        },
      ),
      runs,
    )
  })
})
