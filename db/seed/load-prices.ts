import type { Actor } from '@/lib/kernel/actor'
import { addDays, dayOf, instantOf } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { inTransaction } from '@/lib/kernel/transaction'
import { addWorkdays, previousWorkday } from '@/lib/kernel/workday'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { setPolicy } from '@/lib/modules/approvals/commands-policies'
import { approveByWord } from '@/lib/modules/approvals/commands-words'
import type { SubjectKind } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { defaultPolicy } from '@/lib/modules/approvals/rules-policies'
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
import { type Known, named, type Setting } from './load-account'
import { stories } from './stories'
import { dealsTold, exceptionsTold, floorsTold, policyTold, rebateTold, rulesTold } from './story-prices'

type Product = { id: string; categoryId: string | null; price: string }
type Page = Setting & {
  known: Known
  at: (days: number) => Date
  /** Late in the afternoon of so many workdays ago: what waits since yesterday is not late this morning. */
  workdaysAgo: (count: number) => Date
  products: ReadonlyMap<string, Product>
}

/** Enters how the company makes its prices: the policy and who has read it, rules, floors, exceptions, deals, a rebate. */
export async function enterPrices({ staff, today, known }: Setting & { known: Known }): Promise<void> {
  const at = (days: number) => instantOf(previousWorkday(addDays(today, -days), workCalendar), '14:00')
  const workdaysAgo = (count: number) => instantOf(addWorkdays(today, -count, workCalendar), '17:00')
  const products = await pricedProducts({ staff, today })
  const page: Page = { staff, today, known, at, workdaysAgo, products }
  await enterHours(page)
  await enterPolicy(page)
  await enterRules(page)
  await enterFloors(page)
  await enterExceptions(page)
  await enterDeals(page)
  await enterRebate(page)
}

/** The catalogue's products that have a list price, by code. */
async function pricedProducts({ staff, today }: Setting): Promise<ReadonlyMap<string, Product>> {
  const actor = staff.sophia
  const look = { actor, now: new Date() }
  return inTransaction(actor, 'read only', async (tx) => {
    const { rows } = await list.run({ ...look, tx }, list.input.parse({}))
    const wanted = { productIds: rows.map(({ id }) => id), day: today, currency: 'TWD' }
    const prices = await listPricesOf({ ...look, tx }, wanted)
    const priced = rows.flatMap(({ id, code, categoryId }) => {
      const price = prices.get(id)?.price
      return price ? [[code, { id, categoryId, price }] as const] : []
    })
    return new Map(priced)
  })
}

/** Everybody up to the manager agrees, whoever of them is asked. */
async function approve({ staff }: Page, kind: SubjectKind, id: string, now: Date) {
  for (const key of ['howard', 'sophia'] as const) {
    const actor = staff[key]
    const run = await inTransaction(actor, 'read only', (tx) => findRun({ tx, actor, now }, kind, id))
    const asked = run?.steps.some(
      ({ state, seats }) => state === 'open' && seats.some(({ holderId }) => holderId === actor.id),
    )
    if (run?.state === 'pending' && asked)
      await done(decide, actor, { runId: run.id, contentHash: run.contentHash, decision: 'approve' }, now)
  }
}

/** The company gives its approvers three days, so that a weekend makes nothing late. Who must consent stays as usual. */
async function enterHours({ staff, today, at }: Page) {
  for (const subjectKind of ['needPlan', 'priceException', 'dealCheck', 'termSheet'] as const) {
    const { steps, checklist, allowsWord } = defaultPolicy(subjectKind)
    const edition = { name: '三日內核決', validFrom: addDays(today, -125), checklist, allowsWord }
    const inThreeDays = steps.map((step) => ({ ...step, hours: 72 }))
    await done(setPolicy, staff.sophia, { ...edition, subjectKind, steps: inThreeDays }, at(126))
  }
}

async function enterPolicy(page: Page) {
  const { staff, today, at } = page
  const validFrom = addDays(today, -120)
  const { id } = await done(draftPolicy, staff.howard, { ...policyTold, validFrom }, at(130))
  await done(submitPolicy, staff.howard, { policyId: id, reason: '年度檢討' }, at(129))
  await approve(page, 'pricePolicy', id, at(128))
  const readers = memberKeys.filter((key) => staff[key].roles.some((role) => policyTold.audience.includes(role)))
  for (const [index, key] of readers.slice(0, -1).entries())
    await done(acknowledgePolicy, staff[key], { policyId: id }, at(118 - index))
}

const accountOf = ({ known }: Page, key: string): string => named(known.accounts, key)
const productOf = ({ products }: Page, code: string): Product => {
  const product = products.get(code)
  if (!product) throw new Error(`no product is called ${code}`)
  return product
}
const ownerOf = (key: string): MemberKey => stories.find((story) => story.key === key)?.owner ?? 'howard'

async function enterRules(page: Page) {
  const { staff, today, at } = page
  for (const { fromDays, product: code, category, client, fixedPct, ...wish } of rulesTold) {
    const product = code ? productOf(page, code) : null
    const input = {
      ...wish,
      fromDay: addDays(today, -fromDays),
      productId: product?.id ?? null,
      categoryId: category ? productOf(page, category).categoryId : null,
      accountId: client ? accountOf(page, client) : null,
      ...(fixedPct && product
        ? { fixedPrice: plain(exact(product.price).times(fixedPct).div(100).toDecimalPlaces(0)), currency: 'TWD' }
        : {}),
    }
    await done(setRule, staff.howard, input, at(100))
  }
}

async function enterFloors(page: Page) {
  const { staff, today, at } = page
  const fromDay = addDays(today, -120)
  const general = { method: 'pocketMarginPct', value: '12', fromDay, note: '全公司最低實收毛利率' }
  await done(setFloor, staff.sophia, general, at(120))
  for (const code of floorsTold) {
    const product = productOf(page, code)
    const value = plain(exact(product.price).times('0.75').toDecimalPlaces(0))
    const floor = { productId: product.id, method: 'absolute', value, currency: 'TWD', fromDay, note: '主力品項' }
    await done(setFloor, staff.sophia, floor, at(119))
  }
}

async function enterExceptions(page: Page) {
  const { staff, today, workdaysAgo } = page
  for (const { client, product, asked, from, to, approved, agreedByWord, ...wish } of exceptionsTold) {
    const input = {
      ...wish,
      accountId: accountOf(page, client),
      productId: productOf(page, product).id,
      kind: 'discount',
      fromDay: addDays(today, from),
      toDay: addDays(today, to),
    }
    const { id } = await done(askException, staff[ownerOf(client)], input, workdaysAgo(asked))
    if (approved) await approve(page, 'priceException', id, workdaysAgo(asked - 1))
    if (agreedByWord) await agreeByWord(page, staff[ownerOf(client)], id, agreedByWord, workdaysAgo(asked))
  }
}

/** The lead could not be waited for: the account manager records what they said, to be written by the next working day. */
async function agreeByWord({ staff }: Page, recorder: Actor, id: string, evidence: string, now: Date) {
  const { howard } = staff
  const run = await inTransaction(recorder, 'read only', (tx) =>
    findRun({ tx, actor: recorder, now }, 'priceException', id),
  )
  const step = run?.steps.find(
    ({ state, seats }) => state === 'open' && seats.some((seat) => seat.holderId === howard.id),
  )
  if (!run || !step) throw new Error('the lead is not asked')
  const said = { runId: run.id, stepId: step.id, holderId: howard.id, contentHash: run.contentHash }
  await done(approveByWord, recorder, { ...said, saidOn: dayOf(now), evidence, fileId: null }, now)
}

async function enterDeals(page: Page) {
  const { staff, today, workdaysAgo } = page
  for (const { client, checked, lines, reason, ...wish } of dealsTold) {
    const owner = staff[ownerOf(client)]
    const asked = lines.map(([code, quantity, pct]) => {
      const product = productOf(page, code)
      const price = pct ? plain(exact(product.price).times(pct).div(100).toDecimalPlaces(1)) : null
      return { productId: product.id, quantity, price }
    })
    const input = { ...wish, day: today, currency: 'TWD', lines: asked, accountId: accountOf(page, client) }
    const { id } = await done(checkPrices, owner, input, workdaysAgo(checked))
    if (reason) await done(submitDeal, owner, { dealCheckId: id, reason }, workdaysAgo(checked))
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
