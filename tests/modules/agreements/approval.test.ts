import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { draft, setFacts } from '@/lib/modules/agreements/commands'
import { submit, takeBack } from '@/lib/modules/agreements/commands-approval'
import { addClause, editClause } from '@/lib/modules/agreements/commands-clauses'
import { approval } from '@/lib/modules/agreements/queries-approval'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { setSecondApprover } from '@/lib/modules/approvals/commands-policies'
import { runOfSubject } from '@/lib/modules/approvals/queries-desk'
import { newcomer, person } from '@/tests/people'
import { consent, done, refusalOf } from '../terms/scene'
import {
  annual,
  annualFacts,
  approvedDraft,
  aScene,
  contentHashOf,
  drafted,
  look,
  payment,
  settled,
  submitted,
} from './scene'

const price = { heading: '價格', body: '依價目表九五折。', aspect: 'price' }
const subjectKind = 'agreementVersion'

/** A complete draft with a clause about price and one about credit, submitted. */
async function aSubmitted() {
  const scene = await aScene()
  const { keeper, agreementVersionId } = scene
  await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰食品股份有限公司' }, drafted)
  await done(addClause, keeper, { agreementVersionId, ...price }, drafted)
  await done(addClause, keeper, { agreementVersionId, ...payment }, drafted)
  await submitted(keeper, scene)
  return scene
}

const runOf = async (actor: Actor, subjectId: string) => {
  const run = await ask(runOfSubject, actor, { subjectKind, subjectId }, drafted)
  if (!run) throw new Error('never submitted')
  return run
}
const decideOn = (actor: Actor, run: { id: string; contentHash: string }, decision = 'approve', comment = '') =>
  perform(decide, actor, { runId: run.id, contentHash: run.contentHash, decision, comment }, { now: drafted })
const clauseAbout = async (actor: Actor, agreementId: string, heading: string) => {
  const clause = (await look(actor, agreementId)).latest.clauses.find((each) => each.heading === heading)
  if (!clause) throw new Error(heading)
  return clause
}
const waiting = async (actor: Actor, id: string) =>
  (await runOf(actor, id)).steps
    .filter(({ state }) => state === 'open')
    .flatMap(({ seats }) => seats.map(({ holderName }) => holderName))
    .sort()

describe('submitting an agreement', () => {
  it('is refused with everything that is missing named, and nothing moves', async () => {
    const { keeper, agreementId, agreementVersionId } = await aScene()
    const contentHash = await contentHashOf(keeper, agreementId)
    const result = await perform(submit, keeper, { agreementVersionId, contentHash }, { now: drafted })
    expect(result.ok ? [] : Object.keys(result.refusal.fields)).toEqual(['partiesGiven', 'documentPresent'])
    expect((await look(keeper, agreementId)).state).toBe('draft')
    const { unmet } = await ask(approval, keeper, { agreementId }, drafted)
    expect(unmet).toEqual(['partiesGiven', 'documentPresent'])
  })

  it('is refused while a variable still stands in the text instead of its value', async () => {
    const { keeper, agreementId, agreementVersionId } = await aScene()
    await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰食品股份有限公司' }, drafted)
    const credit = { heading: '信用額度', body: '額度為 {{term.creditLimit}}。', aspect: 'credit' }
    await done(addClause, keeper, { agreementVersionId, ...credit }, drafted)
    expect((await ask(approval, keeper, { agreementId }, drafted)).unmet).toEqual(['textFilled'])
    const contentHash = await contentHashOf(keeper, agreementId)
    expect(await refusalOf(submit, keeper, { agreementVersionId, contentHash }, drafted)).toBe('agreements.textFilled')
    const clause = await clauseAbout(keeper, agreementId, '信用額度')
    await done(
      editClause,
      keeper,
      { clauseId: clause.id, version: clause.version, ...credit, body: '額度為新臺幣五百萬元。' },
      drafted,
    )
    expect((await ask(approval, keeper, { agreementId }, drafted)).unmet).toEqual([])
  })

  it('asks whoever answers for each aspect that is touched, and nobody else', async () => {
    const { keeper, agreementId, agreementVersionId } = await aSubmitted()
    expect(await look(keeper, agreementId)).toMatchObject({ state: 'internalReview', mayDraft: false })
    expect(await waiting(keeper, agreementVersionId)).toEqual(['劉建宏', '許文雄', '許文雄', '許文雄', '蔡淑芬'].sort())
    expect((await ask(approval, keeper, { agreementId }, drafted)).touched).toEqual(['price', 'credit', 'legal'])
  })

  it('asks nobody who wrote any of it, though another presses submit', async () => {
    const scene = await aScene()
    const { workspace, keeper, lead, manager, agreementId, agreementVersionId } = scene
    const director = await person('manager', workspace, { name: '周董事' })
    await done(setSecondApprover, manager, { secondApproverId: director.id }, drafted)
    await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰' }, drafted)
    await done(addClause, keeper, { agreementVersionId, ...price }, drafted)
    const { id: clauseId } = await clauseAbout(keeper, agreementId, '價格')
    await done(editClause, manager, { clauseId, ...price, body: '依價目表七折。' }, drafted)
    await submitted(keeper, scene)
    expect(await waiting(keeper, agreementVersionId)).not.toContain(manager.name)
    const run = await runOf(manager, agreementVersionId)
    expect(await decideOn(manager, run)).toMatchObject({ ok: false, refusal: { code: 'approvals.ownSubmission' } })
    expect((await decideOn(lead, run)).ok).toBe(true)
  })

  it('asks no drafter of it, though another presses submit', async () => {
    const scene = await aScene()
    const { keeper, lead, manager, accountId } = scene
    const { agreementId } = await done(draft, lead, { accountId, ...annual, title: '促銷合約' }, drafted)
    const agreementVersionId = (await look(keeper, agreementId)).latest.id
    await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰' }, drafted)
    await done(addClause, keeper, { agreementVersionId, ...price }, drafted)
    await submitted(keeper, { agreementId, agreementVersionId })
    expect(new Set(await waiting(keeper, agreementVersionId))).toEqual(new Set([manager.name]))
  })

  it('names in its lines exactly the aspects that the rules say are touched', async () => {
    const { keeper, agreementId, agreementVersionId } = await aSubmitted()
    const { lines } = await runOf(keeper, agreementVersionId)
    const { touched } = await ask(approval, keeper, { agreementId }, drafted)
    expect(new Set(lines.map(({ aspect }) => aspect))).toEqual(new Set(touched))
    expect(lines.map(({ label }) => label)).toEqual(['當事人', '期間、續約與通知', '價格', '付款'])
  })

  it('is for those who serve the account, on what they have seen, and not for another company', async () => {
    const scene = await aScene()
    const { keeper, colleague, legal, agreementId, agreementVersionId } = scene
    await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰' }, drafted)
    const stale = await contentHashOf(keeper, agreementId)
    await done(addClause, keeper, { agreementVersionId, ...price }, drafted)
    expect(await refusalOf(submit, keeper, { agreementVersionId, contentHash: stale })).toBe(
      'agreements.changedMeanwhile',
    )
    const contentHash = await contentHashOf(keeper, agreementId)
    for (const actor of [colleague, legal])
      expect(await refusalOf(submit, actor, { agreementVersionId, contentHash })).toBe('notAllowed')
    const stranger = await newcomer('manager')
    expect(await refusalOf(submit, stranger, { agreementVersionId, contentHash })).toBe('notFound')
    expect(await refusalOf(takeBack, stranger, { agreementVersionId, reason: '改' })).toBe('notFound')
  })

  it('happens once, however often it is pressed', async () => {
    const scene = await aScene()
    const { keeper, agreementId, agreementVersionId } = scene
    await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰' }, drafted)
    await done(addClause, keeper, { agreementVersionId, ...price }, drafted)
    const contentHash = await contentHashOf(keeper, agreementId)
    const tries = await Promise.all(
      [1, 2, 3].map(() => refusalOf(submit, keeper, { agreementVersionId, contentHash }, drafted)),
    )
    expect(tries.sort()).toEqual(['agreements.at_inApproval', 'agreements.at_inApproval', null])
  })
})

describe('a submitted agreement', () => {
  it('does not change while it waits, nor when it is approved', async () => {
    const scene = await aSubmitted()
    const { keeper, agreementVersionId, agreementId } = scene
    const clause = await clauseAbout(keeper, agreementId, '價格')
    const edit = { clauseId: clause.id, ...price, body: '八折' }
    expect(await refusalOf(editClause, keeper, edit)).toBe('agreements.notDraft')
    await consent(agreementVersionId, [scene.lead, scene.finance, ...Array(4).fill(scene.manager)], drafted)
    await settled(keeper, agreementVersionId)
    expect((await look(keeper, agreementId)).state).toBe('approved')
    expect(await refusalOf(editClause, keeper, edit)).toBe('agreements.notDraft')
  })

  it('is approved with exactly the content that was submitted', async () => {
    const { keeper, agreementId, agreementVersionId } = await approvedDraft(await aScene())
    expect((await look(keeper, agreementId)).state).toBe('approved')
    expect((await runOf(keeper, agreementVersionId)).contentHash).toBe(await contentHashOf(keeper, agreementId))
    expect(await settled(keeper, agreementVersionId)).toEqual({ state: 'approved' })
  })

  it.each(['sendBack', 'reject'])('is a draft again when an approver decides %s', async (decision) => {
    const { keeper, lead, agreementId, agreementVersionId } = await aSubmitted()
    expect((await decideOn(lead, await runOf(lead, agreementVersionId), decision, '折扣太深')).ok).toBe(true)
    await settled(keeper, agreementVersionId)
    expect((await look(keeper, agreementId)).state).toBe('draft')
  })

  it('is consented to no more once it was taken back, and what was edited must be consented to as it stands', async () => {
    const { keeper, lead, agreementId, agreementVersionId } = await aSubmitted()
    const seen = await runOf(lead, agreementVersionId)
    await done(takeBack, keeper, { agreementVersionId, reason: '折扣要改' }, drafted)
    expect(await decideOn(lead, seen)).toMatchObject({ ok: false })
    const clause = await clauseAbout(keeper, agreementId, '價格')
    await done(editClause, keeper, { clauseId: clause.id, ...price, body: '依價目表九折。' }, drafted)
    await submitted(keeper, { agreementId, agreementVersionId })
    const again = await runOf(lead, agreementVersionId)
    expect(await decideOn(lead, { id: again.id, contentHash: seen.contentHash })).toMatchObject({ ok: false })
    expect((await decideOn(lead, again)).ok).toBe(true)
  })

  it('keeps every consent that a change does not touch: only the touched aspect is asked again', async () => {
    const scene = await aSubmitted()
    const { keeper, lead, finance, manager, agreementId, agreementVersionId } = scene
    await consent(agreementVersionId, [lead, finance, manager], drafted)
    await done(takeBack, keeper, { agreementVersionId, reason: '折扣要改' }, drafted)
    const clause = await clauseAbout(keeper, agreementId, '價格')
    await done(editClause, keeper, { clauseId: clause.id, ...price, body: '依價目表九折。' }, drafted)
    await submitted(keeper, scene)
    const run = await runOf(keeper, agreementVersionId)
    const first = run.steps.filter(({ order }) => order === 1)
    expect(Object.fromEntries(first.map(({ level, state }) => [level.split('@')[0], state]))).toEqual({
      'role:salesLead': 'open',
      'discipline:finance': 'done',
      'role:manager': 'done',
    })
    expect(run.story.map(({ decision }) => decision)).toContain('keep')
  })

  it('needs nobody again when it is taken back and submitted unchanged', async () => {
    const scene = await approvedDraft(await aScene())
    const { keeper, agreementId, agreementVersionId } = scene
    await done(takeBack, keeper, { agreementVersionId, reason: '再看一次' }, drafted)
    expect((await look(keeper, agreementId)).state).toBe('draft')
    await submitted(keeper, scene)
    await settled(keeper, agreementVersionId)
    expect((await look(keeper, agreementId)).state).toBe('approved')
  })

  it('counts both consents when two approvers decide at once', async () => {
    const { keeper, lead, finance, agreementVersionId } = await aSubmitted()
    const run = await runOf(keeper, agreementVersionId)
    const both = await Promise.all([decideOn(lead, run), decideOn(finance, run)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(new Set(await waiting(keeper, agreementVersionId))).toEqual(new Set(['許文雄']))
  })

  it('is either approved or taken back when both happen at once, and never both', async () => {
    const scene = await aSubmitted()
    const { keeper, lead, finance, manager, agreementId, agreementVersionId } = scene
    await consent(agreementVersionId, [lead, finance, manager, manager, manager], drafted)
    await Promise.all([
      settled(keeper, agreementVersionId),
      perform(takeBack, keeper, { agreementVersionId, reason: '等等' }, { now: drafted }),
    ])
    expect((await look(keeper, agreementId)).state).toBe('draft')
    expect(await settled(keeper, agreementVersionId)).toEqual({ state: 'draft' })
  })
})
