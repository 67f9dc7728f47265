import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { log } from '@/lib/modules/interactions/commands'
import { complete } from '@/lib/modules/interactions/commands-plans'
import { completeTask } from '@/lib/modules/interactions/commands-tasks'
import { evidence } from '@/lib/modules/interactions/evidence'
import { stepsOf } from '@/lib/modules/interactions/queries'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, daysLater, given, wednesday } from './scene'

const now = wednesday
const found = (actor: Actor, indicator: string, about = {}) =>
  inTransaction(actor, 'read only', async (tx) => {
    const rows = await Promise.all(
      evidence.filter((rule) => rule.indicator === indicator).map((rule) => rule.run({ tx, actor, now }, about)),
    )
    return rows.flat()
  })

describe('evidence', () => {
  it('of BGM-1.3 is a plan that was kept, and a contact that came in time', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const contact = (day: string) =>
      perform(log, manager, { accountId, channel: 'visit', summary: '拜訪', day, time: '10:00' }, { now })
    const first = given(await contact('2026-10-01'))
    expect(await found(manager, 'BGM-1.3')).toEqual([])
    const inTime = given(await contact('2026-10-12'))
    const late = given(await contact('2026-11-12'))
    const plan = given(await contact('2026-12-24'))
    given(await perform(complete, manager, { interactionId: plan.id }, { now: daysLater(40) }))
    const rows = await found(manager, 'BGM-1.3', { accountId, memberId: manager.id })
    expect(rows).toEqual([
      { indicator: 'BGM-1.3', memberId: manager.id, subjectKind: 'interaction', subjectId: plan.id, day: '2026-12-24' },
      {
        indicator: 'BGM-1.3',
        memberId: manager.id,
        subjectKind: 'interaction',
        subjectId: inTime.id,
        day: '2026-10-12',
      },
    ])
    expect(rows.map((row) => row.subjectId)).not.toContain(first.id)
    expect(rows.map((row) => row.subjectId)).not.toContain(late.id)
  })

  it('of BGM-4.4 is every two-way contact, and it belongs to who spoke, not to who typed', async () => {
    const workspace = await aWorkspace()
    const [manager, assistant] = [await person('accountManager', workspace), await person('salesAssistant', workspace)]
    const accountId = await anAccount(manager)
    const entered = { accountId, channel: 'call', summary: '問候', speakerId: manager.id }
    const { id } = given(await perform(log, assistant, entered, { now }))
    given(await perform(log, manager, { accountId, channel: 'mail', summary: '寄信' }, { now }))
    expect(await found(manager, 'BGM-4.4')).toMatchObject([{ memberId: manager.id, subjectId: id, day: '2026-11-18' }])
    expect(await found(manager, 'BGM-4.4', { memberId: assistant.id })).toEqual([])
  })

  it('of KRM-1.2 is a contact with a colleague’s account, and a next step that was kept', async () => {
    const workspace = await aWorkspace()
    const [manager, colleague] = [await person('accountManager', workspace), await person('specialist', workspace)]
    const accountId = await anAccount(manager)
    const nextSteps = [{ text: '寄檢驗報告', dueOn: '2026-11-20', assigneeId: colleague.id }]
    given(await perform(log, manager, { accountId, channel: 'call', summary: '問候', nextSteps }, { now }))
    const visit = given(await perform(log, colleague, { accountId, channel: 'visit', summary: '驗貨' }, { now }))
    const [step] = (await ask(stepsOf, colleague, {})).rows
    given(await perform(completeTask, colleague, { taskId: step?.id }, { now }))
    expect(await found(manager, 'KRM-1.2', { accountId })).toMatchObject([
      { memberId: colleague.id, subjectKind: 'interaction', subjectId: visit.id },
      { memberId: colleague.id, subjectKind: 'task', subjectId: step?.id, day: '2026-11-18' },
    ])
  })

  it('is found only where the reader may see the account', async () => {
    const workspace = await aWorkspace()
    const [manager, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const accountId = await anAccount(manager, { restricted: true })
    given(await perform(log, manager, { accountId, channel: 'call', summary: '問候' }, { now }))
    expect(await found(other, 'BGM-4.4')).toEqual([])
    expect(await found(await newcomer('manager'), 'BGM-4.4')).toEqual([])
  })
})
