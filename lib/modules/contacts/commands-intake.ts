import { affiliations, contactPoints, people } from '@/db/schema/contacts'
import { command, type Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { changeEach, revertEach } from '@/lib/kernel/write-each'
import { type FoundAccount, findAccounts } from '@/lib/modules/accounts/queries'
import { keepFindable } from './commands-held'
import { archiveMany } from './commands-many'
import { may } from './manifest'
import { messages } from './messages'
import { accountIdsInput, amendPeopleInput, takeBackPeopleInput } from './model-intake'
import { findPeopleIdsOf } from './queries-intake'
import { mustBeOpen, mustMayEdit, readPoint } from './rules'

/**
 * Changes up to 500 people, each in their own way: what rows of a file say of them. Ways to reach them are added, never
 * replaced. All or none; whoever calls it has compared the rows with what is on record.
 */
export const amendMany = command({
  name: 'contacts.amendMany',
  permission: may.edit,
  input: amendPeopleInput,
  messages,
  internal: true,
  async run(work, { people: amendments }) {
    const accounts = await accountsInHand(
      work,
      amendments.map(({ accountId }) => accountId),
    )
    await changeEach(
      work,
      people,
      amendments.map(({ personId, person }) => ({ id: personId, ...person })),
    )
    await changeEach(
      work,
      affiliations,
      amendments.map(({ affiliationId, post }) => ({ id: affiliationId, ...post })),
    )
    await insertRows(
      work,
      contactPoints,
      amendments.flatMap(({ personId, accountId, points }) =>
        points.map(({ kind, value }) => ({
          personId,
          kind,
          ...readPoint(kind, value, accounts.get(accountId)?.country ?? null),
        })),
      ),
    )
    await keepFindable(
      work,
      amendments.map(({ personId }) => personId),
    )
  },
})

async function accountsInHand(work: Work, accountIds: readonly string[]): Promise<Map<string, FoundAccount>> {
  const found = new Map((await findAccounts(work, accountIds)).map((account) => [account.id, account]))
  for (const accountId of new Set(accountIds)) {
    const account = found.get(accountId)
    if (!account) throw new Refusal('notFound')
    mustBeOpen(account)
    mustMayEdit(work.actor, [account])
  }
  return found
}

/** Makes the people of several accounts findable by what is known now, after the accounts were renamed. */
export const refreshMany = command({
  name: 'contacts.refreshMany',
  permission: may.edit,
  input: accountIdsInput,
  internal: true,
  async run(work, { accountIds }) {
    const ids = await findPeopleIdsOf(work, accountIds)
    if (ids.length > 0) await keepFindable(work, ids)
  },
})

/**
 * Takes back what an import did to people: those it added go to the archive, those it changed become what they were.
 * Whoever calls it has made sure that nobody changed them since.
 */
export const takeBack = command({
  name: 'contacts.takeBack',
  permission: may.edit,
  input: takeBackPeopleInput,
  messages,
  internal: true,
  async run(work, { added, points, people: images, posts, pointImages, touched }) {
    await changeRows(work, contactPoints, points, { archivedAt: work.now })
    await revertEach(work, contactPoints, pointImages)
    await revertEach(work, affiliations, posts)
    await revertEach(work, people, images)
    const { ids } = await work.call(archiveMany, { personIds: added })
    if (ids.length < added.length) throw new Refusal('notAllowed')
    const gone = new Set(added)
    const left = touched.filter((id) => !gone.has(id))
    if (left.length > 0) await keepFindable(work, left)
  },
})
