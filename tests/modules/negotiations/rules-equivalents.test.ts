import { describe, expect, it } from 'vitest'
import { equivalentsBetween, oneMoreOf } from '@/lib/modules/negotiations/rules-equivalents'
import type { Weight } from '@/lib/modules/terms/model-catalogue'
import type { TermValue } from '@/lib/modules/terms/model-values'
import { equivalentsOf, weighedBy } from '@/lib/modules/terms/rules-cost'

/** Twelve million a year at six percent; a fee for each of twelve stores. */
const worthOn = (sales: string | null) => ({
  basis: { sales, ratePct: '6' },
  weighedBy: (code: string) => weighedBy(code, fees[code]),
  equivalentsOf: (weight: Weight, many: string) =>
    sales === null
      ? null
      : new Map([...equivalentsOf(weight, many, { sales, ratePct: '6' })].map(([each, of]) => [each, of.toFixed(4)])),
})
const fees: Readonly<Record<string, TermValue>> = { displayFee: { kind: 'each', number: '3000', times: '12' } }

const numeric = (key: string, termCode: string | null, productId: string | null = null) => ({
  ...{ key, kind: 'numeric' as const, termCode, productId },
})
const days = numeric('days', 'paymentDays')
const rebate = numeric('rebate', 'annualRebate')
const none = { us: {}, them: {} }

describe('T03: what concessions equal', () => {
  it('says that fifteen days are a quarter point of rebate, and that a point is sixty days', () => {
    const { rows, uncosted } = equivalentsBetween([days, rebate], none, worthOn('12000000'))
    expect(rows).toEqual([
      {
        ...{ key: 'days', weight: 'day', many: '15', isGap: false, yearly: '29589.0411' },
        others: [{ key: 'rebate', many: '0.2466' }],
      },
      {
        ...{ key: 'rebate', weight: 'rebatePoint', many: '1', isGap: false, yearly: '120000.0000' },
        others: [{ key: 'days', many: '60.8333' }],
      },
    ])
    expect(uncosted).toEqual([])
  })

  it('takes the step by which both sides are still apart', () => {
    const last = { us: { days: '45', rebate: '2' }, them: { days: '75', rebate: '2' } }
    const { rows } = equivalentsBetween([days, rebate], last, worthOn('12000000'))
    expect(rows.map(({ key, many, isGap }) => [key, many, isGap])).toEqual([
      ['days', '30', true],
      ['rebate', '1', false],
    ])
  })

  it('counts a fee for each store as often as there are stores', () => {
    const { rows } = equivalentsBetween([numeric('shelf', 'displayFee'), rebate], none, worthOn('12000000'))
    expect(rows[0]).toMatchObject({ many: '1000', yearly: '12000.0000', others: [{ key: 'rebate', many: '0.1000' }] })
    expect(rows[1]?.others).toEqual([{ key: 'shelf', many: '10000.0000' }])
  })

  it('weighs a price by what was sold of the product, and a discount on it by what that brought in', () => {
    const sold = { quantity: '4000', net: '2400000' }
    expect([oneMoreOf('NT$', sold), oneMoreOf('%', sold)]).toEqual(['-4000', '24000'])
    const prices = new Map([
      ['milk', oneMoreOf('NT$', sold)],
      ['soda', '0'],
    ])
    const issues = [numeric('milk', null, 'milk'), numeric('soda', null, 'soda'), rebate]
    const { rows, uncosted } = equivalentsBetween(issues, none, worthOn('12000000'), prices)
    expect(rows[0]).toMatchObject({ many: '1', yearly: '4000.0000', others: [{ key: 'rebate', many: '0.0333' }] })
    expect(rows[1]).toMatchObject({ key: 'rebate', others: [{ key: 'milk', many: '30.0000' }] })
    expect(uncosted).toEqual([{ key: 'soda', why: 'notSold' }])
  })

  it('says of each issue that cannot be costed why', () => {
    const issues = [
      numeric('free', null),
      { key: 'shelf', kind: 'ordinal' as const, termCode: 'annualRebate', productId: null },
      numeric('growth', 'growthRebate'),
      numeric('run', 'payRunDay'),
      numeric('flyer', 'flyerFee'),
      numeric('credit', 'creditLimit'),
      { key: 'tiers', kind: 'ordinal' as const, termCode: 'tieredRebate', productId: null },
    ]
    const { rows, uncosted } = equivalentsBetween(issues, none, worthOn('12000000'))
    expect(rows).toEqual([])
    expect(uncosted.map(({ why }) => why)).toEqual([
      'noTerm',
      'noNumber',
      'onGrowth',
      'byCalendar',
      'timesMissing',
      'uncounted',
      'inTiers',
    ])
  })

  it('says that sales are missing, and never that something is worth nothing', () => {
    for (const sales of [null, '0'])
      expect(equivalentsBetween([days, rebate], none, worthOn(sales))).toMatchObject({
        rows: [],
        uncosted: [
          { key: 'days', why: 'noSales' },
          { key: 'rebate', why: 'noSales' },
        ],
      })
  })
})
