import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { addIssue, editIssue } from '@/lib/modules/negotiations/commands-issues'
import { askMandate } from '@/lib/modules/negotiations/commands-mandate'
import { changeOffer, stepOffer } from '@/lib/modules/negotiations/commands-offers'
import { submitPackage } from '@/lib/modules/negotiations/commands-outcome'
import { seat } from '@/lib/modules/negotiations/commands-people'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { table } from '@/lib/modules/negotiations/queries-table-page'
import { setFloor } from '@/lib/modules/pricing/commands-floors'
import { setCost } from '@/lib/modules/products/commands-costs'
import { newcomer, owner, person } from '@/tests/people'
import { aPriceList, aProduct } from '../products/scene'
import { aStandard, consent, done, net, refusalOf } from '../terms/scene'
import { aTable, offer } from './offers-scene'
import { aScene } from './scene'
import { accept, fourOffers, aTable as rowsOf, theOffers } from './table-rows'

const lastMonth = () => {
  const day = new Date()
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - 1, 1)).toISOString().slice(0, 10)
}

type Sold = { workspace: { id: string }; accountId: string; productId: string; quantity: string; net: string }

const bought = ({ workspace, accountId, productId, quantity, net: amount }: Sold) => {
  const sql = owner()
  return sql`insert into sales_months ${sql({
    id: uuidv7(),
    workspace_id: workspace.id,
    account_id: accountId,
    product_id: productId,
    month: lastMonth(),
    currency: 'TWD',
    base_quantity: quantity,
    gross_amount: amount,
    net_amount: amount,
    lines: 10,
  })}`
}

/** A product listed at 100 with a cost of 60, of which the client bought 10,000 at the list price. */
async function withGoods<
  S extends Pick<Awaited<ReturnType<typeof aScene>>, 'manager' | 'lead' | 'workspace' | 'accountId'>,
>(scene: S) {
  const productId = await aProduct(scene.manager)
  await aPriceList(scene.manager, '2026-01-01', [{ productId, price: '100' }])
  await done(setCost, scene.lead, { productId, validFrom: '2026-01-01', cost: '60', currency: 'TWD' })
  await bought({ ...scene, productId, quantity: '10000', net: '1000000' })
  return { ...scene, productId }
}

const aFloor = (scene: { lead: Awaited<ReturnType<typeof aScene>>['lead']; productId: string }, value: string) =>
  done(setFloor, scene.lead, {
    productId: scene.productId,
    method: 'absolute',
    value,
    currency: 'TWD',
    fromDay: '2026-01-01',
  })

const check = async (offerId: string) => {
  const [row] =
    await owner()`select policy from negotiation_checks where offer_id = ${offerId} order by id desc limit 1`
  return row?.policy
}

describe('an offer of ours', () => {
  it('is held against the policy with the margin that its terms leave; theirs is not', async () => {
    const scene = await withGoods(await aTable())
    const { offerId } = await offer(scene, 'us', { rebate: '2', days: '30' })
    const found = await check(offerId)
    expect(found).toMatchObject({ state: 'within', belowFloor: 0, uncosted: 0 })
    expect(Number(found.marginPct)).toBeGreaterThan(38)
    expect(Number(found.marginPct)).toBeLessThan(38.8)
    const theirs = await offer(scene, 'them', { rebate: '4' })
    expect(await check(theirs.offerId)).toBeNull()
  })

  it('that speaks of no price and no term that costs has nothing to check', async () => {
    const scene = await withGoods(await aTable())
    const { offerId } = await offer(scene, 'us', { shelf: 'two', exclusive: 'no', wording: '依原文' })
    expect(await check(offerId)).toMatchObject({ state: 'none' })
    const { offers } = await ask(rounds, scene.keeper, { negotiationId: scene.negotiationId })
    expect(offers.at(-1)?.check?.policy).toMatchObject({ state: 'none', passes: true })
  })

  it('below a floor is not sent before those whom the policy asks have widened the mandate for it', async () => {
    const scene = await withGoods(await aTable())
    const { keeper, lead, manager, finance, workspace, negotiationId } = scene
    await aFloor(scene, '99.5')
    const { offerId } = await offer(scene, 'us', { rebate: '1' }, { draft: true })
    const step = { negotiationId, offerId, event: 'send' }
    await done(stepOffer, keeper, { ...step, event: 'check' })
    expect(await check(offerId)).toMatchObject({ state: 'asks', belowFloor: 1 })
    expect(await refusalOf(stepOffer, keeper, step)).toBe('negotiations.notYet')
    const asked = await done(askMandate, keeper, { negotiationId, offerId, validUntil: '2099-12-31', reason: '換端架' })
    const director = await person(['specialist', 'manager'], workspace, { disciplines: ['director'] })
    const [run] = await owner()`select facts, lines from approval_runs where subject_id = ${asked.mandateId}`
    expect(run?.facts).toMatchObject({ belowFloor: true })
    expect(run?.lines[0].now['zh-TW']).toBe('最多 3 %；本提案為 1 %')
    await consent(asked.mandateId, [lead], new Date())
    expect(await refusalOf(stepOffer, keeper, step)).toBe('negotiations.notYet')
    await consent(asked.mandateId, [manager, finance, director, manager, director], new Date())
    const [after] = await owner()`select state from approval_runs where subject_id = ${asked.mandateId}`
    expect(after?.state).toBe('approved')
    const says = async (rebate: string) => {
      await done(stepOffer, keeper, { ...step, event: 'revise' })
      await done(changeOffer, keeper, { negotiationId, offerId, channel: 'meeting', values: { rebate } })
      await done(stepOffer, keeper, { ...step, event: 'check' })
    }
    await says('2')
    expect(await refusalOf(stepOffer, keeper, step)).toBe('negotiations.notYet')
    await says('1.0')
    expect((await done(stepOffer, keeper, step)).state).toBe('sent')
  })

  it('that the policy asks about is sent inside the mandate, and not beyond it', async () => {
    const scene = await withGoods(await aTable())
    const { keeper, negotiationId } = scene
    for (const [days, code] of [
      ['75', null],
      ['76', 'negotiations.notYet'],
    ] as const) {
      const { offerId } = await offer(scene, 'us', { days }, { draft: true })
      await done(stepOffer, keeper, { negotiationId, offerId, event: 'check' })
      expect((await check(offerId)).route.reasons).toEqual([{ level: 'finance', reason: 'paymentDays' }])
      expect(await refusalOf(stepOffer, keeper, { negotiationId, offerId, event: 'send' })).toBe(code)
    }
  })

  it('that was said at the table already is recorded whatever the policy says', async () => {
    const scene = await withGoods(await aTable())
    await aFloor(scene, '99.5')
    const { offerId } = await offer(scene, 'us', { rebate: '3' })
    expect(await check(offerId)).toMatchObject({ state: 'asks', belowFloor: 1 })
  })

  it('shows its margin and its floor to those alone who see margins, and nothing outside the mandate group', async () => {
    const scene = await withGoods(await aTable())
    const { keeper, lead, colleague, negotiationId } = scene
    await aFloor(scene, '99.5')
    await offer(scene, 'us', { rebate: '3' })
    await done(seat, keeper, { negotiationId, memberId: lead.id, part: 'advises' })
    const told = async (actor: typeof keeper) =>
      (await ask(rounds, actor, { negotiationId })).offers[0]?.check?.policy ?? null
    expect(await told(lead)).toMatchObject({ belowFloor: 1, reasons: ['floor'] })
    const keepers = await told(keeper)
    expect(keepers).toMatchObject({ marginPct: null, belowFloor: null, reasons: ['policy'], passes: false })
    expect(JSON.stringify(keepers)).not.toMatch(/99\.5|floor"|margin"/)
    expect(await told(colleague)).toBeNull()
  })
})

describe('an issue about the price of a product', () => {
  it('is a number by the unit of the list, and is held against list, policy and floor', async () => {
    const scene = await withGoods(await aTable())
    const { keeper, negotiationId, productId } = scene
    await aFloor(scene, '85')
    await done(addIssue, keeper, { negotiationId, productId })
    const { issues } = await ask(table, keeper, { negotiationId })
    const price = issues.at(-1)
    expect(price).toMatchObject({ name: '純釀醬油單價', kind: 'numeric', unit: 'NT$/瓶', productId })
    const { offerId } = await offer(scene, 'us', { [price?.key ?? '']: '84.99' })
    expect(await check(offerId)).toMatchObject({ state: 'asks', belowFloor: 1, discountPct: '15.01' })
    const again = await offer(scene, 'us', { [price?.key ?? '']: '90' })
    expect(await check(again.offerId)).toMatchObject({ state: 'within', belowFloor: 0, discountPct: '10' })
  })

  it('in % is the discount off the list', async () => {
    const scene = await withGoods(await aTable())
    const { keeper, negotiationId, productId } = scene
    await done(addIssue, keeper, { negotiationId, productId, name: '醬油折扣', unit: '％' })
    const { offerId } = await offer(scene, 'us', { 醬油折扣: '12' })
    expect((await check(offerId)).route.chain).toEqual(['salesLead'])
  })

  it('is refused with a kind of term beside it, as words, and for a product of another company', async () => {
    const scene = await withGoods(await aTable())
    const { keeper, negotiationId, productId } = scene
    const issue = { negotiationId, productId }
    expect(await refusalOf(addIssue, keeper, { ...issue, termCode: 'annualRebate' })).toBe('negotiations.termOrProduct')
    expect(await refusalOf(addIssue, keeper, { ...issue, kind: 'text' })).toBe('negotiations.priceIsNumber')
    const foreign = await aProduct(await newcomer('manager'))
    expect(await refusalOf(addIssue, keeper, { ...issue, productId: foreign })).toBe('notFound')
    const { issueId } = await done(addIssue, keeper, issue)
    expect(await refusalOf(editIssue, keeper, { issueId, name: '單價', kind: 'text' })).toBe(
      'negotiations.priceIsNumber',
    )
  })
})

describe('the consent to a package', () => {
  const agreement = async (goods: boolean) => {
    const scene = await aScene()
    await aStandard(scene, { paymentDays: net(60), annualRebate: { number: '1' } })
    if (goods) await withGoods(scene)
    const of = { negotiationId: scene.negotiationId, memberId: scene.keeper.id }
    await rowsOf(of)
    const offers = await theOffers(of, fourOffers)
    await accept(of, offers[2] ?? '', { payment: '75', rebate: '4', display: 'two' })
    await done(submitPackage, scene.keeper, { negotiationId: scene.negotiationId })
    const [run] =
      await owner()`select facts, totals, lines from approval_runs where subject_id = ${scene.negotiationId}`
    return run
  }

  it('is judged by its margin where every cost is known', async () => {
    const run = await agreement(true)
    expect(Number(run?.facts.marginPct)).toBeGreaterThan(36)
    expect(Number(run?.facts.marginPct)).toBeLessThan(38)
    expect(run?.facts).toMatchObject({ belowFloor: false, paymentDays: '75', discountPct: '4' })
    expect(run?.lines.at(-1)).toMatchObject({ key: 'margin', confidential: true })
  })

  it('and without one where nothing is known of sales: no margin is pretended', async () => {
    const run = await agreement(false)
    expect(run?.facts).not.toHaveProperty('marginPct')
    expect(run?.facts).not.toHaveProperty('belowFloor')
    expect(run?.totals.marginPct).toBeNull()
  })
})
