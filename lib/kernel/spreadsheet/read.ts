import 'server-only'
import { csvRows, delimiterOf } from './csv'
import type { Reading, ReadingWish } from './reading'
import { decode } from './text'
import { Unreadable } from './unreadable'
import { isArchive, openWorkbook, sheetRows } from './workbook'

export type Table = { reading: Reading; rows: string[][] }

const mostColumns = 300
/** Lines above the header belong to the sheet too. */
const linesAbove = 100

type Most = { rows: number; only?: number | undefined }

/**
 * Reads a file as a table of texts. The place of a row in the answer is its number in the spreadsheet, less one. `only`
 * reads no more than the first rows, for a preview. Throws `Unreadable`.
 */
export async function readTable(bytes: Buffer, wish: ReadingWish, { rows: most, only }: Most): Promise<Table> {
  const table = isArchive(bytes)
    ? await fromWorkbook(bytes, wish, most + linesAbove)
    : fromText(bytes, wish, only ?? most + linesAbove + 1)
  const width = table.rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (width > mostColumns) throw new Unreadable('tooManyColumns', { max: mostColumns })
  if (table.rows.length > most + linesAbove) throw new Unreadable('tooManyRows', { max: most })
  if (!table.rows.some((row) => row.some((cell) => cell.trim() !== ''))) throw new Unreadable('nothingInIt')
  return only ? { ...table, rows: table.rows.slice(0, only) } : table
}

function fromText(bytes: Buffer, wish: ReadingWish, most: number): Table {
  const { text, encoding } = decode(bytes, wish.encoding)
  const delimiter = wish.delimiter ?? delimiterOf(text)
  return {
    reading: { format: 'csv', encoding, delimiter, sheet: null, sheets: [] },
    rows: csvRows(text, delimiter, most),
  }
}

async function fromWorkbook(bytes: Buffer, wish: ReadingWish, most: number): Promise<Table> {
  const workbook = openWorkbook(bytes)
  const names = workbook.sheets.map(({ name }) => name)
  const sheet = wish.sheet ?? names[0] ?? ''
  return {
    reading: { format: 'xlsx', encoding: null, delimiter: null, sheet, sheets: names },
    rows: await sheetRows(workbook, sheet, { rows: most, columns: mostColumns }),
  }
}
