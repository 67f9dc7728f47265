import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { addDays, instantOf } from '@/lib/kernel/day'
import { ask } from '@/lib/kernel/perform'
import { everyone } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { editAffiliation } from '@/lib/modules/contacts/commands-affiliations'
import { confirmSlot } from '@/lib/modules/contacts/commands-slots'
import { evidence } from '@/lib/modules/contacts/evidence'
import { factsToReconfirm } from '@/lib/modules/contacts/queries-facts'
import { coverageOf } from '@/lib/modules/contacts/queries-slots'
import { log } from '@/lib/modules/interactions/commands'
import { lastWithPeople } from '@/lib/modules/interactions/queries-people'
import { aWorkspace, owner, person } from '@/tests/people'
import { aClaim, anAccount, aPerson, done, postOf, refused } from './scene'

const shown = query({
  name: 'test.standing',
  permission: { name: 'test.see', roles: everyone },
  input: z.strictObject({ accountIds: z.array(z.uuid()), memberId: z.uuid(), most: z.number() }),
  async run(look, { accountIds, memberId, most }) {
    const rows = await Promise.all(evidence.map((rule) => rule.run(look, { memberId })))
    return {
      coverage: await coverageOf(look, accountIds),
      facts: await factsToReconfirm(look, memberId, most),
      evidence: rows.flat(),
    }
  },
})
const standing = (actor: Actor, accountIds: string[], day: string, { most = 5, memberId = actor.id } = {}) =>
  ask(shown, actor, { accountIds, memberId, most }, instantOf(day, '09:00'))

/** A meeting with somebody of the account, logged as it happened. */
const aMeeting = async (actor: Actor, accountId: string, personId: string, day: string) =>
  (
    await done(
      log,
      actor,
      { accountId, channel: 'meeting', summary: '季度會議', personIds: [personId] },
      instantOf(day, '09:30'),
    )
  ).id

const confirmedOn = '2026-01-05'
const at = (day: string) => instantOf(day, '10:00')

async function scene(tier: 'A' | 'B' | 'C' = 'B') {
  const workspace = await aWorkspace()
  const manager = await person('accountManager', workspace)
  const accountId = await anAccount(manager, { tier })
  const personId = await aPerson(manager, accountId, { title: '總經理' })
  const keyContactId = await aClaim(manager, accountId, personId)
  await done(confirmSlot, manager, { keyContactId, method: 'call' }, at(confirmedOn))
  return { workspace, manager, accountId, personId, keyContactId }
}

describe('a decision maker confirmed 181 days ago', () => {
  it('is expired, lowers coverage and asks to be reconfirmed; a linked meeting restores it and is evidence', async () => {
    const { manager, accountId, personId, keyContactId } = await scene()
    const fresh = await standing(manager, [accountId], confirmedOn)
    expect(fresh.coverage.get(accountId)).toMatchObject({ required: 4, confirmed: 1, expired: 0, empty: 3 })
    expect([fresh.facts, fresh.evidence.length]).toEqual([[], 1])

    const later = addDays(confirmedOn, 181)
    const expired = await standing(manager, [accountId], later)
    expect(expired.coverage.get(accountId)).toMatchObject({ confirmed: 0, expired: 1 })
    expect(expired.facts).toMatchObject([
      {
        keyContactId,
        accountId,
        personId,
        slot: 'decisionMaker',
        state: 'expired',
        validUntil: addDays(confirmedOn, 180),
      },
    ])

    const evidenceId = await aMeeting(manager, accountId, personId, later)
    await done(confirmSlot, manager, { keyContactId, method: 'meeting', evidenceId }, at(later))
    const restored = await standing(manager, [accountId], later)
    expect(restored.coverage.get(accountId)).toMatchObject({ confirmed: 1, expired: 0 })
    expect(restored.facts).toEqual([])
    expect(restored.evidence.filter((row) => row.day === later)).toMatchObject([
      { indicator: 'KRM-1.1', memberId: manager.id, subjectKind: 'confirmation' },
    ])
  })

  it('still counts on day 180, and says two weeks before that it is about to end', async () => {
    const { manager, accountId } = await scene()
    const last = await standing(manager, [accountId], addDays(confirmedOn, 180))
    expect(last.coverage.get(accountId)).toMatchObject({ confirmed: 1 })
    expect(last.facts).toMatchObject([{ state: 'expiring' }])
    expect((await standing(manager, [accountId], addDays(confirmedOn, 165))).facts).toEqual([])
  })
})

describe('facts to reconfirm', () => {
  it('are asked for in tiers that want confirmations only', async () => {
    const { manager, accountId } = await scene('C')
    const later = await standing(manager, [accountId], addDays(confirmedOn, 181))
    expect(later.coverage.get(accountId)).toMatchObject({ required: 2, expired: 1 })
    expect(later.facts).toEqual([])
  })

  it('are at most as many as asked for, the longest ended first', async () => {
    const { manager, accountId, personId } = await scene('A')
    for (const [index, slot] of (['window', 'finance', 'logistics'] as const).entries()) {
      const keyContactId = await aClaim(manager, accountId, personId, slot)
      await done(confirmSlot, manager, { keyContactId, method: 'call' }, at(addDays(confirmedOn, -1 - index)))
    }
    const { facts } = await standing(manager, [accountId], addDays(confirmedOn, 200), { most: 2 })
    expect(facts.map((fact) => fact.slot)).toEqual(['logistics', 'finance'])
  })

  it('include what a new title has undone', async () => {
    const { manager, accountId, personId } = await scene()
    const { id: affiliationId, version } = await postOf(manager, personId, accountId)
    await done(editAffiliation, manager, { affiliationId, version, title: '董事長' }, at('2026-02-01'))
    const { facts, coverage } = await standing(manager, [accountId], '2026-02-01')
    expect(facts).toMatchObject([{ state: 'changed', confirmedOn }])
    expect(coverage.get(accountId)).toMatchObject({ confirmed: 0, claimed: 1 })
  })

  it('are those of the member’s own accounts, as far as the reader may see them', async () => {
    const { workspace, manager, accountId } = await scene()
    const other = await person('accountManager', workspace)
    const later = addDays(confirmedOn, 181)
    expect((await standing(other, [accountId], later)).facts).toEqual([])
    expect((await standing(other, [accountId], later, { memberId: manager.id })).facts).toHaveLength(1)
    await owner()`update accounts set restricted = true where id = ${accountId}`
    const hidden = await standing(other, [accountId], later, { memberId: manager.id })
    expect([hidden.facts, hidden.coverage.size, hidden.evidence]).toEqual([[], 0, []])
    const stranger = await person('manager', await aWorkspace())
    const foreign = await standing(stranger, [accountId], later, { memberId: manager.id })
    expect([foreign.facts, foreign.coverage.size, foreign.evidence]).toEqual([[], 0, []])
  })
})

it('evidence is a contact with the same account, and the board knows the last one with each person', async () => {
  const { manager, accountId, personId, keyContactId } = await scene()
  const other = await anAccount(manager, { name: '松山電子' })
  const there = await aPerson(manager, other, { displayName: '李小華' })
  const evidenceId = await aMeeting(manager, other, there, '2026-02-02')
  const foreign = await refused(confirmSlot, manager, { keyContactId, method: 'meeting', evidenceId }, at('2026-02-03'))
  expect(foreign.code).toBe('confirmations.evidenceMissing')
  await aMeeting(manager, accountId, personId, '2026-02-01')
  await aMeeting(manager, accountId, personId, '2026-02-04')
  expect(await ask(lastWithPeople, manager, { accountId })).toEqual({ [personId]: '2026-02-04' })
  const stranger = await person('manager', await aWorkspace())
  await expect(ask(lastWithPeople, stranger, { accountId })).rejects.toMatchObject({ code: 'notFound' })
})
