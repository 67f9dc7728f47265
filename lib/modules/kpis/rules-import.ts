import type { Day } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import type { FiscalCalendar } from '@/lib/kernel/fiscal'
import { parseAmount } from '@/lib/kernel/money'
import { frequencyOf, readPeriodKey } from './model-periods'
import type { Frequency, KpiUnit } from './model-values'
import { ratioOf } from './rules-aggregate'
import { periodNamed } from './rules-periods'

/** One row as somebody typed it, all text; blank is not said. The first row of a file has number 1. */
export type ImportRow = { kpi: string; period: string; value: string; numerator?: string; denominator?: string }

export type ImportReason =
  | 'unknownKpi'
  | 'notAPeriod'
  | 'otherFrequency'
  | 'periodOutsideAgreement'
  | 'valueMissing'
  | 'notANumber'
  | 'tooLarge'
  | 'partMissing'
  | 'denominatorZero'
  | 'partsDisagree'
  | 'ambiguousDuplicate'

/** A value with the parts of a ratio where they were given; exact, in the KPI's unit. */
export type ImportValue = { value: string; numerator: string | null; denominator: string | null }
type Known = { kpi: string; period: string } & ImportValue

/** What the rows are held against. A KPI is known by its code, in capitals or not. */
export type ImportWorld = {
  kpis: Readonly<Record<string, { unit: KpiUnit; frequency: Frequency }>>
  /** The days of the agreement; an open end is null. A period counts when it has a day in them. */
  from: Day
  to: Day | null
  calendar: FiscalCalendar
  existing: readonly Known[]
}

export type ImportResult = {
  created: (Known & { row: number })[]
  revised: (Known & { row: number; before: ImportValue })[]
  unchanged: (Known & { row: number })[]
  rejected: { row: number; reason: ImportReason }[]
  /** Rows that say again what another row of the file said; the first one counts. */
  repeated: { row: number; as: number }[]
}

const keyOf = ({ kpi, period }: { kpi: string; period: string }) => `${kpi} ${period}`
const same = (a: string | null, b: string | null) => (a === null || b === null ? a === b : exact(a).eq(b))
/** Whether two values say the same, parts included. */
export const sameValue = (a: ImportValue, b: ImportValue) =>
  same(a.value, b.value) && same(a.numerator, b.numerator) && same(a.denominator, b.denominator)

/** Whether a value says the same as the one on record; without its parts it says nothing about those. K11. */
export const saysTheSame = (given: ImportValue, onRecord: ImportValue) =>
  given.numerator === null && given.denominator === null
    ? same(given.value, onRecord.value)
    : sameValue(given, onRecord)

/**
 * Rows of actual values against those that are there: created, revised (the old value is kept as a revision), unchanged, or
 * rejected with the reason; every row of the file is in exactly one of the lists. Two rows that say different values of one
 * KPI and period are both rejected. Importing the same file again leaves everything unchanged. K11.
 */
export function importRows(rows: readonly ImportRow[], world: ImportWorld): ImportResult {
  const result: ImportResult = { created: [], revised: [], unchanged: [], rejected: [], repeated: [] }
  const spans = new Map<string, ReturnType<typeof periodNamed>>()
  const codes = new Map(Object.keys(world.kpis).map((code) => [code.toUpperCase(), code]))
  const read = rows.map((row) => readRow(row, world, { spans, codes }))
  const groups = new Map<string, number[]>()
  for (const [index, each] of read.entries()) {
    if ('reason' in each) continue
    const group = groups.get(keyOf(each))
    if (group) group.push(index)
    else groups.set(keyOf(each), [index])
  }
  const existing = new Map(world.existing.map((each) => [keyOf(each), each]))
  for (const [index, each] of read.entries()) {
    const row = index + 1
    if ('reason' in each) {
      result.rejected.push({ row, reason: each.reason })
      continue
    }
    const group = groups.get(keyOf(each)) ?? []
    const first = group[0] ?? index
    if (group.length > 1 && group.some((other) => !sameAs(read[other], each)))
      result.rejected.push({ row, reason: 'ambiguousDuplicate' })
    else if (first !== index) result.repeated.push({ row, as: first + 1 })
    else {
      const before = existing.get(keyOf(each))
      if (!before) result.created.push({ ...each, row })
      else if (saysTheSame(each, before)) result.unchanged.push({ ...each, row })
      else {
        const { value, numerator, denominator } = before
        result.revised.push({ ...each, row, before: { value, numerator, denominator } })
      }
    }
  }
  return result
}

type ReadRow = Known | { reason: ImportReason }
const sameAs = (other: ReadRow | undefined, each: Known) =>
  other !== undefined && !('reason' in other) && sameValue(other, each)

type Lookup = { spans: Map<string, ReturnType<typeof periodNamed>>; codes: ReadonlyMap<string, string> }

function readRow(row: ImportRow, { kpis, from, to, calendar }: ImportWorld, { spans, codes }: Lookup): ReadRow {
  const kpi = codes.get(row.kpi.normalize('NFKC').trim().toUpperCase())
  const known = kpi === undefined ? undefined : kpis[kpi]
  if (kpi === undefined || !known) return { reason: 'unknownKpi' }
  const span = spans.get(row.period) ?? periodNamed(readPeriodKey(row.period) ?? '', calendar)
  spans.set(row.period, span)
  if (!span) return { reason: 'notAPeriod' }
  if (frequencyOf(span.key) !== known.frequency) return { reason: 'otherFrequency' }
  if (span.to < from || (to !== null && span.from > to)) return { reason: 'periodOutsideAgreement' }
  const value = readValue(row, known.unit)
  return 'reason' in value ? value : { kpi, period: span.key, ...value }
}

const percentLike: Readonly<Partial<Record<KpiUnit, RegExp>>> = { percent: /[%％]$/, permille: /‰$/ }
/** Fourteen digits before the point are enough for anybody. */
const tooLarge = exact(10).pow(14)

/** A number as people type it; a percent sign only where the KPI is counted in percent. */
function readNumber(text: string, unit: KpiUnit | null): string | ImportReason {
  const sign = unit && percentLike[unit]
  const typed = sign ? text.trim().replace(sign, '') : text.trim()
  const number = /[%％‰]/.test(typed) ? null : parseAmount(typed)
  if (number === null) return 'notANumber'
  return exact(number).abs().gte(tooLarge) ? 'tooLarge' : number
}

const isReason = (text: string): text is ImportReason => /^[a-z]/i.test(text)
const blank = (text: string | undefined) => (text ?? '').trim() === ''

/** The value of a row as people type it, or why it is none, and in which part of the ratio that lies. */
export function readValue(
  row: ImportRow,
  unit: KpiUnit,
): ImportValue | { reason: ImportReason; part?: 'numerator' | 'denominator' } {
  const given = blank(row.value) ? null : readNumber(row.value, unit)
  if (given !== null && isReason(given)) return { reason: given }
  if (blank(row.numerator) && blank(row.denominator))
    return given === null ? { reason: 'valueMissing' } : { value: given, numerator: null, denominator: null }
  if (blank(row.numerator) || blank(row.denominator)) return { reason: 'partMissing' }
  const [numerator, denominator] = [readNumber(row.numerator ?? '', null), readNumber(row.denominator ?? '', null)]
  if (isReason(numerator)) return { reason: numerator, part: 'numerator' }
  if (isReason(denominator)) return { reason: denominator, part: 'denominator' }
  const value = ratioOf(numerator, denominator, unit)
  if (value === null) return { reason: 'denominatorZero' }
  if (given !== null && !exact(value).toDecimalPlaces(exact(given).decimalPlaces()).eq(given))
    return { reason: 'partsDisagree' }
  return { value, numerator, denominator }
}
