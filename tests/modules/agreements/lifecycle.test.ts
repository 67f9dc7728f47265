import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { draft } from '@/lib/modules/agreements/commands'
import { decideRenewal } from '@/lib/modules/agreements/commands-decisions'
import { putOnHold, releaseHold } from '@/lib/modules/agreements/commands-holds'
import { giveNotice, resume, supersede, suspend, terminate } from '@/lib/modules/agreements/commands-lifecycle'
import { keepTerms as keep } from '@/lib/modules/agreements/commands-watch'
import { keepTerms } from '@/lib/modules/agreements/jobs'
import { exitItems } from '@/lib/modules/agreements/model-lifecycle'
import { term } from '@/lib/modules/agreements/queries-term'
import { byId as negotiation } from '@/lib/modules/negotiations/queries'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { aFile, anActiveScene, inForce, monthly, obligationsOf, owed } from './obligations-scene'
import { annual, aScene } from './scene'

const day = noon('2026-06-01')
const termOf = (actor: Actor, agreementId: string, now = day) => ask(term, actor, { agreementId }, now)
const morning = ({ workspace }: { workspace: { id: string } }, on: string) =>
  keepTerms.run({ input: {}, now: noon(on), workspaceId: workspace.id, jobId: on })

/** The renewing contract of the worked example, signed. */
async function aRenewing(more: object = {}) {
  const scene = await aScene()
  const { keeper, accountId } = scene
  const about = { ...annual, title: '自動續約合約', renewal: 'autoRenew', renewalMonths: '12', ...more }
  const { agreementId } = await done(draft, keeper, { accountId, ...about }, noon('2025-12-01'))
  await inForce(scene, agreementId)
  return { ...scene, agreementId }
}

const versionsOf = (agreementId: string) =>
  owner()<{ kind: string; valid_from: Date; content_hash: string }[]>`
    select kind, valid_from::text, content_hash from agreement_versions where agreement_id = ${agreementId} order by number`

describe('what comes after', () => {
  it('is decided before the deadline, otherwise if need be, and asked for no more', async () => {
    const { keeper, agreementId } = await anActiveScene()
    await done(decideRenewal, keeper, { agreementId, decision: 'lapse', reason: '市場調整' }, day)
    await done(decideRenewal, keeper, { agreementId, decision: 'terminate', reason: '對方違約' }, day)
    const { decisions, marks } = await termOf(keeper, agreementId)
    expect(decisions).toMatchObject([{ noticeOn: '2026-10-02', decision: 'terminate', missedOn: null }])
    expect(marks).toEqual([])
  })

  it('stays missed for ever when the deadline passed, also where it is decided later', async () => {
    const scene = await anActiveScene()
    const { keeper, agreementId } = scene
    await morning(scene, '2026-10-05')
    expect((await termOf(keeper, agreementId, noon('2026-10-05'))).marks).toContain('noticeMissed')
    await done(decideRenewal, keeper, { agreementId, decision: 'lapse', reason: '補決定' }, noon('2026-10-06'))
    await morning(scene, '2026-10-07')
    const { decisions, marks } = await termOf(keeper, agreementId, noon('2026-10-07'))
    expect(decisions).toMatchObject([{ decision: 'lapse', missedOn: '2026-10-03' }])
    expect(marks).toContain('noticeMissed')
  })

  it('is missed as well when somebody decides late before the morning noticed it', async () => {
    const { keeper, agreementId } = await anActiveScene()
    await done(decideRenewal, keeper, { agreementId, decision: 'lapse', reason: '晚了' }, noon('2026-10-03'))
    expect((await termOf(keeper, agreementId)).decisions).toMatchObject([{ missedOn: '2026-10-03' }])
  })

  it('opens the talks once, with the results of this agreement; a confidential one brings none', async () => {
    const { keeper, agreementId } = await anActiveScene()
    const results = '端架給 2%，條件陳列占比 ≥ 95%；實績 91%'
    const about = { agreementId, decision: 'renegotiate', reason: '成本上升', results }
    const { negotiationId } = await done(decideRenewal, keeper, about, day)
    const again = await done(decideRenewal, keeper, { ...about, decision: 'renew' }, day)
    expect(again.negotiationId).toBe(negotiationId)
    const opened = await ask(negotiation, keeper, { negotiationId }, day)
    expect(JSON.stringify(opened)).toContain('實績 91%')
    await owner()`update agreement_decisions set negotiation_id = null where agreement_id = ${agreementId}`
    await owner()`update agreements set confidential = true where id = ${agreementId}`
    const other = await done(decideRenewal, keeper, about, day)
    expect(JSON.stringify(await ask(negotiation, keeper, { negotiationId: other.negotiationId }, day))).not.toContain(
      '91%',
    )
  })

  it('is no question of a draft, nor of one without an end', async () => {
    const { keeper, agreementId } = await aScene()
    const about = { agreementId, decision: 'lapse', reason: '無' }
    expect(await refusalOf(decideRenewal, keeper, about, day)).toBe('agreements.notInForce')
    await owner()`update agreements set state = 'active', ends_on = '9999-12-31', notice_on = '9999-12-31'
      where id = ${agreementId}`
    expect(await refusalOf(decideRenewal, keeper, about, day)).toBe('agreements.noEnd')
  })
})

describe('every morning', () => {
  it('one agreement that cannot be kept does not hold back the others, and is not passed over in silence', async () => {
    const scene = await aScene()
    const { keeper, accountId, workspace } = scene
    await inForce(scene, scene.agreementId, noon('2025-12-20'))
    const other = await done(draft, keeper, { accountId, ...annual }, noon('2025-12-01'))
    await inForce(scene, other.agreementId, noon('2025-12-20'))
    const [broken, kept] = [scene.agreementId, other.agreementId].sort()
    await owner()`update agreements set title = ${'約'.repeat(2000)} where id = ${broken ?? ''}`
    await expect(morning(scene, '2026-11-15')).rejects.toMatchObject({ code: 'invalid' })
    const states = await owner()<{ id: string; state: string }[]>`
      select id, state from agreements where workspace_id = ${workspace.id} and id in (${broken ?? ''}, ${kept ?? ''}) order by id`
    expect(states.map(({ state }) => state)).toEqual(['executed', 'active'])
  })

  it('a signed agreement begins on its first day, one signed late at once', async () => {
    const scene = await aScene()
    await inForce(scene, scene.agreementId, noon('2025-12-20'))
    await morning(scene, '2025-12-31')
    expect((await termOf(scene.keeper, scene.agreementId)).state).toBe('executed')
    await morning(scene, '2026-01-01')
    expect((await termOf(scene.keeper, scene.agreementId)).state).toBe('active')
  })

  it('one that renews by itself does, with a version of its own for each term, and the old one stays', async () => {
    const scene = await aRenewing()
    await morning(scene, '2026-12-31')
    expect(await versionsOf(scene.agreementId)).toHaveLength(1)
    await morning(scene, '2027-01-01')
    const [old, renewed, ...more] = await versionsOf(scene.agreementId)
    expect(more).toEqual([])
    expect(renewed).toEqual({ kind: 'renewal', valid_from: '2027-01-01', content_hash: expect.any(String) })
    expect(renewed?.content_hash).not.toBe(old?.content_hash)
    expect(await termOf(scene.keeper, scene.agreementId, noon('2027-01-01'))).toMatchObject({
      state: 'active',
      endsOn: '2027-12-31',
      deadline: '2027-10-02',
      decisions: [{ noticeOn: '2026-10-02', missedOn: '2026-10-03' }],
    })
  })

  it('makes up two years in which it did not run, and nothing twice', async () => {
    const scene = await aRenewing()
    await morning(scene, '2028-02-01')
    await morning(scene, '2028-02-01')
    expect((await versionsOf(scene.agreementId)).map(({ valid_from }) => valid_from)).toEqual([
      '2026-01-01',
      '2027-01-01',
      '2028-01-01',
    ])
    const { decisions, endsOn } = await termOf(scene.keeper, scene.agreementId, noon('2028-02-01'))
    expect(decisions.map(({ noticeOn, missedOn }) => [noticeOn, missedOn])).toEqual([
      ['2027-10-02', '2027-10-03'],
      ['2026-10-02', '2026-10-03'],
    ])
    expect(endsOn).toBe('2028-12-31')
  })

  it('does not renew what was stopped in time, and renews once more what was stopped too late', async () => {
    const intime = await aRenewing()
    const stop = { agreementId: intime.agreementId, decision: 'lapse', reason: '不續' }
    await done(decideRenewal, intime.keeper, stop, noon('2026-10-02'))
    await morning(intime, '2027-01-01')
    expect((await termOf(intime.keeper, intime.agreementId)).state).toBe('expired')
    const late = await aRenewing()
    await done(decideRenewal, late.keeper, { ...stop, agreementId: late.agreementId }, noon('2026-10-03'))
    await morning(late, '2027-01-01')
    expect(await termOf(late.keeper, late.agreementId)).toMatchObject({ state: 'active', endsOn: '2027-12-31' })
    await morning(late, '2028-01-01')
    expect((await termOf(late.keeper, late.agreementId)).state).toBe('expired')
  })

  it('renews what was stopped too late where the next deadline is decided otherwise', async () => {
    const late = await aRenewing()
    const about = { agreementId: late.agreementId, reason: '再議' }
    await done(decideRenewal, late.keeper, { ...about, decision: 'lapse' }, noon('2026-10-03'))
    await morning(late, '2027-01-01')
    await done(decideRenewal, late.keeper, { ...about, decision: 'renew' }, noon('2027-09-01'))
    await morning(late, '2028-01-01')
    expect(await termOf(late.keeper, late.agreementId)).toMatchObject({ state: 'active', endsOn: '2028-12-31' })
  })

  it('keeps what was decided in time when it is said again too late, and counts another decision from its own day', async () => {
    const scene = await aRenewing()
    const { keeper, agreementId } = scene
    const decide = (decision: string, on: string) =>
      done(decideRenewal, keeper, { agreementId, decision, reason: `${on} 的理由` }, noon(on))
    await decide('lapse', '2026-09-20')
    await decide('terminate', '2026-10-10')
    expect((await termOf(keeper, agreementId)).decisions).toMatchObject([
      { decision: 'terminate', reason: '2026-10-10 的理由', on: '2026-09-20' },
    ])
    await decide('renew', '2026-10-11')
    expect((await termOf(keeper, agreementId)).decisions).toMatchObject([{ decision: 'renew', on: '2026-10-11' }])
    const other = await aRenewing()
    const lapse = { agreementId: other.agreementId, decision: 'lapse', reason: '不續' }
    await done(decideRenewal, other.keeper, lapse, noon('2026-09-20'))
    await done(decideRenewal, other.keeper, lapse, noon('2026-10-10'))
    await morning(other, '2027-01-01')
    expect((await termOf(other.keeper, other.agreementId)).state).toBe('expired')
  })

  it('one that does not renew expires the day after its last, and is kept for ten years', async () => {
    const scene = await anActiveScene()
    await owed(scene.keeper, scene.agreementId, monthly(scene.keeper.id), noon('2026-01-02'))
    await morning(scene, '2026-12-31')
    expect((await termOf(scene.keeper, scene.agreementId)).state).toBe('active')
    await morning(scene, '2027-01-01')
    expect(await termOf(scene.keeper, scene.agreementId)).toMatchObject({
      state: 'expired',
      endedOn: '2026-12-31',
      retentionUntil: '2036-12-31',
    })
  })

  it('reminds owner and backup of the deadline once for each step, the nearest where days were left out, managers of the last thirty days', async () => {
    const scene = await anActiveScene()
    const { keeper, colleague, agreementId } = scene
    await owner()`update agreements set backup_id = ${colleague.id} where id = ${agreementId}`
    for (const on of ['2026-04-04', '2026-04-05', '2026-04-06', '2026-09-20', '2026-10-01', '2026-10-02', '2026-10-03'])
      await morning(scene, on)
    const { reminders } = await termOf(keeper, agreementId)
    const toldTo = (name: string) =>
      reminders.filter((each) => each.name === name).map(({ kind, step, toldOn }) => [kind, step, toldOn])
    expect(toldTo('林怡君')).toEqual([
      ['missed', 0, '2026-10-03'],
      ['notice', 1, '2026-10-01'],
      ['notice', 14, '2026-09-20'],
      ['notice', 180, '2026-04-05'],
    ])
    expect(toldTo('陳志明')).toHaveLength(4)
    const managers = await owner()<{ key: string }[]>`select key from notifications
      where member_id = ${scene.manager.id} and kind = 'agreementTerm' order by created_at`
    expect(managers).toHaveLength(3)
  })

  it('lays out what is owed, lets it fall due, and tells its owner once for each step', async () => {
    const scene = await anActiveScene()
    const { keeper, agreementId } = scene
    await owed(keeper, agreementId, monthly(keeper.id), noon('2026-01-02'))
    for (const on of ['2026-01-25', '2026-01-26', '2026-01-26', '2026-02-01', '2026-02-03']) await morning(scene, on)
    const told = await owner()<{ key: string }[]>`select key from notifications
      where member_id = ${keeper.id} and kind = 'obligation' order by key`
    expect(told.map(({ key }) => key.split('.').at(-1))).toEqual([
      '2026-02-02 ahead 1',
      '2026-02-02 ahead 14',
      '2026-02-02 ahead 7',
      '2026-02-02 day 1',
    ])
    expect((await obligationsOf(keeper, agreementId, noon('2026-02-03')))[0]?.occurrences[0]).toMatchObject({
      state: 'due',
      late: 1,
    })
  })

  it('is kept by the product itself alone', async () => {
    const { manager, agreementId } = await anActiveScene()
    const administrator = await newcomer('administrator')
    expect(await refusalOf(keep, manager, { agreementIds: [agreementId] })).toBe('notAllowed')
    expect(await refusalOf(keep, administrator, { agreementIds: [agreementId] })).toBe('notAllowed')
  })
})

describe('an agreement', () => {
  it('is suspended until a day with its reason, and goes on by itself; what fell into the pause is not owed', async () => {
    const scene = await anActiveScene()
    const { keeper, manager, agreementId } = scene
    await owed(keeper, agreementId, monthly(keeper.id), noon('2026-01-02'))
    const pause = { agreementId, reason: '對方停工', until: '2026-04-15' }
    expect(await refusalOf(suspend, keeper, pause, noon('2026-03-01'))).toBe('notAllowed')
    expect(await refusalOf(suspend, manager, { ...pause, until: '2026-02-01' }, noon('2026-03-01'))).toBe(
      'agreements.stepLacks',
    )
    await done(suspend, manager, pause, noon('2026-03-01'))
    await morning(scene, '2026-04-15')
    expect((await termOf(keeper, agreementId)).suspended).toMatchObject({ since: '2026-03-01', until: '2026-04-15' })
    await morning(scene, '2026-04-16')
    expect((await termOf(keeper, agreementId)).state).toBe('active')
    const days = (await obligationsOf(keeper, agreementId, noon('2026-04-16')))[0]?.occurrences ?? []
    expect(days.slice(0, 4).map(({ nominalOn, state }) => [nominalOn, state])).toEqual([
      ['2026-01-31', 'due'],
      ['2026-02-28', 'due'],
      ['2026-03-31', 'cancelled'],
      ['2026-04-30', 'scheduled'],
    ])
  })

  it('is resumed early by hand', async () => {
    const { manager, agreementId } = await anActiveScene()
    await done(suspend, manager, { agreementId, reason: '停工', until: '2026-04-15' }, noon('2026-03-01'))
    await done(resume, manager, { agreementId }, noon('2026-03-10'))
    expect(await refusalOf(resume, manager, { agreementId }, noon('2026-03-10'))).toBe('agreements.here_active')
  })

  it('is terminated after notice with its proof, once its last day is over and everything is settled', async () => {
    const scene = await anActiveScene()
    const { manager, agreementId } = scene
    const notice = { agreementId, reason: '違約未改善', lastDay: '2026-06-30' }
    expect(await refusalOf(terminate, manager, { agreementId, exitItems }, day)).toBe('agreements.stepLacks')
    expect(await refusalOf(giveNotice, manager, notice, day)).toBe('agreements.stepLacks')
    const fileId = await aFile(manager, '終止通知.txt')
    expect(await refusalOf(giveNotice, manager, { ...notice, fileId, lastDay: '2027-01-01' }, day)).toBe(
      'agreements.lastDayLater',
    )
    await done(giveNotice, manager, { ...notice, fileId }, day)
    expect(await refusalOf(terminate, manager, { agreementId, exitItems }, day)).toBe('agreements.lastDayAhead')
    await morning(scene, '2026-07-02')
    expect((await termOf(manager, agreementId)).state).toBe('active')
    const july = noon('2026-07-02')
    expect(await refusalOf(terminate, manager, { agreementId, exitItems: ['moneySettled'] }, july)).toBe(
      'agreements.stepLacks',
    )
    await done(terminate, manager, { agreementId, exitItems }, july)
    expect(await termOf(manager, agreementId)).toMatchObject({ state: 'terminated', endedOn: '2026-06-30' })
    expect(await refusalOf(terminate, manager, { agreementId, exitItems }, july)).toBe('agreements.here_terminated')
  })

  it('is replaced only by another one in force of the same kind and scope', async () => {
    const scene = await anActiveScene()
    const { keeper, accountId, agreementId } = scene
    const { agreementId: successorId } = await done(draft, keeper, { accountId, ...annual, title: '新約' }, day)
    expect(await refusalOf(supersede, keeper, { agreementId, successorId }, day)).toBe('agreements.notSuccessor')
    await inForce(scene, successorId)
    expect((await termOf(keeper, agreementId)).successors).toEqual([{ id: successorId, title: '新約' }])
    await done(supersede, keeper, { agreementId, successorId }, day)
    expect(await termOf(keeper, agreementId)).toMatchObject({ state: 'superseded', retentionUntil: '2036-06-01' })
  })

  it('is put on legal hold with its reason by management and legal colleagues alone', async () => {
    const { keeper, legal, finance, manager, agreementId } = await anActiveScene()
    const hold = { agreementId, reason: '訴訟中' }
    for (const actor of [keeper, finance]) expect(await refusalOf(putOnHold, actor, hold)).toBe('notAllowed')
    await done(putOnHold, legal, hold)
    expect(await refusalOf(putOnHold, manager, hold)).toBe('agreements.holdAlready')
    expect((await termOf(keeper, agreementId)).legalHold).toBe('訴訟中')
    await done(releaseHold, manager, { agreementId })
    expect(await refusalOf(releaseHold, manager, { agreementId })).toBe('agreements.noHold')
  })

  it('is not moved by a colleague without a part in it, and does not exist for another company', async () => {
    const { colleague, manager, agreementId } = await anActiveScene()
    const stranger = await newcomer('manager')
    const steps = [
      [decideRenewal, { agreementId, decision: 'lapse', reason: '無' }],
      [suspend, { agreementId, reason: '無', until: '2026-12-01' }],
      [resume, { agreementId }],
      [giveNotice, { agreementId, reason: '無', lastDay: '2026-12-01' }],
      [terminate, { agreementId, exitItems }],
      [supersede, { agreementId, successorId: agreementId }],
      [putOnHold, { agreementId, reason: '無' }],
      [releaseHold, { agreementId }],
    ] as const
    for (const [command, input] of steps) {
      expect(await refusalOf(command as typeof resume, colleague, input, day)).toBe('notAllowed')
      expect(await refusalOf(command as typeof resume, stranger, input, day)).toBe('notFound')
    }
    expect(await refusalOf(supersede, manager, { agreementId, successorId: agreementId }, day)).toBe(
      'agreements.notSuccessor',
    )
  })
})
