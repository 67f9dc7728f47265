import { describe, expect, it } from 'vitest'
import {
  agingOf,
  amountsOf,
  bucketOf,
  growthPct,
  mainCurrency,
  yearOverYear,
  yearUntil,
} from '@/lib/modules/sales/rules'

describe('what a line comes to', () => {
  it('is exact: quantity times price, less the discount', () => {
    expect(amountsOf({ quantity: '12', unitPrice: '9.8', discountPct: '15' })).toEqual({
      grossAmount: '117.6',
      netAmount: '99.96',
    })
    expect(amountsOf({ quantity: '3', unitPrice: '0.1', discountPct: '0' }).netAmount).toBe('0.3')
    expect(amountsOf({ quantity: '-2', unitPrice: '10', discountPct: '0' }).netAmount).toBe('-20')
  })

  it('is what the record says where it says it', () => {
    expect(amountsOf({ quantity: '3', unitPrice: '33.33', discountPct: '0', netAmount: '100' }).netAmount).toBe('100')
  })
})

describe('the age of open invoices', () => {
  const invoice = {
    dueDay: '2026-03-31',
    openAmount: '100',
    currency: 'TWD',
    chequeDueDay: null,
    chequeCashedDay: null,
  }

  it('begins the day after they were due, in steps of thirty days', () => {
    const on = (day: string) => bucketOf(invoice, day)
    expect(on('2026-03-31')).toBe('notDue')
    expect(on('2026-04-01')).toBe('to30')
    expect(on('2026-04-30')).toBe('to30')
    expect(on('2026-05-01')).toBe('to60')
    expect(on('2026-05-31')).toBe('to90')
    expect(on('2026-06-29')).toBe('to90')
    expect(on('2026-06-30')).toBe('over90')
  })

  it('waits for a cheque in hand until it is cashed', () => {
    const held = { ...invoice, chequeDueDay: '2026-07-10' }
    expect(bucketOf(held, '2026-06-30')).toBe('cheques')
    expect(bucketOf({ ...held, chequeCashedDay: '2026-07-13' }, '2026-07-12')).toBe('cheques')
    expect(bucketOf({ ...held, chequeCashedDay: '2026-07-13' }, '2026-07-13')).toBe('over90')
  })

  it('adds up to all that is open, by currency, without what is paid', () => {
    const [twd, usd, ...none] = agingOf(
      [
        invoice,
        { ...invoice, openAmount: '0.0000' },
        { ...invoice, dueDay: '2026-06-01', openAmount: '50.5' },
        { ...invoice, currency: 'USD' },
      ],
      '2026-06-15',
    )
    expect(none).toEqual([])
    expect(twd).toMatchObject({ currency: 'TWD', total: '150.5' })
    expect(twd?.buckets.filter(({ invoices }) => invoices > 0)).toEqual([
      { bucket: 'to30', amount: '50.5', invoices: 1 },
      { bucket: 'to90', amount: '100', invoices: 1 },
    ])
    expect(usd).toMatchObject({ currency: 'USD', total: '100' })
  })
})

describe('a year of sales', () => {
  it('is the twelve whole months that have ended', () => {
    expect(yearUntil('2026-11-22')).toEqual({ from: '2025-11-01', to: '2026-10-31' })
    expect(yearUntil('2026-10-31')).toEqual({ from: '2025-11-01', to: '2026-10-31' })
    expect(yearUntil('2026-03-01')).toEqual({ from: '2025-03-01', to: '2026-02-28' })
  })

  it('stands beside the year before, month by month, with 0 where nothing was sold', () => {
    const row = { currency: 'TWD', gross: '10', net: '9', lines: 1 }
    const months = yearOverYear(
      [
        { ...row, month: '2026-11-01' },
        { ...row, month: '2025-11-01', net: '5' },
        { ...row, month: '2026-10-01', currency: 'USD' },
      ],
      '2026-11-22',
      'TWD',
    )
    expect(months).toHaveLength(12)
    expect(months[11]).toEqual({ month: '2026-11-01', net: '9', gross: '10', lines: 1, before: '5' })
    expect(months[10]).toEqual({ month: '2026-10-01', net: '0', gross: '0', lines: 0, before: '0' })
  })

  it('grows from something or says nothing', () => {
    expect(growthPct('110', '100')).toBe('10')
    expect(growthPct('1', '3')).toBe('-66.7')
    expect(growthPct('5', '0')).toBeNull()
    expect(
      mainCurrency([
        { currency: 'USD', lines: 2 },
        { currency: 'TWD', lines: 2 },
      ]),
    ).toBe('TWD')
    expect(mainCurrency([])).toBeNull()
  })
})
