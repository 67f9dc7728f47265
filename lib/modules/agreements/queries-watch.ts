import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, obligationOccurrences, obligations } from '@/db/schema/agreements'
import { among } from '@/lib/kernel/among'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { optionalId } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import type { ObligationParty } from './model-obligations'
import { type AgreementState, heldStates } from './model-states'

const atOnce = 50

/** Agreements whose days are to be watched, as many at a time as one short transaction takes. */
export const toWatch = query({
  name: 'agreements.toWatch',
  permission: may.keepTime,
  input: z.strictObject({ after: optionalId }),
  async run({ tx, actor }, { after }): Promise<string[]> {
    const rows = await tx
      .select({ id: agreements.id })
      .from(agreements)
      .where(
        and(
          own(agreements, actor),
          inArray(agreements.state, [...heldStates]),
          live(agreements),
          after ? gt(agreements.id, after) : undefined,
        ),
      )
      .orderBy(asc(agreements.id))
      .limit(atOnce)
    return rows.map(({ id }) => id)
  },
})

/** These agreements, locked in one order, as long as they are watched. */
export async function holdWatched({ tx, actor }: Look, ids: readonly string[]) {
  const rows = await tx
    .select()
    .from(agreements)
    .where(
      and(
        own(agreements, actor),
        inArray(agreements.id, [...ids]),
        inArray(agreements.state, [...heldStates]),
        live(agreements),
      ),
    )
    .orderBy(asc(agreements.id))
    .for('update')
  return rows.map((row) => ({ ...row, state: row.state as AgreementState }))
}
export type Watched = Awaited<ReturnType<typeof holdWatched>>[number]

/** What is owed under these agreements, not handed in, and due by a day. */
export async function findFallingDue({ tx, actor }: Look, agreementIds: readonly string[], until: Day) {
  if (agreementIds.length === 0) return []
  const rows = await tx
    .select({
      id: obligationOccurrences.id,
      agreementId: obligationOccurrences.agreementId,
      ownerId: obligationOccurrences.ownerId,
      party: obligationOccurrences.party,
      dueOn: obligationOccurrences.dueOn,
      state: obligationOccurrences.state,
      text: obligations.text,
      leadDays: obligations.leadDays,
      graceDays: obligations.graceDays,
    })
    .from(obligationOccurrences)
    .innerJoin(obligations, joined(obligations, actor, obligationOccurrences.obligationId))
    .where(
      and(
        own(obligationOccurrences, actor),
        inArray(obligationOccurrences.agreementId, [...agreementIds]),
        inArray(obligationOccurrences.state, ['scheduled', 'due']),
        lte(obligationOccurrences.dueOn, until),
        live(obligationOccurrences),
      ),
    )
    .orderBy(asc(obligationOccurrences.dueOn), asc(obligationOccurrences.id))
  return rows.map((row) => ({ ...row, party: row.party as ObligationParty }))
}
export type FallingDue = Awaited<ReturnType<typeof findFallingDue>>[number]

/** Those of these due days that have not begun, held until the transaction ends. */
export const holdScheduled = ({ tx, actor }: Look, occurrenceIds: readonly string[]) =>
  tx
    .select({ id: obligationOccurrences.id })
    .from(obligationOccurrences)
    .where(
      and(
        own(obligationOccurrences, actor),
        among(obligationOccurrences.id, occurrenceIds),
        eq(obligationOccurrences.state, 'scheduled'),
      ),
    )
    .orderBy(asc(obligationOccurrences.id))
    .for('update')
