import { workspaceActor } from '@/lib/kernel/actor'
import { addDays, addMonths, type Day, endOfMonth, instantOf } from '@/lib/kernel/day'
import { exact, plain, sumOf } from '@/lib/kernel/exact'
import { previousWorkday } from '@/lib/kernel/workday'
import { add, addUnit } from '@/lib/modules/products/commands'
import { setCost } from '@/lib/modules/products/commands-costs'
import { draft, openList, publish, setPrices } from '@/lib/modules/products/commands-lists'
import { book, keepReceivables } from '@/lib/modules/sales/commands'
import { refreshMonths, refreshTotals } from '@/lib/modules/sales/commands-months'
import { amountsOf } from '@/lib/modules/sales/rules'
import { historyBegins, workCalendar } from './days'
import { diceOf } from './dice'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import { stories } from './stories'
import { listed, rowsOf, said } from './story'
import { habitsTold, productsTold } from './story-goods'

type Product = { id: string; unit: string; price: string }
type Page = Setting & { known: Known; seed: number }
type Sale = { accountId: string; number: string; day: Day; amount: string }

/** Enters the catalogue with costs and two editions of the list price, eighteen months of sales, and what is still open. */
export async function enterGoods(page: Page): Promise<void> {
  const products = await enterCatalogue(page)
  const sales: Sale[] = []
  for (const habit of rowsOf(habitsTold)) sales.push(...(await enterSales(page, products, habit)))
  await enterReceivables(page, sales)
  const { staff, today, known } = page
  const accountIds = rowsOf(habitsTold).map(([key = '']) => named(known.accounts, key))
  const span = { accountIds, from: addDays(historyBegins(today), -31), to: today }
  const itself = workspaceActor(staff.howard.workspaceId)
  await done(refreshMonths, itself, span, instantOf(today, '06:00'))
  await done(refreshTotals, itself, {}, instantOf(today, '06:05'))
}

async function enterCatalogue({ staff: { howard }, today }: Page): Promise<ReadonlyMap<string, Product>> {
  const begins = historyBegins(today)
  const at = instantOf(addDays(begins, -7), '10:00')
  const products = new Map<string, Product>()
  for (const cells of rowsOf(productsTold)) {
    const [code = '', name, englishName, category, brand, specification, baseUnit = '', other, price = '', cost] = cells
    const product = { code, name, englishName, category, brand, specification, baseUnit }
    const { id } = await done(add, howard, product, at)
    const [unit, factor] = said(other)?.split(' ') ?? []
    if (unit) await done(addUnit, howard, { productId: id, unit, factor }, at)
    await done(setCost, howard, { productId: id, validFrom: addMonths(begins, -1), cost, currency: 'TWD' }, at)
    products.set(code, { id, unit: baseUnit, price })
  }
  const list = { name: '標準牌價', currency: 'TWD', taxMode: 'exclusive', standard: 'true' }
  const { id: priceListId } = await done(openList, howard, list, at)
  const editions = [
    { validFrom: addMonths(begins, -1), raise: '1', note: '上一年度牌價' },
    { validFrom: `${today.slice(0, 4)}-01-01`, raise: '1.03', note: '原物料調整，平均調升 3%' },
  ]
  for (const { validFrom, raise, note } of editions) {
    const edition = await done(draft, howard, { priceListId, validFrom, note }, at)
    const prices = [...products.values()].map(({ id, unit, price }) => ({
      productId: id,
      unit,
      price: plain(exact(price).times(raise).toDecimalPlaces(2)),
    }))
    await done(setPrices, howard, { priceListVersionId: edition.id, prices }, at)
    await done(publish, howard, { priceListVersionId: edition.id }, at)
  }
  return products
}

/** One client's orders: every so many days on a workday, some of their products, more before festivals of the year's end. */
async function enterSales(
  { staff, today, known, seed }: Page,
  products: ReadonlyMap<string, Product>,
  habit: string[],
) {
  const [key = '', every, discount = '0', usual] = habit
  const dice = diceOf(seed, `sales of ${key}`)
  const accountId = named(known.accounts, key)
  const isRestricted = stories.some((story) => story.key === key && story.account.restricted)
  const clerk = isRestricted ? staff.howard : staff.sandy
  const sales: Sale[] = []
  const wants = listed(usual).map((each) => each.split(' '))
  for (let day = addDays(historyBegins(today), dice(0, 6)); day < today; day = addDays(day, Number(every))) {
    const on = previousWorkday(day, workCalendar)
    const busy = ['01', '09', '12'].includes(on.slice(5, 7)) ? 130 : 100
    const taken = wants.filter(() => dice(1, 10) <= 7)
    const lines = (taken.length > 0 ? taken : wants.slice(0, 1)).map(([code = '', quantity = '1']) => {
      const product = products.get(code)
      if (!product) throw new Error(`no product is called ${code}`)
      const raise = on >= `${today.slice(0, 4)}-01-01` ? '1.03' : '1'
      return {
        lineKey: code,
        productId: product.id,
        unit: product.unit,
        quantity: plain(
          exact(quantity)
            .times(dice(80, 120) * busy)
            .div(10_000)
            .ceil(),
        ),
        unitPrice: plain(exact(product.price).times(raise).toDecimalPlaces(2)),
        discountPct: discount,
      }
    })
    const number = `S${on.replaceAll('-', '')}-${key.slice(0, 3).toUpperCase()}${dice(10, 99)}`
    if (sales.some((each) => each.number === number)) continue
    const document = { accountId, number, day: on, shippedOn: on, currency: 'TWD', taxMode: 'exclusive', lines }
    await done(book, clerk, document, instantOf(on, '17:00'))
    const net = sumOf(lines.map((line) => amountsOf(line).netAmount))
    sales.push({ accountId, number, day: on, amount: plain(net.times('1.05').toDecimalPlaces(0)) })
  }
  return sales
}

/** What accounting has open at the end of last month: invoices of the last hundred days, some with a cheque, one late. */
async function enterReceivables({ staff, today, seed }: Page, sales: readonly Sale[]) {
  const asOf = endOfMonth(addMonths(today, -1))
  const dice = diceOf(seed, 'receivables')
  const open = sales.filter(({ day }) => day > addDays(asOf, -100) && day <= asOf)
  const receivables = open.flatMap(({ accountId, number, day, amount }) => {
    const dueDay = addDays(endOfMonth(day), dice(0, 3) === 0 ? 30 : 60)
    const paid = dueDay < asOf && dice(1, 10) <= 8
    const cheque = !paid && dice(1, 4) === 1
    if (paid) return []
    return [
      {
        accountId,
        invoiceNumber: `HX-${number}`,
        invoiceDay: day,
        dueDay,
        amount,
        openAmount: amount,
        currency: 'TWD',
        ...(cheque ? { chequeNumber: `AA${dice(1_000_000, 9_999_999)}`, chequeDueDay: addDays(dueDay, 30) } : {}),
      },
    ]
  })
  await done(keepReceivables, staff.sophia, { asOf, receivables }, instantOf(today, '08:30'))
}
