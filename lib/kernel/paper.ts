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
