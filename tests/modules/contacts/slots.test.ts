import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { archive, restore } from '@/lib/modules/contacts/commands'
import {
  claimSlot,
  clearSlot,
  confirmSlot,
  reconfirm,
  takeConfirmationBack,
} from '@/lib/modules/contacts/commands-slots'
import { slotsOf } from '@/lib/modules/contacts/queries-board'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'
import { aClaim, anAccount, aPerson, done, refused } from './scene'

const now = new Date('2026-05-04T02:00:00Z')
const board = (actor: Actor, accountId: string, at = now) => ask(slotsOf, actor, { accountId }, at)
const slotAt = async (actor: Actor, accountId: string, slot = 'decisionMaker', at = now) =>
  (await board(actor, accountId, at)).slots.find((each) => each.slot === slot)

async function scene(role: 'accountManager' | 'salesLead' = 'accountManager') {
  const manager = await newcomer(role)
  const accountId = await anAccount(manager, { tier: 'B' })
  const personId = await aPerson(manager, accountId, { title: '採購經理' })
  return { manager, accountId, personId }
}

describe('the key roles of an account', () => {
  it('are those of its tier, empty at first', async () => {
    const { manager, accountId } = await scene()
    const { slots, confirmed, required } = await board(manager, accountId)
    expect(slots.map(({ slot, state }) => [slot, state])).toEqual([
      ['decisionMaker', 'empty'],
      ['window', 'empty'],
      ['finance', 'empty'],
      ['logistics', 'empty'],
    ])
    expect([confirmed, required]).toEqual([0, 4])
  })

  it('show a role beyond the tier when somebody fills it, without counting it', async () => {
    const { manager, accountId, personId } = await scene()
    await aClaim(manager, accountId, personId, 'quality')
    const { slots, required } = await board(manager, accountId)
    expect(slots.at(-1)).toMatchObject({ slot: 'quality', required: false, state: 'claimed' })
    expect(required).toBe(4)
  })
})

describe('a role is claimed', () => {
  it('by one person at a time; whoever takes it over makes it a claim again', async () => {
    const { manager, accountId, personId } = await scene()
    const first = await aClaim(manager, accountId, personId)
    await done(confirmSlot, manager, { keyContactId: first, method: 'call' }, now)
    expect(await aClaim(manager, accountId, personId)).toBe(first)
    const other = await aPerson(manager, accountId, { displayName: '李小華' })
    await aClaim(manager, accountId, other)
    expect(await slotAt(manager, accountId)).toMatchObject({
      state: 'claimed',
      person: { id: other },
      confirmation: null,
    })
    const voided = await owner()`select voided_because from confirmations where subject_id = ${first}`
    expect(voided).toMatchObject([{ voided_because: 'replaced' }])
  })

  it('by somebody who works there', async () => {
    const { manager, accountId } = await scene()
    const elsewhere = await aPerson(manager, await anAccount(manager, { name: '松山電子' }))
    const refusal = await refused(claimSlot, manager, { accountId, slot: 'window', personId: elsewhere })
    expect(refusal.code).toBe('contacts.worksElsewhere')
  })

  it('and cleared again', async () => {
    const { manager, accountId, personId } = await scene()
    const keyContactId = await aClaim(manager, accountId, personId)
    await done(clearSlot, manager, { keyContactId })
    expect(await slotAt(manager, accountId)).toMatchObject({ state: 'empty' })
    await done(clearSlot, manager, { keyContactId })
  })

  it('is empty while the person is archived, and comes back with them', async () => {
    const { manager, accountId, personId } = await scene()
    const keyContactId = await aClaim(manager, accountId, personId)
    await done(confirmSlot, manager, { keyContactId, method: 'call' }, now)
    await done(archive, manager, { personId })
    expect(await slotAt(manager, accountId)).toMatchObject({ state: 'empty' })
    await done(restore, manager, { personId })
    expect(await slotAt(manager, accountId)).toMatchObject({ state: 'confirmed' })
  })
})

describe('a confirmation that was a slip', () => {
  it('is taken back by whoever gave it on the same day; what counted before counts again, and it is no evidence', async () => {
    const workspace = await aWorkspace()
    const manager = await person('accountManager', workspace)
    const accountId = await anAccount(manager)
    const keyContactId = await aClaim(manager, accountId, await aPerson(manager, accountId))
    const today = new Date()
    await done(confirmSlot, manager, { keyContactId, method: 'call', note: '第一次' }, today)
    await done(confirmSlot, manager, { keyContactId, method: 'meeting' }, today)
    const boss = await person('manager', workspace)
    expect((await refused(takeConfirmationBack, boss, { keyContactId }, today)).code).toBe(
      'confirmations.notYoursToTakeBack',
    )
    const tomorrow = new Date(today.getTime() + 86_400_000)
    expect((await refused(takeConfirmationBack, manager, { keyContactId }, tomorrow)).code).toBe(
      'confirmations.notYoursToTakeBack',
    )
    await done(takeConfirmationBack, manager, { keyContactId }, today)
    expect(await slotAt(manager, accountId, 'decisionMaker', today)).toMatchObject({
      state: 'confirmed',
      confirmation: { note: '第一次' },
    })
    await done(takeConfirmationBack, manager, { keyContactId }, today)
    expect(await slotAt(manager, accountId, 'decisionMaker', today)).toMatchObject({ state: 'claimed' })
    const rows = await owner()`select voided_because from confirmations where subject_id = ${keyContactId}`
    expect(rows.map((row) => row.voided_because)).toEqual(['takenBack', 'takenBack'])
  })
})

describe('a role is confirmed', () => {
  it('saying who did, with whom, how, and until when', async () => {
    const { manager, accountId, personId } = await scene()
    const other = await aPerson(manager, accountId, { displayName: '李小華' })
    const keyContactId = await aClaim(manager, accountId, personId)
    await done(
      confirmSlot,
      manager,
      { keyContactId, method: 'visit', withPersonId: other, note: '拜訪時當面確認' },
      now,
    )
    expect(await slotAt(manager, accountId)).toMatchObject({
      state: 'confirmed',
      confirmation: {
        method: 'visit',
        confirmedByName: manager.name,
        withPersonName: '李小華',
        confirmedOn: '2026-05-04',
        validUntil: '2026-10-31',
        note: '拜訪時當面確認',
      },
    })
    expect((await board(manager, accountId)).confirmed).toBe(1)
  })

  it('for a shorter time by its owner, for a longer one by a lead', async () => {
    const one = await scene()
    const keyContactId = await aClaim(one.manager, one.accountId, one.personId)
    const longer = { keyContactId, method: 'call', validUntil: '2027-01-01' } as const
    const refusal = await refused(confirmSlot, one.manager, longer, now)
    expect(refusal.fieldSentences('zh-TW')).toEqual({
      validUntil: '您可以縮短 180 天的效期；延長須由業務主管或經理處理。',
    })
    await done(confirmSlot, one.manager, { ...longer, validUntil: '2026-06-01' }, now)
    expect(await slotAt(one.manager, one.accountId)).toMatchObject({ confirmation: { validUntil: '2026-06-01' } })
    const two = await scene('salesLead')
    const led = await aClaim(two.manager, two.accountId, two.personId)
    await done(confirmSlot, two.manager, { ...longer, keyContactId: led }, now)
    expect(await slotAt(two.manager, two.accountId)).toMatchObject({ confirmation: { validUntil: '2027-01-01' } })
  })

  it('anew: the newest one stands', async () => {
    const { manager, accountId, personId } = await scene()
    const keyContactId = await aClaim(manager, accountId, personId)
    await done(confirmSlot, manager, { keyContactId, method: 'call' }, new Date('2026-01-05T02:00:00Z'))
    await done(confirmSlot, manager, { keyContactId, method: 'meeting' }, now)
    expect(await slotAt(manager, accountId)).toMatchObject({
      confirmation: { method: 'meeting', confirmedOn: '2026-05-04' },
    })
  })

  it('twice at the same moment: one stands, and nothing is doubled', async () => {
    const { manager, accountId, personId } = await scene()
    const keyContactId = await aClaim(manager, accountId, personId)
    await Promise.allSettled(
      Array.from({ length: 8 }, () => done(confirmSlot, manager, { keyContactId, method: 'call' }, now)),
    )
    const standing =
      await owner()`select id from confirmations where subject_id = ${keyContactId} and voided_at is null`
    expect(standing).toHaveLength(1)
  })

  it('on no evidence that is not on record with this account', async () => {
    const { manager, accountId, personId } = await scene()
    const keyContactId = await aClaim(manager, accountId, personId)
    const evidence = { keyContactId, method: 'meeting', evidenceId: manager.id } as const
    expect((await refused(confirmSlot, manager, evidence)).code).toBe('confirmations.evidenceMissing')
  })

  it('for a whole account in one pass, or for one person there', async () => {
    const { manager, accountId, personId } = await scene()
    const other = await aPerson(manager, accountId, { displayName: '李小華' })
    await aClaim(manager, accountId, personId, 'decisionMaker')
    await aClaim(manager, accountId, personId, 'finance')
    const third = await aClaim(manager, accountId, other, 'window')
    expect(await done(reconfirm, manager, { accountId, personId, method: 'call' }, now)).toMatchObject({ confirmed: 2 })
    expect((await board(manager, accountId)).confirmed).toBe(2)
    expect(await done(reconfirm, manager, { accountId, method: 'meeting' }, now)).toMatchObject({ confirmed: 3 })
    expect((await board(manager, accountId)).confirmed).toBe(3)
    expect(
      await done(reconfirm, manager, { accountId, keyContactIds: third as never, method: 'call' }, now),
    ).toMatchObject({ confirmed: 1 })
    const gone = { accountId, keyContactIds: [third, manager.id], method: 'call' as const }
    expect((await refused(reconfirm, manager, gone, now)).code).toBe('contacts.rolesChanged')
  })

  it('not when there is nothing to confirm', async () => {
    const { manager, accountId } = await scene()
    expect((await refused(reconfirm, manager, { accountId, method: 'call' })).code).toBe('contacts.nothingToConfirm')
  })
})

it('roles are claimed, cleared and confirmed by nobody without the right, and from no other company', async () => {
  const workspace = await aWorkspace()
  const owning = await person('accountManager', workspace)
  const accountId = await anAccount(owning)
  const personId = await aPerson(owning, accountId)
  const keyContactId = await aClaim(owning, accountId, personId)
  const attempts = (actor: Actor) =>
    Promise.all([
      refused(claimSlot, actor, { accountId, slot: 'window', personId }),
      refused(clearSlot, actor, { keyContactId }),
      refused(confirmSlot, actor, { keyContactId, method: 'call' }),
      refused(reconfirm, actor, { accountId, method: 'call' }),
      refused(takeConfirmationBack, actor, { keyContactId }),
    ])
  const codes = async (actor: Actor) => [...new Set((await attempts(actor)).map((refusal) => refusal.code))]
  expect(await codes(await person('accountManager', workspace))).toEqual(['contacts.notYours'])
  expect(await codes(await person('auditor', workspace))).toEqual(['notAllowed'])
  expect(await codes(await newcomer('manager'))).toEqual(['notFound'])
  const assistant = await person('salesAssistant', workspace)
  expect(await done(claimSlot, assistant, { accountId, slot: 'window', personId })).toBeTruthy()
  expect((await refused(confirmSlot, assistant, { keyContactId, method: 'call' })).code).toBe('notAllowed')
})
