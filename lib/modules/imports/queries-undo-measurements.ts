import { and, inArray } from 'drizzle-orm'
import { kpiMeasurements } from '@/db/schema/kpis'
import type { Look } from '@/lib/kernel/command'
import { own } from '@/lib/kernel/own'
import { type Change, changeKey } from './model-undo'

const table = 'kpi_measurements'

/** By which measurement of the import each older one was restated: the two go back together, or neither. */
export async function findRestating({ tx, actor }: Look, changes: readonly Change[]): Promise<[string, string][]> {
  const its = changes.filter((change) => change.table === table)
  const restated = its.flatMap(({ before, rowId }) => (before === null ? [] : [rowId]))
  if (restated.length === 0) return []
  const made = new Map(
    its.flatMap(({ before, after, rowId }) =>
      before === null ? [[`${after?.kpiId} ${after?.period}`, rowId] as const] : [],
    ),
  )
  const rows = await tx
    .select({ id: kpiMeasurements.id, kpiId: kpiMeasurements.kpiId, period: kpiMeasurements.period })
    .from(kpiMeasurements)
    .where(and(own(kpiMeasurements, actor), inArray(kpiMeasurements.id, restated)))
  return rows.flatMap(({ id, kpiId, period }): [string, string][] => {
    const by = made.get(`${kpiId} ${period}`)
    return by ? [[changeKey({ table, rowId: id }), by]] : []
  })
}
