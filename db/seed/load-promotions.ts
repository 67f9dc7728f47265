import { workspaceActor } from '@/lib/kernel/actor'
import { addDays, instantOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { previousWorkday } from '@/lib/kernel/workday'
import { list } from '@/lib/modules/products/list'
import { agree, plan, settle } from '@/lib/modules/promotions/commands'
import { openFund } from '@/lib/modules/promotions/commands-funds'
import { decide, keepSales, recordResult } from '@/lib/modules/promotions/commands-results'
import { book } from '@/lib/modules/sales/commands'
import { refreshMonths } from '@/lib/modules/sales/commands-months'
import { workCalendar } from './days'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import { stories } from './stories'
import { listed } from './story'
import { fundTold, type PromotionTold, promotionsTold } from './story-promotions'

type Page = Setting & {
  known: Known
  at: (days: number) => Date
  products: ReadonlyMap<string, string>
  fundId: string
}

/** Enters the promotions with clients as far as each has come, and what the clients ordered because of them. */
export async function enterPromotions({ staff, today, known }: Setting & { known: Known }): Promise<void> {
  const at = (days: number) => instantOf(previousWorkday(addDays(today, -days), workCalendar), '11:00')
  const { client, ...fund } = fundTold
  const { id: fundId } = await done(
    openFund,
    staff.howard,
    { accountId: named(known.accounts, client), ...fund },
    at(200),
  )
  const page: Page = { staff, today, known, at, products: await codes({ staff, today }), fundId }
  for (const [index, told] of promotionsTold.entries()) await enterPromotion(page, told, index)
}

/** The catalogue's products by code. */
async function codes({ staff: { howard } }: Setting): Promise<ReadonlyMap<string, string>> {
  const { rows } = await inTransaction(howard, 'read only', (tx) =>
    list.run({ tx, actor: howard, now: new Date() }, list.input.parse({})),
  )
  return new Map(rows.map(({ code, id }) => [code, id]))
}

async function enterPromotion(page: Page, told: PromotionTold, index: number) {
  const { known, at, today, products, fundId } = page
  const accountId = named(known.accounts, told.client)
  const owner = ownerOf(page, told.client)
  const planned = Math.max(told.from + 35, 12)
  const { id: promotionId } = await done(
    plan,
    owner,
    {
      title: told.title,
      form: told.form,
      mechanics: told.mechanics,
      accountIds: [accountId],
      productIds: listed(told.products).map((code) => named(products, code)),
      storeFrom: addDays(today, -told.from),
      storeTo: addDays(today, -told.to),
      budgetOurs: told.ours,
      budgetTheirs: told.theirs,
      ...(told.fund ? { fundId, budgetFund: told.fund } : {}),
      expectedLiftPct: told.expected,
    },
    at(planned),
  )
  if (told.ordered) await enterOrder(page, told, index)
  if (told.agreed) await done(agree, owner, { promotionId, agreedNote: told.agreed }, at(Math.max(told.from + 20, 8)))
  if (!told.result) return
  const after = told.to - 18
  await done(recordResult, owner, { promotionId, ...told.result }, at(after))
  const { id: snapshotId } = await done(keepSales, owner, { promotionId }, at(after))
  if (told.settled) {
    const { cost: settledCost, document: settledDocument, proof: proofNote } = told.settled
    await done(settle, owner, { promotionId, settledCost, settledDocument, proofNote }, at(after - 2))
  }
  if (told.direction) {
    const { decision, reason, review } = told.direction
    const citations = [{ snapshotId, stance: 'supports' }]
    const reviewOn = addDays(today, review)
    await done(decide, owner, { promotionId, decision, reason, reviewOn, citations }, at(after - 4))
  }
}

/** Who of us serves this client of the story. */
export function ownerOf({ staff }: Pick<Setting, 'staff'>, client: string) {
  const story = stories.find(({ key }) => key === client)
  if (!story) throw new Error(`no story is called ${client}`)
  return staff[story.owner]
}

/** The order that the promotion brought on top of the usual ones, early in its days in store. */
async function enterOrder({ staff, today, known, products }: Page, told: PromotionTold, index: number) {
  const accountId = named(known.accounts, told.client)
  const day = previousWorkday(addDays(today, -told.from + 3), workCalendar)
  const lines = listed(told.ordered ?? '').map((line) => {
    const [code = '', quantity, unitPrice] = line.split(' ')
    return { lineKey: code, productId: named(products, code), quantity, unitPrice }
  })
  const number = `P${day.replaceAll('-', '')}-${index + 1}`
  await done(book, staff.sandy, { accountId, number, day, currency: 'TWD', lines }, instantOf(day, '17:00'))
  const span = { accountIds: [accountId], from: day, to: day }
  await done(refreshMonths, workspaceActor(staff.howard.workspaceId), span, instantOf(today, '06:10'))
}
