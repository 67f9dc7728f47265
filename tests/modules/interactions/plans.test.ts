import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { log, restore } from '@/lib/modules/interactions/commands'
import { cancelPlan, complete, plan } from '@/lib/modules/interactions/commands-plans'
import { byId } from '@/lib/modules/interactions/queries-timeline'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, clockOf, daysLater, given, somebodyAt, wednesday } from './scene'

const now = wednesday
const refused = (code: string) => ({ ok: false, refusal: { code } })
const visit = { channel: 'visit', summary: '拜訪採購', day: '2026-11-24', time: '10:00' }
const planned = async (actor: Actor, more: object = {}) => {
  const accountId = await anAccount(actor)
  const { id } = given(await perform(log, actor, { accountId, ...visit, ...more }, { now }))
  return { accountId, interactionId: id }
}
const seen = (actor: Actor, interactionId: string) => ask(byId, actor, { interactionId })

describe('planning in one click', () => {
  it('proposes a call on the next workday, and the account counts as planned', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const friday = daysLater(2)
    const made = given(await perform(plan, manager, { accountId }, { now: friday }))
    expect(made).toMatchObject({ planned: true, day: '2026-11-23', cadence: 'planned' })
    expect(await seen(manager, made.id)).toMatchObject({ channel: 'call', summary: '定期聯繫', timeKnown: false })
    expect(await clockOf(manager, accountId)).toMatchObject({ nextPlannedId: made.id, lastTwoWayAt: null })
  })

  it('takes a day of one’s own, but only one that lies ahead', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const attempt = (day: string) => perform(plan, manager, { accountId, day, channel: 'meal' }, { now })
    expect(await attempt('2026-11-18')).toMatchObject(refused('interactions.planLiesBehind'))
    expect(await attempt('2026-11-21')).toMatchObject({ ok: true, value: { day: '2026-11-21' } })
  })

  it('is refused to the auditor and from another workspace', async () => {
    const workspace = await aWorkspace()
    const accountId = await anAccount(await person('accountManager', workspace))
    expect(await perform(plan, await person('auditor', workspace), { accountId })).toMatchObject(refused('notAllowed'))
    expect(await perform(plan, await newcomer('accountManager'), { accountId })).toMatchObject(refused('notFound'))
  })
})

describe('a plan that happened', () => {
  it('becomes history at its own moment, is two-way as its channel is, and renews the clock', async () => {
    const manager = await newcomer('accountManager')
    const { accountId, interactionId } = await planned(manager)
    const later = daysLater(7)
    const done = given(
      await perform(complete, manager, { interactionId, nextSteps: [{ text: '寄會議紀錄' }] }, { now: later }),
    )
    expect(done.steps).toMatchObject([{ text: '寄會議紀錄', dueOn: '2026-11-26' }])
    expect(await seen(manager, interactionId)).toMatchObject({ planned: false, happenedAt: '2026-11-24T02:00:00.000Z' })
    expect(await clockOf(manager, accountId)).toMatchObject({
      lastTwoWayId: interactionId,
      nextPlannedAt: null,
      dueOn: '2026-12-08',
    })
  })

  it('that came earlier than planned happened now; a moment that lies ahead is refused', async () => {
    const manager = await newcomer('accountManager')
    const { interactionId } = await planned(manager)
    const ahead = perform(complete, manager, { interactionId, day: '2026-11-23' }, { now })
    expect(await ahead).toMatchObject(refused('interactions.notYetHappened'))
    given(await perform(complete, manager, { interactionId, summary: '提早碰面' }, { now }))
    expect(await seen(manager, interactionId)).toMatchObject({ happenedAt: now.toISOString(), summary: '提早碰面' })
    expect(await perform(complete, manager, { interactionId }, { now })).toMatchObject(refused('interactions.notAPlan'))
  })

  it('counts for the people who were to be there', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const wang = await somebodyAt(manager, accountId, '王大明')
    const { id } = given(await perform(log, manager, { accountId, ...visit, personIds: [wang] }, { now }))
    expect((await seen(manager, id)).people).toMatchObject([{ answered: false }])
    given(await perform(complete, manager, { interactionId: id }, { now: daysLater(7) }))
    expect((await seen(manager, id)).people).toMatchObject([{ answered: true }])
  })

  it('is refused to a colleague who does not serve the account, and unknown elsewhere', async () => {
    const workspace = await aWorkspace()
    const { interactionId } = await planned(await person('accountManager', workspace))
    const other = await person('accountManager', workspace)
    const stranger = await newcomer('manager')
    expect(await perform(complete, other, { interactionId })).toMatchObject(refused('interactions.notYours'))
    expect(await perform(complete, stranger, { interactionId })).toMatchObject(refused('notFound'))
    expect(await perform(cancelPlan, other, { interactionId })).toMatchObject(refused('interactions.notYours'))
    expect(await perform(cancelPlan, stranger, { interactionId })).toMatchObject(refused('notFound'))
  })
})

describe('a plan that is given up', () => {
  it('leaves the clock, with its reason, and can come back', async () => {
    const manager = await newcomer('accountManager')
    const { accountId, interactionId } = await planned(manager)
    given(await perform(cancelPlan, manager, { interactionId, because: '客戶出國' }, { now }))
    expect(await clockOf(manager, accountId)).toMatchObject({ nextPlannedAt: null })
    expect(await seen(manager, interactionId)).toMatchObject({ withdrawn: true })
    given(await perform(restore, manager, { interactionId }, { now }))
    expect(await clockOf(manager, accountId)).toMatchObject({ nextPlannedId: interactionId })
  })

  it('cannot be something that has happened', async () => {
    const manager = await newcomer('accountManager')
    const { interactionId } = await planned(manager, { day: '2026-11-10' })
    expect(await perform(cancelPlan, manager, { interactionId })).toMatchObject(refused('interactions.notAPlan'))
  })
})
