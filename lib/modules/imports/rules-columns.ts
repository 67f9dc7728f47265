import { normaliseForSearch } from '@/lib/kernel/search-text'
import type { AccountKind } from '@/lib/modules/accounts/model'
import { type Mapping, type Subject, subjects } from './model'
import { fieldsOf, letterOf } from './model-fields'
import { confidentialWords, kindTales, tellTales, wordsOf } from './model-synonyms'

/** A header as it is compared: without signs, spaces, case, and remarks in brackets such as (必填). */
export const headerKey = (header: string): string =>
  normaliseForSearch(header.slice(0, 200).replace(/[(（[【].*?[)）\]】]/g, '')).replace(/[^\p{L}\p{N}]+/gu, '')

const keysIn = (words: string): ReadonlySet<string> => new Set(words.split('|').map(headerKey))

const fieldKeys = new Map(
  subjects.map((subject) => [
    subject,
    new Map(
      fieldsOf[subject].flatMap(({ name }) =>
        [...keysIn(wordsOf[subject][name] ?? ''), headerKey(name)].map((key): [string, string] => [key, name]),
      ),
    ),
  ]),
)
const tells = new Map(subjects.map((subject) => [subject, keysIn(tellTales[subject])]))
const anyKey = new Set([...fieldKeys.values()].flatMap((keys) => [...keys.keys()]))

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** What a file is about, by the columns that give it away; accounts when nothing does. */
export function subjectOf(header: readonly string[]): Subject {
  const keys = header.map(headerKey)
  const score = (subject: Subject) =>
    keys.filter((key) => tells.get(subject)?.has(key)).length +
    keys.filter((key) => fieldKeys.get(subject)?.has(key)).length / 100
  return subjects.reduce((best, each) => (score(each) > score(best) ? each : best), 'accounts' as Subject)
}

/**
 * What each column means, by what it is called; every field once, the first column that fits. A column `ID` is our own
 * id when its cells look like one, otherwise the number in the other system.
 */
export function columnsOf(
  subject: Subject,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): (string | null)[] {
  const taken = new Set<string>()
  return header.map((title, index) => {
    const key = headerKey(title)
    const own = key === 'id' && sample.some((row) => isUuid(row[index] ?? ''))
    const meant = own ? 'id' : (fieldKeys.get(subject)?.get(key) ?? (key === 'id' ? 'externalId' : null))
    const name = meant === 'discountRatio' && sample.some((row) => isPercent(row[index] ?? '')) ? 'discountPct' : meant
    if (name === null || taken.has(name) || !fieldsOf[subject].some((field) => field.name === name)) return null
    taken.add(name)
    return name
  })
}

/** A discount above 1, or with its sign, is in percent. */
const isPercent = (cell: string) => /[%％]\s*$/.test(cell) || Number(cell) > 1

const supplierKeys = keysIn(kindTales.supplier)
const partnerKeys = keysIn(kindTales.partner)

/** Whether the accounts of a file are customers, suppliers or partners, by its columns and its name. */
export function accountKindOf(header: readonly string[], fileName: string): AccountKind {
  const keys = header.map(headerKey)
  if (keys.some((key) => supplierKeys.has(key)) || /supplier|vendor|供應商|廠商/i.test(fileName)) return 'supplier'
  return keys.some((key) => partnerKeys.has(key)) ? 'partner' : 'customer'
}

const confidentialKeys = keysIn(confidentialWords)

/** The places of columns that only those who see margins, and whoever brought the file, are shown. */
export const confidentialPlaces = (header: readonly string[]): ReadonlySet<number> =>
  new Set(header.flatMap((title, place) => (confidentialKeys.has(headerKey(title)) ? [place] : [])))

/** Cells without those of confidential columns, each in its place. */
export const withoutConfidential = (cells: readonly string[], places: ReadonlySet<number>): string[] =>
  cells.map((cell, place) => (places.has(place) ? '' : cell))

const mostLinesAbove = 20

/**
 * The row that names the columns, counted from 1: of the first rows the one with the most words that columns are called
 * by; without any, the first one that is filled. 0 when the first filled row reads like values.
 */
export function headerRowOf(rows: readonly (readonly string[])[]): number {
  const candidates = rows.slice(0, mostLinesAbove)
  const known = candidates.map((row) => new Set(row.map(headerKey).filter((key) => anyKey.has(key))).size)
  const most = Math.max(0, ...known)
  if (most >= 2 || (most === 1 && candidates.length > 0 && filled(candidates[known.indexOf(1)] ?? []) <= 3))
    return known.indexOf(most) + 1
  const first = candidates.findIndex((row) => filled(row) > 0)
  return first < 0 || candidates[first]?.some(isValue) ? 0 : first + 1
}

const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length
const isValue = (cell: string) => /^[\d\s/.:()+-]{3,}$/.test(cell.trim()) || cell.includes('@')

/** The titles of the columns: what the header row says, letters where it says nothing. */
export function titlesOf(rows: readonly (readonly string[])[], headerRow: number): string[] {
  const header = headerRow > 0 ? (rows[headerRow - 1] ?? []) : []
  const width = Math.max(header.length, headerRow > 0 ? 0 : Math.max(0, ...rows.map((row) => row.length)))
  const titles = Array.from({ length: width }, (_, index) => header[index]?.trim() || letterOf(index))
  while (
    headerRow > 0 &&
    titles.length > 1 &&
    header[titles.length - 1]?.trim() === '' &&
    isBlankColumn(rows, titles.length - 1)
  )
    titles.pop()
  return titles
}

const isBlankColumn = (rows: readonly (readonly string[])[], index: number) =>
  rows.every((row) => (row[index] ?? '').trim() === '')

/** Two files with the same columns in the same order are read alike. */
export const signatureOf = (subject: Subject, header: readonly string[]): string =>
  `${subject} ${header.map(headerKey).join('|')}`

/** Whether a mapping made for other files of these columns still fits. */
export const fits = (mapping: Mapping, subject: Subject, header: readonly string[]): boolean =>
  mapping.columns.length === header.length &&
  mapping.columns.every((name) => name === null || fieldsOf[subject].some((field) => field.name === name))
