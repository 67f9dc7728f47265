import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, sumOf } from '@/lib/kernel/exact'
import { matchDeductions, type OpenClaim, type OpenDeduction } from '@/lib/modules/terms/rules-deductions'
import { reviewFees } from '@/lib/modules/terms/rules-fees'

const claim = (id: string, reasonCode: string, left: string, over: Partial<OpenClaim> = {}): OpenClaim => ({
  id,
  reference: `C-${id}`,
  reasonCode,
  grantedOn: `2026-01-${id.padStart(2, '0')}`,
  left,
  ...over,
})
const deduction = (id: string, reasonCode: string, left: string, reference: string | null = null): OpenDeduction => ({
  id,
  reference,
  reasonCode,
  left,
})

describe('D01: a deduction is matched', () => {
  it('by its exact reference before anything else', () => {
    const { matches } = matchDeductions(
      [deduction('d', '19', '500', 'C-2')],
      [claim('1', '19', '500'), claim('2', '19', '800')],
    )
    expect(matches).toEqual([{ deductionId: 'd', claimId: '2', amount: '500', rule: 'reference' }])
  })

  it('by the same reason and exactly what is left', () => {
    const { matches } = matchDeductions(
      [deduction('d', '20', '300')],
      [claim('1', '20', '900'), claim('2', '20', '300')],
    )
    expect(matches).toEqual([{ deductionId: 'd', claimId: '2', amount: '300', rule: 'equal' }])
  })

  it('by the oldest claims of the same reason, in parts; the rest is to be disputed', () => {
    const { matches, left } = matchDeductions(
      [deduction('d', '21', '1000')],
      [claim('2', '21', '400'), claim('1', '21', '250'), claim('3', '19', '999')],
    )
    expect(matches.map(({ claimId, amount, rule }) => [claimId, amount, rule])).toEqual([
      ['1', '250', 'oldest'],
      ['2', '400', 'oldest'],
    ])
    expect(left).toEqual([{ deductionId: 'd', amount: '350', reasonCode: '21' }])
  })

  it('each claim only once, in the order of the deductions', () => {
    const { matches, left } = matchDeductions(
      [deduction('a', '19', '300'), deduction('b', '19', '300')],
      [claim('1', '19', '400')],
    )
    expect(matches.map(({ deductionId, amount }) => [deductionId, amount])).toEqual([
      ['a', '300'],
      ['b', '100'],
    ])
    expect(left).toEqual([{ deductionId: 'b', amount: '200', reasonCode: '19' }])
  })
})

const codes = fc.constantFrom('19', '20', '21')
const money = fc.integer({ min: 1, max: 5000 }).map(String)

describe('whatever is matched', () => {
  it('no claim falls below nothing and the sums are kept', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(codes, money, fc.option(fc.nat(6))), { maxLength: 8 }),
        fc.array(fc.tuple(codes, money), { maxLength: 8 }),
        (taken, granted) => {
          const claims = granted.map(([code, left], index) => claim(String(index + 1), code, left))
          const deductions = taken.map(([code, left, named], index) =>
            deduction(`d${index}`, code, left, named === null ? null : `C-${named}`),
          )
          const { matches, left } = matchDeductions(deductions, claims)
          for (const each of claims)
            expect(
              sumOf(matches.filter((match) => match.claimId === each.id).map(({ amount }) => amount)).lte(each.left),
            ).toBe(true)
          for (const each of deductions) {
            const matched = sumOf(matches.filter((match) => match.deductionId === each.id).map(({ amount }) => amount))
            const rest = left.find((open) => open.deductionId === each.id)?.amount ?? '0'
            expect(matched.plus(rest).eq(exact(each.left))).toBe(true)
          }
        },
      ),
    )
  })
})

describe('T05: a fee is flagged', () => {
  const sound = {
    code: 'listingFee',
    item: '新品上架',
    purpose: '上架作業',
    amountBasis: '每品項 3,000 元',
    reference: '115 年合約第 6 條',
    event: '春季上架',
    amount: '120000',
    benefit: '200000',
  }

  it('for nothing when everything is said and it stays below the benefit', () => {
    const { flags, ratioPct } = reviewFees([sound], '6000000')
    expect(flags.get('listingFee')).toEqual([])
    expect(ratioPct?.toFixed()).toBe('2')
  })

  it('for each part that is missing, for the same event twice, and for more than its benefit', () => {
    const bare = { ...sound, code: 'flyerFee', item: null, purpose: null, amountBasis: null, reference: null }
    const { flags } = reviewFees(
      [
        { ...sound, benefit: '100000' },
        { ...bare, benefit: null },
      ],
      null,
    )
    expect(flags.get('listingFee')).toEqual(['sameEventTwice', 'aboveBenefit'])
    expect(flags.get('flyerFee')).toEqual([
      'noWrittenReference',
      'noItem',
      'noPurpose',
      'noAmountBasis',
      'sameEventTwice',
      'benefitUnknown',
    ])
    expect(reviewFees([], null).ratioPct).toBeNull()
  })
})
