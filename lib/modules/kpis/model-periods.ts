import type { Frequency } from './model-values'

const shapes: Readonly<Record<Frequency, RegExp>> = {
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/,
  quarter: /^\d{4}-Q[1-4]$/,
  year: /^\d{4}$/,
}

/** How often the period with this key comes round; null when it is no key. */
export const frequencyOf = (key: string): Frequency | null =>
  (Object.keys(shapes) as Frequency[]).find((frequency) => shapes[frequency].test(key)) ?? null

/**
 * The key that somebody typed: 2026-01, 2026/1, 2026年1月, 民國115年1月, 2026-Q1, 2026Q1, 2026年第1季, 115年第1季, 2026, in
 * full-width digits too; the first day of a month, which is what spreadsheets make of one, is the month. Null when it is none,
 * and for 2026.1: a spreadsheet makes that of 2026.10 as well, and January is not guessed for October.
 */
export function readPeriodKey(text: string): string | null {
  const bare = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  if (/^\d{4}\.\d$/.test(bare)) return null
  const plain = bare.replace(/^(\d{4}[-/.]\d{1,2})[-/.]0?1$/, '$1')
  if (plain.length > 20) return null
  const match = /^(民國)?(\d{2,4})(?:年|[-/.])?(?:第?([1-4])季|Q([1-4])|(\d{1,2})月?)?$/.exec(plain)
  if (!match) return null
  const [, era, typed = '', season, quarter = season, month] = match
  const isRoc = era !== undefined || (typed.length === 3 && plain.includes('年'))
  const year = isRoc ? Number(typed) + 1911 : typed.length === 4 ? Number(typed) : null
  if (year === null) return null
  const key = quarter ? `${year}-Q${quarter}` : month ? `${year}-${month.padStart(2, '0')}` : String(year)
  return frequencyOf(key) && (month === undefined || /\d(?:年|[-/.])\d/.test(plain)) ? key : null
}
