import { and, eq } from 'drizzle-orm'
import { negotiationMembers } from '@/db/schema/negotiations'
import { findNames, findRowChanges } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { negotiationRef } from './model'
import { findComparisons } from './queries-comparisons'
import { findGroup, findNegotiation } from './queries-held'
import { type NegotiationEntry, type NegotiationSubject, negotiationHistory, referencesIn } from './rules-history'

/**
 * What happened to a negotiation and its team, newest first; for everybody who sees the account, so nothing
 * of a mandate; the mandate group also reads who compared two packages of the same weight.
 */
export const history = query({
  name: 'negotiations.history',
  permission: may.see,
  input: negotiationRef.extend({ before: optionalId }),
  async run(look, { negotiationId, before }): Promise<{ entries: NegotiationEntry[]; older: string | null }> {
    const { tx, actor } = look
    const { negotiation } = await findNegotiation(look, negotiationId)
    const inGroup = await findGroup(look, negotiation)
    const seats = await tx
      .select({ id: negotiationMembers.id })
      .from(negotiationMembers)
      .where(and(own(negotiationMembers, actor), eq(negotiationMembers.negotiationId, negotiationId)))
    const rows = new Map<NegotiationSubject, string[]>([
      ['negotiations', [negotiationId]],
      ['negotiation_members', seats.map(({ id }) => id)],
      ['negotiation_comparisons', inGroup ? (await findComparisons(look, negotiationId)).map(({ id }) => id) : []],
    ])
    const { changes, older } = await findRowChanges(look, rows, before)
    const currencies = new Map([[negotiationId, negotiation.currency]])
    return { entries: negotiationHistory(changes, await findNames(look, referencesIn(changes)), currencies), older }
  },
})
export type NegotiationHistory = Awaited<ReturnType<typeof history.run>>
