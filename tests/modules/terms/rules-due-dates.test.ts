import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import { closedDaysOf } from '@/lib/kernel/workday'
import { paymentRules } from '@/lib/modules/terms/model-values'
import {
  averageDays,
  closingOf,
  namedDays,
  type PaymentChain,
  paymentDaysOf,
  readingsOf,
} from '@/lib/modules/terms/rules-due-dates'

const plainChain: PaymentChain = {
  rule: 'net',
  count: 60,
  closingDay: null,
  payRunDay: null,
  chequeDays: null,
  chequeFrom: 'payRun',
}
const chain = (over: Partial<PaymentChain>): PaymentChain => ({ ...plainChain, ...over })
const statement = (over: Partial<PaymentChain>) => chain({ rule: 'closingDays', closingDay: 31, ...over })

describe('T01: an invoice falls due', () => {
  it.each([
    ['net 60', '2026-01-15', chain({}), '2026-03-16', 60],
    ['by monthly statement of the month', '2026-01-15', statement({}), '2026-04-01', 76],
    ['by the statement of its closing day', '2026-01-31', statement({}), '2026-04-01', 60],
    ['by the next statement the day after', '2026-02-01', statement({}), '2026-04-29', 87],
    ['by a statement that closes on the 25th', '2026-01-26', statement({ closingDay: 25 }), '2026-04-26', 90],
    ['on the pay-run of the 10th', '2026-01-26', statement({ closingDay: 25, payRunDay: 10 }), '2026-05-10', 104],
    [
      'in a leap year, on the last day of March',
      '2028-02-10',
      statement({ count: 30, payRunDay: 31 }),
      '2028-03-31',
      50,
    ],
  ])('%s', (_, invoice, terms, cash, days) => {
    expect(paymentDaysOf(invoice, terms, null)).toMatchObject({ cash, days })
  })

  it('after 74.72 days on average with 60 days from the month’s end', () => {
    expect(averageDays(statement({}), 2026).toFixed(10)).toBe('74.7205479452')
  })
})

describe('T07: four readings of "N days end of month" are four rules', () => {
  it.each([
    ['month end, then 45 days', '2021-09-13', chain({ rule: 'monthEndThenDays', count: 45 }), '2021-11-14'],
    ['45 days, then month end', '2021-09-13', chain({ rule: 'daysThenMonthEnd', count: 45 }), '2021-10-31'],
    ['the end of the second month after', '2021-09-13', chain({ rule: 'monthEndPlusMonths', count: 2 }), '2021-11-30'],
    [
      'closing on the 20th, then the end of the month after',
      '2025-09-19',
      chain({ rule: 'closingMonthEnd', count: 1, closingDay: 20 }),
      '2025-10-31',
    ],
  ])('%s', (_, invoice, terms, due) => {
    expect(paymentDaysOf(invoice, terms, null).due).toBe(due)
  })
})

describe('T08: months, pay-run and cheque', () => {
  const weekends = closedDaysOf([])
  const terms = chain({ rule: 'closingMonths', count: 2, closingDay: 25, payRunDay: 10, chequeDays: 60 })

  it('take an invoice of January 26 to cash on July 10', () => {
    expect(paymentDaysOf('2026-01-26', terms, weekends)).toEqual({
      invoice: '2026-01-26',
      closing: '2026-02-25',
      due: '2026-04-25',
      paid: '2026-05-11',
      cash: '2026-07-10',
      days: 165,
    })
  })

  it('move a pay-run past a holiday of the workspace', () => {
    const closed = closedDaysOf([{ day: '2026-05-11', kind: 'holiday' }])
    expect(paymentDaysOf('2026-01-26', terms, closed).paid).toBe('2026-05-12')
  })

  it('count a cheque from the closing day when that was agreed, but never pay before the pay-run', () => {
    const early = { ...terms, chequeFrom: 'closing' as const }
    expect(paymentDaysOf('2026-01-26', { ...early, chequeDays: 90 }, weekends).cash).toBe('2026-05-26')
    expect(paymentDaysOf('2026-01-26', { ...early, chequeDays: 10 }, weekends).cash).toBe('2026-05-11')
  })

  it('clamp the closing day to the month, from the original closing day', () => {
    expect(closingOf('2026-02-10', 31)).toBe('2026-02-28')
    expect(closingOf('2026-02-10', 30)).toBe('2026-02-28')
    expect(closingOf('2028-02-29', 29)).toBe('2028-02-29')
    const monthly = chain({ rule: 'closingMonths', count: 1, closingDay: 31 })
    expect(paymentDaysOf('2026-01-31', monthly, null).due).toBe('2026-02-28')
    expect(paymentDaysOf('2026-02-10', monthly, null).due).toBe('2026-03-28')
  })
})

describe('「月結 N 天」 offers its readings', () => {
  const bent = { closingDay: 25, payRunDay: null, chequeDays: null, chequeFrom: 'payRun' as const }

  it('two months first, 60 days second, each with its sample', () => {
    const readings = readingsOf(60, bent, '2026-01-26', null)
    expect(readings.map(({ rule, count, sample }) => [rule, count, sample.due])).toEqual([
      ['closingMonths', 2, '2026-04-25'],
      ['closingDays', 60, '2026-04-26'],
    ])
  })

  it('days only, when they are no whole months', () => {
    expect(readingsOf(75, bent, '2026-01-26', null).map(({ rule }) => rule)).toEqual(['closingDays'])
  })

  it('and a month counts thirty days where policies compare', () => {
    expect(namedDays(chain({ rule: 'closingMonths', count: 2 }))).toBe(60)
    expect(namedDays(chain({ count: 75 }))).toBe(75)
  })
})

const anyChain = fc.record({
  rule: fc.constantFrom(...paymentRules),
  count: fc.integer({ min: 0, max: 12 }),
  closingDay: fc.option(fc.integer({ min: 1, max: 31 })),
  payRunDay: fc.option(fc.integer({ min: 1, max: 31 })),
  chequeDays: fc.option(fc.integer({ min: 0, max: 120 })),
  chequeFrom: fc.constantFrom('payRun' as const, 'closing' as const),
})
const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2025-01-01', days))

describe('every rule', () => {
  it('lets no invoice fall due before it was written', () => {
    fc.assert(
      fc.property(anyDay, anyChain, fc.boolean(), (invoice, terms, banked) => {
        const { due, paid, cash, days } = paymentDaysOf(invoice, terms, banked ? closedDaysOf([]) : null)
        expect(due >= invoice && paid >= due && cash >= paid && days >= 0).toBe(true)
      }),
    )
  })

  it('lets no later invoice be paid earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 70 }), anyChain, fc.boolean(), (invoice, later, terms, banked) => {
        const bank = banked ? closedDaysOf([]) : null
        const [one, other] = [paymentDaysOf(invoice, terms, bank), paymentDaysOf(addDays(invoice, later), terms, bank)]
        expect(other.due >= one.due && other.cash >= one.cash).toBe(true)
      }),
    )
  })
})
