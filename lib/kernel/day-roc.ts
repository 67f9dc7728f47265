const rocOffset = 1911

/** A part of a date or time as it is written: 7 is 07. */
export const twoDigits = (value: number): string => String(value).padStart(2, '0')

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days a month has, counted from 1; none where there is no such month. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 0)

/** `YYYY-MM-DD` when year, month and day name a real date of the years 1000 to 9999, otherwise null. */
export function dayFromParts(year: number, month: number, date: number): string | null {
  if (!Number.isInteger(year) || !Number.isInteger(date) || year < 1000 || year > 9999) return null
  return date >= 1 && date <= daysInMonth(year, month) ? `${year}-${twoDigits(month)}-${twoDigits(date)}` : null
}

const written = /^(?:(?:中華)?民國)(元|\d{1,3})年(\d{1,2})月(\d{1,2})日?$|^(\d{2,3})年(\d{1,2})月(\d{1,2})日?$/
const separated = /^(?:(?:中華)?民國(\d{1,3})|(\d{3}))[/.-](\d{1,2})[/.-](\d{1,2})$/
const compact = /^(?:(?:中華)?民國)?(\d{3})(\d{2})(\d{2})$/

/**
 * Reads a date of the ROC calendar as people type it: 民國115年12月1日, 115/12/1, 115.12.01, 1151201, in full-width
 * digits too. Two-digit years need 民國 or 年 beside them, because 99/12/1 alone could be 1999.
 */
export function parseRocDay(text: string): string | null {
  if (text.length > 40) return null
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const match = written.exec(plain) ?? separated.exec(plain) ?? compact.exec(plain)
  if (!match) return null
  const [year, month, date] = match.slice(1).filter((part) => part !== undefined)
  const rocYear = year === '元' ? 1 : Number(year)
  return rocYear < 1 ? null : dayFromParts(rocYear + rocOffset, Number(month), Number(date))
}

/** 民國115年11月21日, or 115/11/21 when `short`; years before 1912 read 民國前. Source: L01, year - 1911. */
export function formatRocDay(day: string, form: 'long' | 'short' = 'long'): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const rocYear = year - rocOffset
  const era = rocYear > 0 ? '民國' : '民國前'
  const shown = rocYear > 0 ? rocYear : 1 - rocYear
  if (form === 'long') return `${era}${shown}年${month}月${date}日`
  return `${rocYear > 0 ? '' : era}${shown}/${month}/${date}`
}
