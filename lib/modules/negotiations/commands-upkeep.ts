import { negotiations } from '@/db/schema/negotiations'
import type { Work } from '@/lib/kernel/command'
import { keepSearchable } from '@/lib/kernel/search'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { type FoundNegotiation, findGroup, findNegotiation, isOnTable } from './queries-held'
import { mustBeInGroup, mustMayNegotiate } from './rules-rights'

/** The negotiation, locked until the transaction ends, for those who may lead it: whoever edits the account, and its team. */
export async function holdNegotiation(work: Work, negotiationId: string): Promise<FoundNegotiation> {
  const seen = await findNegotiation(work, negotiationId)
  mustMayNegotiate(work.actor, seen.account, await isOnTable(work, seen.negotiation))
  await lockRow(work, negotiations, negotiationId)
  return findNegotiation(work, negotiationId)
}

/** The same for what only the mandate group knows. Refuses with `notAllowed`. */
export async function holdSecretly(work: Work, negotiationId: string): Promise<FoundNegotiation> {
  const found = await holdNegotiation(work, negotiationId)
  mustBeInGroup(await findGroup(work, found.negotiation))
  return found
}

/** Notes that something about it changed: lists show the latest first. */
export const keepNegotiation = (work: Work, negotiationId: string) =>
  changeRow(work, negotiations, { id: negotiationId }, { changedAt: work.now })

type Findable = typeof negotiations.$inferSelect

/** A negotiation is found by what it is about, and a small talk by what was said in it. Nothing of a mandate. */
export const keepFindable = (work: Work, row: Findable, account: { ownerId: string; restricted: boolean }) =>
  keepSearchable(work, [
    {
      kind: 'negotiation',
      id: row.id,
      accountId: row.accountId,
      ownerId: account.ownerId,
      restricted: account.restricted,
      texts: [row.title, row.purpose, row.objective, row.asked, row.gave, row.got],
    },
  ])
