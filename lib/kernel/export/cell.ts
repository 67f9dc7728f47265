import { dayOf, timeOf } from '../day'

/**
 * One value of a spreadsheet. Typed values keep their exact form; `text` is whatever people typed, and the only kind that
 * a spreadsheet program might take for a formula.
 */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number' | 'phone'; text: string }
  | { kind: 'day'; day: string }
  | { kind: 'moment'; at: Date }
  | null

export const text = (value: string | null | undefined): Cell => (value ? { kind: 'text', text: value } : null)

const shapes = { number: /^-?\d{1,15}(\.\d+)?$/, phone: /^\+?[\d\s().#/-]{3,40}$/ } as const

/** A number or a phone as typed when it reads like one; otherwise it is text like any other. */
export const typed = (kind: 'number' | 'phone', value: string | number | null | undefined): Cell => {
  const said = value === null || value === undefined ? '' : String(value)
  return said === '' ? null : shapes[kind].test(said) ? { kind, text: said } : text(said)
}

/** Signs that begin a formula, also in full width and after what cannot be seen. */
const formula = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@＝＋－＠]/u
const leading = /^[\t\r\n]/

/** Whether a spreadsheet program might run this text instead of showing it. */
export const looksLikeFormula = (value: string): boolean => formula.test(value) || leading.test(value)

/** The cell as plain text for CSV: days as 2026-11-21, moments with the hour of `timeZone`, formulas disarmed by `'`. */
export function plainOf(cell: Cell, timeZone: string): string {
  if (cell === null) return ''
  if (cell.kind === 'day') return cell.day
  if (cell.kind === 'moment') return `${dayOf(cell.at, timeZone)} ${timeOf(cell.at, timeZone)}`
  return cell.kind === 'text' && looksLikeFormula(cell.text) ? `'${cell.text}` : cell.text
}
