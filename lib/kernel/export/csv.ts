import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { type Cell, plainOf } from './cell'
import type { SheetWriter } from './writer'

/** CSV as Excel opens it in any language: UTF-8 with its mark, every text in quotes, lines ended as on Windows. */
export function csvWriter(timeZone: string): SheetWriter {
  const lines = (rows: readonly (readonly string[])[], bom = false) =>
    Buffer.from(
      stringify(
        rows.map((row) => [...row]),
        { bom, quoted_string: true, record_delimiter: 'windows' },
      ),
    )
  return {
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    begin: (header) => lines([header], true),
    rows: (cells: readonly (readonly Cell[])[]) =>
      lines(cells.map((row) => row.map((cell) => plainOf(cell, timeZone)))),
    end: () => null,
  }
}
