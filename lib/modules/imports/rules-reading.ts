import type { Reading, ReadingWish } from '@/lib/kernel/spreadsheet/reading'
import type { BatchReading, Mapping, Subject } from './model'
import { accountKindOf, columnsOf, fits, headerRowOf, subjectOf, titlesOf } from './rules-columns'
import { isBlankRow, storableCells } from './rules-rows'

const sampleRows = 10

/** A file as it was read, with its header found or as told, and the rows that a preview shows. */
export function batchReading(
  reading: Reading,
  rows: readonly (readonly string[])[],
  headerRow = headerRowOf(rows),
): BatchReading {
  const below = rows.slice(headerRow).filter((row) => !isBlankRow(row))
  return {
    ...reading,
    headerRow,
    header: storableCells(titlesOf(rows, headerRow)),
    sample: below.slice(0, sampleRows).map((row) => storableCells(row)),
  }
}

/** A file that could not be read yet: the reader is asked how. */
export const unread = (wish: ReadingWish, sheets: readonly string[] = []): BatchReading => ({
  format: 'csv',
  ...wish,
  sheets,
  headerRow: 0,
  header: [],
  sample: [],
})

/** What a file seems to be about, and what its columns seem to mean; an earlier mapping of the same columns is kept. */
export function guess(
  { header, sample }: BatchReading,
  fileName: string,
  subject: Subject = subjectOf(header),
  earlier: Mapping | null = null,
): { subject: Subject; mapping: Mapping } {
  if (earlier && fits(earlier, subject, header)) return { subject, mapping: earlier }
  return {
    subject,
    mapping: {
      columns: columnsOf(subject, header, sample),
      kind: accountKindOf(header, fileName),
      role: 'accountManager',
      sameNumber: 'refuse',
      currency: 'TWD',
    },
  }
}

/** The system that a file's numbers are from, as far as its name says: `customers.csv` → customers. */
export const sourceOf = (fileName: string): string =>
  fileName
    .replace(/\.[^.]*$/, '')
    .trim()
    .slice(0, 60) || 'file'
