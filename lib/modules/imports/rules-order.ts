import { normaliseCompanyName } from '@/lib/kernel/name'
import type { Subject } from './model'
import { all, type Index, put } from './rules-index'
import { memberNameKey } from './rules-members-index'
import type { ReadRow } from './rules-rows'

const references: Readonly<Partial<Record<Subject, string>>> = { accounts: 'parent', members: 'reportsTo' }

/**
 * The order in which rows are taken: as in the file, but a row that others refer to goes before them. In a circle the
 * first row of it goes first, and is refused for what it refers to.
 */
export function turnsOf(subject: Subject, rows: readonly ReadRow[]): ReadRow[] {
  const reference = references[subject]
  if (!reference || !rows.some((row) => row.values[reference] !== undefined)) return [...rows]
  const keyOf = subject === 'accounts' ? normaliseCompanyName : memberNameKey
  const known: Index<ReadRow> = new Map()
  for (const row of rows) for (const key of namesIn(row, keyOf)) put(known, key, row)
  const ordered = new Set<ReadRow>()
  for (const row of rows) {
    const waiting: ReadRow[] = []
    const seen = new Set<ReadRow>()
    for (
      let at: ReadRow | undefined = row;
      at && !ordered.has(at) && !seen.has(at);
      at = above(at, reference, known, keyOf)
    ) {
      seen.add(at)
      waiting.push(at)
    }
    for (const each of waiting.reverse()) ordered.add(each)
  }
  return [...ordered]
}

function above(
  row: ReadRow,
  reference: string,
  known: Index<ReadRow>,
  keyOf: (name: string) => string,
): ReadRow | undefined {
  const typed = row.values[reference]
  if (typed === undefined) return undefined
  return all(known, `= ${typed}`)[0] ?? all(known, `~ ${keyOf(typed)}`)[0]
}

function namesIn({ values }: ReadRow, keyOf: (name: string) => string): string[] {
  const { externalId, id, email, name, givenName, familyName } = values
  const full = name ?? [givenName, familyName].filter(Boolean).join(' ')
  return [...[externalId, id, email].flatMap((key) => (key ? [`= ${key}`] : [])), ...(full ? [`~ ${keyOf(full)}`] : [])]
}
