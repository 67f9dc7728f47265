import { cut } from '@/lib/kernel/cut'
import type { Reason } from './model'

/** What a file said of one field, and in which row: a later row may add to it, never contradict it. */
export type Said = Map<string, { row: number; value: string }>

export const sameText = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? '').normalize('NFC') === (b ?? '').normalize('NFC')

type Values = { [field: string]: string | undefined }
const longestShown = 80

/** Remembers which row said what first. */
export function remember(said: Said, row: number, values: Values): void {
  for (const [field, value] of Object.entries(values))
    if (value !== undefined && !said.has(field)) said.set(field, { row, value })
}

/** A row that says otherwise than an earlier row of the same file would undo it, and be undone by it the next time. */
export function contradiction(said: Said, values: Values): Reason | null {
  for (const [field, value] of Object.entries(values)) {
    const before = said.get(field)
    if (before === undefined || value === undefined || sameText(before.value, value)) continue
    const shown = { before: cut(before.value, longestShown), after: cut(value, longestShown) }
    return { code: 'contradicts', params: { row: before.row, ...shown } }
  }
  return null
}
