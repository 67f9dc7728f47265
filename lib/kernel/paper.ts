import type { Day } from './day'
import type { Locale } from './messages'

/** One part of a paper. Cells are text; amounts and days are already written as the reader reads them. */
export type PaperBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | {
      kind: 'table'
      head: readonly string[]
      rows: readonly (readonly string[])[]
      /** Columns of numbers, counted from 0: they stand on the right. */
      numeric?: readonly number[]
      note?: string
    }

/**
 * A paper that leaves the house: a letter, an outline of terms. Written once in the reader's language; page, print, PDF
 * and signed link show the same words, and its hash is what somebody confirms.
 */
export type Paper = {
  language: Locale
  title: string
  reference: string | null
  on: Day
  from: { company: string; person: string | null }
  to: { company: string; person: string | null; salutation: string | null }
  blocks: readonly PaperBlock[]
  closing: string | null
}

const first = 28

/**
 * The widths of a table's columns in percent, so that the tables of one paper stand under each other: the first column names
 * the row, the others share the rest. Null for tables with numbers or many columns: those are as wide as their cells.
 */
export function widthsOf({ head, numeric = [] }: Pick<Extract<PaperBlock, { kind: 'table' }>, 'head' | 'numeric'>) {
  if (numeric.length > 0 || head.length < 2 || head.length > 4) return null
  return head.map((_, index) => (index === 0 ? first : (100 - first) / (head.length - 1)))
}
