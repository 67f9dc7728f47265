import { priceExceptions } from '@/db/schema/pricing'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { Refusal } from '@/lib/kernel/refusal'
import { saidInAll, verbatim } from '@/lib/kernel/said'
import { forgetSearchable } from '@/lib/kernel/search'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { submitForApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { findProduct } from '@/lib/modules/products/queries'
import { accountInHand, keepFindable } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { askExceptionInput, exceptionRef } from './model-exceptions'
import { costAndFloorOf, findBasis, priceLine, usualCurrency } from './queries'
import { exceptionHashOf } from './queries-rows'
import { type ExceptionContent, exceptionOf } from './rules-exceptions'
import { formatPct, formatPrice } from './rules-explain'
import { isBelow } from './rules-floors'
import { discountOf } from './rules-resolution'
import { discountFact, marginFact } from './rules-routing'
import { no } from './rules-saving'

const asks = { permission: may.ask, messages, refreshes: ['/pricing/exceptions', '/pricing/exceptions/[exceptionId]'] }

/**
 * Asks for a price that no rule gives, for one client and product, with an end. It goes for consent at once and holds when
 * everybody whom the policies name has agreed. Refuses a product without a list price.
 */
export const askException = command({
  name: 'pricing.askException',
  ...asks,
  input: askExceptionInput,
  async run(work, input) {
    const account = await accountInHand(work, input.accountId)
    const content = exceptionOf(input, dayOf(work.now, work.actor.timeZone))
    const { reason } = input
    const row = await insertRow(work, priceExceptions, { ...content, reason, authorId: work.actor.id })
    const { state, product } = await sendForConsent(work, row.id, content, reason)
    await keepFindable(work, 'priceException', row.id, account, [product.name, product.code, reason])
    return { id: row.id, state }
  },
})

async function sendForConsent(work: Work, id: string, content: ExceptionContent, reason: string) {
  const { accountId, productId, fromDay } = content
  const product = await findProduct(work, productId)
  const currency = content.currency ?? usualCurrency
  const wanted = { accountId, productIds: [productId], day: fromDay, currency, channel: null }
  const basis = await findBasis(work, wanted)
  const quantity = content.quantityCap ?? '1'
  const line = priceLine(basis, { productId, quantity, day: fromDay, currency, channel: null })
  if (!line) throw no('noListPrice', { product: product.name, currency, day: fromDay })
  const price =
    content.price ??
    exact(line.listPrice)
      .times(exact(100).minus(content.discountPct ?? '0'))
      .div(100)
      .toFixed()
  const discountPct = discountOf(line.listPrice, price)
  const { unitCost, floor } = await costAndFloorOf(work, { productId, unit: line.unit, day: fromDay, currency })
  const marginPct =
    unitCost === null || !exact(price).gt(0) ? null : exact(price).minus(unitCost).div(price).times(100).toFixed()
  const cost = content.quantityCap && exact(line.price).minus(price).times(content.quantityCap)
  const value = content.quantityCap && exact(price).times(content.quantityCap)
  const money = (amount: { toFixed: (places: number) => string }) => ({ amount: amount.toFixed(4), currency })
  const saidPrice = (amount: string) => ({
    price: formatPrice(amount, currency),
    unit: line.unit,
    pct: formatPct(discountOf(line.listPrice, amount)),
  })
  const { state } = await work.call(submitForApproval, {
    subjectKind: 'priceException',
    subjectId: id,
    accountId,
    title: saidInAll(messages, 'said_exception', { product: product.name }),
    href: `/pricing/exceptions/${id}`,
    contentHash: exceptionHashOf(content),
    facts: {
      discountPct: discountFact(discountPct),
      ...(marginPct === null ? {} : { marginPct: marginFact(marginPct) }),
      belowFloor: isBelow(price, floor),
      ...(value ? { value: value.toFixed(4) } : {}),
    },
    lines: [
      {
        key: 'price',
        aspect: 'price',
        label: verbatim(product.name),
        standard: saidInAll(messages, 'said_price', saidPrice(line.price)),
        was: null,
        now: saidInAll(messages, 'said_exceptionNow', (locale) => ({
          value: saidInAll(messages, 'said_price', saidPrice(price))[locale],
          from: content.fromDay,
          to: content.toDay,
          cap: content.quantityCap ?? 'none',
        })),
        costPerYear: cost ? money(cost) : null,
        detail: null,
        why: reason,
        confidential: false,
      },
      {
        key: 'margin',
        aspect: 'margin',
        label: saidInAll(messages, 'said_margin'),
        standard: floor === null ? null : verbatim(formatPrice(floor, currency)),
        was: null,
        now:
          marginPct === null
            ? saidInAll(messages, 'said_marginUnknown')
            : saidInAll(messages, 'said_marginNow', { pct: formatPct(marginPct) }),
        costPerYear: null,
        detail: isBelow(price, floor) ? saidInAll(messages, 'said_belowFloor') : null,
        why: null,
        confidential: true,
      },
    ],
    totals: {
      costPerYear: cost ? money(cost) : null,
      marginPct: marginPct && formatPct(marginPct),
      value: value ? money(value) : null,
    },
    reason,
  })
  return { state, product }
}

/** Takes an exception back: one's own, or as whoever may edit the client. What was priced by it stays priced. */
export const withdrawException = command({
  name: 'pricing.withdrawException',
  ...asks,
  input: exceptionRef,
  async run(work, { exceptionId }) {
    const row = await lockRow(work, priceExceptions, exceptionId)
    await accountInHand(work, row.accountId)
    if (row.archivedAt) throw new Refusal('notFound')
    await work.call(withdrawApproval, { subjectKind: 'priceException', subjectId: exceptionId })
    await changeRow(work, priceExceptions, { id: exceptionId }, { archivedAt: work.now })
    await forgetSearchable(work, 'priceException', exceptionId)
    return { id: exceptionId }
  },
})
