import { normaliseCompanyName } from '@/lib/kernel/name'
import type { Subject } from './model'
import { all, type Index, put } from './rules-index'
import { memberNameKey } from './rules-members-index'
import type { ReadRow } from './rules-rows'

const references: Readonly<Partial<Record<Subject, string>>> = { accounts: 'parent', members: 'reportsTo' }

/**
 * The order in which rows are taken: as in the file, but a row that others refer to goes before them, and one that names
 * a record before those that know only its number. In a circle the first row of it goes first, and is refused for what it
 * refers to.
 */
export function turnsOf(subject: Subject, rows: readonly ReadRow[]): ReadRow[] {
  if (subject === 'measurements') return byKpi(rows)
  const keyOf = subject === 'accounts' ? normaliseCompanyName : memberNameKey
  const known: Index<ReadRow> = new Map()
  const named: Index<ReadRow> = new Map()
  for (const row of rows) {
    for (const key of namesIn(row, keyOf)) put(known, key, row)
    if (nameIn(row) !== '') put(named, row.values.externalId, row)
  }
  const reference = references[subject]
  const before = (row: ReadRow): ReadRow[] => {
    const typed = reference === undefined ? undefined : row.values[reference]
    const above = typed === undefined ? [] : [...all(known, `= ${typed}`), ...all(known, `~ ${keyOf(typed)}`)]
    const sameRecord = nameIn(row) === '' ? all(named, row.values.externalId) : []
    return [...above, ...sameRecord].slice(0, mostBefore)
  }
  return rows.some((row) => before(row).length > 0) ? inOrder(rows, before) : [...rows]
}

/** The values of one KPI beside each other: its standing is then read once for many of them. */
function byKpi(rows: readonly ReadRow[]): ReadRow[] {
  const keys = new Map(rows.map((row) => [row, `${row.values.agreement ?? ''} ${row.values.kpi ?? ''}`]))
  const keyOf = (row: ReadRow) => keys.get(row) ?? ''
  return [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a.number - b.number))
}

/** So many rows of one name tell enough. */
const mostBefore = 20

/** Depth first, without recursion: a chain may be as long as the file. */
function inOrder(rows: readonly ReadRow[], before: (row: ReadRow) => readonly ReadRow[]): ReadRow[] {
  const begun = new Set<ReadRow>()
  const ordered = new Set<ReadRow>()
  for (const first of rows) {
    const waiting = [first]
    for (let row = waiting.at(-1); row; row = waiting.at(-1)) {
      const open = begun.has(row) ? [] : before(row).filter((each) => !begun.has(each))
      begun.add(row)
      if (open.length > 0) waiting.push(...open)
      else {
        ordered.add(row)
        waiting.pop()
      }
    }
  }
  return [...ordered]
}

const nameIn = ({ values: { name, givenName, familyName } }: ReadRow): string =>
  name ?? [givenName, familyName].filter(Boolean).join(' ')

function namesIn(row: ReadRow, keyOf: (name: string) => string): string[] {
  const { externalId, id, email } = row.values
  const name = nameIn(row)
  return [...[externalId, id, email].flatMap((key) => (key ? [`= ${key}`] : [])), ...(name ? [`~ ${keyOf(name)}`] : [])]
}
