import { describe, expect, it } from 'vitest'
import { firstLimits } from '@/lib/modules/pricing/model-policy'
import { checkPackage, type PackageLine } from '@/lib/modules/pricing/rules-package'
import { packageContent, shownCheck } from '@/lib/modules/pricing/rules-package-said'

const line = (wish: Partial<PackageLine> = {}): PackageLine => ({
  price: '100',
  quantity: '1000',
  named: null,
  unitCost: '60',
  floor: null,
  ...wish,
})
const terms = { settles: true, costPerYear: '0', discountPct: null, paymentDays: null }
const named = { listPrice: '100', policyPrice: '95' }
const check = (lines: PackageLine[], more: object = {}) => checkPackage(lines, { ...terms, ...more }, firstLimits)

describe('P02: a package of terms and prices', () => {
  it('without prices and terms that cost has nothing to check, and says so', () => {
    expect(check([line()], { settles: false })).toMatchObject({ state: 'none', marginPct: null, belowFloor: null })
  })

  it('carries what its terms cost in a year on every sale: (100,000 − 10,000 − 60,000) ÷ 90,000', () => {
    const { state, marginPct } = check([line()], { costPerYear: '10000' })
    expect([state, Number(marginPct).toFixed(6)]).toEqual(['within', '33.333333'])
  })

  it('asks strictly below a margin: 25 % asks nobody, a cent less asks the manager and who is below', () => {
    expect(check([line({ unitCost: '75' })]).state).toBe('within')
    const { state, route } = check([line({ unitCost: '75' })], { costPerYear: '0.01' })
    expect([state, route.chain]).toEqual(['asks', ['salesLead', 'manager']])
  })

  it('is below a floor by its terms alone, asks the director and finance, and not on the floor itself', () => {
    expect(check([line({ floor: '90' })], { costPerYear: '10000' }).belowFloor).toBe(0)
    const { belowFloor, route } = check([line({ floor: '90' })], { costPerYear: '10000.01' })
    expect([belowFloor, route.chain, route.finance]).toEqual([1, ['salesLead', 'manager', 'director'], true])
  })

  it('asks for a discount below the policy price, and never for the policy’s own', () => {
    expect(check([line({ price: '95', named })]).discountPct).toBe('0')
    expect(check([line({ price: '89.9', named })]).route.chain).toEqual(['salesLead'])
    expect(check([line({ price: '90', named })]).state).toBe('within')
  })

  it('asks for more than 60 days, not for 60', () => {
    expect(check([line()], { paymentDays: '60' }).state).toBe('within')
    expect(check([line()], { paymentDays: '61' }).route).toMatchObject({ chain: [], finance: true })
  })

  it('knows no margin while a cost that counts is missing, and then says so instead of asking', () => {
    const { state, marginPct, uncosted } = check([line(), line({ unitCost: null })])
    expect([state, marginPct, uncosted]).toEqual(['within', null, 1])
  })

  it('of a product that was never bought counts by the price that it names', () => {
    expect(check([line({ quantity: '0', named, price: '80' })]).marginPct).toBe('25')
  })

  it('does not depend on the order of products', () => {
    const lines = [line({ price: '90', named }), line({ quantity: '7', unitCost: '33' }), line({ floor: '99.99' })]
    expect(check(lines.toReversed(), { costPerYear: '3' })).toEqual(check(lines, { costPerYear: '3' }))
  })
})

describe('what is told of it', () => {
  const found = check([line({ floor: '99', unitCost: '80' })], { costPerYear: '5000', paymentDays: '90' })

  it('names neither margin nor floor to whoever sees no margin', () => {
    expect(shownCheck(found, true).reasons).toEqual(['margin', 'floor', 'paymentDays'])
    expect(shownCheck(found, false)).toMatchObject({
      marginPct: null,
      belowFloor: null,
      uncosted: null,
      reasons: ['policy', 'paymentDays'],
    })
  })

  it('is for approvers a fact that misses no threshold, in a line that is confidential', () => {
    const { facts, lines, marginPct } = packageContent(found)
    expect(facts).toEqual({ marginPct: '15.78947368421', belowFloor: true })
    expect([marginPct, lines[0]?.confidential, lines[0]?.aspect]).toEqual(['15.79', true, 'margin'])
    expect(packageContent(check([], { settles: false }))).toEqual({ facts: {}, lines: [], marginPct: null })
  })
})
