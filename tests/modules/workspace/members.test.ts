import { describe, expect, it } from 'vitest'
import { members } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import { ownRow } from '@/lib/kernel/own'
import { perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import {
  addMember,
  chargeMember,
  deactivateMember,
  editMember,
  reactivateMember,
} from '@/lib/modules/workspace/commands-members'
import { aWorkspace, newcomer, person } from '@/tests/people'

const colleague = { name: '陳志明', roles: ['accountManager'], email: 'Chih-Ming@Example.com', title: '客戶經理' }
const rowOf = async (actor: Actor, id: string) =>
  inTransaction(actor, 'read only', async (tx) => {
    const [row] = await tx
      .select()
      .from(members)
      .where(ownRow(members, actor, id))
    return row
  })

async function added(administrator: Actor) {
  const done = await perform(addMember, administrator, colleague)
  if (!done.ok) throw done.refusal
  return done.value.id
}

describe('a member', () => {
  it('is added by an administrator, with the e-mail in lower case, not yet invited', async () => {
    const administrator = await newcomer('administrator')
    const id = await added(administrator)
    expect(await rowOf(administrator, id)).toMatchObject({ status: 'notInvited', email: 'chih-ming@example.com' })
  })

  it('is added, charged and deactivated by nobody else', async () => {
    const manager = await newcomer('manager')
    const other = await person('accountManager', { id: manager.workspaceId })
    const attempts = [
      perform(addMember, manager, colleague),
      perform(chargeMember, manager, { memberId: other.id, version: 1, roles: ['administrator'] }),
      perform(deactivateMember, manager, { memberId: other.id }),
      perform(reactivateMember, manager, { memberId: other.id }),
      perform(editMember, manager, { memberId: other.id, version: 1, name: '別人' }),
    ]
    for (const result of await Promise.all(attempts))
      expect(result).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } })
  })

  it('cannot share an e-mail with another', async () => {
    const administrator = await newcomer('administrator')
    await added(administrator)
    expect(await perform(addMember, administrator, { ...colleague, name: '李小華' })).toMatchObject({
      ok: false,
      refusal: { code: 'alreadyExists' },
    })
  })

  it('keeps every field that nobody knows out', async () => {
    const administrator = await newcomer('administrator')
    for (const extra of [
      { workspaceId: administrator.workspaceId },
      { status: 'active' },
      { identityId: administrator.id },
    ])
      expect(await perform(addMember, administrator, { ...colleague, ...extra })).toMatchObject({ ok: false })
  })

  it('never becomes their own superior', async () => {
    const administrator = await newcomer('administrator')
    const boss = await person('salesLead', { id: administrator.workspaceId }, { name: '主管' })
    const junior = await person('accountManager', { id: administrator.workspaceId }, { reportsTo: boss })
    const turn = { memberId: boss.id, version: 1, roles: ['salesLead'], reportsToId: junior.id }
    expect(await perform(chargeMember, administrator, turn)).toMatchObject({
      ok: false,
      refusal: { code: 'workspace.circularReporting', params: { name: '主管' } },
    })
  })

  it('answers for a discipline when a specialist', async () => {
    const administrator = await newcomer('administrator')
    expect(await perform(addMember, administrator, { ...colleague, roles: ['specialist'] })).toMatchObject({
      ok: false,
      refusal: { code: 'workspace.disciplineNeeded' },
    })
  })

  it('cannot be seen or changed from another workspace', async () => {
    const id = await added(await newcomer('administrator'))
    const stranger = await newcomer('administrator')
    expect(await perform(editMember, stranger, { memberId: id, version: 1, name: '別家' })).toMatchObject({
      ok: false,
      refusal: { code: 'notFound' },
    })
    expect(await perform(addMember, stranger, { ...colleague, reportsToId: id })).toMatchObject({ ok: false })
  })
})

describe('a workspace', () => {
  it('keeps its last administrator, whichever way they would go', async () => {
    const administrator = await newcomer('administrator')
    const demoted = { memberId: administrator.id, version: 1, roles: ['accountManager'] }
    expect(await perform(chargeMember, administrator, demoted)).toMatchObject({
      ok: false,
      refusal: { code: 'workspace.lastAdministrator' },
    })
    expect(await perform(deactivateMember, administrator, { memberId: administrator.id })).toMatchObject({ ok: false })
  })

  it('keeps one even when two take each other’s role at once', async () => {
    for (let round = 0; round < (process.env.ACCORD_BARS === 'full' ? 200 : 5); round++) {
      const workspace = await aWorkspace()
      const pair = [await person('administrator', workspace), await person('administrator', workspace)] as const
      const results = await Promise.all([
        perform(deactivateMember, pair[0], { memberId: pair[1].id }),
        perform(deactivateMember, pair[1], { memberId: pair[0].id }),
      ])
      expect(results.filter((result) => result.ok)).toHaveLength(1)
    }
  })

  it('takes somebody back as they were', async () => {
    const administrator = await newcomer('administrator')
    const id = await added(administrator)
    await perform(deactivateMember, administrator, { memberId: id })
    expect(await perform(deactivateMember, administrator, { memberId: id })).toMatchObject({ ok: false })
    expect(await perform(reactivateMember, administrator, { memberId: id })).toMatchObject({ ok: true })
    expect(await rowOf(administrator, id)).toMatchObject({ status: 'notInvited', deactivatedAt: null })
  })
})
