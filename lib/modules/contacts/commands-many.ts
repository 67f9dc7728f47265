import { affiliations, contactPoints, people } from '@/db/schema/contacts'
import { command } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { forgetSearchable } from '@/lib/kernel/search'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { findAccount, findAccounts } from '@/lib/modules/accounts/queries'
import { keepFindable } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { accountRef, addManyInput, manyInput } from './model'
import { findPosts } from './queries'
import { findPeopleIds } from './queries-held'
import { isFilled, keptName, mayEditPerson, mustBeOpen, mustMayEdit, readPoint } from './rules'

/**
 * Adds up to 500 people with their posts and numbers at once, for imports: all or none. Whoever calls it has compared
 * them with those on record by account and name. Answers the new ids in the order given.
 */
export const addMany = command({
  name: 'contacts.addMany',
  permission: may.edit,
  input: addManyInput,
  messages,
  internal: true,
  async run(work, { people: given }) {
    const accounts = new Map(
      (
        await findAccounts(
          work,
          given.map((each) => each.accountId),
        )
      ).map((each) => [each.id, each]),
    )
    const accountOf = (accountId: string) => {
      const account = accounts.get(accountId)
      if (!account) throw new Refusal('notFound')
      mustBeOpen(account)
      mustMayEdit(work.actor, [account])
      return account
    }
    const read = given.map(({ points, accountId, ...input }) => {
      const { country } = accountOf(accountId)
      const { title, department, decisionRole, influence, stance, fromDay, ...person } = {
        ...input,
        ...keptName(input),
      }
      return {
        person: { ...person, accountId },
        post: { title, department, decisionRole, influence, stance, fromDay, accountId },
        points: points.filter(isFilled).map((point) => ({ ...point, ...readPoint(point.kind, point.value, country) })),
      }
    })
    const rows = await insertRows(
      work,
      people,
      read.map(({ person }) => person),
    )
    const ids = rows.map((row) => row.id)
    const of = <Part>(parts: (each: (typeof read)[number]) => readonly Part[]) =>
      read.flatMap((each, index) => parts(each).map((part) => ({ ...part, personId: ids[index] ?? '' })))
    await insertRows(
      work,
      affiliations,
      of(({ post }) => [post]),
    )
    await insertRows(
      work,
      contactPoints,
      of(({ points }) => points),
    )
    await keepFindable(work, ids)
    return { ids }
  },
})

/** Takes up to 500 people out of lists and search, for taking an import back. */
export const archiveMany = command({
  name: 'contacts.archiveMany',
  permission: may.edit,
  input: manyInput,
  messages,
  internal: true,
  async run(work, { personIds }) {
    const posts = await findPosts(work, personIds)
    const editable = personIds.filter((personId) =>
      mayEditPerson(
        work.actor,
        posts.filter(({ post }) => post.personId === personId),
      ),
    )
    await changeRows(work, people, editable, { archivedAt: work.now })
    await forgetSearchable(work, 'person', editable)
    return { ids: editable }
  },
})

/** Makes the people of an account findable by what is known now. Changes nothing else. */
export const refreshSearch = command({
  name: 'contacts.refreshSearch',
  permission: may.edit,
  input: accountRef,
  messages,
  async run(work, { accountId }) {
    await findAccount(work, accountId)
    await keepFindable(work, await findPeopleIds(work, accountId))
  },
})
