import { describe, expect, it } from 'vitest'
import { demandNames } from '@/lib/modules/approvals/model-policies'
import { missingOf, unexplained } from '@/lib/modules/approvals/rules-demands'
import { line } from './scene'

const nothing = {
  reason: null,
  accountId: null,
  facts: {},
  lines: [line('discount')],
  totals: { costPerYear: null, marginPct: null, value: null },
}

describe('what a policy demands of a submission', () => {
  it('is all missed by one that says nothing, and nothing is missed where nothing is demanded', () => {
    expect(missingOf(demandNames, nothing)).toEqual(demandNames)
    expect(missingOf([], nothing)).toEqual([])
  })

  it('takes a cost of 0 for known, and a margin or value from totals or facts', () => {
    const totals = { ...nothing.totals, costPerYear: { amount: '0', currency: 'TWD' } }
    expect(missingOf(['costPerYear'], { ...nothing, totals })).toEqual([])
    expect(missingOf(['marginPct', 'value'], { ...nothing, facts: { marginPct: '0', value: '0' } })).toEqual([])
  })

  it('owes no reason for what the product works out from confidential figures, and takes blanks for none', () => {
    const lines = [line('a', { why: '  ' }), line('b', { why: '年約' }), line('c', { confidential: true })]
    expect(unexplained(lines).map(({ key }) => key)).toEqual(['a'])
  })
})
