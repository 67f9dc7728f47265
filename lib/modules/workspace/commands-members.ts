import { and, asc } from 'drizzle-orm'
import { members } from '@/db/schema/workspace'
import { command, type Work } from '@/lib/kernel/command'
import { issueInvitation } from '@/lib/kernel/identity/invitations'
import { endAccess } from '@/lib/kernel/identity/member-access'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { messages } from './messages'
import { chargedMember, editedMember, memberRef, newMember } from './model-members'
import {
  mustBeActive,
  mustBeDeactivated,
  mustHaveEmail,
  mustKeepAnAdministrator,
  mustNameDiscipline,
  mustNotBeOneself,
  mustReportUpwards,
} from './rules-members'

const refreshes = ['/settings/members', '/settings/members/[memberId]']
const shared = { permission: may.manageMembers, messages, refreshes }

/** Every member that counts for a rule across members, locked: two administrators cannot both take the last one away. */
const lockMembers = ({ tx, actor }: Work) =>
  tx
    .select({ id: members.id, roles: members.roles, status: members.status, reportsToId: members.reportsToId })
    .from(members)
    .where(and(own(members, actor), live(members)))
    .orderBy(asc(members.id))
    .for('update')

/** Adds somebody who works here; they sign in only after an invitation. */
export const addMember = command({
  name: 'workspace.addMember',
  ...shared,
  input: newMember,
  async run(work, input) {
    mustNameDiscipline(input)
    mustReportUpwards(await lockMembers(work), { id: '', name: input.name }, input.reportsToId)
    const { id } = await insertRow(work, members, input)
    return { id }
  },
})

/** Corrects what is known of a member; roles and reporting line have a command of their own. */
export const editMember = command({
  name: 'workspace.editMember',
  ...shared,
  input: editedMember,
  async run(work, { memberId, version, ...patch }) {
    const { id } = await changeRow(work, members, { id: memberId, version }, patch)
    return { id }
  },
})

/** Gives roles, discipline and reporting line. Bites with the member's next request. */
export const chargeMember = command({
  name: 'workspace.chargeMember',
  ...shared,
  input: chargedMember,
  async run(work, { memberId, version, ...charge }) {
    const all = await lockMembers(work)
    const member = await lockRow(work, members, memberId)
    mustNameDiscipline(charge)
    mustKeepAnAdministrator(all, { id: memberId, roles: charge.roles, status: member.status })
    mustReportUpwards(all, member, charge.reportsToId)
    const { id } = await changeRow(work, members, { id: memberId, version }, charge)
    return { id }
  },
})

/** Takes a member's access away at once; what they did stays theirs. */
export const deactivateMember = command({
  name: 'workspace.deactivateMember',
  ...shared,
  input: memberRef,
  async run(work, { memberId }) {
    mustNotBeOneself(memberId, work.actor.id)
    const all = await lockMembers(work)
    const member = await lockRow(work, members, memberId)
    mustBeActive(member)
    mustKeepAnAdministrator(all, { id: memberId, roles: member.roles, status: 'deactivated' })
    await changeRow(work, members, { id: memberId }, { status: 'deactivated', deactivatedAt: work.now })
    await endAccess(work, memberId)
    return { id: memberId }
  },
})

/** Lets a deactivated member in again, as active as they were before. */
export const reactivateMember = command({
  name: 'workspace.reactivateMember',
  ...shared,
  input: memberRef,
  async run(work, { memberId }) {
    const member = await lockRow(work, members, memberId)
    mustBeDeactivated(member)
    const status = member.identityId ? 'active' : 'notInvited'
    await changeRow(work, members, { id: memberId }, { status, deactivatedAt: null })
    return { id: memberId }
  },
})

/** Sends an invitation to a member's e-mail; earlier ones end. Refuses without an e-mail. */
export const inviteMember = command({
  name: 'workspace.inviteMember',
  ...shared,
  input: memberRef,
  async run(work, { memberId }) {
    const { email } = await lockRow(work, members, memberId)
    mustHaveEmail(email)
    await issueInvitation(work, { memberId, email, locale: work.actor.locale })
    return { id: memberId }
  },
})

/** Signs a member out everywhere, for a lost telephone. */
export const endMemberSessions = command({
  name: 'workspace.endMemberSessions',
  ...shared,
  input: memberRef,
  async run(work, { memberId }) {
    await lockRow(work, members, memberId)
    return { ended: await endAccess(work, memberId) }
  },
})
