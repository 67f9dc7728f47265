import { cut } from '@/lib/kernel/cut'
import { parsePhone } from '@/lib/kernel/phone'
import { unknownCharacter } from '@/lib/kernel/spreadsheet/reading'
import type { Mapping, Reason, Subject } from './model'
import { type Field, fieldNamed, fieldsOf } from './model-fields'
import { readCell } from './rules-values'

/** A row with what it says of each field; with a fault it is refused before it is compared with anything. */
export type ReadRow = {
  number: number
  values: Readonly<Record<string, string>>
  fault: Reason | null
  notes: readonly Reason[]
}

type Columns = readonly { index: number; field: Field; title: string }[]

/** The mapped columns with their titles. */
export const mappedColumns = (
  subject: Subject,
  { columns }: Pick<Mapping, 'columns'>,
  header: readonly string[],
): Columns =>
  columns.flatMap((name, index) => {
    const field = fieldNamed(subject, name)
    return field ? [{ index, field, title: header[index] ?? field.name }] : []
  })

/** Fields that a mapping must fill for a file to be about its subject. */
export function missingFields(subject: Subject, { columns }: Pick<Mapping, 'columns'>): string[] {
  const has = (name: string) => columns.includes(name)
  const named = has('name') || (subject === 'members' && (has('familyName') || has('givenName')))
  return fieldsOf[subject]
    .filter(({ required, name }) => (required ?? false) && !has(name))
    .map(({ name }) => name)
    .filter((name) => !(name === 'name' && has('id')))
    .concat(subject === 'members' && !named ? ['name'] : [])
}

/** Reads a row. A row with more or fewer cells than the header has slipped, and nothing in it can be trusted. */
export function readRow(number: number, cells: readonly string[], columns: Columns, width: number): ReadRow {
  const values: Record<string, string> = {}
  const notes: Reason[] = []
  let fault = widthFault(cells, width)
  for (const { index, field, title } of columns) {
    if (fault) break
    const read = readCell(field, cells[index] ?? '')
    if (read.fault) fault = { ...read.fault, column: title }
    if (read.note) notes.push({ ...read.note, column: title })
    if (read.value !== undefined) values[field.name] = read.value
  }
  return { number, values, fault, notes }
}

function widthFault(cells: readonly string[], width: number): Reason | null {
  if (cells.length < width) return { code: 'tooFewCells', params: { cells: cells.length, columns: width } }
  const extra = cells.slice(width).some((cell) => cell.trim() !== '')
  return extra ? { code: 'tooManyCells', params: { cells: cells.length, columns: width } } : null
}

/** What is kept as typed although it could not be read: phones that are no numbers, links that are no addresses. */
export function uncheckedNotes(values: Readonly<Record<string, string>>, columns: Columns): Reason[] {
  const country = values.country ?? 'TW'
  return columns.flatMap(({ field, title }) => {
    const value = values[field.name]
    if (value === undefined) return []
    if (field.kind === 'phone')
      return parsePhone(value, country).checked ? [] : [{ code: 'phoneUnchecked', column: title }]
    return field.kind === 'link' && !isLink(value) ? [{ code: 'linkUnchecked', column: title }] : []
  })
}

function isLink(typed: string): boolean {
  const candidate = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  return (
    !/[\s#]/.test(typed.replace(/#[\w-]*$/, '')) && URL.canParse(candidate) && new URL(candidate).hostname.includes('.')
  )
}

/** The cells as they can be kept: what no text can hold is shown as an unknown character. */
export const storableCells = (cells: readonly string[]): string[] =>
  cells.map((cell) => cut(cell.toWellFormed().replaceAll('\u0000', unknownCharacter), mostCell))

const mostCell = 100_000
export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/**
 * The cells of a row that no record of ours took, with the titles of their columns; empty ones say nothing. What is said
 * of a contact person without a name is among them.
 */
export const unmappedColumns = (
  raw: readonly string[],
  { columns }: Pick<Mapping, 'columns'>,
  header: readonly string[],
  notes: readonly Reason[],
): { title: string; value: string }[] => {
  const nameless = notes.some(({ code }) => code === 'contactWithoutName')
  const isLeft = (name: string | null | undefined) => name === null || (nameless && name?.startsWith('contact'))
  return header.flatMap((title, index) => {
    const value = raw[index]?.trim() ?? ''
    return isLeft(columns[index]) && value !== '' ? [{ title, value }] : []
  })
}
