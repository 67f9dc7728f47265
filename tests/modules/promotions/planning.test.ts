import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { archive } from '@/lib/modules/accounts/commands'
import { agree, cancel, edit, plan, settle } from '@/lib/modules/promotions/commands'
import { changeFund, openFund } from '@/lib/modules/promotions/commands-funds'
import { list } from '@/lib/modules/promotions/list'
import { funds, month, ofAccount, planningChoices } from '@/lib/modules/promotions/queries'
import { record } from '@/lib/modules/promotions/queries-record'
import { person } from '@/tests/people'
import { anAccount, codeOf, denied, done, refused } from '../accounts/scene'
import { aProduct } from '../products/scene'
import { afterwards, aPlanner, beforehand } from './scene'

describe('a promotion', () => {
  it('is planned, agreed, runs, ends and is settled: where it stands follows from facts and the day', async () => {
    const { mine, planned } = await aPlanner()
    const promotionId = await planned()
    const state = async (now: Date) => (await ask(record, mine, { promotionId }, now)).state
    expect(await state(beforehand)).toBe('planned')
    expect(await state(afterwards)).toBe('planned')
    await done(agree, mine, { promotionId, agreedNote: '陳小姐 LINE 同意' }, beforehand)
    expect(await codeOf(agree, mine, { promotionId, agreedNote: '再一次' }, beforehand)).toBe('promotions.isAgreed')
    expect(await state(beforehand)).toBe('agreed')
    expect(await state(new Date('2026-10-05T02:00:00Z'))).toBe('running')
    expect(await state(new Date('2026-11-01T02:00:00Z'))).toBe('running')
    expect(await state(afterwards)).toBe('ended')
    const settlement = { promotionId, settledCost: '39500', settledDocument: '折讓 AB-1', proofNote: '陳列照片在相簿' }
    await done(settle, mine, settlement, afterwards)
    expect(await state(afterwards)).toBe('settled')
    expect(await codeOf(settle, mine, settlement, afterwards)).toBe('promotions.isSettled')
    expect(await codeOf(edit, mine, { promotionId, title: '改名' }, afterwards)).toBe('promotions.isSettled')
    expect(await codeOf(cancel, mine, { promotionId, because: '算了' }, afterwards)).toBe('promotions.isSettled')
  })

  it('is settled only when it was agreed, is over and is proven', async () => {
    const { mine, other, workspace, planned } = await aPlanner()
    const finance = await person('specialist', workspace, { disciplines: ['finance'] })
    const legal = await person('specialist', workspace, { disciplines: ['legal'] })
    const promotionId = await planned()
    const settlement = { promotionId, settledCost: '0' }
    expect(await codeOf(settle, mine, settlement, afterwards)).toBe('promotions.notAgreed')
    await done(agree, mine, { promotionId, agreedNote: '電話同意' }, beforehand)
    expect(await codeOf(settle, mine, settlement, beforehand)).toBe('promotions.notEnded')
    expect((await refused(settle, mine, settlement, afterwards)).fields).toHaveProperty('proofNote')
    const foreign = { ...settlement, proofFileId: crypto.randomUUID() }
    expect(await codeOf(settle, mine, foreign, afterwards)).toBe('promotions.proofUnknown')
    const proven = { ...settlement, proofNote: '相簿' }
    for (const actor of [other, legal])
      expect(await codeOf(settle, actor, proven, afterwards)).toBe('promotions.accountsNotYours')
    await done(settle, finance, proven, afterwards)
    expect(await ask(record, mine, { promotionId }, afterwards)).toMatchObject({
      settled: { cost: '0', proofNote: '相簿', by: finance.name },
    })
  })

  it('is refused beside another of the same client and product on the same days, unless that is meant', async () => {
    const { mine, lead, wish, planned } = await aPlanner()
    const first = await planned()
    const next = { ...wish, title: '加碼', storeFrom: '2026-11-01', storeTo: '2026-11-10' }
    const refusal = await refused(plan, mine, next)
    expect(refusal.code).toBe('promotions.overlaps')
    expect(refusal.sentence('zh-TW')).toContain('週年慶 DM')
    expect(refusal.fields).toHaveProperty('despiteOverlap')
    await done(plan, mine, { ...next, storeFrom: '2026-11-02', title: '隔天' })
    await done(plan, mine, { ...next, productIds: [await aProduct(lead)] })
    await done(plan, mine, { ...next, storeTo: '2026-11-01', despiteOverlap: 'true' })
    await done(cancel, mine, { promotionId: first, because: '客戶改期' })
    await done(plan, mine, { ...wish, title: '重來', storeTo: '2026-10-31' })
    expect(await codeOf(agree, mine, { promotionId: first, agreedNote: '好' })).toBe('promotions.isCancelled')
  })

  it('refuses what is not sound and says beside which field', async () => {
    const { mine, lead, other, stranger, manager, wish } = await aPlanner()
    const no = async (more: object) => {
      const { code, fields } = await refused(plan, mine, { ...wish, ...more })
      return [code, ...Object.keys(fields)]
    }
    expect(await no({ storeTo: '2026-10-01' })).toEqual(['promotions.endsBeforeItBegins', 'storeTo'])
    expect(await no({ orderTo: '2026-09-01' })).toEqual(['promotions.endsBeforeItBegins', 'orderTo'])
    expect(await no({ storeTo: '2027-11-01' })).toEqual(['promotions.tooLong', 'storeTo'])
    expect(await no({ storeFrom: '1925-01-01' })).toEqual(['promotions.tooFar', 'storeFrom'])
    expect(await no({ accountIds: [''] })).toEqual(['promotions.accountsMissing', 'accountIds'])
    expect(await no({ productIds: [] })).toEqual(['promotions.productsMissing', 'productIds'])
    const bag = await aProduct(lead, { baseUnit: '包' })
    expect(await no({ productIds: [...wish.productIds, bag] })).toEqual(['promotions.unitsDiffer', 'productIds'])
    expect(await no({ productIds: [await aProduct(stranger)] })).toEqual(['promotions.productUnknown', 'productIds'])
    expect(await no({ accountIds: [await anAccount(stranger)] })).toEqual(['promotions.accountUnknown', 'accountIds'])
    const theirs = await anAccount(other, { name: '別人的客戶' })
    expect(await no({ accountIds: [theirs] })).toEqual(['promotions.accountsNotYours', 'accountIds'])
    const gone = await anAccount(mine, { name: '已封存' })
    await done(archive, mine, { accountId: gone })
    expect((await no({ accountIds: [gone] }))[0]).toBe('promotions.accountArchived')
    expect(await no({ ownerId: stranger.id })).toEqual(['promotions.ownerUnknown', 'ownerId'])
    expect(await no({ form: 'flyer' })).toContain('form')
    expect(await no({ baselineMethod: 'typed' })).toEqual(['promotions.baselineMissing', 'baselineTyped'])
    expect(await no({ budgetFund: '10' })).toEqual(['promotions.fundMissing', 'fundId'])
    expect(await no({ budgetOurs: '-1' })).toContain('budgetOurs')
    await done(plan, manager, { ...wish, accountIds: [theirs] })
  })

  it('changes what is named, clients and products too, by those who may change all of its clients', async () => {
    const { mine, other, auditor, assistant, stranger, lead, productId, planned } = await aPlanner()
    const promotionId = await planned()
    const second = await aProduct(lead, { name: '白醋' })
    expect(await codeOf(edit, other, { promotionId, title: 'x' })).toBe('promotions.accountsNotYours')
    for (const actor of [auditor, assistant])
      expect(await codeOf(edit, actor, { promotionId, title: 'x' })).toBe('notAllowed')
    expect(await codeOf(edit, stranger, { promotionId, title: 'x' })).toBe('notFound')
    await done(edit, mine, { promotionId, version: 1, title: '新名稱', productIds: [second] })
    const known = await ask(record, other, { promotionId })
    expect([known.title, known.budgetOurs, known.products.map(({ id }) => id)]).toEqual(['新名稱', '40000', [second]])
    await done(edit, lead, { promotionId, productIds: [productId, second], budgetOurs: '' })
    const then = await ask(record, mine, { promotionId })
    expect([then.budgetOurs, then.products.length, then.mayPlan]).toEqual([null, 2, true])
    expect(await codeOf(edit, mine, { promotionId, version: 1, title: '舊分頁' })).toBe('changedMeanwhile')
  })

  it('is not seen from elsewhere, nor by those who may not see one of its clients', async () => {
    const { mine, manager, other, stranger, wish, planned, accountId } = await aPlanner()
    const promotionId = await planned()
    expect(await denied(record, stranger, { promotionId })).toBe('notFound')
    expect(await denied(ofAccount, stranger, { accountId })).toBe('notFound')
    expect((await ask(list, stranger, {})).rows).toEqual([])
    const secret = await anAccount(manager, { name: '密件', restricted: 'true' })
    const shared = { ...wish, title: '密件檔期', accountIds: [accountId, secret], despiteOverlap: 'true' }
    const hidden = (await done(plan, manager, shared)).id
    expect(await denied(record, other, { promotionId: hidden })).toBe('notFound')
    const titles = async (actor: typeof mine) => (await ask(list, actor, {})).rows.map(({ title }) => title)
    expect(await titles(mine)).toEqual(['週年慶 DM'])
    expect((await titles(manager)).sort()).toEqual(['密件檔期', '週年慶 DM'].sort())
    expect((await ask(ofAccount, mine, { accountId })).map(({ id }) => id)).toEqual([promotionId])
  })
})

describe('the list and the calendar', () => {
  it('are narrowed by client, form, state, month and text', async () => {
    const { mine, lead, planned } = await aPlanner()
    const second = await anAccount(mine, { name: '永信商行' })
    await planned()
    const poster = { title: '春節海報', form: 'poster', accountIds: [second] }
    const later = await planned({ ...poster, storeFrom: '2027-01-20', storeTo: '2027-02-10' })
    await done(agree, mine, { promotionId: later, agreedNote: '同意' }, beforehand)
    const titles = async (address: object) =>
      (await ask(list, lead, { ...address }, afterwards)).rows.map(({ title }) => title)
    expect(await titles({})).toEqual(['春節海報', '週年慶 DM'])
    expect(await titles({ sort: 'storeFrom' })).toEqual(['週年慶 DM', '春節海報'])
    expect(await titles({ account: second })).toEqual(['春節海報'])
    expect(await titles({ form: 'catalogue' })).toEqual(['週年慶 DM'])
    expect(await titles({ state: 'agreed' })).toEqual(['春節海報'])
    expect(await titles({ state: 'planned,running' })).toEqual(['週年慶 DM'])
    expect(await titles({ period: '2027-02-01..2027-02-28' })).toEqual(['春節海報'])
    expect(await titles({ q: 'dm' })).toEqual(['週年慶 DM'])
    expect((await ask(list, lead, { account: second }, afterwards)).filters).toHaveLength(1)
    const shown = async (day: string) =>
      (await ask(month, mine, { day }, afterwards)).promotions.map(({ title }) => title)
    expect(await shown('2026-10-15')).toEqual(['週年慶 DM'])
    expect(await shown('2026-12-01')).toEqual([])
    expect(await shown('2027-02-28')).toEqual(['春節海報'])
  })
})

describe('a promotion fund', () => {
  it('is set aside by leads for one client and never goes below nothing', async () => {
    const { mine, lead, accountId, planned, wish } = await aPlanner()
    const fund = { accountId, name: '2026 年度基金', amount: '100000' }
    expect(await codeOf(openFund, mine, fund)).toBe('notAllowed')
    const { id: fundId } = await done(openFund, lead, fund)
    expect(await codeOf(openFund, lead, fund)).toBe('promotions.fundTwice')
    const promotionId = await planned({ fundId, budgetFund: '60000' })
    const next = { ...wish, title: '第二檔', storeFrom: '2027-01-01', storeTo: '2027-01-10', fundId }
    const refusal = await refused(plan, mine, { ...next, budgetFund: '40000.01' })
    expect(refusal.code).toBe('promotions.fundTooSmall')
    expect(refusal.sentence('zh-TW')).toContain('只剩 40000 TWD')
    await done(plan, mine, { ...next, budgetFund: '40000' })
    expect(await ask(funds, mine, {})).toMatchObject([{ amount: '100000', taken: '100000', left: '0' }])
    expect(await codeOf(edit, mine, { promotionId, budgetFund: '60001' })).toBe('promotions.fundTooSmall')
    await done(edit, mine, { promotionId, budgetFund: '60000' })
    expect(await codeOf(changeFund, lead, { fundId, amount: '99999' })).toBe('promotions.fundIsTaken')
    await done(cancel, mine, { promotionId, because: '缺貨' })
    await done(changeFund, lead, { fundId, amount: '40000', name: '年度基金' })
    expect((await ask(planningChoices, mine, { accountId })).funds).toMatchObject([{ left: '0', name: '年度基金' }])
  })

  it('pays for its own client in its own currency, and is not seen from elsewhere', async () => {
    const { mine, lead, stranger, accountId, wish } = await aPlanner()
    const { id: fundId } = await done(openFund, lead, { accountId, name: '基金', amount: '5', currency: 'USD' })
    const second = await anAccount(mine, { name: '永信商行' })
    const take = { ...wish, fundId, budgetFund: '1' }
    expect(await codeOf(plan, mine, take)).toBe('promotions.fundCurrency')
    expect(await codeOf(plan, mine, { ...take, accountIds: [second] })).toBe('promotions.fundOfOther')
    await done(plan, mine, { ...take, currency: 'usd' })
    expect(await codeOf(changeFund, stranger, { fundId, amount: '9' })).toBe('notFound')
    expect(await ask(funds, stranger, {})).toEqual([])
    expect(await codeOf(openFund, stranger, { accountId, name: '別人的', amount: '1' })).toBe('notFound')
  })
})
