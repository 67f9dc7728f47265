import { describe, expect, it } from 'vitest'
import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { remindInputs } from '@/lib/modules/negotiations/commands-input-reminders'
import {
  acceptInput,
  answer,
  askColleague,
  cancelInput,
  decline,
  dispose,
  waive,
} from '@/lib/modules/negotiations/commands-inputs'
import { remindOverdueInputs } from '@/lib/modules/negotiations/jobs'
import { findOpenInputs, inputsOf, myInputs } from '@/lib/modules/negotiations/queries-inputs'
import { setCalendarDay } from '@/lib/modules/workspace/commands-settings'
import { newcomer, owner, person } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { aScene, type Scene } from './scene'

const now = noon('2026-11-20')
const question = { kind: 'input', question: '端架每週能補貨幾次？', dueOn: '2026-11-25', required: 'true' }

async function asked(scene: Scene, more: object = {}) {
  const { keeper, logistics, negotiationId } = scene
  const input = { negotiationId, askedOf: logistics.id, ...question, ...more }
  return (await done(askColleague, keeper, input, now)).inputId
}
const toldTo = async (actor: Actor) =>
  (await owner()`select text from notifications where member_id = ${actor.id} order by created_at, id`).map(
    (row) => row.text['zh-TW'] as string,
  )
const openFor = (actor: Actor, negotiationId: string, at = now) =>
  inTransaction(actor, 'read only', (tx) => findOpenInputs({ tx, actor, now: at }, negotiationId))

describe('asking a colleague', () => {
  it('tells them, shows them the question, and keeps the negotiation from being ready', async () => {
    const scene = await aScene()
    const { keeper, logistics, negotiationId } = scene
    await asked(scene)
    expect((await toldTo(logistics))[0]).toContain('端架每週能補貨幾次')
    expect((await ask(myInputs, logistics, {}, now)).waiting).toMatchObject([{ question: question.question }])
    expect(await openFor(keeper, negotiationId)).toMatchObject([{ name: '吳柏翰', why: 'unanswered' }])
  })

  it('is for whoever leads the negotiation', async () => {
    const scene = await aScene()
    const { colleague, finance, logistics, negotiationId } = scene
    const input = { negotiationId, askedOf: logistics.id, ...question }
    expect(await refusalOf(askColleague, colleague, input, now)).toBe('notAllowed')
    expect(await refusalOf(askColleague, finance, input, now)).toBe('notAllowed')
    expect(await refusalOf(askColleague, await newcomer('manager'), input, now)).toBe('notFound')
  })

  it('goes to somebody else, for today or later, with the discipline when it is advice', async () => {
    const scene = await aScene()
    const { keeper, logistics, negotiationId, workspace } = scene
    const input = { negotiationId, askedOf: logistics.id, ...question }
    expect(await refusalOf(askColleague, keeper, { ...input, askedOf: keeper.id }, now)).toBe(
      'negotiations.askedNobodyElse',
    )
    const auditor = await person('auditor', workspace, { name: '查帳員' })
    for (const askedOf of [auditor.id, (await newcomer('specialist')).id])
      expect(await refusalOf(askColleague, keeper, { ...input, askedOf }, now)).toBe('negotiations.askedUnknown')
    expect(await refusalOf(askColleague, keeper, { ...input, dueOn: '2026-11-19' }, now)).toBe('negotiations.dueBehind')
    expect(await refusalOf(askColleague, keeper, { ...input, kind: 'advice' }, now)).toBe(
      'negotiations.disciplineMissing',
    )
  })

  it('goes to nobody who cannot see a restricted account', async () => {
    const scene = await aScene()
    const { keeper, lead, logistics, negotiationId, accountId } = scene
    await owner()`update accounts set restricted = true where id = ${accountId}`
    const input = { negotiationId, ...question }
    expect(await refusalOf(askColleague, keeper, { ...input, askedOf: logistics.id }, now)).toBe(
      'negotiations.askedUnknown',
    )
    expect(await refusalOf(askColleague, keeper, { ...input, askedOf: lead.id }, now)).toBe(null)
  })
})

describe('whoever is asked', () => {
  it('takes it on and answers with a stance, and whoever asked is told', async () => {
    const scene = await aScene()
    const { keeper, logistics, negotiationId } = scene
    const inputId = await asked(scene)
    await done(acceptInput, logistics, { inputId }, now)
    expect(await refusalOf(answer, logistics, { inputId, answer: '三次' }, now)).toBe('negotiations.stanceMissing')
    await done(answer, logistics, { inputId, answer: '最多三次', stance: 'concern' }, now)
    expect((await toldTo(keeper))[0]).toContain('已就')
    expect(await openFor(keeper, negotiationId)).toMatchObject([{ name: '吳柏翰', why: 'undisposed' }])
  })

  it('may mend the answer until somebody says what became of it', async () => {
    const scene = await aScene()
    const { keeper, logistics } = scene
    const inputId = await asked(scene)
    await done(answer, logistics, { inputId, answer: '三次', stance: 'support' }, now)
    await done(answer, logistics, { inputId, answer: '兩次', stance: 'concern' }, now)
    await done(dispose, keeper, { inputId, disposition: 'adopted' }, now)
    const late = { inputId, answer: '四次', stance: 'support' }
    expect(await refusalOf(answer, logistics, late, now)).toBe('negotiations.notAskedAnyMore')
  })

  it('declines with a reason, and nothing waits any more', async () => {
    const scene = await aScene()
    const { keeper, logistics, negotiationId } = scene
    const inputId = await asked(scene)
    await done(decline, logistics, { inputId, because: '下週休假' }, now)
    expect((await toldTo(keeper))[0]).toContain('下週休假')
    expect(await openFor(keeper, negotiationId)).toEqual([])
    expect((await ask(myInputs, logistics, {}, now)).waiting).toEqual([])
  })

  it('is the only one who answers, takes on or declines', async () => {
    const scene = await aScene()
    const { keeper, finance } = scene
    const inputId = await asked(scene)
    const stranger = await newcomer('manager')
    for (const [command, input] of [
      [acceptInput, { inputId }],
      [answer, { inputId, answer: '三次', stance: 'support' }],
      [decline, { inputId, because: '不知道' }],
    ] as const) {
      expect(await refusalOf(command, keeper, input, now)).toBe('notAllowed')
      expect(await refusalOf(command, finance, input, now)).toBe('notAllowed')
      expect(await refusalOf(command, stranger, input, now)).toBe('notFound')
    }
  })

  it('recommends, when it is an expert', async () => {
    const scene = await aScene()
    const { finance } = scene
    const inputId = await asked(scene, { askedOf: finance.id, kind: 'advice', discipline: 'finance' })
    const said = { inputId, answer: '付款天數不宜超過 60 天' }
    expect(await refusalOf(answer, finance, { ...said, stance: 'object' }, now)).toBe(
      'negotiations.recommendationMissing',
    )
    await done(answer, finance, { ...said, recommendation: 'proceedWithChanges' }, now)
  })
})

describe('an answer that is overdue', () => {
  const run = ({ workspace }: Scene, day: string) =>
    remindOverdueInputs.run({ input: {}, now: noon(day), workspaceId: workspace.id, jobId: 'j' })

  it('is told to whoever was asked and to whoever asked, once, from the day after', async () => {
    const scene = await aScene()
    const { keeper, logistics, manager } = scene
    await asked(scene)
    const before = [(await toldTo(logistics)).length, (await toldTo(keeper)).length]
    await run(scene, '2026-11-25')
    expect([(await toldTo(logistics)).length, (await toldTo(keeper)).length]).toEqual(before)
    for (const day of ['2026-11-26', '2026-11-26', '2026-11-27', '2026-12-08']) await run(scene, day)
    expect((await toldTo(logistics)).slice(before[0])).toEqual([expect.stringContaining('端架每週能補貨幾次')])
    expect((await toldTo(keeper)).slice(before[1])).toEqual([expect.stringContaining('吳柏翰 未在期限')])
    expect(await toldTo(manager)).toEqual([])
  })

  it('is none when it was answered, declined or taken back, or when the negotiation is over', async () => {
    const scene = await aScene()
    const { keeper, logistics, negotiationId, workspace } = scene
    await done(answer, logistics, { inputId: await asked(scene), answer: '三次', stance: 'support' }, now)
    await done(decline, logistics, { inputId: await asked(scene), because: '休假' }, now)
    await done(cancelInput, keeper, { inputId: await asked(scene) }, now)
    const job = workspaceActor(workspace.id)
    const reminded = async () => (await done(remindInputs, job, {}, noon('2026-11-26'))).reminded
    expect(await reminded()).toBe(0)
    await asked(scene)
    expect(await reminded()).toBe(1)
    await owner()`update negotiations set state = 'noDeal' where id = ${negotiationId}`
    expect(await reminded()).toBe(0)
  })

  it('is told by the product alone, and in its own workspace', async () => {
    const scene = await aScene()
    await asked(scene)
    const administrator = await person('administrator', scene.workspace)
    expect(await refusalOf(remindInputs, administrator, {}, noon('2026-11-26'))).toBe('notAllowed')
    expect(await refusalOf(remindInputs, scene.keeper, {}, noon('2026-11-26'))).toBe('notAllowed')
    const other = workspaceActor((await newcomer('manager')).workspaceId)
    expect(await done(remindInputs, other, {}, noon('2026-11-26'))).toEqual({ reminded: 0 })
  })
})

describe('what became of an answer', () => {
  it('is seen by who gave it, with the reason, and opens the way', async () => {
    const scene = await aScene()
    const { keeper, logistics, negotiationId } = scene
    const inputId = await asked(scene)
    await done(answer, logistics, { inputId, answer: '三次', stance: 'support' }, now)
    expect(await refusalOf(dispose, keeper, { inputId, disposition: 'partly' }, now)).toBe('negotiations.reasonMissing')
    await done(dispose, keeper, { inputId, disposition: 'partly', reason: '先談兩次' }, now)
    expect((await toldTo(logistics)).join()).toContain('先談兩次')
    expect((await ask(myInputs, logistics, {}, now)).said).toMatchObject([{ disposition: 'partly' }])
    expect(await openFor(keeper, negotiationId)).toEqual([])
    expect(await refusalOf(dispose, keeper, { inputId, disposition: 'adopted' }, now)).toBe('negotiations.notAnswered')
  })

  it('is not said by who gave it', async () => {
    const scene = await aScene()
    const { lead, manager, colleague } = scene
    const inputId = await asked(scene, { askedOf: lead.id })
    expect(await refusalOf(dispose, manager, { inputId, disposition: 'adopted' }, now)).toBe('negotiations.notAnswered')
    await done(answer, lead, { inputId, answer: '可以', stance: 'support' }, now)
    expect(await refusalOf(dispose, lead, { inputId, disposition: 'adopted' }, now)).toBe('negotiations.ownAnswer')
    expect(await refusalOf(dispose, colleague, { inputId, disposition: 'adopted' }, now)).toBe('notAllowed')
    expect(await refusalOf(dispose, await newcomer('manager'), { inputId, disposition: 'adopted' }, now)).toBe(
      'notFound',
    )
  })

  it('is told to managers when an expert is not followed', async () => {
    const scene = await aScene()
    const { keeper, finance, manager } = scene
    const inputId = await asked(scene, { askedOf: finance.id, kind: 'advice', discipline: 'finance' })
    await done(answer, finance, { inputId, answer: '不宜', recommendation: 'doNotProceed' }, now)
    await done(dispose, keeper, { inputId, disposition: 'notAdopted', reason: '對方已有保證' }, now)
    expect((await toldTo(manager)).join()).toContain('未依專家建議（財務）')
  })
})

describe('a question', () => {
  it('is taken back while nobody has answered', async () => {
    const scene = await aScene()
    const { keeper, logistics, colleague } = scene
    const inputId = await asked(scene)
    expect(await refusalOf(cancelInput, colleague, { inputId }, now)).toBe('notAllowed')
    expect(await refusalOf(cancelInput, await newcomer('manager'), { inputId }, now)).toBe('notFound')
    await done(cancelInput, keeper, { inputId }, now)
    expect(await refusalOf(answer, logistics, { inputId, answer: '三次', stance: 'support' }, now)).toBe(
      'negotiations.notAskedAnyMore',
    )
  })

  it('rests when the negotiation is over', async () => {
    const scene = await aScene()
    const { logistics, negotiationId } = scene
    const inputId = await asked(scene)
    await owner()`update negotiations set state = 'noDeal' where id = ${negotiationId}`
    expect(await refusalOf(acceptInput, logistics, { inputId }, now)).toBe('negotiations.at_noDeal')
    expect((await ask(myInputs, logistics, {}, now)).waiting).toEqual([])
  })
})

describe('a lead’s word', () => {
  it('opens the way until the end of the next working day, over the weekend and a typhoon', async () => {
    const scene = await aScene()
    const { keeper, lead, negotiationId, workspace } = scene
    const administrator = await person('administrator', workspace)
    await done(setCalendarDay, administrator, { day: '2026-11-23', kind: 'closed', name: '颱風' })
    await asked(scene, { dueOn: '2026-12-31' })
    const { holdsUntil } = await done(waive, lead, { negotiationId, reason: '明天就要談' }, now)
    expect(holdsUntil).toBe('2026-11-24')
    expect(await openFor(keeper, negotiationId, noon('2026-11-24'))).toEqual([])
    expect(await openFor(keeper, negotiationId, noon('2026-11-25'))).toHaveLength(1)
    expect((await toldTo(keeper)).join()).toContain('蔡淑芬')
  })

  it('is no account manager’s, nobody’s own, and no stranger’s', async () => {
    const scene = await aScene()
    const { keeper, lead, negotiationId, workspace } = scene
    expect(await refusalOf(waive, keeper, { negotiationId, reason: '急' }, now)).toBe('notAllowed')
    const otherLead = await person('salesLead', workspace, { name: '別組主管' })
    expect(await refusalOf(waive, otherLead, { negotiationId, reason: '急' }, now)).toBe('notAllowed')
    expect(await refusalOf(waive, await newcomer('manager'), { negotiationId, reason: '急' }, now)).toBe('notFound')
    await owner()`update negotiations set owner_id = ${lead.id} where id = ${negotiationId}`
    expect(await refusalOf(waive, lead, { negotiationId, reason: '急' }, now)).toBe('negotiations.ownWord')
  })
})

it('whoever sees the account reads what was asked; the form is for who leads', async () => {
  const scene = await aScene()
  const { keeper, logistics, negotiationId } = scene
  await asked(scene)
  expect(await ask(inputsOf, logistics, { negotiationId }, now)).toMatchObject({ mayLead: false, colleagues: [] })
  const view = await ask(inputsOf, keeper, { negotiationId }, now)
  expect(view.mayLead).toBe(true)
  expect(view.colleagues.map(({ name }) => name)).toContain('吳柏翰')
  expect(view.colleagues.map(({ id }) => id)).not.toContain(keeper.id)
})
