import { and, asc } from 'drizzle-orm'
import { externalIds, members } from '@/db/schema/workspace'
import { command, type Work } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { changeEach, revertEach } from '@/lib/kernel/write-each'
import { archiveExternalIds, keepExternalIds } from './commands-external-ids'
import { may } from './manifest'
import { messages } from './messages'
import { takeBackMembersInput, takeBackNumbersInput, takeInMembersInput } from './model-intake'
import type { Charge } from './model-members'
import { mustNameDiscipline, mustReportUpwards } from './rules-members'

/**
 * Adds and changes up to 500 members, as rows of a file say: those added are not yet invited, and may report to one
 * another. Nobody's roles or way to sign in change. All or none.
 */
export const takeInMembers = command({
  name: 'workspace.takeInMembers',
  permission: may.manageMembers,
  input: takeInMembersInput,
  messages,
  internal: true,
  async run(work, { added, changed }) {
    for (const { roles } of added) mustNameDiscipline({ roles, disciplines: [] })
    await mustStayATree(work, added, changed)
    await insertRows(
      work,
      members,
      added.map(({ externalIds: _, ...member }) => ({ ...member, email: member.email?.toLowerCase() ?? null })),
    )
    await changeEach(
      work,
      members,
      changed.map(({ memberId, patch }) => ({ id: memberId, ...patch })),
    )
    const entries = [
      ...added.flatMap(({ id, externalIds: numbers }) => numbers.map((each) => ({ subjectId: id, ...each }))),
      ...changed.flatMap(({ memberId, externalIds: numbers }) =>
        numbers.map((each) => ({ subjectId: memberId, ...each })),
      ),
    ]
    const { taken } = await work.call(keepExternalIds, { kind: 'member', entries })
    if (taken.length > 0) throw new Refusal('alreadyExists')
  },
})

type Reporting = { reportsToId?: string | null | undefined }

/** Nobody stands above themselves once all rows are in. */
async function mustStayATree(
  work: Work,
  added: readonly (Reporting & { id: string; name: string; roles: string[] })[],
  changed: readonly { memberId: string; patch: Reporting }[],
) {
  const before: Charge[] = await work.tx
    .select({ id: members.id, roles: members.roles, status: members.status, reportsToId: members.reportsToId })
    .from(members)
    .where(and(own(members, work.actor), live(members)))
    .orderBy(asc(members.id))
    .for('update')
  const moved = new Map(
    changed.flatMap(({ memberId, patch }) => (patch.reportsToId ? [[memberId, patch.reportsToId]] : [])),
  )
  const after = [
    ...before.map((member) => ({ ...member, reportsToId: moved.get(member.id) ?? member.reportsToId })),
    ...added.map(({ id, roles, reportsToId }) => ({
      id,
      roles,
      status: 'notInvited',
      reportsToId: reportsToId ?? null,
    })),
  ]
  for (const { id, name, reportsToId } of added) mustReportUpwards(after, { id, name }, reportsToId ?? null)
  for (const [id, reportsToId] of moved) mustReportUpwards(after, { id, name: '' }, reportsToId)
}

/** Takes back what an import did to members: those it added go to the archive, those it changed become what they were. */
export const takeBackMembers = command({
  name: 'workspace.takeBackMembers',
  permission: may.manageMembers,
  input: takeBackMembersInput,
  internal: true,
  async run(work, { added, members: images }) {
    await revertEach(work, members, images)
    await changeRows(work, members, added, { archivedAt: work.now })
    await work.call(archiveExternalIds, { kind: 'member', subjectIds: added })
  },
})

/** Takes numbers back that an import gave to records that were there before, and gives replaced ones back. */
export const takeBackNumbers = command({
  name: 'workspace.takeBackNumbers',
  permission: may.see,
  input: takeBackNumbersInput,
  internal: true,
  async run(work, { given, numbers }) {
    await changeRows(work, externalIds, given, { archivedAt: work.now })
    await revertEach(work, externalIds, numbers)
  },
})
