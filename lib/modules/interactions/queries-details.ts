import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { accounts } from '@/db/schema/accounts'
import { people } from '@/db/schema/contacts'
import { fileLinks, files } from '@/db/schema/files'
import { interactionMembers, interactionPeople, interactions, tasks } from '@/db/schema/interactions'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { isOnTeam, visibleAccounts } from '@/lib/kernel/visibility'
import type { ContactView, StepView } from './model-views'
import { mayChange } from './rules'
import type { Channel } from './rules-channels'

const typists = alias(members, 'typists')

/** The columns of a contact with its account, speaker and typist. */
const contactColumns = {
  id: interactions.id,
  version: interactions.version,
  accountId: interactions.accountId,
  account: accounts.name,
  ownerId: accounts.ownerId,
  channel: interactions.channel,
  happenedAt: interactions.happenedAt,
  timeKnown: interactions.timeKnown,
  planned: interactions.planned,
  twoWay: interactions.twoWay,
  summary: interactions.summary,
  topics: interactions.topics,
  archivedAt: interactions.archivedAt,
  speakerId: interactions.speakerId,
  speaker: members.name,
  typedById: interactions.typedBy,
  typist: typists.name,
  /** The exact moment, for the cursor of a page. */
  sortKey: sql<string>`${interactions.happenedAt}::text`,
}

/** Contacts that the actor may see, without order or limit: the caller adds both. */
export const selectContacts = ({ tx, actor }: Look, where: SQL | undefined) =>
  tx
    .select({ ...contactColumns, onTeam: isOnTeam(accounts, actor) })
    .from(interactions)
    .innerJoin(accounts, joined(accounts, actor, interactions.accountId))
    .innerJoin(members, joined(members, actor, interactions.speakerId))
    .innerJoin(typists, joined(typists, actor, interactions.typedBy))
    .where(and(own(interactions, actor), visibleAccounts(accounts, actor), where))
    .$dynamic()

export type ContactRow = Omit<Awaited<ReturnType<typeof selectContacts>>[number], 'sortKey'>

/** The rows with their people, colleagues, next steps and files: four statements, however many rows. */
export async function withDetails(
  look: Look,
  rows: readonly (ContactRow & { sortKey?: string })[],
): Promise<ContactView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [people, members, steps, files] = await Promise.all([
    findPeople(look, ids),
    findMembers(look, ids),
    findSteps(look, inArray(tasks.interactionId, ids)),
    findFiles(look, ids),
  ])
  const [peopleOf, membersOf] = [grouped(people), grouped(members)]
  const [stepsOf, filesOf] = [grouped(steps), grouped(files)]
  return rows.map(
    ({ ownerId, onTeam, typedById, typist, happenedAt, channel, sortKey: _, archivedAt: __, ...row }) => ({
      ...row,
      channel: channel as Channel,
      happenedAt: happenedAt.toISOString(),
      typedBy: typedById === row.speakerId ? null : typist,
      mayChange: mayChange(look.actor, { speakerId: row.speakerId, typedBy: typedById }, { ownerId, onTeam }),
      people: peopleOf.get(row.id) ?? [],
      members: membersOf.get(row.id) ?? [],
      steps: stepsOf.get(row.id) ?? [],
      files: filesOf.get(row.id) ?? [],
    }),
  )
}

function grouped<Row extends { interactionId: string | null }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.interactionId === null) continue
    const group = groups.get(row.interactionId)
    if (group) group.push(row)
    else groups.set(row.interactionId, [row])
  }
  return groups
}

const findPeople = ({ tx, actor }: Look, ids: readonly string[]) =>
  tx
    .select({
      interactionId: interactionPeople.interactionId,
      id: people.id,
      name: people.displayName,
      answered: interactionPeople.answered,
    })
    .from(interactionPeople)
    .innerJoin(people, joined(people, actor, interactionPeople.personId))
    .where(
      and(own(interactionPeople, actor), inArray(interactionPeople.interactionId, [...ids]), live(interactionPeople)),
    )
    .orderBy(asc(interactionPeople.id))

const findMembers = ({ tx, actor }: Look, ids: readonly string[]) =>
  tx
    .select({ interactionId: interactionMembers.interactionId, id: members.id, name: members.name })
    .from(interactionMembers)
    .innerJoin(members, joined(members, actor, interactionMembers.memberId))
    .where(
      and(
        own(interactionMembers, actor),
        inArray(interactionMembers.interactionId, [...ids]),
        live(interactionMembers),
      ),
    )
    .orderBy(asc(interactionMembers.id))

const findFiles = ({ tx, actor }: Look, ids: readonly string[]) =>
  tx
    .select({ interactionId: fileLinks.subjectId, id: files.id, name: files.name, mediaType: files.mediaType })
    .from(fileLinks)
    .innerJoin(files, and(joined(files, actor, fileLinks.fileId), live(files)))
    .where(
      and(
        own(fileLinks, actor),
        eq(fileLinks.kind, 'interaction'),
        inArray(fileLinks.subjectId, [...ids]),
        live(fileLinks),
      ),
    )
    .orderBy(asc(fileLinks.id))

/** Next steps with their assignee and account, those due first at the front; steps of accounts out of sight are left out. */
export async function findSteps({ tx, actor }: Look, where: SQL | undefined, most = 500): Promise<StepView[]> {
  const rows = await tx
    .select({
      id: tasks.id,
      version: tasks.version,
      text: tasks.text,
      dueOn: tasks.dueOn,
      dueTime: tasks.dueTime,
      assigneeId: tasks.assigneeId,
      assignee: members.name,
      doneAt: tasks.doneAt,
      accountId: tasks.accountId,
      account: accounts.name,
      interactionId: tasks.interactionId,
    })
    .from(tasks)
    .innerJoin(members, joined(members, actor, tasks.assigneeId))
    .leftJoin(accounts, and(joined(accounts, actor, tasks.accountId), visibleAccounts(accounts, actor)))
    .where(and(own(tasks, actor), live(tasks), where))
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(most)
  return rows
    .filter((row) => row.accountId === null || row.account !== null)
    .map(({ doneAt, dueTime, ...row }) => ({ ...row, dueTime: dueTime?.slice(0, 5) ?? null, done: doneAt !== null }))
}
