import { affiliations, keyContacts, people } from '@/db/schema/contacts'
import type { Work } from '@/lib/kernel/command'
import { keepSearchable } from '@/lib/kernel/search'
import { changeRow, changeRows, insertRow, lockRow } from '@/lib/kernel/write'
import { findAccount } from '@/lib/modules/accounts/queries'
import { voidFor } from '@/lib/modules/confirmations/commands'
import type { VoidReason } from '@/lib/modules/confirmations/model'
import type { Slot } from '@/lib/modules/workspace/model'
import { deciding, findPerson, findPosts } from './queries'
import { findClaimIds, findPresentPosts, findSearchEntries } from './queries-held'
import { mustBeKept, mustBeOpen, mustMayEdit } from './rules'

/** The person, locked, who may be changed by the actor, with their posts. Refuses what may not be seen or changed. */
export async function personInHand(work: Work, personId: string) {
  await findPerson(work, personId)
  const person = await lockRow(work, people, personId)
  const posts = await findPosts(work, [personId])
  mustMayEdit(work.actor, deciding(posts))
  return { person, posts }
}

/** The same for a person who must not be archived. */
export async function livePersonInHand(work: Work, personId: string) {
  const held = await personInHand(work, personId)
  mustBeKept(held.person)
  return held
}

/** An account whose people the actor may change. */
export async function accountInHand(work: Work, accountId: string) {
  const account = await findAccount(work, accountId)
  mustBeOpen(account)
  mustMayEdit(work.actor, [account])
  return account
}

/** Keeps what people can be found by in step with what was just written. */
export const keepFindable = async (work: Work, personIds: readonly string[]) =>
  keepSearchable(work, await findSearchEntries(work, personIds))

/** After a post began or ended: exactly one present post is the main one, and the person carries its account. */
export async function settleMainPost(work: Work, personId: string, wantedId?: string): Promise<void> {
  const posts = await findPresentPosts(work, personId)
  const main = posts.find((post) => post.id === wantedId) ?? posts[0] ?? null
  const others = posts.filter((post) => post.main && post.id !== main?.id).map((post) => post.id)
  await changeRows(work, affiliations, others, { main: false })
  if (main) await changeRow(work, affiliations, { id: main.id }, { main: true })
  await changeRow(work, people, { id: personId }, { accountId: main?.accountId ?? null })
  await keepFindable(work, [personId])
}

/** Puts a person into a key role of an account. Whoever was there before goes; their confirmation counts no more. */
export async function claim(work: Work, accountId: string, slot: Slot, personId: string): Promise<string> {
  const before = await findClaimIds(work, accountId, { slot })
  const same = before.find((each) => each.personId === personId)
  if (same) return same.id
  await endClaims(
    work,
    before.map((each) => each.id),
    'replaced',
  )
  return (await insertRow(work, keyContacts, { accountId, slot, personId })).id
}

/** Empties key roles; what was confirmed about them counts no more, and the history stays. */
export async function endClaims(work: Work, keyContactIds: readonly string[], because: VoidReason): Promise<void> {
  await changeRows(work, keyContacts, keyContactIds, { archivedAt: work.now })
  await work.call(voidFor, { kind: 'keyContact', subjectIds: [...keyContactIds], because })
}
