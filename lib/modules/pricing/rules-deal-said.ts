import { exact, plain, sumOf } from '@/lib/kernel/exact'
import type { Money } from '@/lib/kernel/money'
import { type Said, saidInAll, verbatim } from '@/lib/kernel/said'
import type { DifferenceLine } from '@/lib/modules/approvals/model'
import { messages } from './messages'
import type { DealCheck, FrozenInside } from './model-deals'
import { formatPct, formatPrice } from './rules-explain'
import { discountOf } from './rules-resolution'
import { discountFact, marginFact } from './rules-routing'

/** So many lines are told one by one; the total counts all of them. */
const mostTold = 50

/** A checked deal as an approver reads it: title, what differs from policy and standard, what it costs, and the facts. */
export function dealLines(deal: DealCheck & { inside: FrozenInside }, reason: string | null) {
  const money = (amount: string): Money => ({ amount: exact(amount).toFixed(4), currency: deal.currency })
  const below = deal.lines.filter((line) => line.belowPolicy)
  const givenAway = (line: (typeof below)[number]) =>
    plain(exact(line.policyPrice).minus(line.invoicePrice).times(line.quantity))
  const said = (price: string, line: (typeof below)[number]) =>
    saidInAll(messages, 'said_price', {
      price: formatPrice(plain(exact(price).toDecimalPlaces(4)), deal.currency),
      unit: line.unit,
      pct: formatPct(discountOf(line.listPrice, price)),
    })
  const lines: DifferenceLine[] = below.slice(0, mostTold).map((line) => ({
    ...blank,
    key: `line-${line.position}`,
    aspect: 'price',
    label: saidInAll(messages, 'said_dealLine', { product: line.product, quantity: line.quantity, unit: line.unit }),
    standard: said(line.policyPrice, line),
    now: said(line.invoicePrice, line),
    costPerYear: money(givenAway(line)),
    why: reason,
  }))
  if (deal.pricedBy === 'delivery')
    lines.push({
      ...blank,
      key: 'pricedBy',
      aspect: 'price',
      label: saidInAll(messages, 'said_pricedBy'),
      standard: saidInAll(messages, 'said_byDocument', { day: deal.day }),
      now: saidInAll(messages, 'said_byDelivery', { day: deal.deliveryDay ?? '' }),
    })
  if (deal.terms.paymentDays !== null)
    lines.push({
      ...blank,
      key: 'payment',
      aspect: 'payment',
      label: saidInAll(messages, 'said_payment'),
      now: saidInAll(messages, 'said_days', { days: deal.terms.paymentDays }),
    })
  const fees = deal.terms.offInvoice.filter((each) => each.kind === 'lumpSum')
  for (const { name, fee } of fees)
    lines.push({
      ...blank,
      key: `fee-${name}`,
      aspect: 'fees',
      label: saidInAll(messages, 'said_fees'),
      now: verbatim(`${name} ${formatPrice(fee, deal.currency)}`),
      costPerYear: money(fee),
    })
  const { marginPct, belowFloor } = deal.inside
  lines.push({
    ...blank,
    key: 'margin',
    aspect: 'margin',
    label: saidInAll(messages, 'said_margin'),
    now: marginSaid(marginPct),
    detail: belowFloor > 0 ? floorSaid(belowFloor) : null,
    confidential: true,
  })
  const costs = [...below.map(givenAway), ...fees.map(({ fee }) => fee)]
  return {
    title: saidInAll(messages, 'said_deal', { title: deal.title }),
    facts: {
      discountPct: discountFact(deal.result.discountPct),
      ...(marginPct === null ? {} : { marginPct: marginFact(marginPct) }),
      belowFloor: belowFloor > 0,
      value: exact(deal.total).toFixed(4),
      ...(deal.terms.paymentDays === null ? {} : { paymentDays: String(deal.terms.paymentDays) }),
    },
    lines,
    totals: {
      costPerYear: costs.length > 0 ? money(plain(sumOf(costs))) : null,
      marginPct: marginPct === null ? null : formatPct(marginPct),
      value: money(deal.total),
    },
  }
}

const blank = { standard: null, was: null, costPerYear: null, detail: null, why: null, confidential: false } as const

const marginSaid = (pct: string | null): Said =>
  pct === null
    ? saidInAll(messages, 'said_marginUnknown')
    : saidInAll(messages, 'said_marginNow', { pct: formatPct(pct) })

const floorSaid = (count: number): Said => saidInAll(messages, 'said_floorLines', { count })
