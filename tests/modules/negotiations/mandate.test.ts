import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { run, runOfSubject } from '@/lib/modules/approvals/queries-desk'
import { addIssue, editIssue, removeIssue } from '@/lib/modules/negotiations/commands-issues'
import { askMandate, withdrawMandate } from '@/lib/modules/negotiations/commands-mandate'
import { recordOffer } from '@/lib/modules/negotiations/commands-offers'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { analysis } from '@/lib/modules/negotiations/queries-analysis'
import { findNegotiation } from '@/lib/modules/negotiations/queries-held'
import { findMandate } from '@/lib/modules/negotiations/queries-mandate'
import { rounds } from '@/lib/modules/negotiations/queries-rounds'
import { standing } from '@/lib/modules/negotiations/queries-standing'
import { findTable } from '@/lib/modules/negotiations/queries-table'
import {
  beyondMandate,
  extendedFor,
  isAsOffered,
  limitsOf,
  offeredIn,
  plainLimits,
  withExtensions,
} from '@/lib/modules/negotiations/rules-mandate'
import { newcomer, owner } from '@/tests/people'
import { consent, done, noon, refusalOf, startDay } from '../terms/scene'
import { aScene } from './scene'
import { putInState } from './standing'

const now = noon(startDay)
const validUntil = '2026-12-31'

async function scored() {
  const scene = await aScene()
  const { keeper, negotiationId } = scene
  const { issueId: days } = await done(addIssue, keeper, { negotiationId, termCode: 'paymentDays' })
  const { issueId: sole } = await done(addIssue, keeper, { negotiationId, name: '獨家供應', kind: 'boolean' })
  const worth = (limit: string) => ({
    negotiationId,
    stakes: [
      { issueId: days, version: 99, target: '45', limit, weight: '70' },
      { issueId: sole, version: 99, wanted: 'no', required: 'on', weight: '30' },
    ],
  })
  await done(setStakes, keeper, { ...worth('60'), version: 0 })
  const sheet = async () => {
    const [row] =
      await owner()`select sum(version)::int as sum from negotiation_stakes where negotiation_id = ${negotiationId}`
    return row?.sum as number
  }
  const setLimit = async (limit: string) => done(setStakes, keeper, { ...worth(limit), version: await sheet() }, now)
  const stands = (actor: Actor, at = now) =>
    inTransaction(actor, 'read only', async (tx) => {
      const look = { tx, actor, now: at }
      const { negotiation } = await findNegotiation(look, negotiationId)
      return findMandate(look, negotiationId, await findTable(look, negotiation))
    })
  const decides = async (actor: Actor, decision = 'approve') => {
    const { runId } = await stands(keeper)
    const { contentHash } = await ask(run, actor, { runId: runId ?? '' }, now)
    return done(decide, actor, { runId, decision, contentHash, comment: '請再談' }, now)
  }
  const asks = (more: object = {}) =>
    done(askMandate, keeper, { negotiationId, validUntil, reason: '年度談判', ...more }, now)
  return { ...scene, days, sole, setLimit, stands, decides, asks }
}

describe('a mandate', () => {
  it('is asked for with every limit in words, and covers once it is approved', async () => {
    const { keeper, lead, stands, asks, decides } = await scored()
    expect((await stands(keeper)).state).toBe('none')
    const { mandateId } = await asks()
    expect(await stands(keeper)).toMatchObject({ state: 'asked', coversNow: false, waitsFor: ['蔡淑芬'] })
    const seen = await ask(runOfSubject, lead, { subjectKind: 'negotiationMandate', subjectId: mandateId }, now)
    expect(seen?.lines.map(({ label, now: said }) => [label, said])).toEqual([
      ['月結天數', '最多 60 天'],
      ['獨家供應', '必須為「否」'],
      ['有效期限', validUntil],
    ])
    await decides(lead)
    expect(await stands(keeper)).toMatchObject({ state: 'approved', coversNow: true, number: 1, validUntil })
    expect((await stands(keeper)).limits).toEqual({
      paymentDays: { kind: 'numeric', limit: '60', atLeast: false },
      獨家供應: { kind: 'boolean', must: false },
    })
  })

  it('covers no more when a limit changes, when an issue goes, and after its last day', async () => {
    const { keeper, lead, sole, stands, asks, decides, setLimit } = await scored()
    await asks()
    await decides(lead)
    await setLimit('75')
    expect(await stands(keeper)).toMatchObject({ state: 'stale', coversNow: false })
    await setLimit('60')
    expect(await stands(keeper)).toMatchObject({ state: 'approved', coversNow: true })
    expect(await stands(keeper, noon('2027-01-01'))).toMatchObject({ state: 'expired', coversNow: false })
    await done(removeIssue, keeper, { issueId: sole }, now)
    expect(await stands(keeper)).toMatchObject({ state: 'stale', coversNow: false })
  })

  it('whose limits changed since makes nothing ready, until they are as approved', async () => {
    const { keeper, lead, negotiationId, setLimit, asks, decides } = await scored()
    await asks()
    await decides(lead)
    const isMissing = async () =>
      (await ask(standing, keeper, { negotiationId }, now)).unmet.some(({ guard }) => guard === 'mandateApproved')
    expect(await isMissing()).toBe(false)
    await setLimit('75')
    expect(await isMissing()).toBe(true)
    await setLimit('60')
    expect(await isMissing()).toBe(false)
  })

  it('that waits goes on waiting with the limits as they are now', async () => {
    const { keeper, lead, stands, asks, setLimit, negotiationId } = await scored()
    await asks()
    await setLimit('75')
    const { runId } = await stands(keeper)
    const seen = await ask(run, lead, { runId: runId ?? '' }, now)
    expect(seen.lines[0]?.now).toBe('最多 75 天')
    await asks({ reason: '再說一次' })
    expect(await stands(keeper)).toMatchObject({ number: 1, state: 'asked' })
    await done(withdrawMandate, keeper, { negotiationId }, now)
    expect((await stands(keeper)).state).toBe('withdrawn')
    expect(await refusalOf(withdrawMandate, keeper, { negotiationId }, now)).toBe('negotiations.nothingAsked')
  })

  it('is refused while issues cannot be scored, beside each field, and for a day that is over', async () => {
    const { keeper, negotiationId, asks, setLimit } = await scored()
    expect(await refusalOf(askMandate, keeper, { negotiationId, validUntil: '2026-11-01' }, now)).toBe(
      'negotiations.validUntilPast',
    )
    await done(addIssue, keeper, { negotiationId, name: '陳列', kind: 'ordinal' }, now)
    const refused = await perform(askMandate, keeper, { negotiationId, validUntil }, { now })
    expect(
      refused.ok ? null : Object.entries(refused.refusal.fields).map(([field, { code }]) => [field, code]),
    ).toEqual([
      ['issues.2.weight', 'weightMissing'],
      ['issues.2.options', 'optionsMissing'],
    ])
    await expect(asks()).rejects.toThrow('issueInvalid')
    await setLimit('70')
  })

  it('is taken back when the limits cannot be scored any more', async () => {
    const { keeper, negotiationId, stands, asks } = await scored()
    await asks()
    await done(addIssue, keeper, { negotiationId, name: '陳列', kind: 'boolean' }, now)
    expect((await stands(keeper)).state).toBe('withdrawn')
  })

  it('is extended for one offer beyond it, and for nothing else', async () => {
    const { keeper, lead, accountId, negotiationId, stands, asks, decides } = await scored()
    await asks()
    await decides(lead)
    const sql = owner()
    const offer = async (number: number, values: object) => {
      const id = crypto.randomUUID()
      await sql`insert into negotiation_offers ${sql({
        workspace_id: keeper.workspaceId,
        id,
        negotiation_id: negotiationId,
        account_id: accountId,
        number,
        round: 1,
        side: 'them',
        at: now,
        channel: 'call',
        values: sql.json(values as never),
        state: 'received',
        recorded_by: keeper.id,
      })}`
      return id
    }
    const inside = await offer(1, { paymentDays: '50' })
    expect(await refusalOf(askMandate, keeper, { negotiationId, validUntil, offerId: inside }, now)).toBe(
      'negotiations.offerInside',
    )
    const beyond = await offer(2, { paymentDays: '75' })
    await asks({ offerId: beyond })
    expect(await stands(keeper)).toMatchObject({ number: 2, state: 'asked', coversNow: true, forOffer: true })
    await decides(lead)
    const { limits } = await stands(keeper)
    expect(beyondMandate(limits ?? {}, { paymentDays: '75' })).toEqual([])
    expect(beyondMandate(limits ?? {}, { paymentDays: '80', 獨家供應: true })).toEqual(['paymentDays', '獨家供應'])
    expect(await refusalOf(askMandate, keeper, { negotiationId, validUntil, offerId: crypto.randomUUID() }, now)).toBe(
      'notFound',
    )
  })

  it('binds nothing where all is agreed in words, and covers all the same', async () => {
    const { keeper, lead, negotiationId } = await aScene()
    const { issueId } = await done(addIssue, keeper, { negotiationId, name: '退貨文字', kind: 'text' })
    await done(setStakes, keeper, { negotiationId, stakes: [{ issueId, version: 0, target: '依原約' }] })
    const { mandateId } = await done(askMandate, keeper, { negotiationId, validUntil: '2099-12-31' })
    await consent(mandateId, [lead], new Date())
    const { unmet } = await ask(standing, keeper, { negotiationId })
    expect(unmet.map(({ guard }) => guard)).not.toContain('mandateApproved')
    await putInState(negotiationId, 'open')
    const { offerId } = await done(recordOffer, keeper, {
      negotiationId,
      side: 'them',
      channel: 'meeting',
      values: { 退貨文字: '依新約' },
    })
    const { offers } = await ask(rounds, keeper, { negotiationId })
    expect(offers.find(({ id }) => id === offerId)?.check).toMatchObject({ outside: false })
    const view = await ask(analysis, keeper, { negotiationId })
    expect(view).toMatchObject({ studied: null, gaps: [{ key: null, code: 'nothingScored' }] })
  })

  it('does not cover an answer of another kind than the one that was consented to', async () => {
    const { keeper, lead, days, sole, negotiationId, asks, decides } = await scored()
    await asks()
    await decides(lead)
    const options = [{ label: 'monthly' }, { label: 'weekly' }]
    await done(editIssue, keeper, { issueId: days, name: '月結天數', kind: 'ordinal', options }, now)
    await done(editIssue, keeper, { issueId: sole, name: '獨家供應', kind: 'ordinal', options }, now)
    await putInState(negotiationId, 'open')
    const values = { paymentDays: 'monthly', 獨家供應: 'weekly' }
    const said = { negotiationId, side: 'them', channel: 'meeting', values }
    const { offerId } = await done(recordOffer, keeper, said, now)
    const { offers } = await ask(rounds, keeper, { negotiationId }, now)
    expect(offers.find(({ id }) => id === offerId)?.check).toMatchObject({
      outside: true,
      breaches: ['paymentDays', '獨家供應'],
    })
  })

  it('is read by the group and by those who are asked, and asked for by the group alone', async () => {
    const { keeper, manager, lead, colleague, negotiationId, stands, asks } = await scored()
    await asks()
    const { runId } = await stands(keeper)
    expect((await stands(lead)).limits).not.toBeNull()
    const table = await inTransaction(lead, 'read only', async (tx) => {
      const look = { tx, actor: lead, now }
      return findTable(look, (await findNegotiation(look, negotiationId)).negotiation)
    })
    expect(table.lines?.[0]?.stake?.limit).toBe('60')
    for (const actor of [manager, colleague]) {
      expect(await stands(actor)).toMatchObject({ state: 'asked', limits: null, reason: null })
      await expect(ask(run, actor, { runId: runId ?? '' }, now)).rejects.toMatchObject({ code: 'notFound' })
      for (const command of [askMandate, withdrawMandate])
        expect(
          await refusalOf(
            command as never,
            actor,
            { negotiationId, ...(command === askMandate ? { validUntil } : {}) },
            now,
          ),
        ).toBe('notAllowed')
    }
    expect(await refusalOf(withdrawMandate, await newcomer('manager'), { negotiationId }, now)).toBe('notFound')
  })
})

describe('how far the stakes let us go', () => {
  const issues = [
    { key: 'rebate', weight: '1', scale: { kind: 'numeric', target: '5', limit: '3' } },
    {
      key: 'shelf',
      weight: '1',
      scale: {
        kind: 'ordinal',
        target: null,
        limit: 'two',
        options: [
          { key: 'one', points: '0' },
          { key: 'two', points: '40' },
          { key: 'four', points: '90' },
        ],
      },
    },
    { key: 'sole', weight: '0', scale: { kind: 'boolean', wanted: true, required: false } },
    { key: 'words', weight: '0', scale: { kind: 'text' } },
  ] as const

  it('follows from limit and target, not from the order of the issues', () => {
    const limits = limitsOf(issues)
    expect(limits).toEqual({
      rebate: { kind: 'numeric', limit: '3', atLeast: true },
      shelf: { kind: 'ordinal', allowed: ['four', 'two'] },
      sole: { kind: 'boolean', must: null },
    })
    expect(JSON.stringify(limitsOf(issues.toReversed()))).toBe(JSON.stringify(limits))
    expect(beyondMandate(limits, { rebate: '3.00', shelf: 'one', sole: false, words: '隨便' })).toEqual(['shelf'])
    expect(beyondMandate(extendedFor(limits, { shelf: 'one', rebate: '2' }), { shelf: 'one', rebate: '2.0' })).toEqual(
      [],
    )
  })

  it('is widened below a floor for exactly what the offer says, words too, and goes on so while limits change', () => {
    const limits = limitsOf(issues)
    const offered = { rebate: '4', words: '依原文' }
    const asked = offeredIn(limits, offered)
    expect(isAsOffered(asked, { words: '依原文 ', rebate: '4.0' })).toBe(true)
    for (const other of [
      { rebate: '4' },
      { ...offered, rebate: '4.5' },
      { ...offered, sole: true },
      { rebate: 'four' },
    ])
      expect(isAsOffered(asked, other)).toBe(false)
    expect(isAsOffered(limits, offered)).toBe(false)
    expect(plainLimits(asked)).toEqual(limits)
    expect(isAsOffered(withExtensions(limits, asked), offered)).toBe(true)
    const another = { ...limits, rebate: { kind: 'ordinal', allowed: ['four'] } } as const
    expect(withExtensions(another, extendedFor(limits, { rebate: '2' }))).toEqual(another)
  })
})
