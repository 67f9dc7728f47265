import { dealCheckLines, dealChecks } from '@/db/schema/pricing'
import { digestOf } from '@/lib/kernel/canonical'
import { command, type Work } from '@/lib/kernel/command'
import { exact, plain, sumOf } from '@/lib/kernel/exact'
import { Refusal } from '@/lib/kernel/refusal'
import { forgetSearchable } from '@/lib/kernel/search'
import { changeRow, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { submitForApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { findRun } from '@/lib/modules/approvals/queries'
import { costOf, findUnits } from '@/lib/modules/products/queries'
import { accountInHand, holdExceptions, keepFindable } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import {
  type DealInput,
  dealInput,
  dealRef,
  type FrozenDeal,
  type FrozenInside,
  type FrozenLine,
  submitDealInput,
} from './model-deals'
import { costAndFloor, findBasis, priceLine } from './queries'
import { findFrozen } from './queries-deals'
import { findFloorsFor, findProductsByCode } from './queries-held'
import { checkDeal, mustBeReadable, mustFit, mustKeepCaps, pastedLines, priceDayOf, termsOf } from './rules-deal'
import { dealLines } from './rules-deal-said'
import { discountOf } from './rules-resolution'
import { openReasons } from './rules-routing'
import { no } from './rules-saving'

const asks = {
  permission: may.ask,
  messages,
  refreshes: ['/pricing/deal-checks', '/pricing/deal-checks/[dealCheckId]'],
}
/** Of the rules that lost, each line keeps so many, the nearest first. */
const mostOthers = 3
type Wanted = { productId: string; quantity: string; price: string | null; path: string }

/**
 * Checks a deal and keeps the calculation as it is today: prices by the rules, waterfall, floors, who must consent, and why
 * each price is what it is. Nothing that changes later changes it. Refuses products without a list price, by line.
 */
export const checkPrices = command({
  name: 'pricing.checkPrices',
  ...asks,
  input: dealInput,
  async run(work, input) {
    const account = await accountInHand(work, input.accountId)
    const wanted = [...typedLines(input), ...(await pasted(work, input))]
    if (wanted.length === 0) throw no('linesMissing', {}, { 'lines.0.productId': { code: 'linesMissing' } })
    mustFit(wanted.length)
    const row = await keepDeal(work, input, wanted)
    await keepFindable(work, 'dealCheck', row.id, account, [row.title, row.reason])
    return { id: row.id }
  },
})

const typedLines = ({ lines }: DealInput): Wanted[] =>
  lines.flatMap(({ productId, quantity, price }, index) => {
    if (productId === null && quantity === null && price === null) return []
    const path = `lines.${index}`
    if (productId === null) throw no('linesMissing', {}, { [`${path}.productId`]: { code: 'linesMissing' } })
    if (quantity === null || !exact(quantity).gt(0))
      throw no('quantityMissing', {}, { [`${path}.quantity`]: { code: 'quantityMissing' } })
    return [{ productId, quantity, price, path: `${path}.productId` }]
  })

async function pasted(work: Work, { pasted: text }: DealInput): Promise<Wanted[]> {
  const rows = pastedLines(text ?? '')
  mustFit(rows.length)
  const products = await findProductsByCode(
    work,
    rows.map(({ code }) => code),
  )
  mustBeReadable(rows, (code) => products.has(code))
  return rows.map(({ code, quantity, price }) => ({
    productId: products.get(code) ?? '',
    quantity: quantity ?? '0',
    price: price ?? null,
    path: 'pasted',
  }))
}

async function keepDeal(work: Work, input: DealInput, wanted: readonly Wanted[]) {
  const { accountId, deliveryDay, pricedBy, currency, channel, title, reason } = input
  const day = priceDayOf(input)
  const productIds = wanted.map(({ productId }) => productId)
  await holdExceptions(work, accountId, productIds)
  const [basis, costs, units] = await Promise.all([
    findBasis(work, { accountId, productIds, day, currency, channel }),
    costOf(work, productIds, day),
    findUnits(work, productIds),
  ])
  const categoryIds = [...basis.products.values()].flatMap(({ categoryId }) => categoryId ?? [])
  const known = { costs, units, floors: await findFloorsFor(work, { productIds, categoryIds }) }
  const lines = wanted.map(({ productId, quantity, price, path }) => {
    const found = priceLine(basis, { productId, quantity, day, currency, channel }, mostOthers)
    const product = basis.products.get(productId)
    if (!product) throw new Refusal('notFound')
    if (!found) {
      const params = { product: product.name, currency }
      throw no('lineNoListPrice', params, { [path]: { code: 'lineNoListPrice', params } })
    }
    const asked = price ?? found.price
    const inside = costAndFloor({ productId, categoryId: product.categoryId, unit: found.unit, day, currency }, known)
    return {
      ...inside,
      productId,
      product: product.name,
      quantity,
      found,
      price: plain(asked),
      listPrice: found.listPrice,
      policyPrice: found.price,
      path,
    }
  })
  const exceptionOf = (line: (typeof lines)[number]) =>
    line.found.level === 'exception' && exact(line.price).eq(line.policyPrice) ? (line.found.winner?.id ?? null) : null
  mustKeepCaps(lines.map((line) => ({ ...line, exception: basis.rules.get(exceptionOf(line) ?? '') ?? null })))
  const terms = termsOf(input, plain(sumOf(lines.map(({ quantity }) => quantity))))
  const checked = checkDeal(lines, terms, basis.limits)
  const invoiceSteps = 2 + terms.onInvoice.length
  const result: FrozenDeal = {
    steps: checked.steps.slice(0, invoiceSteps),
    discountPct: checked.discountPct,
    averagePct: discountOf(checked.listTotal, checked.invoiceTotal),
    chain: checked.route.chain,
    finance: checked.route.finance,
    reasons: openReasons(checked.route),
  }
  const inside: FrozenInside = {
    steps: checked.steps,
    invoiceSteps,
    pocketTotal: checked.pocketTotal,
    leakagePct: checked.leakagePct,
    marginTotal: checked.marginTotal,
    marginPct: checked.marginPct,
    belowFloor: checked.belowFloor,
    reasons: checked.route.reasons,
  }
  const frozen = lines.map((line, index): FrozenLine => {
    const { invoicePrice, discountPct, belowPolicy, pocketPrice, belowFloor, pocketMargin, marginPct } = checked.lines[
      index
    ] as (typeof checked.lines)[number]
    const { unitCost, floor } = line
    return {
      open: {
        chain: line.found.chain,
        lost: line.found.lost,
        level: line.found.level,
        invoicePrice,
        discountPct,
        belowPolicy,
      },
      inside: { unitCost, floor, pocketPrice, belowFloor, pocketMargin, marginPct },
    }
  })
  const content = {
    accountId,
    day: input.day,
    deliveryDay,
    pricedBy,
    currency,
    terms,
    lines: lines.map(({ productId, quantity, price }) => ({ productId, quantity, price })),
  }
  const deal = await insertRow(work, dealChecks, {
    accountId,
    title,
    day: input.day,
    deliveryDay,
    pricedBy,
    currency,
    paymentDays: terms.paymentDays,
    terms,
    policyId: basis.policyId,
    listTotal: checked.listTotal,
    total: checked.invoiceTotal,
    discountPct: exact(checked.discountPct).toFixed(4),
    result,
    confidential: inside,
    contentHash: digestOf({ content, result, inside, frozen }),
    reason,
    authorId: work.actor.id,
  })
  await insertRows(
    work,
    dealCheckLines,
    lines.map((line, index) => ({
      dealCheckId: deal.id,
      accountId,
      position: index + 1,
      productId: line.productId,
      quantity: line.quantity,
      unit: line.found.unit,
      listPrice: line.listPrice,
      policyPrice: line.policyPrice,
      price: line.price,
      noRule: line.found.noRule,
      ruleId: line.found.level === 'exception' ? null : (line.found.winner?.id ?? null),
      exceptionId: exceptionOf(line),
      explanation: frozen[index]?.open ?? {},
      confidential: frozen[index]?.inside ?? {},
    })),
  )
  return deal
}

/** Sends a checked deal for consent; within authority it is approved at once. */
export const submitDeal = command({
  name: 'pricing.submitDeal',
  ...asks,
  input: submitDealInput,
  async run(work, { dealCheckId, reason }) {
    const row = await lockRow(work, dealChecks, dealCheckId)
    await accountInHand(work, row.accountId)
    if (row.archivedAt) throw no('archived')
    const run = await findRun(work, 'dealCheck', dealCheckId)
    if (run?.state === 'pending' || run?.state === 'approved') throw no('dealSubmitted')
    const said = dealLines(await findFrozen(work, dealCheckId), reason ?? row.reason)
    const { state } = await work.call(submitForApproval, {
      subjectKind: 'dealCheck',
      subjectId: dealCheckId,
      accountId: row.accountId,
      href: `/pricing/deal-checks/${dealCheckId}`,
      contentHash: row.contentHash,
      reason: reason ?? row.reason,
      ...said,
    })
    return { id: dealCheckId, state }
  },
})

/** Takes a deal check away; exceptions that it used have their quantity back. */
export const withdrawDeal = command({
  name: 'pricing.withdrawDeal',
  ...asks,
  input: dealRef,
  async run(work, { dealCheckId }) {
    const row = await lockRow(work, dealChecks, dealCheckId)
    await accountInHand(work, row.accountId)
    if (row.archivedAt) throw new Refusal('notFound')
    await work.call(withdrawApproval, { subjectKind: 'dealCheck', subjectId: dealCheckId })
    await changeRow(work, dealChecks, { id: dealCheckId }, { archivedAt: work.now })
    await forgetSearchable(work, 'dealCheck', dealCheckId)
    return { id: dealCheckId }
  },
})
