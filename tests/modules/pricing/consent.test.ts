import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { everyone } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { runJob } from '@/lib/kernel/worker'
import { run as approvalRun } from '@/lib/modules/approvals/queries-desk'
import { list as notificationList } from '@/lib/modules/notifications/list'
import { editRule } from '@/lib/modules/pricing/commands'
import { checkPrices, submitDeal, withdrawDeal } from '@/lib/modules/pricing/commands-deals'
import { askException, withdrawException } from '@/lib/modules/pricing/commands-exceptions'
import { setFloor } from '@/lib/modules/pricing/commands-floors'
import {
  acknowledgePolicy,
  archivePolicy,
  draftPolicy,
  editPolicy,
  submitPolicy,
  tellReaders as tellReadersOf,
} from '@/lib/modules/pricing/commands-policy'
import { archiveRebate, editRebate, setRebate } from '@/lib/modules/pricing/commands-rebates'
import { evidence } from '@/lib/modules/pricing/evidence'
import { tellReaders } from '@/lib/modules/pricing/jobs'
import { dealChecksList } from '@/lib/modules/pricing/list-deals'
import { exceptions } from '@/lib/modules/pricing/list-exceptions'
import { dealsExport, exceptionsExport } from '@/lib/modules/pricing/list-export'
import { simulate } from '@/lib/modules/pricing/queries'
import { dealCheckById } from '@/lib/modules/pricing/queries-deals'
import { exceptionById } from '@/lib/modules/pricing/queries-exceptions'
import { policyById, policyNow } from '@/lib/modules/pricing/queries-policy'
import { rebateById, rebates } from '@/lib/modules/pricing/queries-rebates'
import { newcomer } from '@/tests/people'
import { codeOf, denied, done, refused } from '../accounts/scene'
import { aProduct } from '../products/scene'
import { aCompany, aPolicy, approve, aRule, now, policyWish, ruleWish, runOf, today } from './scene'

type Company = Awaited<ReturnType<typeof aCompany>>
const factsOf = (actor: Actor) =>
  Promise.all(
    evidence.map(({ run }) =>
      ask(
        query({
          name: 'test.evidence',
          permission: { name: 'test.evidence', roles: everyone },
          input: z.strictObject({}),
          run: (look) => run(look, {}),
        }),
        actor,
        {},
      ),
    ),
  ).then((all) => all.flat().map(({ memberId, subjectKind }) => [memberId, subjectKind]))

const toldTo = async (actor: Actor) =>
  (await ask(notificationList, actor, {}, now)).rows.map(({ text, read }) => ({ text, read }))

describe('the pricing policy', () => {
  it('holds when somebody else has agreed and its day has come, and the edition before is superseded', async () => {
    const { boss, director, seller } = await aCompany()
    const first = await aPolicy(boss, director)
    expect((await ask(policyNow, seller, {}, now)).current?.policy).toMatchObject({ id: first, state: 'inForce' })
    const second = await aPolicy(boss, director, { validFrom: '2026-06-01', title: '第二版' })
    const states = async (at: string) =>
      (await ask(policyNow, seller, {}, new Date(`${at}T02:00:00Z`))).editions.map(({ id, state }) => [id, state])
    expect(await states('2026-05-05')).toEqual([
      [second, 'approved'],
      [first, 'inForce'],
    ])
    expect(await states('2026-06-01')).toEqual([
      [second, 'inForce'],
      [first, 'superseded'],
    ])
  })

  it('is read and acknowledged once by each, and says who has not', async () => {
    const { boss, director, seller, lead } = await aCompany()
    const policyId = await aPolicy(boss, director)
    await done(acknowledgePolicy, seller, { policyId }, now)
    await done(acknowledgePolicy, seller, { policyId }, now)
    const { readers, mine } = await ask(policyById, seller, { policyId }, now)
    expect(mine).toEqual({ mustRead: true, readOn: today })
    const missing = readers.filter(({ readOn }) => readOn === null).map(({ id }) => id)
    expect(missing).toContain(lead.id)
    expect(missing).not.toContain(seller.id)
    expect(await factsOf(boss)).toEqual(
      expect.arrayContaining([
        [seller.id, 'pricePolicyReading'],
        [boss.id, 'pricePolicy'],
      ]),
    )
  })

  it('asks those who must read it to do so once it is approved, once, and no more whoever has', async () => {
    const { workspace, boss, director, seller, lead, auditor } = await aCompany()
    const { id: policyId } = await done(draftPolicy, boss, policyWish({ englishTitle: 'Prices of 2026' }), now)
    await done(submitPolicy, boss, { policyId }, now)
    const tell = async (outcome = 'approved') => {
      const payload = { runId: (await runOf(policyId)).runId, subjectKind: 'pricePolicy', subjectId: policyId, outcome }
      await runJob(tellReaders, { jobId: 'test', workspaceId: workspace.id, payload, now })
    }
    await tell()
    expect(await toldTo(seller)).toEqual([])
    await approve(director, policyId)
    for (const outcome of ['rejected', 'approved', 'approved']) await tell(outcome)
    expect(await toldTo(seller)).toEqual([
      { text: '請閱讀定價政策第 1 版「二〇二六年定價政策」，自 2026-05-04 起生效。', read: false },
    ])
    expect(await toldTo({ ...seller, locale: 'en' })).toMatchObject([
      { text: expect.stringContaining('Prices of 2026') },
    ])
    expect([(await toldTo(lead)).length, (await toldTo(auditor)).length]).toEqual([1, 0])
    await done(acknowledgePolicy, seller, { policyId }, now)
    expect([(await toldTo(seller))[0]?.read, (await toldTo(lead))[0]?.read]).toEqual([true, false])
    expect(await codeOf(tellReadersOf, seller, { policyId })).toBe('notAllowed')
    const stranger = await newcomer('administrator')
    expect(await codeOf(tellReadersOf, stranger, { policyId })).toBe('notFound')
  })

  it('is changed as a draft only, and not sent for consent with a day that has passed', async () => {
    const { boss, lead, director } = await aCompany()
    const { id: policyId } = await done(draftPolicy, lead, policyWish({ validFrom: '2026-05-01' }), now)
    expect(await codeOf(submitPolicy, lead, { policyId }, now)).toBe('pricing.policyInThePast')
    await done(editPolicy, lead, { policyId, version: 1, ...policyWish() }, now)
    expect(await codeOf(acknowledgePolicy, lead, { policyId }, now)).toBe('pricing.policyNotInForce')
    await done(submitPolicy, lead, { policyId }, now)
    expect(await codeOf(editPolicy, lead, { policyId, ...policyWish() }, now)).toBe('pricing.policyNotEditable')
    await approve(boss, policyId)
    expect(await codeOf(archivePolicy, lead, { policyId }, now)).toBe('pricing.policyNotEditable')
    expect(director.id).not.toBe(boss.id)
  })

  it('is discarded before it holds, and consent is asked for no more', async () => {
    const { lead } = await aCompany()
    const { id: policyId } = await done(draftPolicy, lead, policyWish(), now)
    await done(submitPolicy, lead, { policyId }, now)
    await done(archivePolicy, lead, { policyId }, now)
    expect(await runOf(policyId)).toMatchObject({ state: 'withdrawn' })
    expect(await denied(policyById, lead, { policyId })).toBe('notFound')
  })

  it('refuses authority that falls from level to level', async () => {
    const { lead } = await aCompany()
    expect(await codeOf(draftPolicy, lead, policyWish({ managerDiscountPct: '5' }))).toBe('pricing.authorityNotRising')
    expect(await codeOf(draftPolicy, lead, policyWish({ directorMarginPct: '30' }))).toBe('pricing.marginNotFalling')
  })

  it('is written by leads only, hides its margins from sellers, and does not exist elsewhere', async () => {
    const { boss, director, seller } = await aCompany()
    const policyId = await aPolicy(boss, director)
    const all = { policyId, ...policyWish() }
    expect(await codeOf(draftPolicy, seller, policyWish())).toBe('notAllowed')
    expect(await codeOf(editPolicy, seller, all)).toBe('notAllowed')
    expect(await codeOf(submitPolicy, seller, { policyId })).toBe('notAllowed')
    expect(await codeOf(archivePolicy, seller, { policyId })).toBe('notAllowed')
    const { policy } = await ask(policyById, seller, { policyId }, now)
    expect(policy.limits).toMatchObject({ marginPct: { manager: null, director: null }, annualPct: '' })
    const stranger = await newcomer('manager')
    expect(await codeOf(editPolicy, stranger, all)).toBe('notFound')
    expect(await codeOf(submitPolicy, stranger, { policyId })).toBe('notFound')
    expect(await codeOf(archivePolicy, stranger, { policyId })).toBe('notFound')
    expect(await codeOf(acknowledgePolicy, stranger, { policyId })).toBe('notFound')
  })
})

const exceptionWish = ({ accountId, productId }: Company, wish: Record<string, unknown> = {}) => ({
  accountId,
  productId,
  kind: 'price',
  price: '88',
  currency: 'TWD',
  quantityCap: '100',
  fromDay: today,
  toDay: '2026-06-30',
  reason: '競品降價',
  ...wish,
})
const price = async ({ seller, accountId, productId }: Company, at = today, quantity = '10') =>
  (await ask(simulate, seller, { accountId, productId, quantity, day: at, channel: null }, now)).answer

describe('a price exception', () => {
  it('holds once it is approved, before every rule, and ends by itself', async () => {
    const company = await aCompany()
    await aRule(company.lead, {
      name: '大安專案',
      segment: null,
      accountId: company.accountId,
      discountPct: '8',
      priority: '90',
    })
    const { id } = await done(askException, company.seller, exceptionWish(company), now)
    expect((await price(company))?.price).toBe('92')
    await approve(company.lead, id)
    expect(await price(company)).toMatchObject({ price: '88', level: 'exception' })
    expect((await price(company, '2026-07-01'))?.price).toBe('92')
    expect(
      (await ask(exceptionById, company.seller, { exceptionId: id }, new Date('2026-07-01T02:00:00Z'))).state,
    ).toBe('expired')
    expect(await factsOf(company.boss)).toContainEqual([company.seller.id, 'priceException'])
  })

  it('counts its use by stored deal checks and gives no more than its quantity', async () => {
    const company = await aCompany()
    const { seller, accountId, productId } = company
    const { id: exceptionId } = await done(askException, seller, exceptionWish(company), now)
    await approve(company.lead, exceptionId)
    const deal = { accountId, title: '五月', day: today, currency: 'TWD', lines: [{ productId, quantity: '70' }] }
    const { id: dealCheckId } = await done(checkPrices, seller, deal, now)
    expect(await ask(exceptionById, seller, { exceptionId }, now)).toMatchObject({
      used: '70',
      left: '30',
      uses: [{ title: '五月' }],
    })
    expect(await price(company, today, '31')).toMatchObject({
      price: '100',
      losers: [{ reason: 'usedUp', detail: '30' }],
    })
    const twice = { ...deal, lines: [1, 2].map(() => ({ productId, quantity: '20' })) }
    expect(await codeOf(checkPrices, seller, twice, now)).toBe('pricing.capExceeded')
    await done(withdrawDeal, seller, { dealCheckId }, now)
    expect((await price(company, today, '31'))?.price).toBe('88')
  })

  it('is withdrawn, and holds no more', async () => {
    const company = await aCompany()
    const { id: exceptionId } = await done(askException, company.seller, exceptionWish(company), now)
    await done(withdrawException, company.seller, { exceptionId }, now)
    expect((await ask(exceptionById, company.seller, { exceptionId }, now)).state).toBe('withdrawn')
    expect(await codeOf(withdrawException, company.seller, { exceptionId }, now)).toBe('notFound')
    expect((await ask(exceptions, company.seller, {}, now)).rows).toEqual([])
  })

  it.each([
    [{ price: '' }, 'priceMissing'],
    [{ kind: 'discount', discountPct: '' }, 'discountMissing'],
    [{ kind: 'discount', discountPct: '0.1' }, 'percentMeant'],
    [{ toDay: '2026-05-01', fromDay: '2026-04-01' }, 'exceptionOver'],
    [{ toDay: '2026-05-03' }, 'endsBeforeItBegins'],
    [{ quantityCap: '0' }, 'capZero'],
  ])('is refused: %j', async (wish, code) => {
    const company = await aCompany()
    expect(await codeOf(askException, company.seller, exceptionWish(company, wish), now)).toBe(`pricing.${code}`)
  })

  it('is asked for by those who may edit the client, and unknown to others', async () => {
    const company = await aCompany()
    const { seller, colleague, auditor } = company
    expect(await codeOf(askException, colleague, exceptionWish(company), now)).toBe('notAllowed')
    const { id: exceptionId } = await done(askException, seller, exceptionWish(company), now)
    expect(await denied(exceptionById, colleague, { exceptionId })).toBe('notFound')
    expect(await codeOf(withdrawException, colleague, { exceptionId })).toBe('notAllowed')
    expect((await ask(exceptions, colleague, {}, now)).rows).toEqual([])
    expect((await ask(exceptions, auditor, {}, now)).rows).toHaveLength(1)
    const stranger = await newcomer('manager')
    expect(await codeOf(askException, stranger, exceptionWish(company), now)).toBe('notFound')
    expect(await codeOf(withdrawException, stranger, { exceptionId })).toBe('notFound')
  })
})

const dealWish = ({ accountId, productId }: Company, wish: Record<string, unknown> = {}) => ({
  accountId,
  title: '大安五月進貨',
  day: today,
  currency: 'TWD',
  paymentDays: '60',
  lines: [{ productId, quantity: '100', price: '' }],
  onInvoice: [{ name: '促銷', kind: 'percent', value: '2' }],
  offInvoice: [
    { name: '年度獎勵', kind: 'percent', value: '3' },
    { name: '上架費', kind: 'lumpSum', value: '200' },
  ],
  ...wish,
})

describe('a deal check', () => {
  it('keeps prices, waterfall and explanation as they were, whatever rules and policy say later', async () => {
    const company = await aCompany()
    const { lead, seller, boss, director } = company
    const ruleId = await aRule(lead)
    const { id: dealCheckId } = await done(checkPrices, seller, dealWish(company), now)
    const before = await ask(dealCheckById, boss, { dealCheckId }, now)
    expect(before).toMatchObject({ listTotal: '10000', total: '9310', policyNumber: null })
    expect(before.inside?.steps.map(({ name, running }) => [name, Number(running)])).toEqual([
      ['list', 10000],
      ['#price', 9500],
      ['促銷', 9310],
      ['年度獎勵', 9030.7],
      ['上架費', 8830.7],
      ['#payment', expect.closeTo(8830.7 - (9310 * 0.06 * 60) / 365, 6)],
    ])
    await done(editRule, lead, { ruleId, ...ruleWish({ name: '改名', discountPct: '30' }) })
    await done(setFloor, boss, { method: 'absolute', value: '500', currency: 'TWD', fromDay: '2026-01-01' })
    await aPolicy(boss, director)
    expect(await ask(dealCheckById, boss, { dealCheckId }, now)).toEqual(before)
    expect(before.lines[0]?.chain.some((said) => said['zh-TW'].includes('量販折扣'))).toBe(true)
  })

  it('shows a seller invoice level only: no cost, margin, floor or what follows the invoice, in no answer', async () => {
    const company = await aCompany()
    const { boss, seller } = company
    const floor = { method: 'absolute', value: '98.7654', currency: 'TWD', fromDay: '2026-01-01' }
    await done(setFloor, boss, floor)
    const { id: dealCheckId } = await done(
      checkPrices,
      seller,
      dealWish(company, { lines: [{ productId: company.productId, quantity: '100', price: '70' }] }),
      now,
    )
    const seen = await ask(dealCheckById, seller, { dealCheckId }, now)
    expect(seen.inside).toBeNull()
    expect(seen.result.steps.map(({ name }) => name)).toEqual(['list', '#price', '促銷'])
    expect(seen.result.reasons.sort()).toEqual(['discount', 'policy'])
    const rows = await ask(dealChecksList, seller, {}, now)
    const exported = query({
      name: 'test.export',
      permission: { name: 'test.export', roles: everyone },
      input: z.strictObject({}),
      async run(look) {
        const steps = [dealsExport, exceptionsExport].map((each) =>
          each.step(look, each.request({}, 'zh-TW'), each.columns(undefined), 50),
        )
        return Promise.all(steps)
      },
    })
    const all = JSON.stringify([seen, rows, await ask(exported, seller, {}, now)])
    for (const secret of ['98.7654', '"60"', 'unitCost', 'marginPct":"', 'pocketMargin'])
      expect(all).not.toContain(secret)
    expect((await ask(dealCheckById, boss, { dealCheckId }, now)).inside).toMatchObject({ belowFloor: 1 })
  })

  it('within authority is approved at once, beyond it waits for everybody it needs', async () => {
    const company = await aCompany()
    const { seller, lead, boss, productId } = company
    await aRule(lead)
    const plain = { onInvoice: [], offInvoice: [] }
    const { id: easy } = await done(checkPrices, seller, dealWish(company, plain), now)
    expect((await done(submitDeal, seller, { dealCheckId: easy }, now)).state).toBe('approved')
    expect(await codeOf(submitDeal, seller, { dealCheckId: easy }, now)).toBe('pricing.dealSubmitted')
    const lines = [{ productId, quantity: '100', price: '83' }]
    const { id: hard } = await done(checkPrices, seller, dealWish(company, { ...plain, lines }), now)
    expect((await ask(dealCheckById, seller, { dealCheckId: hard }, now)).result.chain).toEqual([
      'salesLead',
      'manager',
    ])
    expect((await done(submitDeal, seller, { dealCheckId: hard, reason: '大單' }, now)).state).toBe('pending')
    await approve(lead, hard)
    expect((await runOf(hard)).state).toBe('pending')
    await approve(boss, hard)
    expect((await runOf(hard)).state).toBe('approved')
  })

  it('counts a fee paid at once into what it costs, like every line of it', async () => {
    const company = await aCompany()
    const { seller, lead, productId } = company
    await aRule(lead)
    const lines = [{ productId, quantity: '100', price: '83' }]
    const { id: dealCheckId } = await done(checkPrices, seller, dealWish(company, { onInvoice: [], lines }), now)
    await done(submitDeal, seller, { dealCheckId, reason: '大單' }, now)
    const { runId } = await runOf(dealCheckId)
    const view = await ask(approvalRun, seller, { runId }, now)
    expect(view.lines.flatMap(({ costPerYear }) => costPerYear?.amount ?? [])).toEqual(['1200.0000', '200.0000'])
    expect(view.costPerYear).toEqual({ amount: '1400.0000', currency: 'TWD' })
  })

  it('takes lines as pasted from a spreadsheet, and names the line that it cannot read', async () => {
    const company = await aCompany()
    const { seller, boss } = company
    const code = 'NO-PRICE'
    await aProduct(boss, { code, name: '沒有牌價' })
    const pasted = (text: string) => codeOf(checkPrices, seller, dealWish(company, { lines: [], pasted: text }), now)
    expect(await pasted('NOPE\t3')).toBe('pricing.linesUnreadable')
    expect(await pasted(`${code}\t0`)).toBe('pricing.linesUnreadable')
    expect(await pasted(`${code}\t１,０００\t12`)).toBe('pricing.lineNoListPrice')
    expect(await pasted('')).toBe('pricing.linesMissing')
  })

  it('refuses half a row and a lump sum for nothing', async () => {
    const company = await aCompany()
    const wish = { offInvoice: [{ name: '上架費', kind: 'lumpSum', value: '' }] }
    const refusal = await refused(checkPrices, company.seller, dealWish(company, wish), now)
    expect([refusal.code, Object.keys(refusal.fields)]).toEqual(['pricing.termIncomplete', ['offInvoice.0.value']])
  })

  it('is made, sent and withdrawn by those who may edit the client, and unknown to others', async () => {
    const company = await aCompany()
    const { seller, colleague } = company
    expect(await codeOf(checkPrices, colleague, dealWish(company), now)).toBe('notAllowed')
    const { id: dealCheckId } = await done(checkPrices, seller, dealWish(company), now)
    expect(await codeOf(submitDeal, colleague, { dealCheckId })).toBe('notAllowed')
    expect(await codeOf(withdrawDeal, colleague, { dealCheckId })).toBe('notAllowed')
    expect(await denied(dealCheckById, colleague, { dealCheckId })).toBe('notFound')
    const stranger = await newcomer('manager')
    for (const command of [submitDeal, withdrawDeal])
      expect(await codeOf(command as typeof withdrawDeal, stranger, { dealCheckId })).toBe('notFound')
    expect(await codeOf(checkPrices, stranger, dealWish(company))).toBe('notFound')
    await done(withdrawDeal, seller, { dealCheckId }, now)
    expect(await codeOf(submitDeal, seller, { dealCheckId })).toBe('pricing.archived')
  })
})

describe('a rebate', () => {
  const wish = (accountId: string, more: Record<string, unknown> = {}) => ({
    accountId,
    name: '2026 年度獎勵',
    method: 'retrospective',
    basis: 'net',
    currency: 'TWD',
    fromDay: '2026-01-01',
    toDay: '2026-12-31',
    tiers: [
      { from: '3000000', pct: '1' },
      { from: '6000000', pct: '2' },
    ],
    forecast: '7000000',
    ...more,
  })

  it('shows what to set aside, the next tier, and its cliffs to those who see margins', async () => {
    const { seller, boss, accountId } = await aCompany()
    const { id: rebateId } = await done(setRebate, seller, wish(accountId), now)
    expect(await ask(rebateById, seller, { rebateId }, now)).toMatchObject({
      turnover: '0',
      accrual: { expected: '0', reached: '0' },
      next: { from: '3000000', missing: '3000000', worth: '30000' },
      cliffs: [],
    })
    expect((await ask(rebateById, boss, { rebateId }, now)).cliffs).toHaveLength(2)
    const { accountId: _, ...rest } = wish(accountId, { name: '改名' })
    await done(editRebate, seller, { rebateId, version: 1, ...rest }, now)
    expect((await ask(rebates, seller, {}, now)).map(({ name }) => name)).toEqual(['改名'])
    await done(archiveRebate, seller, { rebateId }, now)
    expect(await codeOf(editRebate, seller, { rebateId, ...rest }, now)).toBe('notFound')
    expect(await ask(rebates, seller, {}, now)).toEqual([])
  })

  it('is refused with tiers that do not rise, and to those who may not edit the client', async () => {
    const { seller, colleague, accountId } = await aCompany()
    const falling = [
      { from: '5', pct: '1' },
      { from: '5', pct: '2' },
    ]
    expect(await codeOf(setRebate, seller, wish(accountId, { tiers: falling }))).toBe('pricing.rebateNotIncreasing')
    expect(await codeOf(setRebate, colleague, wish(accountId))).toBe('notAllowed')
    const { id: rebateId } = await done(setRebate, seller, wish(accountId), now)
    const { accountId: _, ...rest } = wish(accountId)
    expect(await codeOf(editRebate, colleague, { rebateId, ...rest })).toBe('notAllowed')
    expect(await codeOf(archiveRebate, colleague, { rebateId })).toBe('notAllowed')
    expect(await denied(rebateById, colleague, { rebateId })).toBe('notFound')
    const stranger = await newcomer('manager')
    expect(await codeOf(setRebate, stranger, wish(accountId))).toBe('notFound')
    expect(await codeOf(editRebate, stranger, { rebateId, ...rest })).toBe('notFound')
    expect(await codeOf(archiveRebate, stranger, { rebateId })).toBe('notFound')
  })
})
