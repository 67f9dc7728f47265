import { addDays, type Day, instantOf } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { inTransaction } from '@/lib/kernel/transaction'
import { previousWorkday } from '@/lib/kernel/workday'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import type { SubjectKind } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { setRule } from '@/lib/modules/pricing/commands'
import { checkPrices, submitDeal } from '@/lib/modules/pricing/commands-deals'
import { askException } from '@/lib/modules/pricing/commands-exceptions'
import { setFloor } from '@/lib/modules/pricing/commands-floors'
import { acknowledgePolicy, draftPolicy, submitPolicy } from '@/lib/modules/pricing/commands-policy'
import { setRebate } from '@/lib/modules/pricing/commands-rebates'
import { list } from '@/lib/modules/products/list'
import { listPricesOf } from '@/lib/modules/products/queries'
import { type MemberKey, memberKeys } from './company'
import { workCalendar } from './days'
import { done } from './done'
import type { Known, Setting } from './load-account'
import { stories } from './stories'
import { policyTold, rebateTold, rulesTold } from './story-prices'

type Product = { id: string; name: string; categoryId: string | null; price: string }
type Page = Setting & { known: Known; at: (days: number) => Date; products: readonly Product[] }

/** Enters how the company makes its prices: the policy and who has read it, rules, floors, exceptions, deals, a rebate. */
export async function enterPrices({ staff, today, known }: Setting & { known: Known }): Promise<void> {
  const at = (days: number) => instantOf(previousWorkday(addDays(today, -days), workCalendar), '14:00')
  const products = await pricedProducts({ staff, today })
  if (products.length < 6) return
  const page: Page = { staff, today, known, at, products }
  await enterPolicy(page)
  await enterRules(page)
  await enterFloors(page)
  await enterExceptions(page)
  await enterDeals(page)
  await enterRebate(page)
}

/** The catalogue's first products that have a list price. */
async function pricedProducts({ staff, today }: Setting): Promise<Product[]> {
  const actor = staff.sophia
  const look = { actor, now: new Date() }
  return inTransaction(actor, 'read only', async (tx) => {
    const { rows } = await list.run({ ...look, tx }, list.input.parse({}))
    const wanted = { productIds: rows.map(({ id }) => id), day: today, currency: 'TWD' }
    const prices = await listPricesOf({ ...look, tx }, wanted)
    return rows.flatMap(({ id, name, categoryId }) => {
      const price = prices.get(id)?.price
      return price ? [{ id, name, categoryId, price }] : []
    })
  })
}

/** Everybody up to the manager agrees, whoever of them is asked. */
async function approve({ staff, at }: Page, kind: SubjectKind, id: string, days: number) {
  for (const key of ['howard', 'sophia'] as const) {
    const actor = staff[key]
    const now = at(days)
    const run = await inTransaction(actor, 'read only', (tx) => findRun({ tx, actor, now }, kind, id))
    const asked = run?.steps.some(
      ({ state, seats }) => state === 'open' && seats.some(({ holderId }) => holderId === actor.id),
    )
    if (run?.state === 'pending' && asked)
      await done(decide, actor, { runId: run.id, contentHash: run.contentHash, decision: 'approve' }, now)
  }
}

async function enterPolicy(page: Page) {
  const { staff, today, at } = page
  const validFrom = addDays(today, -120)
  const { id } = await done(draftPolicy, staff.howard, { ...policyTold, validFrom }, at(130))
  await done(submitPolicy, staff.howard, { policyId: id, reason: '年度檢討' }, at(129))
  await approve(page, 'pricePolicy', id, 128)
  const readers = memberKeys.filter((key) => staff[key].roles.some((role) => policyTold.audience.includes(role)))
  for (const [index, key] of readers.slice(0, -1).entries())
    await done(acknowledgePolicy, staff[key], { policyId: id }, at(118 - index))
}

const accountOf = ({ known }: Page, key: string): string => known.accounts.get(key) ?? ''
const ownerOf = (key: string): MemberKey => stories.find((story) => story.key === key)?.owner ?? 'howard'

async function enterRules(page: Page) {
  const { staff, today, at, products } = page
  const segments = [...new Set(stories.map(({ account }) => account.segment))]
  const clients = stories.filter(({ account }) => account.kind === 'customer').map(({ key }) => key)
  for (const told of rulesTold) {
    const product = told.product === undefined ? null : products[told.product]
    const category = told.category === undefined ? null : products[told.category]?.categoryId
    const { fromDays, product: _, category: __, segment, client, fixedPct, ...wish } = told
    const input = {
      ...wish,
      fromDay: addDays(today, -fromDays),
      productId: product?.id ?? null,
      categoryId: category ?? null,
      segment: segment === undefined ? null : (segments[segment] ?? null),
      accountId: client === undefined ? null : accountOf(page, clients[client] ?? ''),
      ...(fixedPct && product
        ? { fixedPrice: exact(product.price).times(fixedPct).div(100).toDecimalPlaces(0).toFixed(), currency: 'TWD' }
        : {}),
    }
    await done(setRule, staff.howard, input, at(100))
  }
}

async function enterFloors({ staff, today, at, products }: Page) {
  const fromDay = addDays(today, -120)
  const general = { method: 'pocketMarginPct', value: '12', fromDay, note: '全公司最低實收毛利率' }
  await done(setFloor, staff.sophia, general, at(120))
  for (const product of products.slice(0, 3)) {
    const value = exact(product.price).times('0.75').toDecimalPlaces(0).toFixed()
    const floor = { productId: product.id, method: 'absolute', value, currency: 'TWD', fromDay, note: '主力品項' }
    await done(setFloor, staff.sophia, floor, at(119))
  }
}

/** One that waits for the lead, and one that was approved and ends soon. */
async function enterExceptions(page: Page) {
  const { staff, today, at, products } = page
  const [first, second] = products
  if (!first || !second) return
  const asked = (productId: string, discountPct: string, from: Day, to: Day, reason: string) => ({
    accountId: accountOf(page, 'daanFoods'),
    productId,
    kind: 'discount',
    discountPct,
    quantityCap: '1200',
    fromDay: from,
    toDay: to,
    reason,
  })
  const owner = staff[ownerOf('daanFoods')]
  const ending = asked(second.id, '11', addDays(today, -40), addDays(today, 9), '中秋檔期備貨，量大一次交清')
  const { id } = await done(askException, owner, ending, at(42))
  await approve(page, 'priceException', id, 41)
  const waiting = asked(first.id, '13', today, addDays(today, 60), '競品降價一成，門市要求跟進')
  await done(askException, owner, waiting, at(1))
}

async function enterDeals(page: Page) {
  const { staff, today, at, products } = page
  const line = (index: number, quantity: string, pct?: string) => {
    const product = products[index]
    if (!product) return { productId: null, quantity: null, price: null }
    const price = pct ? exact(product.price).times(pct).div(100).toDecimalPlaces(1).toFixed() : null
    return { productId: product.id, quantity, price }
  }
  const deal = { day: today, currency: 'TWD' }
  const rebate = { name: '年度獎勵', kind: 'percent', value: '2' }
  const told = [
    { client: 'daanFoods', days: 20, title: '大安食品：端架備貨', lines: [line(0, '240'), line(1, '300')], sent: true },
    {
      client: 'maiyuBakery',
      days: 6,
      title: '麥嶼烘焙：第三季用料',
      lines: [line(2, '120'), line(3, '80')],
      sent: false,
    },
    {
      client: 'daanFoods',
      days: 2,
      title: '大安食品：年底檔期',
      lines: [line(0, '600', '86'), line(2, '400', '87'), line(4, '200')],
      sent: true,
      paymentDays: '75',
      offInvoice: [rebate, { name: '端架費', kind: 'lumpSum', value: '30000' }],
    },
  ]
  for (const { client, days, sent, ...wish } of told) {
    const owner = staff[ownerOf(client)]
    const accountId = accountOf(page, client)
    if (!accountId) continue
    const { id } = await done(checkPrices, owner, { ...deal, ...wish, accountId }, at(days))
    if (sent) await done(submitDeal, owner, { dealCheckId: id, reason: '配合客戶檔期' }, at(days))
  }
}

const enterRebate = (page: Page) =>
  done(
    setRebate,
    page.staff[ownerOf('daanFoods')],
    {
      ...rebateTold,
      accountId: accountOf(page, 'daanFoods'),
      fromDay: `${page.today.slice(0, 4)}-01-01`,
      toDay: `${page.today.slice(0, 4)}-12-31`,
    },
    page.at(110),
  )
