import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { claimSlot, confirmSlot } from '@/lib/modules/contacts/commands-slots'
import { slotsOf } from '@/lib/modules/contacts/queries-board'
import { log, withdraw } from '@/lib/modules/interactions/commands'
import { prefill } from '@/lib/modules/interactions/queries'
import { newcomer, owner, person } from '@/tests/people'
import { anAccount, daysLater, given, somebodyAt, wednesday } from './scene'

const call = { channel: 'call', summary: '確認Q1交期' }
/** The confirmation of `wednesday` holds for 180 days; by then it has five left. */
const later = daysLater(175)

async function aKeyContact(tier = 'A') {
  const manager = await newcomer('accountManager')
  const accountId = await anAccount(manager, { tier })
  const personId = await somebodyAt(manager, accountId, '王大明')
  const slot = { accountId, slot: 'decisionMaker', personId }
  const { id: keyContactId } = given(await perform(claimSlot, manager, slot, { now: wednesday }))
  given(await perform(confirmSlot, manager, { keyContactId, method: 'meeting' }, { now: wednesday }))
  return { manager, accountId, personId, keyContactId }
}
const roleOf = async (actor: Actor, accountId: string, now: Date) =>
  (await ask(slotsOf, actor, { accountId }, now)).slots[1]?.confirmation

describe('while logging, a key role whose confirmation ends soon', () => {
  it('is offered to those who may confirm it, in their words, and to nobody else', async () => {
    const { manager, accountId, personId, keyContactId } = await aKeyContact()
    const offered = async (actor: Actor, now: Date) => (await ask(prefill, actor, { accountId }, now)).roles
    expect(await offered(manager, wednesday)).toEqual([])
    expect(await offered(manager, later)).toEqual([
      { keyContactId, personId, name: '決策者', validUntil: '2027-05-17' },
    ])
    for (const role of ['salesAssistant', 'specialist', 'accountManager'] as const)
      expect(await offered(await person(role, { id: manager.workspaceId }), later)).toEqual([])
    const quiet = await aKeyContact('C')
    expect((await ask(prefill, quiet.manager, { accountId: quiet.accountId }, later)).roles).toEqual([])
  })

  it('is confirmed again by the log, which is its evidence, until the log is taken back', async () => {
    const { manager, accountId, personId, keyContactId } = await aKeyContact()
    const input = { accountId, ...call, personIds: [personId], unchangedIds: [keyContactId] }
    const logged = given(await perform(log, manager, input, { now: later }))
    expect(logged.reconfirmed).toBe(1)
    expect(await roleOf(manager, accountId, later)).toMatchObject({
      state: 'confirmed',
      method: 'call',
      confirmedOn: '2027-05-12',
      evidenceId: logged.id,
    })
    await owner()`update confirmations set created_at = ${later}
      where workspace_id = ${manager.workspaceId} and evidence_id = ${logged.id}`
    given(await perform(withdraw, manager, { interactionId: logged.id }, { now: later }))
    expect(await roleOf(manager, accountId, later)).toMatchObject({ state: 'expiring', method: 'meeting' })
  })

  it('never keeps a log from being saved: a plan, an older contact, or somebody who may not confirm leaves it as it is', async () => {
    const { manager, accountId, keyContactId } = await aKeyContact()
    const input = { accountId, ...call, unchangedIds: [keyContactId] }
    const assistant = await person('salesAssistant', { id: manager.workspaceId })
    const stranger = await aKeyContact()
    const attempts = [
      [manager, { ...input, day: '2027-06-01' }],
      [manager, { ...input, day: '2026-11-01' }],
      [assistant, input],
      [manager, { ...input, unchangedIds: [stranger.keyContactId] }],
    ] as const
    for (const [actor, each] of attempts)
      expect(given(await perform(log, actor, each, { now: later }))).toMatchObject({ reconfirmed: 0 })
    expect(await roleOf(manager, accountId, later)).toMatchObject({ state: 'expiring' })
    expect(await roleOf(stranger.manager, stranger.accountId, later)).toMatchObject({ state: 'expiring' })
  })
})
