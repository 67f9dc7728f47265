import { addDays, addMonths, type Day, daysBetween, endOfMonth, startOfMonth } from '@/lib/kernel/day'
import { type Exact, exact } from '@/lib/kernel/exact'
import { type ClosedDays, nextWorkday } from '@/lib/kernel/workday'
import { hasClosing, type PaymentRuleName } from './model-values'

/** From invoice to cash: the rule with its count, and the days that bend it. Null means that there is no such day. */
export type PaymentChain = {
  rule: PaymentRuleName
  count: number
  /** 1 to 31; 31 is the month's last day. Without one the month's end closes. */
  closingDay: number | null
  payRunDay: number | null
  chequeDays: number | null
  /** From where the cheque's days count. */
  chequeFrom: 'payRun' | 'closing'
}

/** Every step of one invoice on its way to cash. `closing` is null for rules without a closing day. */
export type PaymentDays = { invoice: Day; closing: Day | null; due: Day; paid: Day; cash: Day; days: number }

const dayInMonth = (month: Day, date: number): Day => {
  const last = endOfMonth(month)
  return date >= Number(last.slice(8)) ? last : addDays(startOfMonth(month), date - 1)
}

/** The first such day of a month on or after `from`; clamped to the month's length. */
export function nextDateOfMonth(from: Day, date: number): Day {
  const here = dayInMonth(from, date)
  return here >= from ? here : dayInMonth(addMonths(startOfMonth(from), 1), date)
}

/** The closing day of the statement that an invoice belongs to; an invoice on the closing day belongs to it. */
export const closingOf = (invoice: Day, closingDay: number | null): Day => nextDateOfMonth(invoice, closingDay ?? 31)

/** The day on which an invoice falls due, before pay-runs, cheques and bank days. T01, T07, T08. */
export function dueOf(invoice: Day, { rule, count, closingDay }: Pick<PaymentChain, 'rule' | 'count' | 'closingDay'>) {
  const closing = closingOf(invoice, closingDay)
  const due: Readonly<Record<PaymentRuleName, () => Day>> = {
    net: () => addDays(invoice, count),
    monthEndThenDays: () => addDays(endOfMonth(invoice), count),
    daysThenMonthEnd: () => endOfMonth(addDays(invoice, count)),
    monthEndPlusMonths: () => endOfMonth(addMonths(startOfMonth(invoice), count)),
    closingDays: () => addDays(closing, count),
    closingMonths: () => addMonths(closing, count),
    closingMonthEnd: () => endOfMonth(addMonths(startOfMonth(closing), count)),
  }
  return { closing: hasClosing(rule) ? closing : null, due: due[rule]() }
}

/**
 * The whole way of one invoice: closing, due, pay-run and cash, with the days from invoice to cash (T08). Given the
 * workspace's calendar, pay-runs and cheques move to the following bank day; without it (null) they stay.
 */
export function paymentDaysOf(invoice: Day, chain: PaymentChain, bank: ClosedDays | null): PaymentDays {
  const { closing, due } = dueOf(invoice, chain)
  const banked = (day: Day) => (bank ? nextWorkday(day, bank) : day)
  const paid = banked(chain.payRunDay === null ? due : nextDateOfMonth(due, chain.payRunDay))
  const from = chain.chequeFrom === 'closing' ? (closing ?? due) : paid
  const cheque = chain.chequeDays === null ? paid : banked(addDays(from, chain.chequeDays))
  const cash = daysBetween(paid, cheque) > 0 ? cheque : paid
  return { invoice, closing, due, paid, cash, days: daysBetween(invoice, cash) }
}

const mostKept = 500
const kept = new Map<string, Exact>()

/**
 * Average days from invoice to cash when every day of that year is invoiced alike; bank days are left out. What was counted
 * lately is kept: a page of terms asks for the same few chains again and again, each of them a year of days.
 */
export function averageDays(chain: PaymentChain, year: number): Exact {
  const { rule, count, closingDay, payRunDay, chequeDays, chequeFrom } = chain
  const key = [year, rule, count, closingDay, payRunDay, chequeDays, chequeFrom].join(' ')
  const known = kept.get(key) ?? countedDays(chain, year)
  kept.set(key, known)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return known
}

function countedDays(chain: PaymentChain, year: number): Exact {
  const first: Day = `${year}-01-01`
  const count = daysBetween(first, `${year + 1}-01-01`)
  let sum = 0
  for (let at = 0; at < count; at++) sum += paymentDaysOf(addDays(first, at), chain, null).days
  return exact(sum).div(count)
}

/** The days of credit that a rule gives by its name: a month counts thirty. What policies compare. */
export const namedDays = ({ rule, count }: Pick<PaymentChain, 'rule' | 'count'>): number =>
  rule === 'closingMonths' || rule === 'closingMonthEnd' || rule === 'monthEndPlusMonths' ? count * 30 : count

export type Reading = { rule: PaymentRuleName; count: number; sample: PaymentDays }

/**
 * What 「月結 N 天」 may mean, each with the days of a sample invoice: months from the closing day first when N is whole
 * months, days second. T08.
 */
export function readingsOf(
  days: number,
  bent: Omit<PaymentChain, 'rule' | 'count'>,
  invoice: Day,
  bank: ClosedDays | null,
): Reading[] {
  const reading = (rule: PaymentRuleName, count: number): Reading => ({
    rule,
    count,
    sample: paymentDaysOf(invoice, { rule, count, ...bent }, bank),
  })
  const asMonths = days > 0 && days % 30 === 0 ? [reading('closingMonths', days / 30)] : []
  return [...asMonths, reading('closingDays', days)]
}
