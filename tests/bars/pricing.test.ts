import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/kernel/day'
import { checkPrices } from '@/lib/modules/pricing/commands-deals'
import type { Question, Rule } from '@/lib/modules/pricing/model'
import { indexOf, resolvePrice } from '@/lib/modules/pricing/rules-resolution'
import { done } from '../modules/accounts/scene'
import { aCompany, now, today } from '../modules/pricing/scene'
import { anEdition } from '../modules/products/scene'
import { owner } from '../people'

const full = process.env.ACCORD_BARS === 'full'
const ruleCount = full ? 10_000 : 1_000
const lineCount = full ? 500 : 40
const [mostPerLine, mostPerDeal] = [5, 300]

/** The same "random" numbers in every run. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}

/** Most rules are for a client or a segment, most for a product or a category; some stand alone, many have ended. */
function aRuleSet(count: number): Rule[] {
  const any = numbers(7)
  const oneOf = (name: string, count: number) => `${name}${any(count)}`
  return Array.from({ length: count }, (_, index): Rule => {
    const [whom, what] = [any(10), any(10)]
    const toDay = any(2) === 0 ? null : addDays(today, any(200) - 100)
    const common = {
      id: String(index).padStart(6, '0'),
      name: `規則 ${index}`,
      level: 'rule' as const,
      accountId: whom < 7 ? oneOf('client', 100) : null,
      segment: whom >= 7 && whom < 9 ? oneOf('segment', 8) : null,
      channel: null,
      productId: what < 6 ? oneOf('product', 500) : null,
      categoryId: what >= 6 && what < 9 ? oneOf('category', 20) : null,
      fromDay: addDays(today, -any(700)),
      toDay,
      minQuantity: String(any(5) * 10),
      priority: any(3),
      stackGroup: null,
      stackMode: null,
    }
    const action = index % 4
    if (action === 0) return { ...common, action: 'fixed', price: String(50 + any(50)), currency: 'TWD' }
    if (action === 1) return { ...common, action: 'discount', discountPct: '5.5' }
    const tiers = [
      { from: '1', discountPct: '0' },
      { from: '10', discountPct: '5' },
      { from: '50', discountPct: '12' },
    ]
    if (action === 2) return { ...common, action: 'schedule', schedule: 'slab', tiers }
    const formula = { discountPct: '10', roundTo: '1', surcharge: '2', minMargin: '-50', maxMargin: null }
    return { ...common, action: 'formula', formula, currency: 'TWD' }
  })
}

function questions(count: number): Question[] {
  const any = numbers(11)
  return Array.from({ length: count }, () => ({
    accountId: `client${any(100)}`,
    segment: `segment${any(8)}`,
    channel: null,
    productId: `product${any(500)}`,
    categoryId: `category${any(20)}`,
    quantity: String(1 + any(80)),
    day: today,
    currency: 'TWD',
  }))
}

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
const said = (values: readonly number[]) =>
  `p50 ${at(values, 0.5).toFixed(2)} ms, p95 ${at(values, 0.95).toFixed(2)} ms`

/** Milliseconds of each, after every one has been done once to warm up. */
function timed<T>(items: readonly T[], work: (item: T) => unknown): number[] {
  for (const item of items) work(item)
  return items.map((item) => {
    const began = performance.now()
    work(item)
    return performance.now() - began
  })
}

describe('the price of a line among many rules', () => {
  it('is found by looking up its own scopes, the same for every order of the rules', () => {
    const rules = aRuleSet(ruleCount)
    const index = indexOf(rules)
    const asked = questions(full ? 5_000 : 200)
    const resolve = (question: Question) => resolvePrice({ index, listPrice: '100', roundTo: '0.5' }, question)
    const spent = process.cpuUsage()
    const lines = timed(asked, resolve)
    const { user, system } = process.cpuUsage(spent)
    const perLine = (user + system) / 1000 / asked.length / 2
    console.info(`price of a line among ${ruleCount} rules: ${said(lines)}, ${perLine.toFixed(2)} CPU-ms`)
    const one = { ...questions(1)[0], accountId: 'client1' } as Question
    const alike = indexOf(
      rules.map((rule) => ({ ...rule, accountId: null, segment: null, productId: null, categoryId: null })),
    )
    const worst = timed(
      Array.from({ length: full ? 100 : 5 }, () => one),
      (question) => resolvePrice({ index: alike, listPrice: '100', roundTo: null }, question),
    )
    console.info(`the same when every rule speaks of it: ${said(worst)}`)
    console.info(
      `sorting the rules: ${said(
        timed(
          Array.from({ length: full ? 20 : 3 }, () => rules),
          indexOf,
        ),
      )}`,
    )
    const reversed = indexOf(rules.toReversed())
    for (const question of asked.slice(0, 100))
      expect(resolvePrice({ index: reversed, listPrice: '100', roundTo: '0.5' }, question)).toEqual(resolve(question))
    if (full) expect(at(lines, 0.95)).toBeLessThan(mostPerLine)
  })
})

describe('a deal check of many lines', () => {
  it('is calculated and kept in good time among many rules', async () => {
    const company = await aCompany()
    const { workspace, lead, boss, seller, accountId } = company
    const sql = owner()
    const products = await sql<{ id: string; code: string }[]>`
      insert into products (workspace_id, id, code, name, base_unit)
      select ${workspace.id}, gen_random_uuid(), 'B-' || each, '品項 ' || each, '瓶'
      from generate_series(1, ${lineCount}::int) each returning id, code`
    const [{ id: listId } = { id: '' }] = await sql<{ id: string }[]>`
      select id from price_lists where workspace_id = ${workspace.id}`
    await anEdition(
      boss,
      listId,
      today,
      products.map(({ id }) => ({ productId: id, price: '50' })),
    )
    await sql`
      insert into price_rules
        (workspace_id, id, name, account_id, segment, product_id, from_day, to_day, action, discount_pct, author_id,
          scope_key)
      select ${workspace.id}, gen_random_uuid(), '規則 ' || each, case when each % 10 = 0 then ${accountId}::uuid end,
        case when each % 10 > 0 then '客群 ' || each % 9 end,
        (${products.map(({ id }) => id)}::uuid[])[1 + each / 10 % ${lineCount}::int],
        date '2025-01-01' + each / ${lineCount}::int, case when each % 3 = 0 then date '2026-01-01' end,
        'discount', 5, ${lead.id}, 'bar ' || each
      from generate_series(1, ${ruleCount}::int) each`
    await sql`analyze price_rules`
    const pasted = products.map(({ code }, index) => `${code}\t${1 + (index % 90)}`).join('\n')
    const check = () =>
      done(checkPrices, seller, { accountId, title: '大單', day: today, currency: 'TWD', lines: [], pasted }, now)
    await check()
    const spent = process.cpuUsage()
    const took: number[] = []
    for (let each = 0; each < (full ? 20 : 3); each++) {
      const began = performance.now()
      await check()
      took.push(performance.now() - began)
    }
    const { user, system } = process.cpuUsage(spent)
    const perDeal = (user + system) / 1000 / took.length
    console.info(`deal check of ${lineCount} lines: ${said(took)}, ${perDeal.toFixed(0)} CPU-ms in process`)
    if (full) expect(at(took, 0.5)).toBeLessThan(mostPerDeal)
  })
})
