import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import { setPolicy, setSecondApprover } from '@/lib/modules/approvals/commands-policies'
import { matrix, policy } from '@/lib/modules/approvals/queries-policies'
import { aWorkspace, newcomer, person } from '../../people'
import { changedTo, company, done, exception, line, refusalOf, runOf, submitted, trySubmit } from './scene'

const now = new Date('2026-03-02T02:00:00Z')
const edition = {
  subjectKind: 'priceException' as const,
  name: '2026 年核決權限',
  validFrom: '2026-03-02',
  steps: [
    { approver: 'role:manager', mode: 'any', order: '1', hours: '8', discountOver: '5' },
    { approver: '', mode: 'any', order: '1', hours: '24' },
  ],
  checklist: '附競品報價\n\n附試算',
}

describe('a new edition of the rules', () => {
  it('holds from its day for what is submitted then, not for what waits already', async () => {
    const { amy, manager, lead } = await company()
    const before = exception()
    await submitted(amy, before, now)
    expect(await done(perform(setPolicy, manager, edition, { now }))).toMatchObject({ number: 1 })
    const after = exception({ facts: { discountPct: '6', belowFloor: false } })
    await submitted(amy, after, now)
    const holders = async (input: typeof after) =>
      (await runOf(amy, input))?.steps.flatMap(({ seats }) => seats.map(({ holderId }) => holderId))
    expect(await holders(before)).toEqual([lead.id])
    expect(await holders(after)).toEqual([manager.id])
  })

  it('is numbered, and leaves blank rows of its form out', async () => {
    const { manager } = await company()
    await done(perform(setPolicy, manager, edition, { now }))
    await done(perform(setPolicy, manager, { ...edition, validFrom: '2026-04-01', name: '第二版' }, { now }))
    const found = await ask(policy, manager, { subjectKind: 'priceException' }, now)
    expect(found.editions.map(({ number }) => number)).toEqual([2, 1])
    expect(found.policy).toMatchObject({ number: 1, checklist: ['附競品報價', '附試算'], allowsWord: false })
    expect(found.policy.steps).toMatchObject([{ approver: 'role:manager', discountOver: '5', marginUnder: null }])
  })

  it('refuses a submission that lacks what it demands, naming what, and takes it once it is there', async () => {
    const { amy, manager } = await company()
    const demands = ['reason', 'whyEach', 'paymentDays']
    await done(perform(setPolicy, manager, { ...edition, demands }, { now }))
    const bare = exception({ reason: null })
    const answer = await trySubmit(amy, bare, now)
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'approvals.demandMissing' } })
    if (answer.ok) throw new Error('it was taken')
    expect(answer.refusal.sentence('zh-TW')).toContain('送審理由、每項差異的理由（缺：discount）、付款天數')
    expect(answer.refusal.fieldSentences('en')).toEqual({
      reason: 'Say why you submit this: the rules for approval demand it.',
    })
    expect(await runOf(amy, bare)).toBeNull()
    const whole = {
      ...bare,
      reason: '競品降價',
      lines: [line('discount', { why: '競品降價' }), line('毛利', { aspect: 'margin', confidential: true })],
      facts: { ...bare.facts, paymentDays: '60' },
    }
    expect(await submitted(amy, whole, now)).toMatchObject({ state: 'pending' })
  })

  it('goes on demanding it while the matter waits, under the edition of then', async () => {
    const { amy, manager } = await company()
    await done(perform(setPolicy, manager, { ...edition, demands: ['whyEach'] }, { now }))
    const input = exception({ lines: [line('discount', { why: '競品降價' })] })
    await submitted(amy, input, now)
    const later = { ...edition, name: '第二版', demands: [] }
    await done(perform(setPolicy, manager, later, { now }))
    const lines = [line('discount', { why: '競品降價' }), line('rebate')]
    const wish = changedTo(amy, { ...input, lines, contentHash: 'b'.repeat(64) }, [], now)
    await expect(wish).rejects.toMatchObject({ code: 'approvals.demandMissing' })
    expect(await runOf(amy, input)).toMatchObject({ contentHash: input.contentHash })
  })

  it('keeps 0 as a limit apart from no limit', async () => {
    const { amy, manager } = await company()
    const steps = [{ approver: 'role:manager', mode: 'any', order: 1, hours: 8, discountOver: '0' }]
    await done(perform(setPolicy, manager, { ...edition, steps }, { now }))
    const none = exception({ facts: { discountPct: '0', belowFloor: false } })
    const some = exception({ facts: { discountPct: '0.01', belowFloor: false } })
    expect(await submitted(amy, none, now)).toMatchObject({ state: 'approved' })
    expect(await submitted(amy, some, now)).toMatchObject({ state: 'pending' })
  })

  it('names members at work only, and does not begin in the past', async () => {
    const { manager } = await company()
    const stranger = await newcomer('manager')
    const steps = [{ approver: `member:${stranger.id}`, mode: 'any', order: 1, hours: 8 }]
    const refused = (more: object) => refusalOf(perform(setPolicy, manager, { ...edition, ...more }, { now }))
    expect(await refused({ steps })).toBe('approvals.memberMissing')
    expect(await refused({ validFrom: '2026-03-01' })).toBe('approvals.beginsInPast')
    expect(await refused({ steps: [{ ...steps[0], approver: 'role:janitor' }] })).toBe('invalid')
  })

  it('is for managers and administrators to write', async () => {
    const { lead } = await company()
    expect(await refusalOf(perform(setPolicy, lead, edition, { now }))).toBe('notAllowed')
    expect(await refusalOf(perform(setSecondApprover, lead, { secondApproverId: null }))).toBe('notAllowed')
  })

  it('is unknown to another workspace', async () => {
    const { manager } = await company()
    await done(perform(setPolicy, manager, edition, { now }))
    const stranger = await person('manager', await aWorkspace())
    expect((await ask(policy, stranger, { subjectKind: 'priceException' }, now)).policy.number).toBe(0)
  })
})

describe('the second approver', () => {
  it('decides for a submitter without a manager', async () => {
    const workspace = await aWorkspace()
    const boss = await person('salesLead', workspace, { name: '獨立主管' })
    const administrator = await person('administrator', workspace)
    const friend = await person('accountManager', workspace)
    await done(perform(setSecondApprover, administrator, { secondApproverId: friend.id }))
    const input = exception()
    await submitted(boss, input)
    expect((await runOf(boss, input))?.steps[0]?.seats).toMatchObject([
      { holderId: friend.id, replacesName: '獨立主管' },
    ])
    expect((await ask(matrix, boss, {})).secondApproverId).toBe(friend.id)
    await done(perform(setSecondApprover, administrator, { secondApproverId: '' as never }))
    expect((await ask(matrix, boss, {})).secondApproverId).toBeNull()
  })

  it('is a member at work', async () => {
    const { manager } = await company()
    const stranger = await newcomer('manager')
    const refused = refusalOf(perform(setSecondApprover, manager, { secondApproverId: stranger.id }))
    expect(await refused).toBe('approvals.memberMissing')
  })
})
