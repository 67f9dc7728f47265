import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/day'
import { ask, perform } from '@/lib/kernel/perform'
import {
  acceptOffer,
  changeOffer,
  recordOffer,
  reissueOffer,
  stepOffer,
} from '@/lib/modules/negotiations/commands-offers'
import { watchOffers } from '@/lib/modules/negotiations/commands-validity'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { aTable, offer, stateOf, type Table } from './offers-scene'

const today = () => dayOf(new Date(), 'Asia/Taipei')
const said = (table: Table, values: object, more: object = {}) =>
  perform(recordOffer, table.keeper, { ...about(table), values, ...more })
const about = ({ negotiationId }: Table) => ({ negotiationId, side: 'us', channel: 'meeting' })
const stateNow = async ({ negotiationId }: Table) => {
  const [row] = await owner()<{ state: string }[]>`select state from negotiations where id = ${negotiationId}`
  return row?.state
}

describe('an offer', () => {
  it('opens the negotiation when it is the first, and belongs to the first round', async () => {
    const table = await aTable()
    const first = await offer(table, 'them', { rebate: '4', days: '90' })
    expect(first).toMatchObject({ number: 1, round: 1 })
    expect(await stateNow(table)).toBe('open')
    const [row] = await owner()`select values, state from negotiation_offers where id = ${first.offerId}`
    expect(row).toEqual({ values: { rebate: '4', days: '90' }, state: 'received' })
  })

  it('answers the other side’s open one, and rounds follow each other', async () => {
    const table = await aTable()
    const theirs = await offer(table, 'them', { rebate: '4' })
    const ours = await offer(table, 'us', { rebate: '1' })
    expect(ours.round).toBe(1)
    expect([await stateOf(theirs.offerId), await stateOf(ours.offerId)]).toEqual(['countered', 'sent'])
    expect((await offer(table, 'us', { rebate: '1.5' })).round).toBe(2)
    expect((await offer(table, 'them', { rebate: '3' })).round).toBe(2)
  })

  it('takes numbers as people type them, and blank as not stated', async () => {
    const table = await aTable()
    const { offerId } = await offer(table, 'us', {
      rebate: '１.５％',
      days: ' 60 ',
      shelf: '',
      exclusive: 'no',
      wording: '依原文',
    })
    const [row] = await owner()`select values from negotiation_offers where id = ${offerId}`
    expect(row?.values).toEqual({ rebate: '1.5', days: '60', exclusive: false, wording: '依原文' })
  })

  it('is refused with a sentence beside each value that does not fit', async () => {
    const table = await aTable()
    const refused = await said(table, { rebate: '很多', shelf: 'nine', exclusive: '也許' })
    if (refused.ok) throw new Error('was recorded')
    expect(refused.refusal.code).toBe('negotiations.valueInvalid')
    expect(Object.entries(refused.refusal.fieldSentences('zh-TW')).map(([path]) => path)).toEqual([
      'values.rebate',
      'values.shelf',
      'values.exclusive',
    ])
  })

  it.each([
    ['nothing', {}, {}, 'negotiations.offerEmpty'],
    ['an issue nobody knows', { moon: '1' }, {}, 'negotiations.issueUnknown'],
    ['a day to come', { rebate: '1' }, { day: '2199-01-01' }, 'negotiations.offerAhead'],
    ['an end before its day', { rebate: '1' }, { validUntil: '2020-01-01' }, 'negotiations.validTooEarly'],
    ['a draft of theirs', { rebate: '1' }, { side: 'them', draft: true }, 'negotiations.theirsIsNoDraft'],
    ['ten megabytes', { wording: '字'.repeat(4_000_000) }, {}, 'invalid'],
  ])('is refused with %s', async (_, values, more, code) => {
    const refused = await said(await aTable(), values, more)
    expect(refused.ok ? null : refused.refusal.code).toBe(code)
  })

  it('waits until the negotiation is prepared, and not after it is over', async () => {
    const table = await aTable({ state: 'planning' })
    expect(await refusalOf(recordOffer, table.keeper, { ...about(table), values: { rebate: '1' } })).toBe(
      'negotiations.at_planning',
    )
    expect(
      await refusalOf(recordOffer, table.keeper, { ...about(table), draft: true, values: { rebate: '1' } }),
    ).toBeNull()
    for (const state of ['suspended', 'agreedInPrinciple', 'closed']) {
      await owner()`update negotiations set state = ${state} where id = ${table.negotiationId}`
      const code = await refusalOf(recordOffer, table.keeper, { ...about(table), values: { rebate: '1' } })
      expect(code).toBe(`negotiations.at_${state}`)
    }
  })

  it('of whoever comes second in a round is refused with the first one’s values beside it, and then goes in', async () => {
    const table = await aTable()
    await offer(table, 'them', { rebate: '4', shelf: 'four' }, { version: 0 })
    const second = await said(table, { rebate: '1' }, { version: 0 })
    if (second.ok) throw new Error('was recorded')
    expect([second.refusal.code, second.refusal.params.version]).toEqual(['changedMeanwhile', 1])
    expect(second.refusal.sentence('zh-TW')).toContain('林怡君剛記錄了第 1 號提案')
    expect(second.refusal.fieldSentences('zh-TW')).toEqual({
      'values.rebate': '已被改為「4」。',
      'values.shelf': '同仁剛記錄的是「四期」。',
    })
    expect((await said(table, { rebate: '1' }, { version: 1 })).ok).toBe(true)
  })

  it('is for whoever serves the account, and does not exist for another company', async () => {
    const table = await aTable()
    const wish = { ...about(table), values: { rebate: '1' } }
    expect(await refusalOf(recordOffer, table.colleague, wish)).toBe('notAllowed')
    expect(await refusalOf(recordOffer, table.logistics, wish)).toBe('notAllowed')
    expect(await refusalOf(recordOffer, await newcomer('manager'), wish)).toBe('notFound')
  })
})

describe('a draft of ours', () => {
  it('goes to the check, back, is changed and sent; only then it answers theirs', async () => {
    const table = await aTable()
    const theirs = await offer(table, 'them', { rebate: '4' })
    const { offerId } = await offer(table, 'us', { rebate: '1' }, { draft: true })
    const { negotiationId, keeper } = table
    const step = (event: string) => done(stepOffer, keeper, { negotiationId, offerId, event })
    await done(changeOffer, keeper, { negotiationId, offerId, channel: 'mail', values: { rebate: '1.2' } })
    expect((await step('check')).state).toBe('internalCheck')
    expect(
      await refusalOf(changeOffer, keeper, { negotiationId, offerId, channel: 'mail', values: { rebate: '2' } }),
    ).toBe('negotiations.notADraft')
    expect((await step('revise')).state).toBe('draft')
    await step('check')
    expect(await stateOf(theirs.offerId)).toBe('received')
    expect((await step('send')).state).toBe('sent')
    expect(await stateOf(theirs.offerId)).toBe('countered')
  })

  it('is not sent unchecked, and past its last day not at all', async () => {
    const table = await aTable()
    const { negotiationId, keeper } = table
    const { offerId } = await offer(table, 'us', { rebate: '1' }, { draft: true, validUntil: today() })
    expect(await refusalOf(stepOffer, keeper, { negotiationId, offerId, event: 'send' })).toBe(
      'negotiations.offerAt_draft',
    )
    await done(stepOffer, keeper, { negotiationId, offerId, event: 'check' })
    await owner()`update negotiation_offers set valid_until = '2020-01-01' where id = ${offerId}`
    expect(await refusalOf(stepOffer, keeper, { negotiationId, offerId, event: 'send' })).toBe('negotiations.notYet')
  })

  it('that is sent after others were said comes after them, and is the one that can be accepted', async () => {
    const table = await aTable()
    const { negotiationId, keeper } = table
    const draft = await offer(table, 'us', { rebate: '1' }, { draft: true })
    const theirs = await offer(table, 'them', { rebate: '4' })
    const before = await offer(table, 'us', { rebate: '2', days: '60' })
    const step = (event: string) => done(stepOffer, keeper, { negotiationId, offerId: draft.offerId, event })
    await step('check')
    await step('send')
    const read = await ask(rounds, keeper, { negotiationId })
    expect(read.offers.map(({ id, number, round }) => [id, number, round])).toEqual([
      [theirs.offerId, 2, 1],
      [before.offerId, 3, 2],
      [draft.offerId, 4, 3],
    ])
    expect(read.offers.at(-1)?.cells.rebate).toMatchObject({ value: '1', way: 'down' })
    const accept = (offerId: string) =>
      refusalOf(acceptOffer, keeper, { negotiationId, offerId, relationshipRisk: '低' })
    expect(await accept(before.offerId)).toBe('negotiations.notYet')
    expect(await accept(draft.offerId)).toBeNull()
    const agreed = await owner()`
      select key, agreed_value from negotiation_issues where negotiation_id = ${negotiationId} and agreed_value is not null`
    expect(Object.fromEntries(agreed.map((row) => [row.key, row.agreed_value]))).toEqual({ rebate: '1', days: '60' })
  })

  it('that a colleague changed first is refused with what it says now beside each issue, and then goes in', async () => {
    const table = await aTable()
    const { negotiationId, keeper } = table
    const { offerId } = await offer(table, 'us', { rebate: '1', shelf: 'two' }, { draft: true })
    const change = (values: object, version?: number) =>
      perform(changeOffer, keeper, { negotiationId, offerId, channel: 'mail', values, version })
    const first = await change({ rebate: '1.2', shelf: 'four' }, 1)
    if (!first.ok) throw first.refusal
    expect(first.value.version).toBe(2)
    const second = await change({ rebate: '2', shelf: 'two' }, 1)
    if (second.ok) throw new Error('was changed')
    expect([second.refusal.code, second.refusal.params.version]).toEqual(['changedMeanwhile', 2])
    expect(second.refusal.sentence('zh-TW')).toContain('同仁剛修改了這份草稿')
    expect(second.refusal.fieldSentences('zh-TW')).toEqual({
      'values.rebate': '同仁剛記錄的是「1.2 %」。',
      'values.shelf': '同仁剛記錄的是「四期」。',
    })
    expect((await change({ rebate: '2', shelf: 'two' }, 2)).ok).toBe(true)
    expect((await change({ rebate: '2.5' })).ok).toBe(true)
  })
})

describe('an open offer', () => {
  it('is declined with a reason, or withdrawn, once', async () => {
    const table = await aTable()
    const { negotiationId, keeper } = table
    const { offerId } = await offer(table, 'them', { rebate: '4' })
    const decline = { negotiationId, offerId, event: 'decline' }
    expect(await refusalOf(stepOffer, keeper, decline)).toBe('negotiations.reasonMissing')
    await done(stepOffer, keeper, { ...decline, reason: '超過預算' })
    expect(await refusalOf(stepOffer, keeper, { negotiationId, offerId, event: 'withdraw' })).toBe(
      'negotiations.offerAt_declined',
    )
  })

  it('lapses after its last day, is told of two days before and on the day, and is issued again as a new one', async () => {
    const table = await aTable()
    const { negotiationId, keeper, workspace } = table
    const { offerId } = await offer(table, 'them', { rebate: '4' })
    await owner()`update negotiation_offers set valid_until = '2027-03-10', at = '2027-03-01' where id = ${offerId}`
    const job = workspaceActor(workspace.id)
    const watch = (day: string) => done(watchOffers, job, {}, noon(day))
    expect(await watch('2027-03-07')).toEqual({ lapsed: 0, told: 0 })
    expect(await watch('2027-03-08')).toEqual({ lapsed: 0, told: 1 })
    expect(await watch('2027-03-10')).toEqual({ lapsed: 0, told: 1 })
    await watch('2027-03-10')
    const read = await ask(rounds, keeper, { negotiationId }, noon('2027-03-11'))
    expect(read.offers[0]?.state).toBe('lapsed')
    expect(await watch('2027-03-11')).toEqual({ lapsed: 1, told: 1 })
    expect(await watch('2027-03-11')).toEqual({ lapsed: 0, told: 0 })
    const told = await owner()`select 1 from notifications where subject_id = ${offerId} and member_id = ${keeper.id}`
    expect(told).toHaveLength(3)
    const again = await done(reissueOffer, keeper, { negotiationId, offerId }, noon('2027-03-11'))
    expect(again).toMatchObject({ number: 2 })
    expect(await refusalOf(reissueOffer, keeper, { negotiationId, offerId: again.offerId })).toBe(
      'negotiations.notLapsed',
    )
  })

  it('is let lapse by nobody’s hand', async () => {
    const { manager } = await aTable({ mandate: false })
    expect(await refusalOf(watchOffers, manager, {})).toBe('notAllowed')
  })
})
