import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { searchEntries } from '@/db/schema/search'
import { pgArray } from './among'
import type { Look, Work } from './command'
import { own } from './own'
import { seesEverything } from './rights'
import { grams, normaliseForSearch } from './search-text'
import { insertMany } from './values'

export type SearchKind =
  | 'account'
  | 'agreement'
  | 'person'
  | 'interaction'
  | 'need'
  | 'negotiation'
  | 'negotiationLesson'
  | 'product'
  | 'approval'
  | 'priceRule'
  | 'priceException'
  | 'dealCheck'
export type SearchHit = { kind: SearchKind; id: string }

/** What makes a record findable; `accountId`, `ownerId` and `restricted` decide by whom. */
export type SearchEntry = {
  kind: SearchKind
  id: string
  accountId: string | null
  ownerId: string | null
  restricted: boolean
  texts: readonly (string | null)[]
}

type SearchFor = { kinds: readonly SearchKind[]; text: string; ownerId?: string; accountId?: string; most: number }

/**
 * Ids of records whose text contains what was typed, of those that the actor may see; at most `most`, in no order.
 * Works from one Chinese character on. Runs as a statement of its own, before any write of the transaction.
 */
export async function searchIds({ tx, actor }: Look, { kinds, text, ownerId, accountId, most }: SearchFor) {
  const normal = normaliseForSearch(text)
  if (normal === '' || ([...normal].length < 3 && grams(normal).length === 0)) return []
  const member = seesEverything(actor) ? null : actor.id
  const rows = await tx.execute<{ kind: SearchKind; subject_id: string }>(sql`
    select kind, subject_id from app.search_ids(
      ${actor.workspaceId}::uuid, ${pgArray(kinds)}::text[], ${normal}, ${pgArray(grams(normal))}::text[],
      ${ownerId ?? null}::uuid, ${accountId ?? null}::uuid, ${member}::uuid, ${pgArray(actor.reports)}::uuid[], ${most}
    )`)
  return rows.map((row): SearchHit => ({ kind: row.kind, id: row.subject_id }))
}

const subjectKeys = ['workspaceId', 'kind', 'subjectId']
const entryFields = ['accountId', 'ownerId', 'restricted', 'normal', 'grams']

/** Keeps the search entries of records in step, in the same transaction as the change. */
export async function keepSearchable({ tx, actor }: Work, entries: readonly SearchEntry[]) {
  if (entries.length === 0) return
  const values = entries.map((entry) => {
    const normal = normaliseForSearch(entry.texts.filter((each) => each).join('\n'))
    return {
      workspaceId: actor.workspaceId,
      kind: entry.kind,
      subjectId: entry.id,
      accountId: entry.accountId,
      ownerId: entry.ownerId,
      restricted: entry.restricted,
      normal,
      grams: grams(normal),
    }
  })
  await insertMany(tx, searchEntries, values, { onConflict: { keys: subjectKeys, set: entryFields } })
}

/** The account of a live record that can be found: for a reference to a record of a later module. Null when there is none. */
export async function findSearchable({ tx, actor }: Look, kind: SearchKind, id: string) {
  const [entry] = await tx
    .select({ accountId: searchEntries.accountId })
    .from(searchEntries)
    .where(and(own(searchEntries, actor), eq(searchEntries.kind, kind), eq(searchEntries.subjectId, id)))
  return entry ?? null
}

/** Takes archived records out of the search. */
export const forgetSearchable = ({ tx, actor }: Work, kind: SearchKind, ids: string | readonly string[]) =>
  tx
    .delete(searchEntries)
    .where(and(own(searchEntries, actor), eq(searchEntries.kind, kind), inArray(searchEntries.subjectId, [ids].flat())))

/** Everything of an account, or of several that are held alike, follows its owner and its restriction. */
export const moveSearchable = (
  { tx, actor }: Work,
  account: { id: string | readonly string[]; ownerId: string; restricted: boolean },
) =>
  tx
    .update(searchEntries)
    .set({ ownerId: account.ownerId, restricted: account.restricted })
    .where(and(own(searchEntries, actor), inArray(searchEntries.accountId, [account.id].flat())))
