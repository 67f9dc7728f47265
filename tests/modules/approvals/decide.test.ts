import { describe, expect, it } from 'vitest'
import { digestOf } from '@/lib/kernel/canonical'
import { perform } from '@/lib/kernel/perform'
import { verbatim } from '@/lib/kernel/said'
import { answerQuestion, decide, decideMany, withdraw } from '@/lib/modules/approvals/commands-decisions'
import { delegate, endDelegation } from '@/lib/modules/approvals/commands-delegations'
import { seenOf } from '@/lib/modules/approvals/model'
import { aWorkspace, owner, person } from '../../people'
import { changedTo, company, done, exception, line, refusalOf, runOf, submitted } from './scene'

const approve = (runId: string, contentHash: string) => ({ runId, contentHash, decision: 'approve' as const })
const harmless = () =>
  exception({
    subjectKind: 'needPlan',
    facts: {},
    lines: [line('plan', { aspect: 'needs', costPerYear: null })],
    totals: { costPerYear: null, marginPct: null, value: null },
  })

describe('an approver', () => {
  it('approves what they saw, and the submitter is told', async () => {
    const { amy, lead } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    expect(await done(perform(decide, lead, approve(runId, input.contentHash)))).toEqual({ runId, state: 'approved' })
    expect(await runOf(amy, input)).toMatchObject({
      state: 'approved',
      steps: [{ seats: [{ actedByName: '陳主管' }] }],
    })
    const told = await owner()`select text->>'zh-TW' as text from notifications where member_id = ${amy.id}`
    expect(told).toEqual([{ text: '已核准：大安食品例外價' }])
  })

  it('changes nothing by approving twice', async () => {
    const { amy, lead } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    await done(perform(decide, lead, approve(runId, input.contentHash)))
    expect(await done(perform(decide, lead, approve(runId, input.contentHash)))).toMatchObject({ state: 'approved' })
    const actions = await owner()`select decision from approval_actions where run_id = ${runId} order by id`
    expect(actions.map(({ decision }) => decision)).toEqual(['submit', 'approve'])
  })

  it('is told what changed when it is not what they saw', async () => {
    const { amy, lead } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    const lines = [line('折扣', { now: verbatim('13') }), line('成本', { confidential: true })]
    await changedTo(amy, { ...input, lines, contentHash: digestOf('other') })
    const answer = await perform(decide, lead, approve(runId, input.contentHash))
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'approvals.changedSinceIn' } })
    expect(!answer.ok && answer.refusal.sentence('zh-TW')).toContain('折扣')
  })

  it('may not approve their own, not as a delegate either', async () => {
    const { amy, lead } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    expect(await refusalOf(perform(decide, amy, approve(runId, input.contentHash)))).toBe('approvals.ownSubmission')
    await done(perform(delegate, lead, { toId: amy.id, startsOn: '2020-01-01', endsOn: '2099-12-31' }))
    expect(await refusalOf(perform(decide, amy, approve(runId, input.contentHash)))).toBe('approvals.ownSubmission')
  })

  it('may not approve what nobody asked them', async () => {
    const { amy, finance } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    expect(await refusalOf(perform(decide, finance, approve(runId, input.contentHash)))).toBe('approvals.notApprover')
  })

  it('may not approve without the right, nor find the run from another workspace', async () => {
    const { amy, workspace } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    const auditor = await person('auditor', workspace)
    expect(await refusalOf(perform(decide, auditor, approve(runId, input.contentHash)))).toBe('notAllowed')
    const stranger = await person('manager', await aWorkspace())
    expect(await refusalOf(perform(decide, stranger, approve(runId, input.contentHash)))).toBe('notFound')
  })

  it('says why when they send back or reject, and it is over', async () => {
    const { amy, lead } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    const back = { ...approve(runId, input.contentHash), decision: 'sendBack' as const }
    expect(await refusalOf(perform(decide, lead, back))).toBe('approvals.commentMissing')
    await done(perform(decide, lead, { ...back, comment: '請補競品報價' }))
    expect(await runOf(amy, input)).toMatchObject({ state: 'changesRequested' })
    expect(await refusalOf(perform(decide, lead, { ...back, comment: '再一次' }))).toBe('approvals.alreadyDecided')
  })

  it('asks, and is answered, while it waits', async () => {
    const { amy, lead } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    expect(await refusalOf(perform(answerQuestion, amy, { runId, comment: '三個月' }))).toBe('approvals.nothingAsked')
    const asked = { ...approve(runId, input.contentHash), decision: 'ask' as const, comment: '期限多久？' }
    await done(perform(decide, lead, asked))
    expect(await refusalOf(perform(answerQuestion, lead, { runId, comment: '三個月' }))).toBe('approvals.notYours')
    await done(perform(answerQuestion, amy, { runId, comment: '三個月' }))
    expect(await runOf(amy, input)).toMatchObject({ state: 'pending' })
    const told = await owner()`select text->>'en' as text from notifications where member_id = ${lead.id}`
    expect(told.map(({ text }) => text).join()).toContain('三個月')
  })

  it('is waited for after those before, each in their turn', async () => {
    const { amy, lead, manager } = await company()
    const input = exception({ facts: { discountPct: '16', belowFloor: false } })
    const { runId } = await submitted(amy, input)
    expect(await refusalOf(perform(decide, manager, approve(runId, input.contentHash)))).toBe('approvals.notYourTurn')
    expect(await done(perform(decide, lead, approve(runId, input.contentHash)))).toMatchObject({ state: 'pending' })
    expect(await done(perform(decide, manager, approve(runId, input.contentHash)))).toMatchObject({ state: 'approved' })
  })
})

describe('fifty approvals at once', () => {
  it('make one transition', async () => {
    const { amy, lead } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => perform(decide, lead, approve(runId, input.contentHash))),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const rows = await owner()`select decision from approval_actions where run_id = ${runId} and decision = 'approve'`
    expect(rows).toHaveLength(1)
  })
})

describe('several at once', () => {
  it('are approved when they are harmless; the others are named with the reason', async () => {
    const { amy, lead } = await company()
    const [one, two, costly] = [harmless(), harmless(), exception()]
    const runs = [await submitted(amy, one), await submitted(amy, two), await submitted(amy, costly)]
    const seen = [one, two, costly].map((input, index) => seenOf(runs[index]?.runId ?? '', input.contentHash))
    const answer = await done(perform(decideMany, lead, { seen }))
    expect(answer).toMatchObject({ approved: 2, refused: [{ title: '大安食品例外價' }] })
    expect(await runOf(amy, costly)).toMatchObject({ state: 'pending' })
    expect(await runOf(amy, one)).toMatchObject({ state: 'approved' })
  })

  it('never holds one’s own', async () => {
    const { lead } = await company()
    const own = harmless()
    const { runId } = await submitted(lead, own)
    expect(await done(perform(decideMany, lead, { seen: [seenOf(runId, own.contentHash)] }))).toMatchObject({
      approved: 0,
    })
  })
})

describe('a delegate', () => {
  it('decides for who is away, and it is recorded so', async () => {
    const { amy, lead, manager } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    await done(
      perform(delegate, lead, { toId: manager.id, startsOn: '2020-01-01', endsOn: '2099-12-31', reason: '出差' }),
    )
    await done(perform(decide, manager, approve(runId, input.contentHash)))
    const [action] =
      await owner()`select holder_id, acted_by_id from approval_actions where decision = 'approve' and run_id = ${runId}`
    expect(action).toEqual({ holder_id: lead.id, acted_by_id: manager.id })
  })

  it('decides no more once it is ended, by either of the two only', async () => {
    const { amy, lead, manager, finance } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    const { delegationId } = await done(
      perform(delegate, lead, { toId: manager.id, startsOn: '2020-01-01', endsOn: '2099-12-31' }),
    )
    expect(await refusalOf(perform(endDelegation, finance, { delegationId }))).toBe('approvals.notYours')
    await done(perform(endDelegation, manager, { delegationId }))
    expect(await refusalOf(perform(decide, manager, approve(runId, input.contentHash)))).toBe('approvals.notApprover')
    const stranger = await person('manager', await aWorkspace())
    expect(await refusalOf(perform(endDelegation, stranger, { delegationId }))).toBe('notFound')
  })

  it('is somebody else, at work, who may decide, for days that are not over', async () => {
    const { lead, manager, assistant } = await company()
    const wish = { startsOn: '2099-01-01', endsOn: '2099-01-02' }
    const refused = (more: object) => refusalOf(perform(delegate, lead, { ...wish, toId: manager.id, ...more }))
    expect(await refused({ toId: lead.id })).toBe('approvals.delegateSelf')
    expect(await refused({ toId: assistant.id })).toBe('approvals.delegateMissing')
    expect(await refused({ endsOn: '2098-12-31' })).toBe('approvals.endsBeforeItStarts')
    expect(await refused({ startsOn: '2020-01-01', endsOn: '2020-01-02' })).toBe('approvals.alreadyOver')
  })
})

describe('whoever submitted it', () => {
  it('takes it back; nobody else does, and not when it is over', async () => {
    const { amy, lead } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    expect(await refusalOf(perform(withdraw, lead, { runId }))).toBe('approvals.notYours')
    await done(perform(withdraw, amy, { runId }))
    expect(await runOf(amy, input)).toMatchObject({ state: 'withdrawn' })
    expect(await refusalOf(perform(withdraw, amy, { runId }))).toBe('approvals.alreadyDecided')
  })
})
