import { readSheet } from 'read-excel-file/node'
import { type ArchiveEntry, archiveEntries, mustUnpackWithin, unpackedText, unpackPieces } from './archive'
import { percentCells, percentStyles, percentText } from './percent'
import { Unreadable } from './unreadable'
import { tags } from './xml'

const mostUnpacked = 500 * 1_048_576
const mostDirectory = 5_000_000
const mostStyles = 50_000_000

export type Limits = { rows: number; columns: number }

/** A workbook whose archive is known to be harmless; nothing but its list of sheets was unpacked. */
export type Workbook = {
  bytes: Buffer
  sheets: readonly { name: string; entry: ArchiveEntry }[]
  styles: ArchiveEntry | undefined
}

/** Opens a workbook. Refuses an archive that is damaged, not a workbook, or would unpack to more than 500 MB. */
export function openWorkbook(bytes: Buffer): Workbook {
  const entries = archiveEntries(bytes)
  mustUnpackWithin(entries, mostUnpacked)
  const small = (path: string) => {
    const entry = entries.find((each) => each.path === path)
    if (!entry || entry.size > mostDirectory) throw new Unreadable('archiveBroken')
    return unpackedText(bytes, entry)
  }
  const related = tags(small('xl/_rels/workbook.xml.rels'), 'Relationship')
  const places = new Map(related.map((tag) => [tag('Id'), placeOf(tag('Target') ?? '')]))
  const styles = placeOf(related.find((tag) => tag('Type')?.endsWith('/styles'))?.('Target') ?? 'styles.xml')
  const sheets = tags(small('xl/workbook.xml'), 'sheet').flatMap((tag) => {
    const entry = entries.find((each) => each.path === places.get(tag('r:id') ?? tag('id')))
    const name = tag('name')
    return entry && name ? [{ name, entry }] : []
  })
  if (sheets.length === 0) throw new Unreadable('nothingInIt')
  return { bytes, sheets, styles: entries.find(({ path }) => path === styles) }
}

const placeOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/**
 * The cells of one sheet as text: days as 2026-03-05, moments as 2026-03-05 14:30, numbers in full, percentages as 95%.
 * Refuses a sheet with more rows or columns than the limits say, before it is taken apart: one cell far away would fill the
 * memory.
 */
export async function sheetRows(
  { bytes, sheets, styles }: Workbook,
  name: string,
  limits: Limits,
): Promise<string[][]> {
  const sheet = sheets.find((each) => each.name === name)
  if (!sheet) throw new Unreadable('sheetUnknown', { sheet: name })
  const percents = await mustStayWithin(bytes, sheet.entry, {
    ...limits,
    percent: percentStylesIn({ bytes, styles }),
  })
  try {
    const rows = await readSheet<string>(bytes, name, { parseNumber: (number) => number })
    const found = rows.map((row) => row.map(textOf))
    for (const [row, column] of percents) {
      const cells = found[row - 1]
      const share = cells?.[column - 1]
      if (cells && share) cells[column - 1] = percentText(share)
    }
    return found
  } catch {
    throw new Unreadable('sheetBroken', { sheet: name })
  }
}

function percentStylesIn({ bytes, styles }: Pick<Workbook, 'bytes' | 'styles'>): ReadonlySet<string> {
  if (!styles) return new Set()
  if (styles.size > mostStyles) throw new Unreadable('archiveBroken')
  return percentStyles(unpackedText(bytes, styles))
}

const address = /\br="([A-Z]{0,3})(\d{1,8})"/g
/** More than any tag of a cell or row is long. */
const longestTag = 500

type Place = readonly [row: number, column: number]

/**
 * Looks at the address of every row and cell while unpacking, and keeps none but those of the cells that are shown as a
 * percentage.
 */
async function mustStayWithin(
  bytes: Buffer,
  entry: ArchiveEntry,
  { percent, ...limits }: Limits & { percent: ReadonlySet<string> },
): Promise<Place[]> {
  let rest = ''
  const percents: Place[] = []
  await unpackPieces(bytes, entry, (piece) => {
    const text = rest + piece.toString('latin1')
    for (const [, letters = '', row] of text.matchAll(address)) {
      if (Number(row) > limits.rows) throw new Unreadable('tooManyRows', { max: limits.rows })
      if (numberOf(letters) > limits.columns) throw new Unreadable('tooManyColumns', { max: limits.columns })
    }
    const open = Math.max(text.lastIndexOf('<'), text.length - longestTag)
    if (percent.size > 0) for (const place of percentCells(text.slice(0, open), percent)) percents.push(placeIn(place))
    rest = text.slice(open)
  })
  return percents
}

/** B3 is row 3, column 2. */
const placeIn = (place: string): Place => {
  const letters = place.replace(/\d+$/, '')
  return [Number(place.slice(letters.length)), numberOf(letters)]
}

/** A is 1, Z 26, AA 27. */
const numberOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return value
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ')
      .replace(/ 00:00$/, '')
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const text = String(value)
  return /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(text) ? numberText(text) : text
}

/** Numbers are stored with seventeen digits and shown with fifteen; whole ones are written out. */
function numberText(text: string): string {
  if (/^-?\d{1,15}$/.test(text) || (/^-?\d+$/.test(text) && text.length > 17)) return text
  const shown = Number(Number(text).toPrecision(15))
  if (!Number.isFinite(shown)) return text
  return Number.isInteger(shown) && Math.abs(shown) < 1e21 ? BigInt(shown).toString() : String(shown)
}

/** Whether bytes begin like a zip archive, as every workbook does. */
export const isArchive = (bytes: Buffer): boolean => bytes.length > 3 && bytes.readUInt32BE(0) === 0x504b0304

/** Refuses a workbook that is damaged or would fill the memory, without unpacking it; text is left alone. */
export function mustUnpackSafely(bytes: Buffer): void {
  if (isArchive(bytes)) openWorkbook(bytes)
}
