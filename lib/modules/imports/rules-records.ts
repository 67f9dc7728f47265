import { exact } from '@/lib/kernel/exact'
import type { Difference, Reason } from './model'
import { type PlannedRow, refusedRow } from './model-plan'
import type { ReadRow } from './rules-rows'

export type Values = Readonly<Record<string, string | null>>

/** A record with one key of its own, as it will be once the rows so far are in. */
export type Entry<More> = More & {
  id: string | null
  openedBy: number | null
  /** The row that brings or first told it: a later row may not tell it otherwise. */
  toldBy: number | null
  values: Record<string, string | null>
  patch: Record<string, string>
}

export type Entries<More> = { byKey: Map<string, Entry<More>>; added: Entry<More>[] }

export const newEntries = <More>(): Entries<More> => ({ byKey: new Map(), added: [] })

/** Adds a record on record. What is known already stays as the rows have left it. */
export function addKnownEntry<More extends object>(
  entries: Entries<More>,
  key: string,
  known: More & { id: string; values: Values },
) {
  if (entries.byKey.has(key)) return
  entries.byKey.set(key, { ...known, values: { ...known.values }, openedBy: null, toldBy: null, patch: {} })
}

/** Opens a record for a row. */
export function openEntry<More extends object>(
  entries: Entries<More>,
  key: string,
  row: number,
  values: Values,
  more: More,
): Entry<More> {
  const entry: Entry<More> = { ...more, id: null, openedBy: row, toldBy: row, values: { ...values }, patch: {} }
  entries.byKey.set(key, entry)
  entries.added.push(entry)
  return entry
}

/** Takes records that rows have opened for written, and lets later files tell of all of them anew; answers the former. */
export function settleEntries<More>(entries: Entries<More>, newId: () => string): (Entry<More> & { id: string })[] {
  for (const entry of entries.byKey.values()) entry.toldBy = null
  const settled = entries.added.map((entry) => Object.assign(entry, { id: newId(), openedBy: null }))
  entries.added = []
  return settled
}

const isNumber = (value: string) => /^-?\d+(\.\d+)?$/.test(value)

/** Numbers are the same however they are written. */
const same = (a: string | null | undefined, b: string): boolean =>
  a === b || (typeof a === 'string' && isNumber(a) && isNumber(b) && exact(a).eq(b))

/** What a row that brings a record came to. */
export const plannedNew = ({ number, notes }: ReadRow): PlannedRow => ({
  number,
  outcome: 'new',
  reason: null,
  notes,
  differences: [],
  subject: { row: number },
})

/** Compares what a row says with a record that is known: same, changed, or refused when two rows contradict each other. */
export function planKnownEntry<More>(
  row: ReadRow,
  said: Readonly<Record<string, string>>,
  entry: Entry<More>,
): PlannedRow {
  const changed = Object.entries(said).filter(([field, value]) => !same(entry.values[field], value))
  const [clash] = entry.toldBy === null ? [] : changed
  if (clash) {
    const [field, after] = clash
    const params = { row: entry.toldBy ?? 0, before: entry.values[field] ?? '', after }
    return refusedRow(row.number, { code: 'contradicts', params }, row.notes)
  }
  entry.toldBy ??= row.number
  const differences: Difference[] = changed.map(([field, after]) => ({
    field,
    before: entry.values[field] ?? null,
    after,
  }))
  for (const [field, value] of changed) {
    entry.values[field] = value
    entry.patch[field] = value
  }
  return {
    number: row.number,
    outcome: changed.length > 0 ? 'update' : 'same',
    reason: null,
    notes: row.notes,
    differences,
    subject: entry.id === null ? { row: entry.openedBy ?? row.number } : { id: entry.id },
  }
}

/** Records on record that rows have changed. */
export const changedEntries = <More>({ byKey }: Entries<More>): Entry<More>[] =>
  [...byKey.values()].filter(({ id, patch }) => id !== null && Object.keys(patch).length > 0)

export const refusing =
  (row: ReadRow) =>
  (code: string, params: Reason['params'] = {}) =>
    refusedRow(row.number, { code, params }, row.notes)
