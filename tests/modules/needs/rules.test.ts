import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedDaysOf } from '@/lib/kernel/workday'
import { methodOfChannel, prefillSource } from '@/lib/modules/needs/model-source'
import {
  answerDueOn,
  answeringOf,
  isQuantified,
  isTriangulated,
  isVerified,
  type NeedFacts,
  nextStepOf,
  stateOf,
} from '@/lib/modules/needs/rules'
import { planStateOf, usesOf } from '@/lib/modules/needs/rules-plans'

const bare: NeedFacts = {
  title: '中午前送達',
  holder: 'client',
  kind: 'delivery',
  context: null,
  consequence: null,
  metric: null,
  unit: null,
  baseline: null,
  target: null,
  confidence: null,
  measureSource: null,
  feeds: [],
  outcome: null,
  triangulated: false,
  madeSure: false,
  answeredOn: null,
}
const described = { ...bare, context: '午後', consequence: '退貨' }
const measured = { ...described, metric: '送達率', unit: '%', baseline: '72', target: '95', confidence: 'low' }
const source = { method: 'contacts', methodId: null, personId: 'p1', informant: null }

describe('the state of a need', () => {
  it('follows from what is known of it', () => {
    expect(stateOf(bare)).toBe('heard')
    expect(stateOf(described)).toBe('described')
    expect(stateOf(measured)).toBe('quantified')
    expect(stateOf({ ...measured, triangulated: true, madeSure: true })).toBe('verified')
    expect(stateOf({ ...bare, answeredOn: '2026-05-06' })).toBe('answered')
    expect(stateOf({ ...bare, outcome: 'met' })).toBe('met')
    expect(stateOf({ ...bare, outcome: 'dropped' })).toBe('dropped')
  })

  it('is not quantified without unit or baseline, and 0 is a baseline', () => {
    expect(isQuantified({ ...measured, unit: null })).toBe(false)
    expect(isQuantified({ ...measured, baseline: null })).toBe(false)
    expect(isQuantified({ ...measured, baseline: '0' })).toBe(true)
  })

  const anyText = fc.option(fc.constantFrom('甲', '0'), { nil: null })
  const anyNeed = fc.record<NeedFacts>({
    title: fc.constant('需求'),
    holder: fc.constantFrom('client', 'endConsumer'),
    kind: fc.constant('delivery'),
    context: anyText,
    consequence: anyText,
    metric: anyText,
    unit: anyText,
    baseline: fc.option(fc.constantFrom('0', '7'), { nil: null }),
    target: fc.option(fc.constantFrom('0', '7'), { nil: null }),
    confidence: fc.option(fc.constant('low'), { nil: null }),
    measureSource: anyText,
    feeds: fc.subarray(['term', 'kpi', 'advocacy']),
    outcome: fc.constantFrom(null, null, 'met', 'dropped'),
    triangulated: fc.boolean(),
    madeSure: fc.boolean(),
    answeredOn: fc.constantFrom(null, '2026-05-06'),
  })

  it('is never verified on a single source, without a measure, or unread by a second person', () => {
    fc.assert(
      fc.property(anyNeed, (need) => {
        if (stateOf(need) !== 'verified') return
        expect([need.triangulated, need.madeSure, isQuantified(need)]).toEqual([true, true, true])
      }),
    )
  })

  it('is never answered while something rests on it that nobody verified', () => {
    fc.assert(
      fc.property(anyNeed, (need) => {
        if (stateOf(need) === 'answered' && need.feeds.length > 0) expect(isVerified(need)).toBe(true)
      }),
    )
  })

  it('is met or dropped exactly when it was said to be', () => {
    fc.assert(
      fc.property(anyNeed, (need) => {
        expect(['met', 'dropped'].includes(stateOf(need))).toBe(need.outcome !== null)
      }),
    )
  })
})

describe('a need is triangulated', () => {
  it('by two methods or by two people, not by hearing the same again', () => {
    expect(isTriangulated([source])).toBe(false)
    expect(isTriangulated([source, source])).toBe(false)
    expect(isTriangulated([source, { ...source, method: 'observation', personId: null }])).toBe(true)
    expect(isTriangulated([source, { ...source, personId: 'p2' }])).toBe(true)
    expect(isTriangulated([source, { ...source, personId: null, informant: '店長' }])).toBe(true)
    expect(isTriangulated([source, { ...source, personId: null, informant: null }])).toBe(false)
  })

  it('by two methods of the workspace’s own that are forms of the same one', () => {
    expect(
      isTriangulated([
        { ...source, methodId: 'm1' },
        { ...source, methodId: 'm2' },
      ]),
    ).toBe(true)
  })
})

describe('the day by which an answer is owed', () => {
  it('is the earlier of what was promised and what a decision demands', () => {
    const owed = { promisedOn: '2026-05-20', answeredOn: null, outcome: null, replies: ['2026-05-12'] }
    expect(answerDueOn(owed)).toBe('2026-05-12')
    expect(answerDueOn({ ...owed, replies: [] })).toBe('2026-05-20')
    expect(answerDueOn({ ...owed, replies: [], answeredOn: '2026-05-06' })).toBeNull()
    expect(answerDueOn({ ...owed, answeredOn: '2026-05-06' })).toBe('2026-05-12')
    expect(answerDueOn({ ...owed, replies: [], outcome: 'met' })).toBeNull()
  })
})

describe('answered within ten working days', () => {
  it('counts the tenth working day and not the eleventh, and a day off not at all', () => {
    const closed = closedDaysOf([{ day: '2026-05-08', kind: 'closed' }])
    const rows = (answeredOn: string | null) => [{ heardOn: '2026-05-06', answeredOn, needs: 3 }]
    expect(answeringOf(rows('2026-05-20'), closedDaysOf([]))).toEqual({ heard: 3, answered: 3, inTime: 3 })
    expect(answeringOf(rows('2026-05-21'), closedDaysOf([]))).toEqual({ heard: 3, answered: 3, inTime: 0 })
    expect(answeringOf(rows('2026-05-21'), closed)).toEqual({ heard: 3, answered: 3, inTime: 3 })
    expect(answeringOf(rows(null), closed)).toEqual({ heard: 3, answered: 0, inTime: 0 })
  })
})

describe('the next step', () => {
  const standing = { state: 'heard', triangulated: false, feeds: [], answerDueOn: null, isAuthor: true } as const
  it('leads from hearing to answering, and asks a colleague to verify', () => {
    expect(nextStepOf(standing)).toBe('describe')
    expect(nextStepOf({ ...standing, state: 'described' })).toBe('quantify')
    expect(nextStepOf({ ...standing, state: 'quantified' })).toBe('addSource')
    expect(nextStepOf({ ...standing, state: 'quantified', triangulated: true })).toBe('askColleague')
    expect(nextStepOf({ ...standing, state: 'quantified', triangulated: true, isAuthor: false })).toBe('verify')
    expect(nextStepOf({ ...standing, state: 'verified' })).toBe('answer')
    expect(nextStepOf({ ...standing, state: 'answered' })).toBe('close')
    expect(nextStepOf({ ...standing, answerDueOn: '2026-05-06' })).toBe('answer')
    expect(nextStepOf({ ...standing, state: 'met' })).toBe('none')
  })
})

describe('a source heard while logging', () => {
  it('takes its method from the channel', () => {
    expect(methodOfChannel('storeCheck')).toBe('observation')
    expect(methodOfChannel('meeting')).toBe('contacts')
    expect(prefillSource({ channel: null, person: null, interactionId: null, heardOn: null }).method).toBe('contacts')
  })
})

describe('a plan', () => {
  it('is approved only in the words that were approved', () => {
    expect(planStateOf(0, 'h', null)).toBe('empty')
    expect(planStateOf(1, 'h', null)).toBe('draft')
    expect(planStateOf(1, 'h', { state: 'pending', contentHash: 'h' })).toBe('pending')
    expect(planStateOf(1, 'h', { state: 'approved', contentHash: 'h' })).toBe('approved')
    expect(planStateOf(1, 'h2', { state: 'approved', contentHash: 'h' })).toBe('changed')
    expect(planStateOf(1, 'h', { state: 'changesRequested', contentHash: 'h' })).toBe('returned')
    expect(planStateOf(1, 'h2', { state: 'rejected', contentHash: 'h' })).toBe('draft')
  })

  it('counts the uses of a method, and with the person who was named', () => {
    const used = [
      { method: 'contacts', methodId: null, personId: 'p1', heardOn: '2026-05-01', times: 2 },
      { method: 'contacts', methodId: null, personId: 'p2', heardOn: '2026-05-03', times: 1 },
    ]
    expect(usesOf({ method: 'contacts', methodId: null, personId: null }, used)).toEqual({
      times: 3,
      lastOn: '2026-05-03',
    })
    expect(usesOf({ method: 'contacts', methodId: null, personId: 'p1' }, used)).toEqual({
      times: 2,
      lastOn: '2026-05-01',
    })
    expect(usesOf({ method: 'observation', methodId: null, personId: null }, used)).toEqual({ times: 0, lastOn: null })
  })
})
