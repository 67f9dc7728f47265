import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { byStroke } from '@/db/columns'
import { accounts } from '@/db/schema/accounts'
import { affiliations, contactPoints, people } from '@/db/schema/contacts'
import { members } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { type DecisionRole, decisionRoles, type Language, languages } from './model'
import { visiblePeople } from './queries'
import { findPoints } from './queries-points'

/** One person in the list, with the post that stands for them and the numbers to reach them at. */
export type PersonRow = {
  id: string
  name: string
  stroke: string
  englishName: string | null
  title: string | null
  account: string | null
  accountId: string | null
  decisionRole: DecisionRole | null
  language: Language | null
  doNotContact: boolean
  phone: { shown: string; link: string | null; checked: boolean } | null
  email: { shown: string; link: string | null; checked: boolean } | null
  owner: string | null
  createdAt: string
  archived: boolean
}

export const peopleList = listSpec({
  name: 'contacts',
  id: people.id,
  search: 'person',
  owner: 'owner',
  firstSort: 'name',
  columns: {
    name: { kind: 'text', from: people.displayName, sort: true },
    stroke: { kind: 'text', from: byStroke(people.displayName), sort: true, shown: false },
    account: { kind: 'text', from: accounts.name },
    title: { kind: 'text', from: affiliations.title },
    decisionRole: { kind: 'choice', from: affiliations.decisionRole, filter: true, choices: decisionRoles },
    phone: { kind: 'text', from: contactPoints.value },
    email: { kind: 'text', from: contactPoints.value },
    englishName: { kind: 'text', from: people.englishName, shown: false },
    language: { kind: 'choice', from: people.language, filter: true, choices: languages, shown: false },
    doNotContact: { kind: 'flag', from: people.doNotContact, filter: true, shown: false },
    owner: { kind: 'choice', from: accounts.ownerId, filter: true, reference: true },
    createdAt: { kind: 'moment', from: people.createdAt, sort: true, filter: true, shown: false },
    archived: { kind: 'flag', from: sql`(${people.archivedAt} is not null)`, filter: true, shown: false },
  },
})

/** People whom the actor may see, page by page: by name, by strokes or by the day they were added. */
export const list = query({
  name: 'contacts.list',
  permission: may.see,
  input: listInput(peopleList),
  run: (look, request) => peoplePage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function peoplePage(look: Look, request: ListRequest, size = pageSize): Promise<ListPage<PersonRow>> {
  const archived = request.filters.some(({ column, values }) => column === 'archived' && values[0] === 'true')
  const frame = await listFrame(look, peopleList, archived ? { ...request, query: '' } : request, size)
  if (frame.matchesNothing) return frame.empty()
  const { tx, actor } = look
  const rows = await tx
    .select({
      id: people.id,
      name: people.displayName,
      englishName: people.englishName,
      title: affiliations.title,
      account: accounts.name,
      accountId: accounts.id,
      decisionRole: affiliations.decisionRole,
      language: people.language,
      doNotContact: people.doNotContact,
      owner: members.name,
      createdAt: people.createdAt,
      sortKey: frame.sortKey,
    })
    .from(people)
    .leftJoin(accounts, and(joined(accounts, actor, people.accountId), visibleAccounts(accounts, actor)))
    .leftJoin(
      affiliations,
      and(
        own(affiliations, actor),
        eq(affiliations.personId, people.id),
        eq(affiliations.accountId, accounts.id),
        isNull(affiliations.toDay),
      ),
    )
    .leftJoin(members, joined(members, actor, accounts.ownerId))
    .where(
      and(own(people, actor), archived ? archivedNamed(request.query) : live(people), seenInList(actor), frame.where),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const points = await findPoints(
    look,
    rows.map((row) => row.id),
  )
  const page = frame.page(
    rows.map((row) => {
      const own = points.get(row.id) ?? []
      const first = (...kinds: string[]) => own.find((point) => kinds.includes(point.kind)) ?? null
      return {
        ...row,
        stroke: row.name,
        decisionRole: row.decisionRole as DecisionRole | null,
        language: row.language as Language | null,
        phone: first('mobile', 'phone'),
        email: first('email'),
        createdAt: row.createdAt.toISOString(),
        archived,
      }
    }),
  )
  return { ...page, query: request.query }
}

/** Who works mainly at a visible account is seen without another look; only for the others are all posts asked. */
const seenInList = (actor: Actor) => {
  const visible = visiblePeople(actor)
  return visible && or(isNotNull(accounts.id), visible)
}

/** Archived people are out of the search, so they are looked for by name among themselves. */
const archivedNamed = (text: string) =>
  and(
    isNotNull(people.archivedAt),
    text === ''
      ? undefined
      : sql`strpos(lower(${people.displayName} || ' ' || coalesce(${people.englishName}, '')), lower(${text})) > 0`,
  )
