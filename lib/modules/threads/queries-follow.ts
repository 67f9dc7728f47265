import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { agreementDecisions } from '@/db/schema/agreements'
import { kpiMeasurements, kpis } from '@/db/schema/kpis'
import { negotiationIssues, negotiations } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { findTargets, typed } from '@/lib/modules/kpis/queries-held'
import type { Origin, Written } from './queries-start'

const most = 20
const agreementsOf = (written: readonly Written[]) => [...new Set(written.map(({ agreement }) => agreement.id))]
const keysOf = (written: readonly Written[]) => [...new Set(written.map(({ clause }) => clause.key))]

/** Whether something hangs on one of these clauses. */
export const isOf = (
  written: readonly Written[],
  { agreementId, clauseKey }: { agreementId: string; clauseKey: string | null },
) => written.some(({ clause }) => clause.agreementId === agreementId && clause.key === clauseKey)

/**
 * The KPIs that measure what the clauses promise, and the one from which the thread was opened, each with the target that was
 * agreed last and with who entered its last value.
 */
export async function findMeasured(look: Look, written: readonly Written[], { kpiId }: Pick<Origin, 'kpiId'>) {
  const { tx, actor } = look
  if (written.length === 0 && kpiId === null) return []
  const rows = await tx
    .select({ kpi: kpis, enteredAt: kpiMeasurements.createdAt, enteredBy: kpiMeasurements.enteredBy })
    .from(kpis)
    .leftJoin(
      kpiMeasurements,
      and(
        own(kpiMeasurements, actor),
        eq(kpiMeasurements.kpiId, kpis.id),
        eq(kpiMeasurements.fromDay, kpis.latestFrom),
        eq(kpiMeasurements.current, true),
      ),
    )
    .where(
      and(
        own(kpis, actor),
        live(kpis),
        or(
          and(inArray(kpis.agreementId, agreementsOf(written)), inArray(kpis.clauseKey, keysOf(written))),
          kpiId === null ? undefined : eq(kpis.id, kpiId),
        ),
      ),
    )
    .orderBy(asc(kpis.code), asc(kpis.id))
    .limit(most)
  const mine = rows.filter(({ kpi }) => kpi.id === kpiId || isOf(written, kpi))
  const targets = await findTargets(
    look,
    mine.map(({ kpi }) => kpi.id),
  )
  return mine.flatMap(({ kpi, ...measured }) => {
    const usual = targets.filter(({ target }) => target.kpiId === kpi.id && !target.seasonal).at(-1)
    return usual ? [{ kpi: typed(kpi), target: usual.target, ...measured }] : []
  })
}
export type Measured = Awaited<ReturnType<typeof findMeasured>>[number]

/** The talks about what comes after these agreements, with the same point where it is on the table already. */
export async function findNext({ tx, actor }: Look, written: readonly Written[], { issueKey, termCode }: Origin) {
  if (written.length === 0) return []
  const samePoint = and(
    own(negotiationIssues, actor),
    eq(negotiationIssues.negotiationId, negotiations.id),
    or(
      inArray(negotiationIssues.key, [...keysOf(written), ...(issueKey === null ? [] : [issueKey])]),
      termCode === null ? undefined : eq(negotiationIssues.termCode, termCode),
    ),
    live(negotiationIssues),
  )
  const rows = await tx
    .select({
      id: negotiations.id,
      title: negotiations.title,
      startedOn: negotiations.startedOn,
      ownerId: negotiations.ownerId,
      issueId: negotiationIssues.id,
      name: negotiationIssues.name,
      carried: negotiationIssues.carried,
    })
    .from(agreementDecisions)
    .innerJoin(negotiations, and(joined(negotiations, actor, agreementDecisions.negotiationId), live(negotiations)))
    .leftJoin(negotiationIssues, samePoint)
    .where(
      and(
        own(agreementDecisions, actor),
        inArray(agreementDecisions.agreementId, agreementsOf(written)),
        isNotNull(agreementDecisions.negotiationId),
        live(agreementDecisions),
      ),
    )
    .orderBy(asc(negotiations.startedOn), asc(negotiations.id), asc(negotiationIssues.position))
    .limit(most)
  return rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) === index)
}
export type Next = Awaited<ReturnType<typeof findNext>>[number]
