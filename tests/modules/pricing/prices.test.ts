import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import { archiveRule, editRule, restoreRule, setRule } from '@/lib/modules/pricing/commands'
import { archiveFloor, setFloor } from '@/lib/modules/pricing/commands-floors'
import { list } from '@/lib/modules/pricing/list'
import { simulate } from '@/lib/modules/pricing/queries'
import { floors } from '@/lib/modules/pricing/queries-floors'
import { guidance } from '@/lib/modules/pricing/queries-guidance'
import { ruleById } from '@/lib/modules/pricing/queries-rules'
import { newcomer, owner } from '@/tests/people'
import { codeOf, denied, done, refused } from '../accounts/scene'
import { aProduct } from '../products/scene'
import { aCompany, aPolicy, aRule, now, ruleWish, today } from './scene'

type Company = Awaited<ReturnType<typeof aCompany>>
const priceFor = ({ seller, accountId, productId }: Company, given: Record<string, unknown> = {}, actor = seller) =>
  ask(simulate, actor, { accountId, productId, quantity: '10', day: today, channel: null, ...given }, now)

describe('the price of a product for a client', () => {
  it('is the list price, visibly without a rule, when no rule speaks of it', async () => {
    const company = await aCompany()
    const { answer } = await priceFor(company)
    expect(answer).toMatchObject({ price: '100', noRule: true, level: 'list', unit: '瓶' })
    expect(answer?.chain.at(-1)?.en).toContain('No rule')
  })

  it('follows the rule of the highest rank and says in both languages why, and why others lost', async () => {
    const company = await aCompany()
    await aRule(company.lead)
    await aRule(company.lead, { name: '大安專案', segment: null, accountId: company.accountId, discountPct: '8' })
    const { answer } = await priceFor(company)
    expect(answer).toMatchObject({ price: '92', level: 'customer', winner: { name: '大安專案' }, noRule: false })
    const said = answer?.chain.map((each) => [each['zh-TW'], each.en].join()).join()
    expect(said).toContain('大安專案')
    expect(said).toContain('折讓 8%')
    expect(answer?.lost[0]?.['zh-TW']).toContain('量販折扣')
  })

  it('shows what tiers come to, and where ordering more is cheaper', async () => {
    const company = await aCompany()
    const tiers = [
      { from: '1', discountPct: '0' },
      { from: '50', discountPct: '12' },
    ]
    await aRule(company.lead, { action: 'schedule', schedule: 'range', tiers })
    const { answer, inversions, tiers: table } = await priceFor(company, { quantity: '50' })
    expect(answer?.price).toBe('88')
    expect(inversions).toEqual([{ threshold: '50', from: '45', to: '49' }])
    expect(table.map(({ quantity, inverted }) => [quantity, inverted])).toEqual([
      ['1', false],
      ['45', true],
      ['50', false],
    ])
  })

  it('is never 0 for want of a list price: it says what is missing', async () => {
    const company = await aCompany()
    const unlisted = await aProduct(company.boss, { name: '新品' })
    const { answer, problem } = await priceFor(company, { productId: unlisted })
    expect(answer).toBeNull()
    expect(problem?.['zh-TW']).toContain('新品')
  })

  it('is known to those who serve the client or see margins, and to nobody else', async () => {
    const company = await aCompany()
    await aRule(company.lead, { name: '大安專案', segment: null, accountId: company.accountId, discountPct: '8' })
    const { answer, problem } = await priceFor(company, {}, company.colleague)
    expect([answer, problem?.en.includes('known to those who serve it')]).toEqual([null, true])
    expect((await priceFor(company, {}, company.auditor)).answer?.price).toBe('92')
    const rows = (await ask(list, company.colleague, {})).rows
    expect(rows).toEqual([])
    expect((await ask(list, company.seller, {})).rows.map(({ name }) => name)).toEqual(['大安專案'])
  })

  it('comes with cost, margin and floor only for those who see margins', async () => {
    const company = await aCompany()
    const floor = { method: 'absolute', value: '99', currency: 'TWD', fromDay: '2026-01-01' }
    await done(setFloor, company.boss, { ...floor, productId: company.productId })
    await aRule(company.lead)
    expect((await priceFor(company)).inside).toBeNull()
    expect((await priceFor(company, {}, company.boss)).inside).toEqual({
      unitCost: '60',
      floor: '99',
      margin: '35',
      belowFloor: true,
      breakEvenPct: expect.stringMatching(/^14\.2857/),
    })
  })

  it('has no guidance without eight comparable deals', async () => {
    const { seller, boss, accountId, productId } = await aCompany()
    for (const actor of [seller, boss])
      expect(await ask(guidance, actor, { accountId, productId, quantity: '1' }, now)).toMatchObject({
        count: 0,
        prices: null,
        margins: null,
        deals: [],
      })
  })
})

describe('a price rule', () => {
  it('is set, changed, archived and restored by a lead', async () => {
    const { lead, seller } = await aCompany()
    const ruleId = await aRule(lead)
    await done(editRule, lead, { ruleId, version: 1, ...ruleWish({ discountPct: '6', note: '全年' }) })
    expect(await ask(ruleById, seller, { ruleId })).toMatchObject({ note: '全年', rule: { discountPct: '6' } })
    await done(archiveRule, lead, { ruleId })
    expect((await ask(list, lead, {})).rows).toEqual([])
    expect(await codeOf(editRule, lead, { ruleId, ...ruleWish() })).toBe('pricing.archived')
    await done(restoreRule, lead, { ruleId })
    expect((await ask(list, lead, { q: '量販' })).rows).toHaveLength(1)
  })

  it('is refused when another of the same rank contradicts it, naming both and the days and quantities', async () => {
    const { lead } = await aCompany()
    await aRule(lead, { toDay: '2026-06-30' })
    const refusal = await refused(setRule, lead, ruleWish({ name: '春季', toDay: '2026-03-31', minQuantity: '0' }))
    expect(refusal.code).toBe('pricing.rulesClash')
    const sentence = refusal.sentence('zh-TW')
    for (const part of ['春季', '量販折扣', '2026-01-01', '2026-03-31']) expect(sentence).toContain(part)
    expect(Object.keys(refusal.fields)).toEqual(['fromDay'])
    await aRule(lead, { name: '大量', minQuantity: '100' })
    await aRule(lead, { name: '四月起', fromDay: '2026-04-01' })
  })

  it('does not come back when another has taken its place', async () => {
    const { lead } = await aCompany()
    const ruleId = await aRule(lead)
    await done(archiveRule, lead, { ruleId })
    await aRule(lead, { name: '接替' })
    expect(await codeOf(restoreRule, lead, { ruleId })).toBe('pricing.rulesClash')
  })

  it('of two that are saved at once and clash, one is refused', async () => {
    const { lead } = await aCompany()
    const results = await Promise.all(['甲', '乙'].map((name) => perform(setRule, lead, ruleWish({ name }))))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it.each([
    [{ discountPct: '' }, 'discountMissing', 'discountPct'],
    [{ discountPct: '0.03' }, 'percentMeant', 'discountPct'],
    [{ action: 'fixed', fixedPrice: '90' }, 'currencyMissing', 'currency'],
    [{ action: 'fixed', fixedPrice: '90', currency: 'TWD' }, 'fixedNeedsProduct', 'productId'],
    [{ action: 'formula' }, 'formulaEmpty', 'formulaPct'],
    [{ action: 'schedule', schedule: 'slab', tiers: [] }, 'tiersMissing', 'tiers.0.from'],
    [{ toDay: '2025-12-31' }, 'endsBeforeItBegins', 'toDay'],
    [{ stackGroup: '季節' }, 'stackModeMissing', 'stackMode'],
  ])('is refused with the field to mend: %j', async (wish, code, field) => {
    const { lead } = await aCompany()
    const refusal = await refused(setRule, lead, ruleWish(wish))
    expect([refusal.code, Object.keys(refusal.fields)]).toEqual([`pricing.${code}`, expect.arrayContaining([field])])
  })

  it('takes less than one percent when it is meant, and a discount of 0 as a policy', async () => {
    const { lead } = await aCompany()
    await aRule(lead, { discountPct: '0.03', smallPercent: 'true' })
    await aRule(lead, { name: '零折扣', discountPct: '０', minQuantity: '5' })
  })

  it('warns while it begins sooner than clients are told of an increase', async () => {
    const { lead, boss, director, seller } = await aCompany()
    const ruleId = (await done(setRule, lead, ruleWish({ fromDay: '2026-05-20' }), now)).id
    const later = (await done(setRule, lead, ruleWish({ name: '六月', fromDay: '2026-06-03' }), now)).id
    await owner()`update price_rules set created_at = ${now} where id = any(${[ruleId, later]})`
    const noticeOf = async (id: string, at = now) => (await ask(ruleById, seller, { ruleId: id }, at)).notice
    expect(await noticeOf(ruleId)).toEqual({ noticeDays: 30, earliest: '2026-06-03' })
    expect(await noticeOf(later)).toBeNull()
    expect(await noticeOf(ruleId, new Date('2026-06-03T02:00:00Z'))).toBeNull()
    await aPolicy(boss, director, { noticeDays: '0' })
    expect(await noticeOf(ruleId)).toBeNull()
  })

  it('is not set by account managers, nor seen or changed from another workspace', async () => {
    const { lead, seller } = await aCompany()
    expect(await codeOf(setRule, seller, ruleWish())).toBe('notAllowed')
    const ruleId = await aRule(lead)
    for (const command of [editRule, archiveRule, restoreRule])
      expect(
        await codeOf(command as typeof archiveRule, seller, {
          ruleId,
          ...(command === (editRule as never) ? ruleWish() : {}),
        }),
      ).toBe('notAllowed')
    const stranger = await newcomer('manager')
    expect(await codeOf(archiveRule, stranger, { ruleId })).toBe('notFound')
    expect(await codeOf(restoreRule, stranger, { ruleId })).toBe('notFound')
    expect(await codeOf(editRule, stranger, { ruleId, ...ruleWish() })).toBe('notFound')
    expect(await denied(ruleById, stranger, { ruleId })).toBe('notFound')
  })
})

describe('a floor', () => {
  const floor = { method: 'costPlus', value: '10', currency: 'TWD', fromDay: '2026-01-01' }

  it('is set and taken away by those who see margins, and unknown to everybody else', async () => {
    const { boss, seller, lead } = await aCompany()
    const { id: floorId } = await done(setFloor, boss, floor)
    expect(await ask(floors, lead, {})).toMatchObject([{ method: 'costPlus', value: '10' }])
    expect(await denied(floors, seller, {})).toBe('notFound')
    expect(await codeOf(setFloor, seller, floor)).toBe('notAllowed')
    expect(await codeOf(archiveFloor, seller, { floorId })).toBe('notAllowed')
    expect(await codeOf(archiveFloor, await newcomer('manager'), { floorId })).toBe('notFound')
    await done(archiveFloor, boss, { floorId })
    expect(await ask(floors, boss, {})).toEqual([])
  })

  it('may be 0, but not nothing, and speaks of a product or a category', async () => {
    const { boss, productId } = await aCompany()
    await done(setFloor, boss, { ...floor, value: '0' })
    expect(await codeOf(setFloor, boss, { ...floor, value: '' })).toBe('pricing.floorMissing')
    const both = { ...floor, productId, categoryId: productId }
    expect(await codeOf(setFloor, boss, both)).toBe('pricing.productOrCategory')
  })
})
