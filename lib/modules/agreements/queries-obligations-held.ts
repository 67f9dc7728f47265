import { and, asc, inArray } from 'drizzle-orm'
import { obligationOccurrences, obligations } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { CreditTerms } from '@/lib/kernel/service-credit'
import type { ObligationKind, ObligationParty } from './model-obligations'
import type { OccurrenceState } from './model-states'
import { findAgreement } from './queries-held'
import type { DayRule, Schedule } from './rules-schedule'

type ObligationRow = typeof obligations.$inferSelect
const obligationOf = (row: ObligationRow) => ({
  ...row,
  party: row.party as ObligationParty,
  kind: row.kind as ObligationKind,
  schedule: row.schedule as Schedule['schedule'],
  dayRule: row.dayRule as DayRule,
  penalty: row.penalty as CreditTerms | null,
})
export type FoundObligation = ReturnType<typeof obligationOf>

/** The obligations of these agreements, the oldest first. */
export async function findObligations(
  { tx, actor }: Look,
  agreementIds: readonly string[],
): Promise<FoundObligation[]> {
  if (agreementIds.length === 0) return []
  const rows = await tx
    .select()
    .from(obligations)
    .where(and(own(obligations, actor), inArray(obligations.agreementId, [...agreementIds]), live(obligations)))
    .orderBy(asc(obligations.id))
  return rows.map(obligationOf)
}

/** An obligation with its agreement and account, for those who may read them. Refuses with `notFound`. */
export async function findObligation(look: Look, obligationId: string) {
  const [row] = await look.tx
    .select()
    .from(obligations)
    .where(and(ownRow(obligations, look.actor, obligationId), live(obligations)))
  if (!row) throw new Refusal('notFound')
  return { obligation: obligationOf(row), ...(await findAgreement(look, row.agreementId)) }
}

const occurrenceOf = (row: typeof obligationOccurrences.$inferSelect) => ({
  ...row,
  party: row.party as ObligationParty,
  state: row.state as OccurrenceState,
})

/** One due day with what it is of, for those who may read it. Refuses with `notFound`. */
export async function findOccurrence(look: Look, occurrenceId: string) {
  const [row] = await look.tx
    .select()
    .from(obligationOccurrences)
    .where(and(ownRow(obligationOccurrences, look.actor, occurrenceId), live(obligationOccurrences)))
  if (!row) throw new Refusal('notFound')
  const [obligation] = await look.tx
    .select()
    .from(obligations)
    .where(ownRow(obligations, look.actor, row.obligationId))
  if (!obligation) throw new Refusal('notFound')
  return {
    occurrence: occurrenceOf(row),
    obligation: obligationOf(obligation),
    ...(await findAgreement(look, row.agreementId)),
  }
}
export type HeldOccurrence = Awaited<ReturnType<typeof findOccurrence>>

/** Which days are laid out of these obligations already, whatever became of them. */
export async function findLaidOut({ tx, actor }: Look, obligationIds: readonly string[]) {
  const laid = new Map<string, Set<string>>()
  if (obligationIds.length === 0) return laid
  const rows = await tx
    .select({ obligationId: obligationOccurrences.obligationId, nominalOn: obligationOccurrences.nominalOn })
    .from(obligationOccurrences)
    .where(and(own(obligationOccurrences, actor), inArray(obligationOccurrences.obligationId, [...obligationIds])))
  for (const { obligationId, nominalOn } of rows)
    laid.set(obligationId, (laid.get(obligationId) ?? new Set()).add(nominalOn))
  return laid
}

const open: readonly OccurrenceState[] = ['scheduled', 'due', 'submitted']

const openOf = ({ tx, actor }: Look, obligationIds: readonly string[]) =>
  tx
    .select()
    .from(obligationOccurrences)
    .where(
      and(
        own(obligationOccurrences, actor),
        inArray(obligationOccurrences.obligationId, [...obligationIds]),
        inArray(obligationOccurrences.state, [...open]),
        live(obligationOccurrences),
      ),
    )
    .orderBy(asc(obligationOccurrences.id))

/** What is still open of these obligations. */
export const findOpenOccurrences = async (look: Look, obligationIds: readonly string[]) =>
  obligationIds.length === 0 ? [] : openOf(look, obligationIds)

/** The same, held until the transaction ends: what somebody hands in or accepts meanwhile is not written over. */
export const holdOpenOccurrences = async (look: Look, obligationIds: readonly string[]) =>
  obligationIds.length === 0 ? [] : openOf(look, obligationIds).for('update')
