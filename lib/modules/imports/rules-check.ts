import type { BatchReading, Counts, Outcome } from './model'
import type { PlannedRow } from './model-plan'
import type { CheckedRow } from './model-work'
import { isBlankRow, type mappedColumns, type ReadRow, readRow, storableCells, uncheckedNotes } from './rules-rows'

type Columns = ReturnType<typeof mappedColumns>

/** The rows below the header that hold anything, by their number in the file. */
export const rowsIn = (rows: readonly string[][], { header, headerRow }: BatchReading, columns: Columns): ReadRow[] =>
  rows.flatMap((cells, index) =>
    index < headerRow || isBlankRow(cells) ? [] : [readRow(index + 1, cells, columns, header.length)],
  )

/** A row with what the dry run decided, as it is kept. */
export function checkedRow(
  { number, outcome, reason, notes, differences }: PlannedRow,
  turn: number,
  cells: readonly string[],
  read: ReadRow | undefined,
  columns: Columns,
): CheckedRow {
  const unchecked = outcome === 'refused' ? [] : uncheckedNotes(read?.values ?? {}, columns)
  const all = [...notes, ...unchecked]
  return {
    number,
    turn,
    raw: storableCells(cells),
    outcome,
    reason,
    detail: {
      ...(all.length > 0 ? { notes: all } : {}),
      ...(differences.length > 0 ? { differences: [...differences] } : {}),
    },
  }
}

const mostPasses = 10

/**
 * Gives refused rows another chance once all rows are known: what one referred to may have come later in the file. What
 * stays refused would be refused by the same file again. Answers the rows in the order in which they are to be run.
 */
export function planAgain(
  rows: readonly ReadRow[],
  plans: readonly PlannedRow[],
  plan: (rows: readonly ReadRow[]) => PlannedRow[],
): { order: ReadRow[]; settled: ReadonlyMap<number, PlannedRow> } {
  const settled = new Map(plans.map((each) => [each.number, each]))
  const isRefused = (row: ReadRow) => settled.get(row.number)?.outcome === 'refused'
  const order = rows.filter((row) => !isRefused(row))
  let waiting = rows.filter((row) => isRefused(row) && row.fault === null)
  for (let pass = 0; pass < mostPasses && waiting.length > 0; pass++) {
    const taken = plan(waiting).filter(({ outcome }) => outcome !== 'refused')
    if (taken.length === 0) break
    for (const each of taken) settled.set(each.number, each)
    order.push(...waiting.filter((row) => !isRefused(row)))
    waiting = waiting.filter(isRefused)
  }
  return { order: [...order, ...rows.filter(isRefused)], settled }
}

/** Counts with some outcomes more. */
export function counted(outcomes: readonly Outcome[], before: Counts = {}): Counts {
  const counts: Counts = { ...before }
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
