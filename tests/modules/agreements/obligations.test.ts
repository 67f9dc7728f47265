import { describe, expect, it } from 'vitest'
import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import {
  addObligation,
  editObligation,
  recordEvent,
  removeObligation,
} from '@/lib/modules/agreements/commands-obligations'
import {
  acceptOccurrence,
  cancelOccurrence,
  logReminder,
  rejectOccurrence,
  submitOccurrence,
  waiveOccurrence,
} from '@/lib/modules/agreements/commands-occurrences'
import { keepTerms } from '@/lib/modules/agreements/commands-watch'
import { finishWaivers } from '@/lib/modules/agreements/jobs'
import { obligationsExport } from '@/lib/modules/agreements/list-export'
import { openObligations } from '@/lib/modules/agreements/list-obligations'
import { reminderLetter } from '@/lib/modules/agreements/queries-obligations'
import { mustFitTerm } from '@/lib/modules/agreements/rules-obligations'
import { setPolicy } from '@/lib/modules/approvals/commands-policies'
import { approveByWord, writeWord } from '@/lib/modules/approvals/commands-words'
import { runOfSubject } from '@/lib/modules/approvals/queries-desk'
import { contactLog } from '@/lib/modules/interactions/list'
import { beside, type Held } from '@/tests/beside'
import { newcomer, owner } from '@/tests/people'
import { consent, done, noon, refusalOf } from '../terms/scene'
import { aFile, anActiveScene, firstDay, inForce, monthly, obligationsOf, owed } from './obligations-scene'
import { aScene } from './scene'

/** What an approver said by word about a waiver, as whoever asked for it records that. */
async function wordOf(asker: Actor, subjectId: string, holderId: string) {
  const run = await ask(runOfSubject, asker, { subjectKind: 'obligationWaiver', subjectId }, day)
  const [step] = run?.steps ?? []
  if (!run || !step) throw new Error('nobody is asked')
  const { id: runId, contentHash } = run
  return { runId, stepId: step.id, holderId, contentHash, saidOn: '2026-02-02', evidence: '電話' }
}

const signing = noon('2026-01-05')
const day = noon('2026-02-02')

describe('an obligation', () => {
  it('is laid out from its first day, never chained, moved to workdays, a year ahead and never beyond the end', async () => {
    const { keeper, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, monthly(keeper.id), signing)
    const [one] = await obligationsOf(keeper, agreementId, signing)
    expect(one?.occurrences.map(({ nominalOn, dueOn }) => [nominalOn, dueOn]).slice(0, 4)).toEqual([
      ['2026-01-31', '2026-02-02'],
      ['2026-02-28', '2026-03-02'],
      ['2026-03-31', '2026-03-31'],
      ['2026-04-30', '2026-04-30'],
    ])
    expect(one?.occurrences.at(-1)?.nominalOn).toBe('2026-12-31')
  })

  it('of a draft owes nothing yet, and is laid out when the last one has signed', async () => {
    const scene = await aScene()
    const { keeper, agreementId } = scene
    await owed(keeper, agreementId, monthly(keeper.id), noon('2025-12-02'))
    expect((await obligationsOf(keeper, agreementId, signing))[0]?.occurrences).toEqual([])
    await inForce(scene, agreementId)
    expect((await obligationsOf(keeper, agreementId, signing))[0]?.occurrences).toHaveLength(12)
  })

  it.each([
    [{ firstDueOn: '' }, 'firstDueOn'],
    [{ everyMonths: '' }, 'everyMonths'],
    [{ schedule: 'once' }, 'everyMonths'],
    [{ schedule: 'event', everyMonths: '' }, 'firstDueOn'],
    [{ lastDueOn: '2026-01-30' }, 'lastDueOn'],
    [{ monthlyFee: '１２０００' }, 'tiers.0.from'],
    [{ tiers: [{ from: '99', pct: '5' }] }, 'monthlyFee'],
    [
      {
        monthlyFee: '1',
        tiers: [
          { from: '99', pct: '5' },
          { from: '95', pct: '2' },
        ],
      },
      'tiers.0.from',
    ],
  ])('refuses %j beside %s', async (wrong, field) => {
    const { keeper, agreementId } = await aScene()
    const error = await owed(keeper, agreementId, { ...monthly(keeper.id), ...wrong }, signing).catch((e) => String(e))
    expect(String(error)).toContain('agreements.obligationUnfit')
    expect(String(error)).toContain(`"${field}"`)
  })

  it('names no clause, colleague or contact that is not of it, and no owner who accepts', async () => {
    const { keeper, agreementId } = await aScene()
    const add = (more: object) => refusalOf(addObligation, keeper, { agreementId, ...monthly(keeper.id), ...more })
    const stranger = await newcomer('manager')
    expect(await add({ clauseKey: 'nowhere' })).toBe('agreements.clauseGone')
    expect(await add({ ownerId: stranger.id })).toBe('agreements.memberGone')
    expect(await add({ personId: stranger.id })).toBe('agreements.personGone')
    expect(await add({ acceptorId: keeper.id })).toBe('agreements.obligationUnfit')
  })

  it('keeps its schedule once days were laid out, gives what is open to a new owner, and cancels it when removed', async () => {
    const { keeper, colleague, agreementId } = await anActiveScene()
    const { obligationId } = await owed(keeper, agreementId, monthly(keeper.id), signing)
    const moved = { obligationId, ...monthly(keeper.id), everyMonths: '3' }
    expect(await refusalOf(editObligation, keeper, moved, signing)).toBe('agreements.scheduleFixed')
    await done(editObligation, keeper, { obligationId, ...monthly(colleague.id) }, signing)
    const { rows } = await ask(openObligations, keeper, { owner: colleague.id }, signing)
    expect(rows).toHaveLength(12)
    await done(removeObligation, keeper, { obligationId }, signing)
    expect((await ask(openObligations, keeper, {}, signing)).rows).toEqual([])
  })

  it.each([
    ['2027-01-31', '2026-12-31', 'once', 'firstDueTooLate'],
    ['2027-01-31', '2026-12-31', 'recurring', 'firstDueTooLate'],
    ['1926-01-31', '2026-12-31', 'recurring', 'firstDueTooEarly'],
    ['2025-12-15', '2026-12-31', 'once', null],
    ['2026-01-01', '2026-12-31', 'recurring', null],
    ['2026-12-31', '2026-12-31', 'recurring', null],
  ] as const)('first due on %s, in a term to %s, %s: %s', (firstDueOn, endsOn, schedule, code) => {
    const fit = () => mustFitTerm({ schedule, firstDueOn }, { startsOn: '2026-01-01', endsOn })
    if (code === null) expect(fit).not.toThrow()
    else expect(fit).toThrow(expect.objectContaining({ fields: { firstDueOn: { code } } }))
  })

  it('is first due within the term, and keeps its day when only something else of it is changed', async () => {
    const { keeper, agreementId } = await anActiveScene()
    const late = { agreementId, ...monthly(keeper.id), firstDueOn: '2027-01-31' }
    expect(await refusalOf(addObligation, keeper, late, signing)).toBe('agreements.obligationUnfit')
    const { obligationId } = await owed(keeper, agreementId, monthly(keeper.id), signing)
    await owner()`update agreements set starts_on = '2026-02-01' where id = ${agreementId}`
    await done(editObligation, keeper, { obligationId, ...monthly(keeper.id), leadDays: '5' }, signing)
  })

  it('goes along as a spreadsheet with the columns and the filter of the list', async () => {
    const { keeper, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, monthly(keeper.id), signing)
    const columns = obligationsExport.columns(undefined)
    const rowsOf = async (address: Record<string, string>) => {
      const request = obligationsExport.request(address, 'zh-TW')
      return inTransaction(keeper, 'read only', async (tx) => {
        const step = await obligationsExport.step({ tx, actor: keeper, now: signing }, request, columns, 500)
        return step.rows
      })
    }
    expect(obligationsExport.header(columns, 'zh-TW').slice(0, 4)).toEqual(['履約內容', '期限', '狀態', '義務方'])
    expect(await rowsOf({})).toHaveLength(12)
    expect(await rowsOf({ party: 'them' })).toEqual([])
  })

  it('falls due by an event once for each day, and never for a day to come', async () => {
    const { keeper, agreementId } = await anActiveScene()
    const recall = { ...monthly(keeper.id), schedule: 'event', everyMonths: '', firstDueOn: '' }
    const { obligationId } = await owed(keeper, agreementId, recall, signing)
    expect((await obligationsOf(keeper, agreementId, signing))[0]?.occurrences).toEqual([])
    const happened = { obligationId, happenedOn: '2026-01-31' }
    expect(await refusalOf(recordEvent, keeper, happened, signing)).toBe('agreements.notHappenedYet')
    await done(recordEvent, keeper, happened, day)
    expect(await refusalOf(recordEvent, keeper, happened, day)).toBe('agreements.happenedTwice')
    expect(await firstDay(keeper, agreementId, day)).toMatchObject({ dueOn: '2026-02-02', state: 'due' })
  })
})

describe('an obligation that two handle at once', () => {
  it('is not changed when its agreement ends at the same moment', async () => {
    const { keeper, agreementId } = await anActiveScene()
    const { obligationId } = await owed(keeper, agreementId, monthly(keeper.id), signing)
    const ended = {
      hold: (sql: Held) => sql`select 1 from agreements where id = ${agreementId} for update`,
      change: (sql: Held) => sql`update agreements set state = 'terminated' where id = ${agreementId}`,
    }
    const edit = { obligationId, ...monthly(keeper.id), text: '月報' }
    expect(await beside(ended, () => refusalOf(editObligation, keeper, edit, signing))).toBe('agreements.agreementOver')
  })

  it('falls due by no event once it was taken away, and keeps what was accepted meanwhile', async () => {
    const { keeper, agreementId } = await anActiveScene()
    const recall = { ...monthly(keeper.id), schedule: 'event', everyMonths: '', firstDueOn: '' }
    const { obligationId } = await owed(keeper, agreementId, recall, signing)
    const happened = { obligationId, happenedOn: '2026-01-31' }
    const { occurrenceId } = await done(recordEvent, keeper, happened, day)
    const accepted = {
      hold: (sql: Held) => sql`select 1 from obligation_occurrences where id = ${occurrenceId} for update`,
      change: (sql: Held) => sql`update obligation_occurrences set state = 'accepted' where id = ${occurrenceId}`,
    }
    await beside(accepted, () => done(removeObligation, keeper, { obligationId }, day))
    const [row] = await owner()`select state from obligation_occurrences where id = ${occurrenceId}`
    expect(row?.state).toBe('accepted')
    await owner()`update obligations set archived_at = null where id = ${obligationId}`
    const removed = {
      hold: (sql: Held) => sql`select 1 from obligations where id = ${obligationId} for update`,
      change: (sql: Held) => sql`update obligations set archived_at = now() where id = ${obligationId}`,
    }
    const again = { obligationId, happenedOn: '2026-02-01' }
    expect(await beside(removed, () => refusalOf(recordEvent, keeper, again, day))).toBe('notFound')
  })

  it('does not fall due again when it is handed in at the same moment', async () => {
    const { keeper, agreementId, workspace } = await anActiveScene()
    await owed(keeper, agreementId, { ...monthly(keeper.id), leadDays: '10' }, signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, signing)
    const handedIn = {
      hold: (sql: Held) => sql`select 1 from obligation_occurrences where id = ${occurrenceId} for update`,
      change: (sql: Held) => sql`update obligation_occurrences set state = 'submitted' where id = ${occurrenceId}`,
    }
    const morning = noon('2026-01-30')
    await beside(handedIn, () =>
      done(keepTerms, workspaceActor(workspace.id), { agreementIds: [agreementId] }, morning),
    )
    expect(await firstDay(keeper, agreementId, morning)).toMatchObject({ state: 'submitted' })
  })
})

describe('what is due', () => {
  it('is told in the morning also where a long text is cut within a character', async () => {
    const { keeper, agreementId, workspace } = await anActiveScene()
    const text = `${'報'.repeat(198)}𠮷野家`
    await owed(keeper, agreementId, { ...monthly(keeper.id), text }, signing)
    await done(keepTerms, workspaceActor(workspace.id), { agreementIds: [agreementId] }, noon('2026-02-03'))
    const told = await owner()<{ text: Record<string, string> }[]>`
      select text from notifications where workspace_id = ${workspace.id} and subject_kind = 'obligationOccurrence'`
    expect(told[0]?.text['zh-TW']).toContain(`${'報'.repeat(198)}…`)
  })

  it('is handed in with its evidence and accepted by somebody else', async () => {
    const { keeper, lead, colleague, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, { ...monthly(keeper.id), evidenceRequired: 'true' }, signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    expect(await refusalOf(submitOccurrence, keeper, { occurrenceId }, day)).toBe('agreements.lacks_evidenceGiven')
    expect(await refusalOf(acceptOccurrence, lead, { occurrenceId }, day)).toBe('agreements.occurrence_scheduled')
    await done(submitOccurrence, keeper, { occurrenceId, fileId: await aFile(keeper) }, day)
    expect(await refusalOf(acceptOccurrence, keeper, { occurrenceId }, day)).toBe('agreements.lacks_bySomebodyElse')
    expect(await refusalOf(acceptOccurrence, colleague, { occurrenceId }, day)).toBe('notAllowed')
    await done(acceptOccurrence, lead, { occurrenceId }, day)
    expect(await firstDay(lead, agreementId, day)).toMatchObject({ state: 'accepted', file: { name: '證明.txt' } })
    expect(await refusalOf(acceptOccurrence, lead, { occurrenceId }, day)).toBe('agreements.occurrence_accepted')
  })

  it('is not handed in before its lead days', async () => {
    const { keeper, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, monthly(keeper.id), signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, signing)
    expect(await refusalOf(submitOccurrence, keeper, { occurrenceId }, signing)).toBe('agreements.lacks_leadReached')
    await done(submitOccurrence, keeper, { occurrenceId }, noon('2026-01-26'))
  })

  it('is accepted by whoever is named, or by management; sent back it is due again', async () => {
    const { keeper, colleague, lead, manager, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, { ...monthly(keeper.id), acceptorId: colleague.id }, signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    await done(submitOccurrence, keeper, { occurrenceId }, day)
    expect(await refusalOf(acceptOccurrence, lead, { occurrenceId }, day)).toBe('agreements.notAcceptor')
    await done(rejectOccurrence, colleague, { occurrenceId, reason: '缺'.repeat(2000) }, day)
    expect(await firstDay(keeper, agreementId, day)).toMatchObject({ state: 'due', reason: '缺'.repeat(2000) })
    await done(submitOccurrence, keeper, { occurrenceId }, day)
    await done(rejectOccurrence, colleague, { occurrenceId, reason: '缺三家門市' }, day)
    expect(await firstDay(keeper, agreementId, day)).toMatchObject({ state: 'due', reason: '缺三家門市' })
    await done(submitOccurrence, keeper, { occurrenceId }, day)
    await done(acceptOccurrence, manager, { occurrenceId }, day)
  })

  it('shows what lateness costs by the agreed table, days of grace excluded, and fixes it when it is handed in', async () => {
    const { keeper, agreementId } = await anActiveScene()
    const tiers = [
      { from: '90', pct: '5' },
      { from: '80', pct: '10' },
    ]
    await owed(
      keeper,
      agreementId,
      { ...monthly(keeper.id), graceDays: '3', monthlyFee: '100000', cap: '8', tiers },
      signing,
    )
    expect(await firstDay(keeper, agreementId, noon('2026-02-05'))).toMatchObject({ late: 0, cost: null })
    // 28 days, 4 late, 3 of grace: 27 of 28 days are 96.4 %.
    expect(await firstDay(keeper, agreementId, noon('2026-02-06'))).toMatchObject({ late: 4, cost: '5000' })
    // 10 late, 3 of grace: 75 %; the worst line is ten percent, capped at eight.
    const { id: occurrenceId } = await firstDay(keeper, agreementId, noon('2026-02-12'))
    await done(submitOccurrence, keeper, { occurrenceId }, noon('2026-02-12'))
    expect(await firstDay(keeper, agreementId, noon('2026-06-01'))).toMatchObject({ cost: '8000', costFixed: true })
  })

  it('is neither cancelled nor taken away, nor asked for in an easier way: it is accepted or waived', async () => {
    const { keeper, agreementId } = await anActiveScene()
    const asked = { ...monthly(keeper.id), evidenceRequired: 'true', graceDays: '2', monthlyFee: '1000', cap: '8' }
    const agreed = { ...asked, tiers: [{ from: '90', pct: '5' }] }
    const { obligationId } = await owed(keeper, agreementId, agreed, signing)
    const [due, next] = (await obligationsOf(keeper, agreementId, day))[0]?.occurrences ?? []
    const cancel = (id: string | undefined) =>
      refusalOf(cancelOccurrence, keeper, { occurrenceId: id, reason: '不做了' }, day)
    expect(await cancel(due?.id)).toBe('agreements.dueNotCancelled')
    expect(await cancel(next?.id)).toBeNull()
    expect(await refusalOf(removeObligation, keeper, { obligationId }, day)).toBe('agreements.dueNotRemoved')
    const edit = (more: object) => refusalOf(editObligation, keeper, { obligationId, ...agreed, ...more }, day)
    const easier = [
      { text: '口頭說明' },
      { graceDays: '60' },
      { evidenceRequired: '' },
      { monthlyFee: '', cap: '', tiers: [] },
      { cap: '1' },
    ]
    for (const more of easier) expect(await edit(more)).toBe('agreements.dueNotEased')
    expect(await edit({ graceDays: '1', leadDays: '10' })).toBeNull()
    await owner()`update agreements set state = 'terminated' where id = ${agreementId}`
    expect(await cancel(due?.id)).toBeNull()
  })

  it('stays with whoever owed it once it was handed in, whoever owns the obligation by now', async () => {
    const { keeper, lead, colleague, agreementId } = await anActiveScene()
    const { obligationId } = await owed(keeper, agreementId, monthly(keeper.id), signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    await done(submitOccurrence, lead, { occurrenceId }, day)
    await done(editObligation, keeper, { obligationId, ...monthly(colleague.id) }, day)
    expect(await refusalOf(acceptOccurrence, keeper, { occurrenceId }, day)).toBe('agreements.lacks_bySomebodyElse')
    const ownerOf = async () =>
      (await owner()`select owner_id from obligation_occurrences where id = ${occurrenceId}`)[0]?.owner_id
    expect(await ownerOf()).toBe(keeper.id)
    await done(rejectOccurrence, colleague, { occurrenceId, reason: '缺三家門市' }, day)
    expect(await ownerOf()).toBe(colleague.id)
  })

  it('is waived when everybody asked consented, and owed until then', async () => {
    const { keeper, lead, workspace, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, monthly(keeper.id), signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    await done(waiveOccurrence, keeper, { occurrenceId, reason: '系統轉換，本月無資料' }, day)
    expect(await firstDay(keeper, agreementId, day)).toMatchObject({ state: 'due', waiting: true })
    await consent(occurrenceId, [lead], day)
    const heard = { runId: occurrenceId, subjectKind: 'obligationWaiver', subjectId: occurrenceId, outcome: 'approved' }
    const task = { input: heard, now: day, workspaceId: workspace.id, jobId: 'once' }
    await finishWaivers.run(task)
    await finishWaivers.run(task)
    expect(await firstDay(keeper, agreementId, day)).toMatchObject({ state: 'waived' })
  })

  it('is waived in writing: nobody records a word for it', async () => {
    const { keeper, lead, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, monthly(keeper.id), signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    await done(waiveOccurrence, keeper, { occurrenceId, reason: '系統轉換，本月無資料' }, day)
    const word = await wordOf(keeper, occurrenceId, lead.id)
    expect(await refusalOf(approveByWord, keeper, word, day)).toBe('approvals.wordNotAllowed')
  })

  it('is owed while its waiver stands by word only, where a company allows that', async () => {
    const { keeper, lead, manager, workspace, agreementId } = await anActiveScene()
    const steps = [{ approver: 'role:salesLead', mode: 'any', order: '1', hours: '24' }]
    const own = { subjectKind: 'obligationWaiver', name: '急件', validFrom: '2026-02-02', steps, allowsWord: 'true' }
    await done(setPolicy, manager, own, day)
    await owed(keeper, agreementId, monthly(keeper.id), signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    await done(waiveOccurrence, keeper, { occurrenceId, reason: '系統轉換，本月無資料' }, day)
    const word = await wordOf(keeper, occurrenceId, lead.id)
    await done(approveByWord, keeper, word, day)
    const heard = { ...word, subjectKind: 'obligationWaiver', subjectId: occurrenceId, outcome: 'approved' }
    const { runId, subjectKind, subjectId, outcome } = heard
    const task = {
      input: { runId, subjectKind, subjectId, outcome },
      now: day,
      workspaceId: workspace.id,
      jobId: 'once',
    }
    await finishWaivers.run(task)
    expect(await firstDay(keeper, agreementId, day)).toMatchObject({ state: 'due', waiting: true })
    const { stepId, contentHash } = word
    await done(writeWord, lead, { runId, stepId, contentHash, agreed: 'true' }, day)
    await finishWaivers.run(task)
    expect(await firstDay(keeper, agreementId, day)).toMatchObject({ state: 'waived', waiting: false })
  })

  it('rests while the agreement is suspended', async () => {
    const { keeper, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, monthly(keeper.id), signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    await owner()`update agreements set state = 'suspended' where id = ${agreementId}`
    expect(await refusalOf(submitOccurrence, keeper, { occurrenceId }, day)).toBe('agreements.agreementPaused')
    expect(await firstDay(keeper, agreementId, noon('2026-03-01'))).toMatchObject({ late: 0, paused: true })
  })

  it('is handled by nobody without a part in it, and does not exist for another company', async () => {
    const { keeper, colleague, agreementId } = await anActiveScene()
    const { obligationId } = await owed(keeper, agreementId, monthly(keeper.id), signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    const stranger = await newcomer('manager')
    const steps = [
      [addObligation, { agreementId, ...monthly(keeper.id) }],
      [editObligation, { obligationId, ...monthly(keeper.id) }],
      [removeObligation, { obligationId }],
      [recordEvent, { obligationId, happenedOn: '2026-02-01' }],
      [submitOccurrence, { occurrenceId }],
      [acceptOccurrence, { occurrenceId }],
      [rejectOccurrence, { occurrenceId, reason: '不合' }],
      [cancelOccurrence, { occurrenceId, reason: '不合' }],
      [waiveOccurrence, { occurrenceId, reason: '不合' }],
      [logReminder, { occurrenceId, letter: '您好' }],
    ] as const
    for (const [command, input] of steps) {
      expect(await refusalOf(command as typeof removeObligation, colleague, input, day)).toBe('notAllowed')
      expect(await refusalOf(command as typeof removeObligation, stranger, input, day)).toBe('notFound')
    }
    expect((await ask(openObligations, stranger, {}, day)).rows).toEqual([])
  })
})

describe('what they owe', () => {
  const theirs = (ownerId: string) => ({ ...monthly(ownerId), party: 'them', text: '端架陳列照片' })

  it('is reminded of by a letter in the language of the agreement, kept as a contact once it was sent', async () => {
    const { keeper, agreementId, accountId } = await anActiveScene()
    await owed(keeper, agreementId, theirs(keeper.id), signing)
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    const draft = await ask(reminderLetter, keeper, { occurrenceId }, day)
    expect(draft.letter).toContain('端架陳列照片')
    expect(draft.letter).toContain('2026年2月2日')
    await done(logReminder, keeper, { occurrenceId, channel: 'mail', letter: draft.letter }, day)
    const { rows } = await ask(contactLog, keeper, { account: accountId }, day)
    expect(rows[0]?.summary).toContain('端架陳列照片')
  })

  it('is not told of in the contact when the agreement is confidential, and ours is never reminded of', async () => {
    const { keeper, agreementId, accountId, colleague } = await anActiveScene()
    await owed(keeper, agreementId, theirs(keeper.id), signing)
    await owner()`update agreements set confidential = true where id = ${agreementId}`
    const { id: occurrenceId } = await firstDay(keeper, agreementId, day)
    await done(logReminder, keeper, { occurrenceId, letter: '端架陳列照片請補' }, day)
    const { rows } = await ask(contactLog, keeper, { account: accountId }, day)
    expect(rows[0]?.summary).not.toContain('端架')
    expect((await ask(openObligations, colleague, {}, day)).rows).toEqual([])
    await owner()`update obligation_occurrences set party = 'us' where id = ${occurrenceId}`
    await expect(ask(reminderLetter, keeper, { occurrenceId }, day)).rejects.toMatchObject({
      code: 'agreements.notTheirs',
    })
  })

  it('stands in the list of what is owed, cut by side, owner and day', async () => {
    const { keeper, agreementId } = await anActiveScene()
    await owed(keeper, agreementId, theirs(keeper.id), signing)
    await owed(keeper, agreementId, { ...monthly(keeper.id), schedule: 'once', everyMonths: '' }, signing)
    const now = noon('2026-03-05')
    const rowsOf = async (address: object) => (await ask(openObligations, keeper, address, now)).rows
    expect(await rowsOf({ party: 'us' })).toMatchObject([{ dueOn: '2026-02-02', late: 31 }])
    const late = await rowsOf({ dueOn: '..2026-03-04', state: 'scheduled,due' })
    expect(late.map(({ party, dueOn }) => [party, dueOn])).toEqual([
      ['them', '2026-02-02'],
      ['us', '2026-02-02'],
      ['them', '2026-03-02'],
    ])
  })
})
