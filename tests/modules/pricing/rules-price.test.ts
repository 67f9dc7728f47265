import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, sumOf } from '@/lib/kernel/exact'
import { allocate, roundHalfUp } from '@/lib/kernel/money'
import { waterfallBars } from '@/lib/modules/pricing/rules-bars'
import { checkDeal } from '@/lib/modules/pricing/rules-deal'
import { effectiveFloor, isBelow } from '@/lib/modules/pricing/rules-floors'
import { formulaPrice } from '@/lib/modules/pricing/rules-formula'
import { guidanceOf, percentileOf } from '@/lib/modules/pricing/rules-guidance'
import { breakEvenVolumeChange, marginOf, markupOf } from '@/lib/modules/pricing/rules-margin'
import { inversionsOf, rangeTotal, slabTotal } from '@/lib/modules/pricing/rules-tiers'
import { type Deduction, waterfallOf } from '@/lib/modules/pricing/rules-waterfall'
import { scaled } from '@/lib/ui/bar-scale'

const runs = { numRuns: 200 }
const money = fc.integer({ min: 1, max: 10_000_000 }).map((cents) => exact(cents).div(100).toFixed())
const percent = fc.integer({ min: 0, max: 1500 }).map((tenths) => exact(tenths).div(100).toFixed())
const tiersOf = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 90 })), { minLength: 1, maxLength: 4 })
  .map((steps) => {
    let from = 0
    return steps.map(([by, discountPct]) => {
      from += by
      return { from: String(from), discountPct: String(discountPct) }
    })
  })

describe('a whole deal (P01, P02)', () => {
  const limits = {
    discountPct: { salesLead: '10', manager: '15', director: '20' },
    marginPct: { salesLead: null, manager: '25', director: '18' },
    paymentDays: 60,
    annualPct: '6',
  } as Parameters<typeof checkDeal>[2]
  const line = (quantity: string, unitCost: string | null) => ({
    quantity,
    listPrice: '100000',
    policyPrice: '100000',
    price: '100000',
    unitCost,
    floor: null,
  })
  const terms = (fee: string): Parameters<typeof checkDeal>[1] => ({
    onInvoice: [],
    offInvoice: [{ name: '上架費', kind: 'lumpSum', fee, units: '3' }],
    paymentDays: null,
    channel: null,
  })

  it('lays a lump sum on every unit alike, and comes to the whole of it again', () => {
    const deal = checkDeal([line('1', '50000'), line('2', '50000')], terms('100000'), limits)
    expect(deal.steps.at(-1)).toEqual({ name: '上架費', delta: '-100000', running: '200000' })
    expect([deal.pocketTotal, deal.marginTotal, deal.marginPct]).toEqual(['200000', '50000', '25'])
    expect(deal.lines[0]?.pocketMargin).toBe(deal.lines[1]?.pocketMargin)
    expect(Number(deal.lines[0]?.pocketMargin)).toBeCloseTo(16666.6667, 4)
    expect(deal.route.chain).toEqual([])
  })

  it('asks everybody when fees eat the price up, and when a cost is not known', () => {
    const eaten = checkDeal([line('1', '1'), line('2', '1')], terms('300000'), limits)
    expect([eaten.pocketTotal, eaten.marginTotal, eaten.marginPct]).toEqual(['0', '-3', null])
    expect(eaten.route.chain).toEqual(['salesLead', 'manager', 'director'])
    const unknown = checkDeal([line('1', '1'), line('2', null)], terms('3'), limits)
    expect([unknown.marginTotal, unknown.marginPct]).toEqual([null, null])
    expect(unknown.lines.map(({ marginPct }) => marginPct === null)).toEqual([false, true])
    expect(unknown.route.chain).toEqual(['salesLead', 'manager', 'director'])
  })
})

describe('the price waterfall (P01)', () => {
  const example = {
    list: '1000',
    onInvoice: [
      { name: 'tier_discount', kind: 'percent', pct: '12', base: 'list' },
      { name: 'promo_allowance', kind: 'percent', pct: '5', base: 'running' },
    ] as Deduction[],
    offInvoice: [
      { name: 'year_end_rebate', kind: 'percent', pct: '3', base: 'invoice' },
      { name: 'coop_advertising', kind: 'percent', pct: '1.5', base: 'invoice' },
      { name: 'payment_terms_cost', kind: 'payment', days: 60, annualPct: '6' },
      { name: 'freight', kind: 'amount', amount: '15' },
      { name: 'listing_fee_amortised', kind: 'lumpSum', fee: '100000', units: '20000' },
      { name: 'returns_allowance', kind: 'percent', pct: '0.8', base: 'invoice' },
    ] as Deduction[],
    unitCost: '560',
  }

  it('runs from list to invoice to pocket as in the worked example', () => {
    const found = waterfallOf(example)
    expect(found.steps.map(({ name, delta, running }) => [name, delta && Number(delta), Number(running)])).toEqual([
      ['list', null, 1000],
      ['tier_discount', -120, 880],
      ['promo_allowance', -44, 836],
      ['year_end_rebate', -25.08, 810.92],
      ['coop_advertising', -12.54, 798.38],
      ['payment_terms_cost', expect.closeTo(-8.2454794521, 8), expect.closeTo(790.1345205479, 8)],
      ['freight', -15, expect.closeTo(775.1345205479, 8)],
      ['listing_fee_amortised', -5, expect.closeTo(770.1345205479, 8)],
      ['returns_allowance', -6.688, expect.closeTo(763.4465205479, 8)],
    ])
    expect(found.invoicePrice).toBe('836')
    expect(Number(found.pocketMargin)).toBeCloseTo(203.4465205479, 8)
    expect(Number(found.marginPct)).toBeCloseTo(26.64843117, 8)
    expect(Number(found.leakagePct)).toBeCloseTo(23.6553479452, 8)
    expect(roundHalfUp(found.pocketPrice, 0)).toBe('763')
  })

  it('leaves the margin undefined when nobody knows the cost', () => {
    expect(waterfallOf({ ...example, unitCost: null })).toMatchObject({ pocketMargin: null, marginPct: null })
  })

  it('spreads a lump sum over no units never', () => {
    const offInvoice: Deduction[] = [{ name: 'fee', kind: 'lumpSum', fee: '100', units: '0' }]
    expect(() => waterfallOf({ ...example, offInvoice })).toThrow(RangeError)
  })

  it('has no margin in percent when nothing or less is left, whatever the cost', () => {
    const offInvoice: Deduction[] = [{ name: 'freight', kind: 'amount', amount: '836' }]
    const nothing = waterfallOf({ ...example, offInvoice })
    expect([nothing.pocketPrice, nothing.pocketMargin, nothing.marginPct]).toEqual(['0', '-560', null])
    const more: Deduction[] = [{ name: 'freight', kind: 'amount', amount: '900' }]
    expect(waterfallOf({ ...example, offInvoice: more })).toMatchObject({ pocketPrice: '-64', marginPct: null })
  })

  it('is drawn inside its frame, below a line of zero when something is lost', () => {
    const steps = [
      { delta: null, running: '100' },
      { delta: '-60', running: '40' },
      { delta: '-60', running: '-20' },
    ]
    const bars = steps.map((step, index) => waterfallBars(step, index === 0))
    expect(bars).toEqual([
      [{ from: '0', to: '100', tone: 'figure' }],
      [
        { from: '0', to: '40', tone: 'back' },
        { from: '40', to: '100', tone: 'off' },
      ],
      [
        { from: '-20', to: '0', tone: 'lost' },
        { from: '0', to: '40', tone: 'off' },
      ],
    ])
    const { zero, columns } = scaled(bars, { top: 0, bottom: 120 })
    expect([zero, columns.map(({ bars: its }) => its.map(({ top, height }) => [top, height]))]).toEqual([
      100,
      [
        [[0, 100]],
        [
          [60, 40],
          [0, 60],
        ],
        [
          [100, 20],
          [60, 40],
        ],
      ],
    ])
    const nothing = scaled([waterfallBars({ delta: null, running: '0' }, true)], { top: 0, bottom: 120 })
    expect(nothing.columns).toEqual([{ label: 120, bars: [] }])
  })

  it('adds up: the steps lead to the pocket price, and more deduction never raises it', () => {
    fc.assert(
      fc.property(
        money,
        fc.array(percent, { maxLength: 4 }),
        fc.array(percent, { maxLength: 4 }),
        percent,
        (list, on, off, more) => {
          const deductions = (all: string[], base: 'running' | 'invoice'): Deduction[] =>
            all.map((pct, index) => ({ name: `${base}${index}`, kind: 'percent', pct, base }))
          const input = {
            list,
            onInvoice: deductions(on, 'running'),
            offInvoice: deductions(off, 'invoice'),
            unitCost: null,
          }
          const found = waterfallOf(input)
          expect(found.steps.at(-1)?.running).toBe(found.pocketPrice)
          const deltas = sumOf(found.steps.map(({ delta }) => delta ?? '0'))
          expect(deltas.minus(exact(found.pocketPrice).minus(list)).abs().lt('1e-40')).toBe(true)
          const raised = off.map((pct, index) => (index === 0 ? exact(pct).plus(more).toFixed() : pct))
          const after = waterfallOf({ ...input, offInvoice: deductions(raised, 'invoice') })
          expect(exact(after.pocketPrice).lte(found.pocketPrice)).toBe(true)
        },
      ),
      runs,
    )
  })
})

describe('a formula price (P03)', () => {
  const nothing = { discountPct: null, roundTo: null, surcharge: null, minMargin: null, maxMargin: null }

  it('rounds half-up to a multiple', () => {
    expect(formulaPrice('125.004', { ...nothing, roundTo: '10' })).toBe('130')
    expect(formulaPrice('124.99', { ...nothing, roundTo: '10' })).toBe('120')
  })

  it('discounts, rounds, adds and then holds to its margins, in this order', () => {
    const formula = { discountPct: '12.5', roundTo: '5', surcharge: '-0.1', minMargin: null, maxMargin: null }
    expect(formulaPrice('100', formula)).toBe('89.9')
    expect(formulaPrice('100', { ...formula, minMargin: '-5' })).toBe('95')
    expect(formulaPrice('100', { ...nothing, surcharge: '40', maxMargin: '30' })).toBe('130')
  })

  it('takes a least margin of 0 as a policy and of nothing as not set', () => {
    expect(formulaPrice('100', { ...nothing, discountPct: '10', minMargin: '0' })).toBe('100')
    expect(formulaPrice('100', { ...nothing, discountPct: '10', minMargin: null })).toBe('90')
  })
})

describe('quantity tiers (P04)', () => {
  const tiers = [
    { from: '1', discountPct: '0' },
    { from: '10', discountPct: '5' },
    { from: '50', discountPct: '12' },
  ]

  it.each([
    ['1', '100', '100'],
    ['9', '900', '900'],
    ['10', '950', '995'],
    ['46', '4370', '4415'],
    ['47', '4465', '4510'],
    ['49', '4655', '4700'],
    ['50', '4400', '4788'],
    ['60', '5280', '5668'],
  ])('%s units cost %s by range and %s by slab', (quantity, range, slab) => {
    expect(rangeTotal('100', tiers, quantity)).toBe(range)
    expect(slabTotal('100', tiers, quantity)).toBe(slab)
  })

  it('warn where a little less costs more', () => {
    expect(inversionsOf(tiers)).toEqual([{ threshold: '50', from: '47', to: '49' }])
  })

  it('may begin above 0: below the first tier the list price holds', () => {
    expect(rangeTotal('100', tiers.slice(1), '9')).toBe('900')
    expect(slabTotal('100', tiers.slice(1), '10')).toBe('995')
  })

  it('are the same by range and slab when there is one, and a slab always rises', () => {
    fc.assert(
      fc.property(money, tiersOf, fc.integer({ min: 1, max: 300 }), percent, (list, tiers, quantity, pct) => {
        const one = [{ from: '1', discountPct: pct }]
        expect(rangeTotal(list, one, String(quantity))).toBe(slabTotal(list, one, String(quantity)))
        const [now, next] = [slabTotal(list, tiers, String(quantity)), slabTotal(list, tiers, String(quantity + 1))]
        expect(exact(next).gt(now)).toBe(true)
      }),
      runs,
    )
  })

  it('name exactly the quantities that are dearer than a threshold above them', () => {
    fc.assert(
      fc.property(tiersOf, (tiers) => {
        const told = new Set(
          inversionsOf(tiers).flatMap(({ threshold, from, to }) =>
            Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${Number(from) + index}<${threshold}`),
          ),
        )
        const found = new Set<string>()
        for (const { from: threshold } of tiers)
          for (let quantity = 1; quantity < Number(threshold); quantity++)
            if (exact(rangeTotal('100', tiers, String(quantity))).gt(rangeTotal('100', tiers, threshold)))
              found.add(`${quantity}<${threshold}`)
        expect(told).toEqual(found)
      }),
      runs,
    )
  })
})

describe('margin and markup (P06)', () => {
  it('lead to each other', () => {
    expect(markupOf('0.2')).toBe('0.25')
    expect(marginOf('0.25')).toBe('0.2')
    expect(markupOf('1')).toBeNull()
    expect(marginOf('-1')).toBeNull()
  })

  it('tell how much more must be sold after a cut, and that no volume makes up for all of the margin', () => {
    expect(breakEvenVolumeChange('30', '-10')).toBe('0.5')
    expect(breakEvenVolumeChange('30', '10')).toBe('-0.25')
    expect(breakEvenVolumeChange('30', '-30')).toBeNull()
  })
})

describe('money (P07)', () => {
  it('is allocated by largest remainder as in the worked example', () => {
    expect(allocate('100', ['333', '333', '334'])).toEqual(['33', '33', '34'])
    expect(allocate('10', ['1', '1', '1'])).toEqual(['4', '3', '3'])
    expect(allocate('100', ['1', '1', '1'], 2)).toEqual(['33.34', '33.33', '33.33'])
    expect(allocate('-10', ['1', '1', '1'])).toEqual(['-4', '-3', '-3'])
  })

  it('always adds up, and no part is a unit away from its share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), weights, (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0))
        const parts = allocate(total, weights)
        expect(sumOf(parts).toFixed()).toBe(String(total))
        const sum = sumOf(weights)
        for (const [index, part] of parts.entries())
          expect(
            exact(part)
              .minus(
                exact(total)
                  .times(weights[index] ?? 0)
                  .div(sum),
              )
              .abs()
              .lt(1),
          ).toBe(true)
      }),
      runs,
    )
  })
})

describe('floors', () => {
  const floor = { productId: null, categoryId: null, currency: 'TWD', fromDay: '2026-01-01', toDay: null }
  const question = { productId: 'p', categoryIds: ['c'], day: '2026-05-01', currency: 'TWD', unitCost: '60' }
  const floors = [
    { ...floor, id: '1', method: 'absolute', value: '70' } as const,
    { ...floor, id: '2', method: 'costPlus', value: '15' } as const,
    { ...floor, id: '3', method: 'pocketMarginPct', value: '25', currency: null } as const,
    { ...floor, id: '4', method: 'absolute', value: '500', productId: 'other' } as const,
    { ...floor, id: '5', method: 'absolute', value: '500', toDay: '2026-04-30' } as const,
    { ...floor, id: '6', method: 'absolute', value: '500', currency: 'USD' } as const,
  ]

  it('count by the highest that holds; what needs a cost says nothing without one', () => {
    expect(effectiveFloor(floors, question)).toBe('80')
    expect(effectiveFloor(floors, { ...question, unitCost: null })).toBe('70')
    expect(effectiveFloor([], question)).toBeNull()
  })

  it('are broken only strictly below', () => {
    expect(isBelow('80', '80')).toBe(false)
    expect(isBelow('79.9999', '80')).toBe(true)
    expect(isBelow('0', null)).toBe(false)
  })
})

describe('guidance', () => {
  const deals = ['10', '20', '30', '40', '50', '60', '70', '80']

  it('is the 10th, 50th and 80th percentile of comparable deals', () => {
    expect(guidanceOf(deals)).toEqual({ floor: '17', target: '45', stretch: '66' })
    expect(percentileOf(['5'], 80)).toBe('5')
  })

  it('says nothing with fewer than eight', () => {
    expect(guidanceOf(deals.slice(1))).toBeNull()
  })
})
