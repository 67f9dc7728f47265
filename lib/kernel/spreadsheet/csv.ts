import { CsvError, parse } from 'csv-parse/sync'
import { type Delimiter, delimiters } from './reading'
import { Unreadable } from './unreadable'

const longestHead = 200_000
const headRows = 50

/** Stray quotation marks and uneven rows are kept as they are; whoever takes the rows decides about each. */
const lenient = {
  bom: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
} as const

/** Rows of cells as typed, blank lines included, so that a row's place is the number that a spreadsheet shows. */
export function csvRows(text: string, delimiter: Delimiter, most?: number): string[][] {
  try {
    return parse(text, { ...lenient, delimiter, ...(most ? { to: most } : {}) })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Unreadable('quoteNotClosed', { row: Number(error.lines ?? 0) })
  }
}

/** The sign that splits the first rows most evenly into more than one column; a comma where none does. */
export function delimiterOf(text: string): Delimiter {
  const head = text.length <= longestHead ? text : text.slice(0, text.lastIndexOf('\n', longestHead) + 1 || longestHead)
  const scored = delimiters.map((delimiter) => ({ delimiter, score: evenness(head, delimiter) }))
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter
}

function evenness(head: string, delimiter: Delimiter): number {
  try {
    const widths = csvRows(head, delimiter, headRows)
      .filter((row) => row.some((cell) => cell.trim() !== ''))
      .map((row) => row.length)
    const width = commonest(widths)
    if (width < 2) return 0
    const even = widths.filter((each) => each === width).length / widths.length
    return even * 1000 + Math.min(width, 999)
  } catch {
    return 0
  }
}

function commonest(values: readonly number[]): number {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0] as [number, number])[0]
}
