import { describe, expect, it } from 'vitest'
import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { joinTeam } from '@/lib/modules/accounts/commands-team'
import { setFacts } from '@/lib/modules/agreements/commands'
import {
  acceptAdvice,
  answerAdvice,
  askAdvice,
  cancelAdvice,
  decideAdvice,
  declineAdvice,
  waiveAdvice,
  waiveSuggestion,
} from '@/lib/modules/agreements/commands-advice'
import { remindAdvice } from '@/lib/modules/agreements/commands-advice-reminders'
import { addClause, editClause } from '@/lib/modules/agreements/commands-clauses'
import { advice, adviceAskedOfMe } from '@/lib/modules/agreements/queries-advice'
import { history } from '@/lib/modules/agreements/queries-history'
import { newcomer, owner, person } from '@/tests/people'
import { consent, done, noon, refusalOf } from '../terms/scene'
import { annualFacts, aScan, aScene, drafted, look, payment, settled, submitted } from './scene'

const exclusive = {
  heading: '獨家供應',
  body: '甲方於臺灣地區僅向乙方採購同類商品。',
  aspect: 'legal',
  tags: ['exclusivity'],
}
const question = { discipline: 'legal', question: '獨家是否違反公平交易法？', dueOn: '2025-12-05', blocking: 'true' }

/** A complete draft with an exclusive clause, submitted or not. */
async function anExclusive({ sent = false } = {}) {
  const scene = await aScene()
  const { keeper, agreementId, agreementVersionId } = scene
  await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰食品股份有限公司' }, drafted)
  await done(addClause, keeper, { agreementVersionId, ...exclusive }, drafted)
  const [suggestion] = (await seen(keeper, agreementId)).suggestions
  if (!suggestion) throw new Error('nothing suggested')
  if (sent) await submitted(keeper, scene)
  return { ...scene, clauseKey: suggestion.clauseKey }
}
const seen = (actor: Actor, agreementId: string, now = drafted) => ask(advice, actor, { agreementId }, now)

type Scene = Awaited<ReturnType<typeof anExclusive>>

/** The lawyer was asked about the clause. */
async function asked({ keeper, legal, agreementVersionId, clauseKey }: Scene, more: object = {}) {
  const input = { agreementVersionId, clauseKey, trigger: 'exclusivity', advisorId: legal.id, ...question, ...more }
  return (await done(askAdvice, keeper, input, drafted)).adviceId
}
const toldTo = async (actor: Actor) =>
  (await owner()`select text->>'zh-TW' as text from notifications where member_id = ${actor.id} order by id`).map(
    ({ text }) => text as string,
  )

/** The clause that was asked about says something else now. */
async function edited({ keeper, agreementVersionId, clauseKey }: Scene, body: string) {
  const [row] = await owner()<{ id: string; heading: string; aspect: string; tags: string[] }[]>`
    select id, heading, aspect, tags from agreement_clauses
    where version_id = ${agreementVersionId} and key = ${clauseKey} and archived_at is null`
  const { id: clauseId, ...rest } = row ?? {}
  await done(editClause, keeper, { clauseId, ...rest, body }, drafted)
}
const answer = { recommendation: 'proceedWithChanges', answer: '限期一年，並排除新品。' }

describe('advice on a clause', () => {
  it('is suggested by its tag, holds up the approval, and is asked by nobody on its own', async () => {
    const { keeper, agreementId } = await anExclusive()
    const { suggestions, holdingUp, asked: rows } = await seen(keeper, agreementId)
    expect(suggestions).toMatchObject([
      { trigger: 'exclusivity', discipline: 'legal', blocking: true, found: 'tag', heading: '獨家供應' },
    ])
    expect([holdingUp, rows]).toEqual([1, []])
  })

  it('goes from the question to the answer to what became of it', async () => {
    const scene = await anExclusive()
    const { keeper, legal, agreementId } = scene
    const adviceId = await asked(scene)
    expect(await ask(adviceAskedOfMe, legal, {}, drafted)).toMatchObject([
      { id: adviceId, question: question.question },
    ])
    await done(acceptAdvice, legal, { adviceId }, drafted)
    await done(answerAdvice, legal, { adviceId, ...answer }, drafted)
    await done(decideAdvice, keeper, { adviceId, decision: 'followed' }, drafted)
    const { asked: rows, suggestions, holdingUp } = await seen(keeper, agreementId)
    expect(rows).toMatchObject([{ state: 'decided', said: { ...answer, decision: 'followed', decidedBy: '林怡君' } }])
    expect([suggestions, holdingUp]).toEqual([[], 0])
    expect(await ask(adviceAskedOfMe, legal, {}, drafted)).toEqual([])
    expect(await toldTo(legal)).toEqual([expect.stringContaining('請您提供意見')])
    expect(await toldTo(keeper)).toEqual([expect.stringContaining('已有回覆')])
  })

  it('keeps the approval from finishing until it is settled, and lets it finish then', async () => {
    const scene = await anExclusive({ sent: true })
    const { keeper, legal, lead, finance, manager, agreementId, agreementVersionId } = scene
    await consent(agreementVersionId, [lead, finance, manager, manager, manager], drafted)
    expect(await settled(keeper, agreementVersionId)).toEqual({ state: 'inApproval' })
    const adviceId = await asked(scene)
    await done(answerAdvice, legal, { adviceId, ...answer }, drafted)
    expect((await look(keeper, agreementId)).state).toBe('internalReview')
    await done(decideAdvice, keeper, { adviceId, decision: 'partly', reason: '先簽一年' }, drafted)
    expect((await look(keeper, agreementId)).state).toBe('approved')
  })

  it('is waived with a reason only, and managers are told', async () => {
    const { keeper, manager, agreementId, agreementVersionId, clauseKey } = await anExclusive()
    const about = { agreementVersionId, clauseKey, trigger: 'exclusivity' }
    expect(await refusalOf(waiveSuggestion, keeper, { ...about, reason: ' ' }, drafted)).toBe('invalid')
    await done(waiveSuggestion, keeper, { ...about, reason: '與去年同文，法務已看過' }, drafted)
    expect((await seen(keeper, agreementId)).holdingUp).toBe(0)
    expect(await toldTo(manager)).toEqual([expect.stringContaining('免除')])
    const again = { ...about, reason: '再一次' }
    expect(await refusalOf(waiveSuggestion, keeper, again, drafted)).toBe('agreements.notSuggested')
  })

  it('that is not followed needs a reason, and managers know it', async () => {
    const scene = await anExclusive()
    const { keeper, legal, manager } = scene
    const adviceId = await asked(scene)
    await done(answerAdvice, legal, { adviceId, ...answer }, drafted)
    const decision = { adviceId, decision: 'notFollowed' }
    expect(await refusalOf(decideAdvice, keeper, decision, drafted)).toBe('agreements.departureExplained')
    await done(decideAdvice, keeper, { ...decision, reason: '客戶堅持兩年' }, drafted)
    expect(await toldTo(manager)).toEqual([expect.stringContaining('不採納')])
  })

  it('that was declined still holds up the approval, until it is waived or asked of somebody else', async () => {
    const scene = await anExclusive()
    const { keeper, legal, agreementId } = scene
    const adviceId = await asked(scene)
    await done(declineAdvice, legal, { adviceId, because: '利益衝突' }, drafted)
    expect((await seen(keeper, agreementId)).holdingUp).toBe(1)
    await done(cancelAdvice, keeper, { adviceId }, drafted)
    expect((await seen(keeper, agreementId)).suggestions).toHaveLength(1)
    const outside = { advisorId: '', advisorName: '理律 張律師' }
    const second = await asked(scene, outside)
    expect(await refusalOf(answerAdvice, legal, { adviceId: second, ...answer }, drafted)).toBe('notAllowed')
    const fileId = await aScan(keeper, '意見書.pdf')
    await done(answerAdvice, keeper, { adviceId: second, ...answer, answer: '', fileId }, drafted)
    await done(waiveAdvice, keeper, { adviceId: second, reason: '客戶撤回要求' }, drafted)
    expect((await seen(keeper, agreementId)).holdingUp).toBe(0)
  })

  it('that is privileged is read by who asked, the advisor and legal alone, and stands in no history', async () => {
    const scene = await anExclusive()
    const { keeper, legal, lead, finance, manager, agreementId } = scene
    const adviceId = await asked(scene, { privileged: 'true' })
    await done(answerAdvice, legal, { adviceId, ...answer }, drafted)
    for (const actor of [keeper, legal]) expect((await seen(actor, agreementId)).asked[0]?.said).toMatchObject(answer)
    for (const actor of [lead, finance, manager]) {
      const view = await seen(actor, agreementId)
      expect(view.asked[0]).toMatchObject({ reads: false, said: null, mayDecide: false })
      expect(JSON.stringify(view)).not.toContain('公平交易法')
      expect(JSON.stringify(await ask(history, actor, { agreementId }))).not.toContain('限期一年')
      expect(await refusalOf(waiveAdvice, actor, { adviceId, reason: '不需要' }, drafted)).toBe('notAllowed')
    }
    const logged = await owner()`select input::text from command_log where workspace_id = ${keeper.workspaceId}`
    expect(JSON.stringify(logged)).not.toContain('公平交易法')
  })

  it('is asked of one expert who can read it, about a clause that is there, in time', async () => {
    const { keeper, legal, colleague, agreementVersionId, clauseKey } = await anExclusive()
    const about = { agreementVersionId, clauseKey, ...question, advisorId: legal.id }
    const refused = (more: object) => refusalOf(askAdvice, keeper, { ...about, ...more }, drafted)
    expect(await refused({ advisorId: '' })).toBe('agreements.oneAdvisor')
    expect(await refused({ advisorName: '張律師' })).toBe('agreements.oneAdvisor')
    expect(await refused({ advisorId: keeper.id })).toBe('agreements.ownAdvice')
    expect(await refused({ dueOn: '2025-11-30' })).toBe('agreements.dueInPast')
    expect(await refused({ clauseKey: 'none' })).toBe('agreements.clauseGone')
    const stranger = await newcomer('specialist')
    expect(await refused({ advisorId: stranger.id })).toBe('agreements.advisorBlind')
    expect(await refusalOf(askAdvice, colleague, about, drafted)).toBe('notAllowed')
    expect(await refusalOf(askAdvice, stranger, about, drafted)).toBe('notAllowed')
    expect(await refusalOf(askAdvice, await newcomer('manager'), about, drafted)).toBe('notFound')
  })

  it('is answered by whoever was asked, and not twice', async () => {
    const scene = await anExclusive()
    const { legal, finance, manager } = scene
    const adviceId = await asked(scene)
    for (const actor of [finance, manager])
      expect(await refusalOf(answerAdvice, actor, { adviceId, ...answer }, drafted)).toBe('notAllowed')
    expect(await refusalOf(answerAdvice, legal, { adviceId, recommendation: 'proceed' }, drafted)).toBe(
      'agreements.answerGiven',
    )
    const tries = await Promise.all(
      [1, 2].map(() => perform(answerAdvice, legal, { adviceId, ...answer }, { now: drafted })),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await refusalOf(declineAdvice, legal, { adviceId, because: '太晚' }, drafted)).toBe(
      'agreements.advice_answered',
    )
    expect(await refusalOf(answerAdvice, await newcomer('specialist'), { adviceId, ...answer }, drafted)).toBe(
      'notFound',
    )
  })

  it('is suggested of finance where a penalty is above ten percent', async () => {
    const { keeper, agreementId, agreementVersionId } = await anExclusive()
    const penalty = { heading: '缺貨罰款', body: '缺交金額百分之十五之違約金。', aspect: 'supply', tags: ['penalty'] }
    await done(addClause, keeper, { agreementVersionId, ...penalty }, drafted)
    const { suggestions, holdingUp } = await seen(keeper, agreementId)
    expect(suggestions.map(({ trigger, discipline, heading }) => [trigger, discipline, heading])).toEqual([
      ['exclusivity', 'legal', '獨家供應'],
      ['highPenalty', 'finance', '缺貨罰款'],
    ])
    expect(holdingUp).toBe(1)
  })

  it('counts for the clause as it stood: what is changed afterwards is suggested again, and holds up the approval', async () => {
    const scene = await anExclusive()
    const { keeper, legal, lead, finance, manager, agreementId, agreementVersionId } = scene
    const adviceId = await asked(scene)
    await done(answerAdvice, legal, { adviceId, recommendation: 'proceed', answer: '可行' }, drafted)
    await done(decideAdvice, keeper, { adviceId, decision: 'followed' }, drafted)
    await edited(scene, '甲方於全球僅向乙方採購，期間十年。')
    const view = await seen(keeper, agreementId)
    expect(view).toMatchObject({ holdingUp: 1, suggestions: [{ trigger: 'exclusivity' }], asked: [{ outdated: true }] })
    await submitted(keeper, scene)
    await consent(agreementVersionId, [lead, finance, manager, manager, manager], drafted)
    expect(await settled(keeper, agreementVersionId)).toEqual({ state: 'inApproval' })
    const again = await asked(scene)
    await done(answerAdvice, legal, { adviceId: again, recommendation: 'proceed', answer: '仍可行' }, drafted)
    await done(decideAdvice, keeper, { adviceId: again, decision: 'followed' }, drafted)
    expect((await look(keeper, agreementId)).state).toBe('approved')
  })

  it('to change something counts for what stands when it is decided upon, until that is changed again', async () => {
    const scene = await anExclusive()
    const { keeper, legal, agreementId } = scene
    const adviceId = await asked(scene)
    await done(answerAdvice, legal, { adviceId, ...answer }, drafted)
    await edited(scene, '甲方於臺灣地區一年內僅向乙方採購，新品除外。')
    await done(decideAdvice, keeper, { adviceId, decision: 'followed' }, drafted)
    expect(await seen(keeper, agreementId)).toMatchObject({ holdingUp: 0, asked: [{ outdated: false }] })
    await edited(scene, '甲方三年內僅向乙方採購。')
    expect(await seen(keeper, agreementId)).toMatchObject({ holdingUp: 1, asked: [{ outdated: true }] })
  })

  it('that was done without is suggested again when its clause is changed, and not when another one is', async () => {
    const scene = await anExclusive()
    const { keeper, agreementId, agreementVersionId, clauseKey } = scene
    const about = { agreementVersionId, clauseKey, trigger: 'exclusivity', reason: '與去年同文' }
    await done(waiveSuggestion, keeper, about, drafted)
    await done(addClause, keeper, { agreementVersionId, ...payment }, drafted)
    expect((await seen(keeper, agreementId)).suggestions).toEqual([])
    await edited(scene, '甲方於全球僅向乙方採購。')
    expect((await seen(keeper, agreementId)).suggestions).toMatchObject([{ trigger: 'exclusivity' }])
  })

  it('that somebody asked for of their own accord holds up again until it is asked once more', async () => {
    const scene = await anExclusive()
    const { keeper, legal, agreementId, agreementVersionId } = scene
    await done(addClause, keeper, { agreementVersionId, ...payment }, drafted)
    const clause = (await seen(keeper, agreementId)).clauses.find(({ heading }) => heading === payment.heading)
    const own = { trigger: '', clauseKey: clause?.key }
    const first = await asked(scene, own)
    await done(answerAdvice, legal, { adviceId: first, recommendation: 'proceed', answer: '可' }, drafted)
    await done(decideAdvice, keeper, { adviceId: first, decision: 'followed' }, drafted)
    expect((await seen(keeper, agreementId)).holdingUp).toBe(1)
    await edited({ ...scene, clauseKey: clause?.key ?? '' }, '月結 120 天。')
    expect((await seen(keeper, agreementId)).holdingUp).toBe(2)
    const second = await asked(scene, own)
    await done(waiveAdvice, keeper, { adviceId: second, reason: '財務已看過' }, drafted)
    expect((await seen(keeper, agreementId)).holdingUp).toBe(1)
  })

  it('is reminded of when it is due soon and when it is late, once each', async () => {
    const scene = await anExclusive()
    const { keeper, legal, workspace } = scene
    await asked(scene)
    const remind = (day: string) => done(remindAdvice, workspaceActor(workspace.id), {}, noon(day))
    for (const day of ['2025-12-02', '2025-12-03', '2025-12-04', '2025-12-06', '2025-12-07']) await remind(day)
    const reminders = (await toldTo(legal)).filter((text) => !text.includes('請您提供意見'))
    expect(reminders.map((text) => (text.includes('請於') ? 'soon' : 'late')).sort()).toEqual(['late', 'soon'])
    expect(await toldTo(keeper)).toEqual([expect.stringContaining('應於')])
    expect(await refusalOf(remindAdvice, await person('administrator', workspace), {})).toBe('notAllowed')
  })

  it('on a confidential agreement is asked of those who serve the account, their lead, and legal; of nobody else', async () => {
    const scene = await anExclusive()
    const { keeper, lead, legal, colleague, accountId, agreementId, agreementVersionId, clauseKey, workspace } = scene
    await owner()`update agreements set confidential = true where id = ${agreementId}`
    const helper = await person('accountManager', workspace, { name: '協辦' })
    await done(joinTeam, keeper, { accountId, memberId: helper.id, role: '協辦', employment: 'contractor' }, drafted)
    for (const advisor of [helper, lead, legal]) {
      const input = { agreementVersionId, clauseKey, ...question, advisorId: advisor.id }
      await done(askAdvice, keeper, input, drafted)
      expect(await ask(adviceAskedOfMe, advisor, {}, drafted)).toHaveLength(1)
    }
    const blind = { agreementVersionId, clauseKey, ...question, advisorId: colleague.id }
    expect(await refusalOf(askAdvice, keeper, blind, drafted)).toBe('agreements.advisorBlind')
  })
})
