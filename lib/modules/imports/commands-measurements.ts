import type { Work } from '@/lib/kernel/command'
import { keepMany } from '@/lib/modules/kpis/commands-intake'
import type { MeasurementsWorld } from './rules-measurements'

/** Writes the measurements that rows have brought; answers which measurement a row came to. */
export async function writeMeasurements(
  work: Work,
  { plans }: MeasurementsWorld,
  source: string,
): Promise<(row: number) => string | null> {
  const taken = [...plans.values()].flatMap((plan) =>
    plan.outcome === 'new' || plan.outcome === 'update' ? [{ row: plan.row, is: plan.is }] : [],
  )
  if (taken.length === 0) return () => null
  const values = taken.map(({ is }) => is)
  const { ids } = await work.call(keepMany, { values, source: 'import', reason: source, importId: null })
  const byRow = new Map(taken.map(({ row }, index) => [row, ids[index] ?? null]))
  return (row) => byRow.get(row) ?? null
}
