import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { decideRenewal } from '@/lib/modules/agreements/commands-decisions'
import { addObligation } from '@/lib/modules/agreements/commands-obligations'
import { nameClause } from '@/lib/modules/kpis/commands-clause'
import type { StationKind } from '@/lib/modules/threads/model'
import { thread } from '@/lib/modules/threads/queries'
import { owner, person } from '@/tests/people'
import { entered } from '../kpis/scene'
import { done, noon, refusalOf } from '../terms/scene'
import { aSignedThread, aThread } from './scene'

const now = noon('2026-12-01')
const along = async (actor: Actor, ref: object) => {
  const view = await ask(thread, actor, ref, now)
  return { ...view, at: (kind: StationKind) => view.stations.find((each) => each.kind === kind)?.knots ?? [] }
}
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error) => error.code,
  )

describe('the thread of a term', () => {
  it('leads from the agreed point over term and clause to the target and what came of it, each with day and person', async () => {
    const { keeper, issueId, kpiId } = await aSignedThread()
    await entered(keeper, kpiId, '2026-11', '91')
    const { at, red, name } = await along(keeper, { issueId })
    expect(name).toBe('年度回饋')
    expect(at('agreed')).toMatchObject([{ value: '2 %', day: '2025-12-01', by: '林怡君' }])
    expect(at('term')).toMatchObject([{ value: '2 %', wrong: null, day: '2026-01-01' }])
    expect(at('clause')).toMatchObject([{ value: '2 %', wrong: null, day: '2025-12-20', by: '林怡君' }])
    expect(at('owed')).toMatchObject([{ value: '≥ 95.0%' }])
    expect(at('actual')).toMatchObject([{ value: '91.0%', by: '林怡君', wrong: null }])
    expect(red).toBe(0)
  })

  it('is red before anybody signs where the clause says another value than was agreed', async () => {
    const { keeper, clauseId } = await aThread({ clause: '3 %' })
    const { at, red } = await along(keeper, { clauseId })
    expect(at('clause')).toMatchObject([{ value: '3 %', wrong: { why: 'differs', from: 'agreed', value: '2 %' } }])
    expect(red).toBe(1)
  })

  it('is red where the term says another value than was agreed', async () => {
    const { keeper, issueId } = await aThread()
    await owner()`update negotiation_issues set agreed_value = '"2.5"'::jsonb where id = ${issueId}`
    const { at } = await along(keeper, { issueId })
    expect(at('term')).toMatchObject([{ value: '2 %', wrong: { from: 'agreed', value: '2.5 %' } }])
  })

  it('is red where the target was missed', async () => {
    const { keeper, kpiId } = await aSignedThread()
    await entered(keeper, kpiId, '2026-11', '62')
    expect((await along(keeper, { kpiId })).at('actual')).toMatchObject([{ wrong: { why: 'missed' } }])
  })

  it('is red where something owed for the clause is overdue', async () => {
    const { keeper, agreementId, clauseKey } = await aSignedThread()
    const { obligationId } = await done(
      addObligation,
      keeper,
      {
        ...{ agreementId, clauseKey, party: 'us', kind: 'report', text: '每季回報貨架占比', ownerId: keeper.id },
        ...{ schedule: 'once', firstDueOn: '2026-03-31' },
      },
      noon('2026-01-05'),
    )
    const { at } = await along(keeper, { obligationId })
    expect(at('owed').at(-1)).toMatchObject({ about: '每季回報貨架占比', wrong: { why: 'overdue' } })
  })

  it('is the same from every station', async () => {
    const { keeper, issueId, versionId, clauseId, kpiId } = await aSignedThread()
    const refs = [{ issueId }, { versionId, termCode: 'annualRebate' }, { clauseId }, { kpiId }]
    const [first, ...others] = await Promise.all(refs.map((ref) => ask(thread, keeper, ref, now)))
    for (const other of others) expect(other).toEqual(first)
  })

  it('leads on to the talks that come after, and is opened from their point too', async () => {
    const { keeper, issueId, agreementId, clauseKey } = await aSignedThread()
    const carried = '年度回饋給 2 %，條件貨架占比 ≥ 95%；實績 91%'
    const points = [{ clauseKey, result: carried }]
    const about = { agreementId, decision: 'renegotiate', reason: '成本上升', results: '', points }
    const { negotiationId } = await done(decideRenewal, keeper, about, noon('2026-09-01'))
    const { at, stations } = await along(keeper, { issueId })
    expect(at('next')).toMatchObject([
      { href: `/negotiations/${negotiationId}/issues`, day: '2026-09-01', note: carried },
    ])
    const [point] = await owner()<{ id: string }[]>`
      select id from negotiation_issues where negotiation_id = ${negotiationId}`
    expect((await along(keeper, { issueId: point?.id })).stations).toEqual(stations)
  })

  it('says nothing of a confidential agreement to who may not read it', async () => {
    const { workspace, lead, issueId, kpiId, clauseId } = await aSignedThread({ confidential: 'true' })
    const other = await person('accountManager', workspace, { name: '外人', reportsTo: lead })
    const { at, filled } = await along(other, { issueId })
    expect([...at('clause'), ...at('owed'), ...at('actual'), ...at('next')]).toEqual([])
    expect(filled).toBe(3)
    expect(await codeOf(along(other, { kpiId }))).toBe('notFound')
    expect(await codeOf(along(other, { clauseId }))).toBe('notFound')
  })

  it('looks to them as one where nothing was written down', async () => {
    const scene = await aSignedThread({ confidential: 'true' })
    const outside = await person('accountManager', scene.workspace, { name: '外人', reportsTo: scene.lead })
    const hidden = await along(outside, { issueId: scene.issueId })
    await owner()`update agreements set archived_at = now() where id = ${scene.agreementId}`
    const empty = await along(scene.keeper, { issueId: scene.issueId })
    expect(hidden.stations).toEqual(empty.stations)
    expect([hidden.name, hidden.red, hidden.filled]).toEqual([empty.name, empty.red, empty.filled])
  })

  it('does not exist in another workspace, and begins nowhere without a station', async () => {
    const { issueId } = await aThread()
    const { keeper } = await aThread()
    expect(await codeOf(along(keeper, { issueId }))).toBe('notFound')
    expect(await codeOf(along(keeper, {}))).toBe('notFound')
  })
})

describe('the clause of a KPI', () => {
  it('can be named and taken back after signing, by those who edit the account, among the clauses there are', async () => {
    const { keeper, colleague, kpiId, clauseKey } = await aSignedThread()
    await done(nameClause, keeper, { kpiId, clauseKey: '' })
    expect((await along(keeper, { kpiId })).at('clause')).toEqual([])
    expect(await refusalOf(nameClause, keeper, { kpiId, clauseKey: 'x' })).toBe('kpis.clauseUnknown')
    expect(await refusalOf(nameClause, colleague, { kpiId, clauseKey })).toBe('notAllowed')
    const { keeper: foreign } = await aThread()
    expect(await refusalOf(nameClause, foreign, { kpiId, clauseKey })).toBe('notFound')
    await done(nameClause, keeper, { kpiId, clauseKey })
    expect((await along(keeper, { kpiId })).at('clause')).toHaveLength(1)
  })
})
