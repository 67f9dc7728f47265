import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { open } from '@/lib/modules/accounts/commands-open'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { remind } from '@/lib/modules/approvals/commands-time'
import { approveByWord, lapseWords, writeWord } from '@/lib/modules/approvals/commands-words'
import { run, unwritten } from '@/lib/modules/approvals/queries-desk'
import { lapsedWords, stepsToRemind } from '@/lib/modules/approvals/queries-story'
import { reminderDue, writeByOf } from '@/lib/modules/approvals/rules-escalation'
import { store } from '@/lib/modules/files/commands'
import { byId } from '@/lib/modules/files/queries'
import { setCalendarDay } from '@/lib/modules/workspace/commands-settings'
import { owner, person } from '../../people'
import { company, done, exception, refusalOf, runOf, submitted } from './scene'

const friday = new Date('2026-03-06T02:00:00Z')
const monday = new Date('2026-03-09T02:00:00Z')
const tuesday = new Date('2026-03-10T02:00:00Z')

async function waiting() {
  const people = await company()
  const input = exception()
  const { runId } = await submitted(people.amy, input, friday)
  const run = await runOf(people.amy, input)
  const stepId = run?.steps[0]?.id ?? ''
  const word = {
    runId,
    stepId,
    holderId: people.lead.id,
    saidOn: '2026-03-06',
    evidence: '電話，10:20',
    contentHash: input.contentHash,
  }
  return { ...people, input, runId, stepId, word }
}

describe('consent by word', () => {
  it('counts at once and must be in writing by the next working day', async () => {
    const { amy, input, word } = await waiting()
    const answer = await done(perform(approveByWord, amy, word, { now: friday }))
    expect(answer).toMatchObject({ state: 'approved', writeBy: '2026-03-09' })
    expect(await runOf(amy, input)).toMatchObject({ state: 'approved', unwritten: true })
  })

  it('may be recorded by an assistant too, by nobody else, and never by who said it', async () => {
    const { lead, manager, assistant, word } = await waiting()
    expect(await refusalOf(perform(approveByWord, manager, word, { now: friday }))).toBe('approvals.notYours')
    expect(await refusalOf(perform(approveByWord, lead, word, { now: friday }))).toBe('approvals.notYours')
    expect(await refusalOf(perform(approveByWord, assistant, word, { now: friday }))).toBeNull()
  })

  it('is that of somebody whose turn it is, on what stands there, said lately', async () => {
    const { amy, manager, word } = await waiting()
    const refused = (more: object) => refusalOf(perform(approveByWord, amy, { ...word, ...more }, { now: friday }))
    expect(await refused({ holderId: amy.id })).toBe('approvals.ownSubmission')
    expect(await refused({ holderId: manager.id })).toBe('approvals.notYourTurn')
    expect(await refused({ contentHash: 'a'.repeat(64) })).toBe('approvals.changedSince')
    expect(await refused({ saidOn: '2026-03-07' })).toBe('approvals.saidInFuture')
    expect(await refused({ saidOn: '2026-02-26' })).toBe('approvals.saidLongAgo')
  })

  it('waits over a holiday to be written, and is listed to the end of the day after it', async () => {
    const { workspace, amy, lead, manager, input, word, runId, stepId } = await waiting()
    const administrator = await person('administrator', workspace)
    const holiday = { day: '2026-03-09', kind: 'holiday', name: '公司休假', county: '' }
    await done(perform(setCalendarDay, administrator, holiday))
    expect(await done(perform(approveByWord, amy, word, { now: friday }))).toMatchObject({ writeBy: '2026-03-10' })
    const product = workspaceActor(amy.workspaceId)
    for (const now of [friday, monday, tuesday]) {
      expect(await ask(lapsedWords, product, {}, now)).toEqual([])
      for (const reader of [amy, lead, manager])
        expect(await ask(unwritten, reader, {}, now)).toMatchObject([
          { runId, holder: '陳主管', writeBy: '2026-03-10' },
        ])
    }
    const written = { runId, stepId, agreed: true, contentHash: input.contentHash }
    await done(perform(writeWord, lead, written, { now: tuesday }))
    expect(await ask(unwritten, lead, {}, tuesday)).toEqual([])
  })

  it('carries the screenshot that shows it, for whoever may read the matter', async () => {
    const { amy, lead, finance, runId, word } = await waiting()
    const file = await done(perform(store, amy, { name: 'line.txt', content: Buffer.from('可以，先出貨') }))
    const theirs = await done(perform(store, finance, { name: 'x.txt', content: Buffer.from('x') }))
    expect(await refusalOf(perform(approveByWord, amy, { ...word, fileId: theirs.id }, { now: friday }))).toBe(
      'files.fileUnknown',
    )
    await done(perform(approveByWord, amy, { ...word, fileId: file.id }, { now: friday }))
    const { story } = await ask(run, lead, { runId }, friday)
    expect(story.at(-1)).toMatchObject({ decision: 'byWord', file: { id: file.id, name: 'line.txt' } })
    expect(await ask(byId, lead, { fileId: file.id })).toMatchObject({ name: 'line.txt' })
  })

  it('about a matter that is secret shows its proof to those who serve the account, and to nobody else', async () => {
    const { workspace, amy, lead } = await waiting()
    const stranger = await person('accountManager', workspace)
    const { id: accountId } = await done(perform(open, amy, { name: '大安食品股份有限公司', kind: 'customer' }))
    const input = exception({ accountId, secret: true })
    const { runId } = await submitted(amy, input, friday)
    const stepId = (await runOf(amy, input))?.steps[0]?.id
    const { id: fileId } = await done(perform(store, amy, { name: 'line.txt', content: Buffer.from('可以') }))
    const { contentHash } = input
    const word = { runId, stepId, holderId: lead.id, saidOn: '2026-03-06', evidence: '電話', contentHash, fileId }
    await done(perform(approveByWord, amy, word, { now: friday }))
    expect(await ask(byId, amy, { fileId })).toMatchObject({ name: 'line.txt' })
    await expect(ask(byId, stranger, { fileId })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is told as finished again when it is in writing, and not before', async () => {
    const { amy, lead, input, word, runId, stepId } = await waiting()
    const finished = async () => {
      const rows = await owner()`select 1 from pgboss.job
        where name = 'approvals.finished' and data ->> 'runId' = ${runId} and data ->> 'outcome' = 'approved'`
      return rows.length
    }
    await done(perform(approveByWord, amy, word, { now: friday }))
    const once = await finished()
    expect(once).toBeGreaterThan(0)
    const written = { runId, stepId, agreed: true, contentHash: input.contentHash }
    await done(perform(writeWord, lead, written, { now: monday }))
    expect(await finished()).toBe(2 * once)
    await done(perform(writeWord, lead, written, { now: monday })).catch(() => null)
    expect(await finished()).toBe(2 * once)
  })

  it('stays when the approver writes it', async () => {
    const { amy, lead, input, word, runId, stepId } = await waiting()
    await done(perform(approveByWord, amy, word, { now: friday }))
    const written = { runId, stepId, agreed: true, contentHash: input.contentHash }
    expect(await refusalOf(perform(writeWord, amy, written, { now: monday }))).toBe('approvals.ownSubmission')
    await done(perform(writeWord, lead, written, { now: monday }))
    expect(await runOf(amy, input)).toMatchObject({ state: 'approved', unwritten: false })
    expect(await ask(lapsedWords, workspaceActor(amy.workspaceId), {}, tuesday)).toEqual([])
  })

  it('counts no more when the approver says that it was not so', async () => {
    const { amy, lead, input, word, runId, stepId } = await waiting()
    await done(perform(approveByWord, amy, word, { now: friday }))
    await done(
      perform(writeWord, lead, { runId, stepId, agreed: false, contentHash: input.contentHash }, { now: monday }),
    )
    expect(await runOf(amy, input)).toMatchObject({ state: 'pending', unwritten: false })
    await done(perform(decide, lead, { runId, contentHash: input.contentHash, decision: 'approve' }, { now: monday }))
    expect(await runOf(amy, input)).toMatchObject({ state: 'approved' })
  })

  it('falls back to waiting when it is not written in time', async () => {
    const { amy, word, runId, input } = await waiting()
    await done(perform(approveByWord, amy, word, { now: friday }))
    const product = workspaceActor(amy.workspaceId)
    expect(await ask(lapsedWords, product, {}, monday)).toEqual([])
    expect(await ask(lapsedWords, product, {}, tuesday)).toEqual([runId])
    expect(await done(perform(lapseWords, product, { runId }, { now: tuesday }))).toEqual({ lapsed: 1 })
    expect(await done(perform(lapseWords, product, { runId }, { now: tuesday }))).toEqual({ lapsed: 0 })
    expect(await runOf(amy, input)).toMatchObject({ state: 'pending' })
    const actions = await owner()`select decision from approval_actions where run_id = ${runId} order by id`
    expect(actions.map(({ decision }) => decision)).toEqual(['submit', 'byWord', 'wordLapsed'])
  })

  it('lapses and reminds by the product only', async () => {
    const { manager, runId, stepId, workspace } = await waiting()
    const administrator = { ...manager, roles: ['administrator' as const] }
    expect(workspace.id).toBe(manager.workspaceId)
    expect(await refusalOf(perform(lapseWords, administrator, { runId }))).toBe('approvals.onlyTheProduct')
    expect(await refusalOf(perform(remind, administrator, { stepId }))).toBe('approvals.onlyTheProduct')
    expect(await refusalOf(perform(remind, manager, { stepId }))).toBe('notAllowed')
  })
})

describe('a step that takes long', () => {
  const hoursOn = (hours: number) => new Date(friday.getTime() + hours * 3_600_000)

  it('is reminded of at half, all and half again of its time, once each', () => {
    const step = { startedAt: friday, hours: 24 }
    expect(reminderDue({ ...step, reminded: 0 }, hoursOn(11.99))).toBeNull()
    expect(reminderDue({ ...step, reminded: 0 }, hoursOn(12))).toBe(50)
    expect(reminderDue({ ...step, reminded: 50 }, hoursOn(23))).toBeNull()
    expect(reminderDue({ ...step, reminded: 0 }, hoursOn(30))).toBe(100)
    expect(reminderDue({ ...step, reminded: 100 }, hoursOn(36))).toBe(150)
    expect(reminderDue({ ...step, reminded: 150 }, hoursOn(360))).toBeNull()
  })

  it('is written by the next day on which people work', () => {
    expect(writeByOf('2026-03-06', new Map())).toBe('2026-03-09')
    expect(writeByOf('2026-03-03', new Map())).toBe('2026-03-04')
  })

  it('reminds the approver, and in the end their manager too', async () => {
    const { amy, lead, manager, stepId } = await waiting()
    const product = workspaceActor(amy.workspaceId)
    expect(await ask(stepsToRemind, product, {}, hoursOn(11))).toEqual([])
    expect(await ask(stepsToRemind, product, {}, hoursOn(13))).toEqual([stepId])
    expect(await done(perform(remind, product, { stepId }, { now: hoursOn(13) }))).toEqual({ reminded: 50 })
    expect(await ask(stepsToRemind, product, {}, hoursOn(13))).toEqual([])
    expect(await done(perform(remind, product, { stepId }, { now: hoursOn(37) }))).toEqual({ reminded: 150 })
    expect(await done(perform(remind, product, { stepId }, { now: hoursOn(99) }))).toEqual({ reminded: null })
    const told = await owner()`select member_id, text->>'zh-TW' as text from notifications
      where workspace_id = ${amy.workspaceId} order by member_id = ${manager.id}, created_at`
    expect(told.map(({ text }) => text.split('：')[0])).toEqual([
      '待您核決',
      '仍待您核決',
      '仍待您核決',
      '您的部屬逾期未核決',
    ])
    expect(told.at(-1)?.member_id).toBe(manager.id)
    expect(told[0]?.member_id).toBe(lead.id)
  })
})
