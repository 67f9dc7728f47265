import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ask } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { setCost } from '@/lib/modules/products/commands-costs'
import { agree, cancel, plan, remind, settle } from '@/lib/modules/promotions/commands'
import { decide, keepSales, recordResult } from '@/lib/modules/promotions/commands-results'
import { evidence } from '@/lib/modules/promotions/evidence'
import { remindResults } from '@/lib/modules/promotions/jobs'
import { may } from '@/lib/modules/promotions/manifest'
import { overduePromotions } from '@/lib/modules/promotions/queries'
import { record } from '@/lib/modules/promotions/queries-record'
import { owner } from '@/tests/people'
import { anAccount, codeOf, done, refused } from '../accounts/scene'
import { aProduct } from '../products/scene'
import { aSale } from '../sales/scene'
import { afterwards, aPlanner, beforehand, costs } from './scene'

describe('the sales around a promotion', () => {
  it('are as long a time before and after as in store, in base units, of its clients and products only', async () => {
    const { mine, lead, accountId, planned, sold } = await aPlanner()
    const promotionId = await planned({ storeTo: '2026-10-18' })
    for (const [day, units] of [
      ['2026-09-20', '900'],
      ['2026-09-21', '10'],
      ['2026-10-04', '20'],
      ['2026-10-05', '100'],
      ['2026-10-18', '50.5'],
      ['2026-10-19', '7'],
      ['2026-11-01', '3'],
      ['2026-11-02', '800'],
    ] as const)
      await sold(day, units)
    await aSale(lead, accountId, '2026-10-06', [{ productId: await aProduct(lead), quantity: '999' }])
    const { around } = await ask(record, mine, { promotionId }, afterwards)
    expect(around.parts.map(({ name, from, to, units, over }) => [name, from, to, units, over])).toEqual([
      ['before', '2026-09-21', '2026-10-04', '30', true],
      ['during', '2026-10-05', '2026-10-18', '150.5', true],
      ['after', '2026-10-19', '2026-11-01', '10', true],
    ])
    expect(around.parts[1].weeks.map(({ units }) => units)).toEqual(['100', '50.5'])
    const midway = await ask(record, mine, { promotionId }, new Date('2026-10-10T02:00:00Z'))
    expect(midway.around.parts.map(({ over }) => over)).toEqual([true, false, false])
  })

  it('say what an ordinary week sells by the weeks before that had no other promotion, unless it is typed', async () => {
    const { mine, planned, sold } = await aPlanner()
    await sold('2026-08-12', '280')
    await sold('2026-09-28', '400')
    await planned({ title: '前一檔', storeFrom: '2026-09-21', storeTo: '2026-10-04' })
    const promotionId = await planned({ baselineWeeks: '8' })
    const baseline = async (id: string) => (await ask(record, mine, { promotionId: id }, afterwards)).around.baseline
    expect(await baseline(promotionId)).toMatchObject({ from: '2026-08-10', days: 42, weekly: '46.6667', typed: false })
    const typed = { title: '估', baselineMethod: 'typed', baselineTyped: '55.5', despiteOverlap: 'true' }
    expect(await baseline(await planned(typed))).toMatchObject({ weekly: '55.5', typed: true })
  })
})

describe('the result of a promotion', () => {
  it('is read from the sales records where nothing is typed, keeps them, and is worked out by M01', async () => {
    const { mine, planned, sold } = await aPlanner()
    await sold('2026-08-12', '8000')
    await sold('2026-10-10', '6200')
    const promotionId = await planned()
    await done(recordResult, mine, { promotionId, ...costs, cannibalised: '300', pulledForward: '250' }, afterwards)
    const known = await ask(record, mine, { promotionId }, afterwards)
    expect(known.result).toMatchObject({
      weeks: '4',
      weeklyBaseline: '1000',
      baseline: '4000',
      liftPct: '55',
      netIncremental: '1650',
      investment: '133000',
      recordedOn: '2026-11-22',
    })
    expect(known.snapshots).toMatchObject([{ readOn: '2026-11-22', during: '6200', after: null }])
    await done(recordResult, mine, { promotionId, actualUnits: '6000', weeklyBaseline: '1500' }, afterwards)
    expect((await ask(record, mine, { promotionId }, afterwards)).result).toMatchObject({
      liftPct: '0',
      investment: '0',
    })
  })

  it('is asked for after the last day only, and typed when the records say nothing', async () => {
    const { mine, other, assistant, stranger, planned } = await aPlanner()
    const promotionId = await planned()
    const typed = { promotionId, actualUnits: '10', weeklyBaseline: '0' }
    expect(await codeOf(recordResult, mine, typed, new Date('2026-11-01T02:00:00Z'))).toBe('promotions.notEnded')
    expect((await refused(recordResult, mine, { promotionId }, afterwards)).fields).toHaveProperty('actualUnits')
    expect(await codeOf(recordResult, other, typed, afterwards)).toBe('promotions.accountsNotYours')
    expect(await codeOf(recordResult, assistant, typed, afterwards)).toBe('notAllowed')
    expect(await codeOf(recordResult, stranger, typed, afterwards)).toBe('notFound')
    await done(recordResult, mine, typed, afterwards)
    expect((await ask(record, mine, { promotionId }, afterwards)).result).toMatchObject({
      baseline: '0',
      liftPct: null,
    })
  })

  it('tells what units contribute, and what follows, to those who may see margins only', async () => {
    const { mine, lead, productId, planned, sold } = await aPlanner()
    await done(setCost, lead, { productId, validFrom: '2026-01-01', cost: '61.7', currency: 'TWD' })
    await sold('2026-09-10', '80')
    await sold('2026-10-10', '100', '85')
    const promotionId = await planned()
    await done(recordResult, mine, { promotionId, ...costs, unitContribution: '99' }, afterwards)
    const [seen, hidden] = [
      await ask(record, lead, { promotionId }, afterwards),
      await ask(record, mine, { promotionId }, afterwards),
    ]
    expect(seen.result).toMatchObject({ unitContribution: '38.3', profit: '-39202', liftPct: '150' })
    expect(hidden.result).toMatchObject({ unitContribution: null, profit: null, roi: null, liftPct: '150' })
    expect(JSON.stringify(hidden)).not.toMatch(/38\.3|39202/)
    await done(recordResult, lead, { promotionId, ...costs, unitContribution: '60' }, afterwards)
    expect((await ask(record, lead, { promotionId }, afterwards)).result?.unitContribution).toBe('60')
  })
})

describe('the direction of a promotion', () => {
  it('follows from a result, cites sales or promotions, and makes a settled promotion evaluated', async () => {
    const { mine, lead, planned, sold } = await aPlanner()
    await sold('2026-09-10', '80')
    await sold('2026-10-10', '100')
    const promotionId = await planned()
    const earlier = await planned({ title: '上一檔', storeFrom: '2026-06-01', storeTo: '2026-06-14' })
    const { id: snapshotId } = await done(keepSales, mine, { promotionId }, afterwards)
    const said = { promotionId, decision: 'change', reason: '折讓太深', reviewOn: '2027-01-05' }
    const citations = [
      { snapshotId, stance: 'supports' },
      { citedPromotionId: earlier, stance: 'contradicts' },
      { citedPromotionId: promotionId, stance: '' },
    ]
    const code = (more: object) => codeOf(decide, mine, { ...said, citations, ...more }, afterwards)
    expect(await code({})).toBe('promotions.resultMissing')
    await done(recordResult, mine, { promotionId, ...costs }, afterwards)
    expect(await code({ citations: [] })).toBe('promotions.citationMissing')
    expect(await code({ citations: [{ stance: 'supports' }] })).toBe('promotions.citationUnclear')
    expect(await code({ citations: [citations[0], citations[0]] })).toBe('promotions.citationTwice')
    const unknown = [{ snapshotId: crypto.randomUUID(), stance: 'supports' }]
    expect(await code({ citations: unknown })).toBe('promotions.citationUnknown')
    expect(await code({ reviewOn: '2026-11-21' })).toBe('promotions.reviewPassed')
    expect(await code({ reason: ' ' })).toBe('invalid')
    await done(decide, lead, { ...said, citations }, afterwards)
    const known = await ask(record, mine, { promotionId }, afterwards)
    expect(known.directions).toMatchObject([
      {
        decision: 'change',
        decidedBy: lead.name,
        citations: [
          { stance: 'supports', snapshotOn: '2026-11-22' },
          { stance: 'contradicts', title: '上一檔' },
        ],
      },
    ])
    expect(known.state).toBe('planned')
    await done(agree, mine, { promotionId, agreedNote: '同意' }, beforehand)
    await done(settle, mine, { promotionId, settledCost: '1', proofNote: '相簿' }, afterwards)
    expect((await ask(record, mine, { promotionId }, afterwards)).state).toBe('evaluated')
  })

  it('cannot cite what another workspace has, or what one may not see', async () => {
    const { mine, manager, wish, planned } = await aPlanner()
    const theirs = await aPlanner()
    const promotionId = await planned()
    await done(recordResult, mine, { promotionId, actualUnits: '1', weeklyBaseline: '1' }, afterwards)
    const cite = (citedPromotionId: string) =>
      codeOf(
        decide,
        mine,
        { promotionId, decision: 'stop', reason: '無增量', citations: [{ citedPromotionId, stance: 'supports' }] },
        afterwards,
      )
    expect(await cite(await theirs.planned())).toBe('promotions.citationUnknown')
    const secret = await anAccount(manager, { name: '密件', restricted: 'true' })
    const hidden = await done(plan, manager, { ...wish, accountIds: [secret] })
    expect(await cite(hidden.id)).toBe('promotions.citationUnknown')
  })

  it('is evidence of KRM-2.3 for whoever decided', async () => {
    const { mine, lead, accountId, planned } = await aPlanner()
    const promotionId = await planned()
    const shown = query({
      name: 'promotions.evidenceForTest',
      permission: may.see,
      input: z.strictObject({}),
      run: async (look) => evidence[0]?.run(look, { accountId, memberId: lead.id }) ?? [],
    })
    await done(recordResult, mine, { promotionId, actualUnits: '1', weeklyBaseline: '1' }, afterwards)
    expect(await ask(shown, mine, {})).toEqual([])
    const citations = [{ citedPromotionId: promotionId, stance: 'supports' }]
    const said = { promotionId, decision: 'stop', reason: '沒有增量', citations }
    const { directionId } = await done(decide, lead, said, afterwards)
    const row = { indicator: 'KRM-2.3', memberId: lead.id, subjectKind: 'promotionDirection' }
    expect(await ask(shown, mine, {})).toEqual([{ ...row, subjectId: directionId, day: '2026-11-22' }])
  })
})

describe('promotions without a result', () => {
  it('stand with their owner, and on the desk of the lead and of managers, the longest waiting first', async () => {
    const { mine, lead, other, manager, stranger, planned } = await aPlanner()
    const first = await planned({ title: '九月檔', storeFrom: '2026-09-01', storeTo: '2026-09-28' })
    const second = await planned()
    const cancelled = await planned({ title: '取消', storeFrom: '2026-08-01', storeTo: '2026-08-10' })
    await done(cancel, mine, { promotionId: cancelled, because: '缺貨' })
    const waiting = async (actor: typeof mine, team: boolean, now = afterwards) =>
      (await ask(overduePromotions, actor, { team: String(team) }, now)).map(({ id, endedDays }) => [id, endedDays])
    const both = [
      [first, 55],
      [second, 21],
    ]
    expect(await waiting(mine, false)).toEqual(both)
    for (const actor of [lead, manager]) expect(await waiting(actor, true)).toEqual(both)
    for (const actor of [lead, other]) expect(await waiting(actor, false)).toEqual([])
    for (const actor of [other, stranger]) expect(await waiting(actor, true)).toEqual([])
    expect(await waiting(mine, false, new Date('2026-11-01T02:00:00Z'))).toEqual([[first, 34]])
    await done(recordResult, mine, { promotionId: first, actualUnits: '1', weeklyBaseline: '1' }, afterwards)
    expect(await waiting(mine, false)).toEqual([[second, 21]])
  })

  it('remind their owner two and three weeks after the end, once each, and no more once the result is there', async () => {
    const { mine, manager, planned } = await aPlanner()
    const promotionId = await planned()
    const run = (now: string) =>
      remindResults.run({ workspaceId: mine.workspaceId, now: new Date(now), jobId: crypto.randomUUID(), input: {} })
    const told = async () =>
      owner()`select read_at is not null as read, text->>'zh-TW' as text from notifications
        where workspace_id = ${mine.workspaceId} and member_id = ${mine.id} order by created_at`
    await run('2026-11-14T00:00:00Z')
    expect(await told()).toHaveLength(0)
    await run('2026-11-15T00:00:00Z')
    await run('2026-11-15T01:00:00Z')
    await run('2026-11-22T00:00:00Z')
    expect((await told()).map(({ text }) => text)).toEqual([
      '「週年慶 DM」已結束 14 天，尚未登記成果。',
      '「週年慶 DM」已結束 21 天，尚未登記成果。',
    ])
    expect(await codeOf(remind, manager, { promotionIds: [promotionId] })).toBe('notAllowed')
    await done(recordResult, mine, { promotionId, actualUnits: '1', weeklyBaseline: '1' }, afterwards)
    expect((await told()).map(({ read }) => read)).toEqual([true, true])
  })
})
