import { and, inArray } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { people } from '@/db/schema/contacts'
import { interactionPeople, interactions } from '@/db/schema/interactions'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { columnViews, type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { channels } from './rules-channels'

/** The whole contact log of the workspace, latest first. */
export const contactList = listSpec({
  name: 'interactions',
  id: interactions.id,
  columns: {
    happenedAt: { kind: 'moment', from: interactions.happenedAt, sort: true, filter: true },
    account: { kind: 'choice', from: interactions.accountId, reference: true, filter: true },
    channel: { kind: 'choice', from: interactions.channel, choices: channels, filter: true },
    summary: { kind: 'text', from: interactions.summary },
    people: { kind: 'text', from: interactions.id },
    speaker: { kind: 'choice', from: interactions.speakerId, reference: true, filter: true },
    twoWay: { kind: 'flag', from: interactions.twoWay, filter: true },
    planned: { kind: 'flag', from: interactions.planned, filter: true, shown: false },
  },
  firstSort: '-happenedAt',
  search: 'interaction',
})

export const contactColumns = columnViews(contactList)

/** One row of the log: plain values, named like its columns. */
export type ContactRow = {
  id: string
  happenedAt: string
  timeKnown: boolean
  accountId: string
  account: string
  channel: string
  summary: string
  people: string
  speakerId: string
  speaker: string
  twoWay: boolean
  planned: boolean
}

export const contactLog = query({
  name: 'interactions.contactLog',
  permission: may.see,
  input: listInput(contactList),
  run: (look, request) => contactPage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function contactPage(look: Look, request: ListRequest, size = pageSize): Promise<ListPage<ContactRow>> {
  const { tx, actor } = look
  const frame = await listFrame(look, contactList, request, size)
  if (frame.matchesNothing) return frame.empty()
  const rows = await tx
    .select({
      id: interactions.id,
      happenedAt: interactions.happenedAt,
      timeKnown: interactions.timeKnown,
      accountId: interactions.accountId,
      account: accounts.name,
      channel: interactions.channel,
      summary: interactions.summary,
      speakerId: interactions.speakerId,
      speaker: members.name,
      twoWay: interactions.twoWay,
      planned: interactions.planned,
      sortKey: frame.sortKey,
    })
    .from(interactions)
    .innerJoin(accounts, joined(accounts, actor, interactions.accountId))
    .innerJoin(members, joined(members, actor, interactions.speakerId))
    .where(and(own(interactions, actor), live(interactions), visibleAccounts(accounts, actor), frame.where))
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const names = await findNamesOf(
    look,
    rows.map((row) => row.id),
  )
  return frame.page(
    rows.map(({ happenedAt, ...row }) => ({
      ...row,
      happenedAt: happenedAt.toISOString(),
      people: (names.get(row.id) ?? []).join('、'),
    })),
  )
}

/** The names of the people of each contact. */
async function findNamesOf({ tx, actor }: Look, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ interactionId: interactionPeople.interactionId, name: people.displayName })
    .from(interactionPeople)
    .innerJoin(people, joined(people, actor, interactionPeople.personId))
    .where(
      and(own(interactionPeople, actor), inArray(interactionPeople.interactionId, [...ids]), live(interactionPeople)),
    )
    .orderBy(interactionPeople.id)
  const names = new Map<string, string[]>()
  for (const { interactionId, name } of rows) names.set(interactionId, [...(names.get(interactionId) ?? []), name])
  return names
}
