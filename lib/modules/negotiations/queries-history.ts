import { and, eq } from 'drizzle-orm'
import { negotiationMembers } from '@/db/schema/negotiations'
import { findNames, findRowChanges } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { negotiationRef } from './model'
import { findNegotiation } from './queries-held'
import { type NegotiationEntry, type NegotiationSubject, negotiationHistory, referencesIn } from './rules-history'

/** What happened to a negotiation and its team, newest first; for everybody who sees the account, so nothing of a mandate. */
export const history = query({
  name: 'negotiations.history',
  permission: may.see,
  input: negotiationRef.extend({ before: optionalId }),
  async run(look, { negotiationId, before }): Promise<{ entries: NegotiationEntry[]; older: string | null }> {
    const { tx, actor } = look
    await findNegotiation(look, negotiationId)
    const seats = await tx
      .select({ id: negotiationMembers.id })
      .from(negotiationMembers)
      .where(and(own(negotiationMembers, actor), eq(negotiationMembers.negotiationId, negotiationId)))
    const rows = new Map<NegotiationSubject, string[]>([
      ['negotiations', [negotiationId]],
      ['negotiation_members', seats.map(({ id }) => id)],
    ])
    const { changes, older } = await findRowChanges(look, rows, before)
    return { entries: negotiationHistory(changes, await findNames(look, referencesIn(changes))), older }
  },
})
export type NegotiationHistory = Awaited<ReturnType<typeof history.run>>
