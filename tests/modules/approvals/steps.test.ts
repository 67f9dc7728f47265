import { describe, expect, it } from 'vitest'
import { verbatim } from '@/lib/kernel/said'
import type { DifferenceLine, Facts, SubjectKind } from '@/lib/modules/approvals/model'
import { defaultPolicy } from '@/lib/modules/approvals/rules-policies'
import { becauseOf, changedLines, isHarmless, touchedBetween } from '@/lib/modules/approvals/rules-steps'
import { conditionWords } from '@/lib/modules/approvals/views/policy-words'
import { line } from './scene'

const demanded = (kind: SubjectKind, facts: Facts, lines: DifferenceLine[] = [line('a')]) =>
  defaultPolicy(kind)
    .steps.filter((step) => becauseOf(step, facts, lines).length > 0)
    .map(({ approver }) => approver.split(':').at(-1))
const known = {
  discountPct: '0',
  marginPct: '40',
  paymentDays: '30',
  belowFloor: false,
  newFee: false,
  feeFlags: false,
}

describe('the matrix of prices', () => {
  it.each<[string, Facts, string[]]>([
    ['nobody within authority', { discountPct: '10', marginPct: '25', paymentDays: '60' }, []],
    ['the lead above 10 %', { discountPct: '10.0001' }, ['salesLead']],
    ['no manager at 15 % exactly', { discountPct: '15' }, ['salesLead']],
    ['the manager above 15 %', { discountPct: '15.5' }, ['salesLead', 'manager']],
    ['lead and manager below 25 % margin', { marginPct: '24.99' }, ['salesLead', 'manager']],
    ['the director above 20 %', { discountPct: '20.01' }, ['salesLead', 'manager', 'director']],
    ['no director at 18 % margin exactly', { marginPct: '18' }, ['salesLead', 'manager']],
    ['everybody but legal below the floor', { belowFloor: true }, ['salesLead', 'manager', 'finance', 'director']],
    ['finance for more than 60 days', { paymentDays: '61' }, ['finance']],
    ['lead and manager for a new fee', { newFee: true }, ['salesLead', 'manager']],
    ['legal for a clause that was flagged', { feeFlags: true }, ['legal']],
    ['a negative margin like a low one', { marginPct: '-3' }, ['salesLead', 'manager', 'director']],
  ])('demands %s', (_, facts, approvers) => {
    expect(demanded('priceException', { ...known, ...facts })).toEqual(approvers)
  })

  it('demands a step that cannot be judged while its aspect is among the differences', () => {
    const { belowFloor: _, ...unknown } = known
    expect(demanded('priceException', unknown)).toEqual(['salesLead', 'manager', 'finance', 'director'])
    expect(demanded('priceException', unknown, [line('a', { aspect: 'payment' })])).toEqual([])
  })

  it('lets the lead see longer payment on a term sheet', () => {
    expect(demanded('termSheet', { ...known, paymentDays: '75' })).toEqual(['salesLead', 'finance'])
  })
})

describe('a change is of', () => {
  const lines = [line('a'), line('b', { aspect: 'payment' })]

  it('the aspects of lines that changed, came or went', () => {
    const after = [line('a', { now: verbatim('13') }), line('c', { aspect: 'fees' })]
    expect(touchedBetween({ facts: {}, lines }, { facts: {}, lines: after })).toEqual(['price', 'payment', 'fees'])
    expect(changedLines(lines, after).map(({ key }) => key)).toEqual(['a', 'c', 'b'])
  })

  it('the aspect of a fact that changed alone', () => {
    expect(touchedBetween({ facts: { marginPct: '30' }, lines }, { facts: { marginPct: '29' }, lines })).toEqual([
      'margin',
    ])
  })

  it('nothing when only the name of a line did', () => {
    const renamed = [line('a', { label: verbatim('甲') }), lines[1] as DifferenceLine]
    expect(touchedBetween({ facts: {}, lines }, { facts: {}, lines: renamed })).toEqual([])
  })
})

describe('harmless is', () => {
  const free = { costPerYear: null, marginPct: null, value: null }
  const needs = [line('n', { aspect: 'needs', costPerYear: null })]

  it('what costs nothing and touches nothing', () => {
    expect(isHarmless({ facts: {}, lines: needs, totals: free })).toBe(true)
    const cheaper = [line('p', { costPerYear: { amount: '-10', currency: 'TWD' } })]
    expect(isHarmless({ facts: {}, lines: cheaper, totals: free })).toBe(true)
  })

  it('not what costs something, what nobody knows the cost of, or what touches a floor or a fee', () => {
    expect(isHarmless({ facts: {}, lines: [line('p')], totals: free })).toBe(false)
    expect(isHarmless({ facts: {}, lines: [line('p', { costPerYear: null })], totals: free })).toBe(false)
    expect(isHarmless({ facts: { belowFloor: true }, lines: needs, totals: free })).toBe(false)
    expect(isHarmless({ facts: { newFee: 'true' }, lines: needs, totals: free })).toBe(false)
    expect(isHarmless({ facts: { writeOff: '5' }, lines: needs, totals: free })).toBe(false)
  })
})

describe('a step in words', () => {
  const wanted = defaultPolicy('promotion').steps.map((step) => [
    conditionWords(step, 'zh-TW'),
    conditionWords(step, 'en'),
  ])

  it('says amounts as money in both languages', () => {
    expect(wanted).toEqual([
      ['金額超過 NT$50,000、或低於底價或超過基金餘額', 'value above NT$50,000 or below the floor or beyond the fund'],
      ['金額超過 NT$500,000、或低於底價或超過基金餘額', 'value above NT$500,000 or below the floor or beyond the fund'],
    ])
  })
})
