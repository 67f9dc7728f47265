import { checkBusinessNumber } from '@/lib/kernel/business-number'
import { cut } from '@/lib/kernel/cut'
import { isTimeOfDay, parseDay, type TimeOfDay } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { looksLikeFormula } from '@/lib/kernel/export/cell'
import { parseAmount } from '@/lib/kernel/money'
import { unknownCharacter } from '@/lib/kernel/spreadsheet/reading'
import type { Reason } from './model'
import type { Field } from './model-fields'
import { type Choice, choiceWords } from './model-synonyms'
import { headerKey } from './rules-columns'

/** What a cell says once it is read: the value in the form in which it is compared and kept, or why it cannot be. */
export type CellReading = { value: string | undefined; fault?: Reason; note?: Reason }

const blank: CellReading = { value: undefined }
const refused = (code: string, params: Reason['params'] = {}): CellReading => ({
  value: undefined,
  fault: { code, params },
})
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const mailbox = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** The cell as typed. An apostrophe that only keeps a spreadsheet from taking the text for a formula is not part of it. */
export const typedIn = (cell: string): string => {
  const text = cell.trim()
  return text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text
}

/** Reads one cell for a field. A blank cell says nothing: it never erases. */
export function readCell(field: Field, cell: string): CellReading {
  const text = typedIn(cell)
  if (text === '') return blank
  if (!text.isWellFormed() || text.includes('\u0000')) return refused('badText')
  if (text.includes(unknownCharacter)) return refused('undecodable')
  if (text.length > field.most && field.kind !== 'channel') return refused('tooLong', { max: field.most })
  return readers[field.kind](text)
}

const asTyped = (text: string): CellReading => ({ value: text })

const readers: Readonly<Record<Field['kind'], (text: string) => CellReading>> = {
  text: asTyped,
  phone: asTyped,
  link: asTyped,
  reference: asTyped,
  names: asTyped,
  id: (text) => (uuid.test(text) ? { value: text.toLowerCase() } : refused('notAnId')),
  email: (text) => {
    const email = text.normalize('NFKC').toLowerCase()
    return mailbox.test(email) ? { value: email } : refused('notAnEmail')
  },
  businessNumber: (text) => {
    const checked = checkBusinessNumber(text)
    return checked.problem === null ? { value: checked.number } : refused(numberFaults[checked.problem])
  },
  accountKind: (text) => chosen('accountKind', text, 'kindUnknown'),
  accountStatus: (text) => chosen('accountStatus', text, 'statusUnknown'),
  tier: (text) => ({
    value: text
      .normalize('NFKC')
      .replace(/[級级\s]/g, '')
      .toUpperCase(),
  }),
  employment: (text) => chosen('employment', text, 'employmentUnknown'),
  roles: (text) => {
    const roles = partsOf(text).map((part) => choiceOf('roles', part))
    return roles.every((role) => role !== null) ? { value: roles.join(',') } : refused('roleUnknown')
  },
  channel: (text) => {
    const channel = choiceOf('channel', text)
    return channel
      ? { value: channel }
      : { value: 'other', note: { code: 'channelOther', params: { value: cut(text, 40) } } }
  },
  flag: (text) => chosen('flag', text, 'flagUnknown'),
  day: (text) => {
    const day = momentOf(text)?.day
    return day ? { value: day } : refused('notADay')
  },
  moment: (text) => {
    const moment = momentOf(text)
    if (!moment) return refused('notADay')
    return { value: moment.exact ?? (moment.time ? `${moment.day}T${moment.time}` : moment.day) }
  },
  time: (text) => {
    const time = timeOf(text)
    return time ? { value: time } : refused('notATime')
  },
  number: (text) => numberIn(text),
  percent: (text) => {
    const read = numberIn(text.replace(/[%％]$/, ''))
    if (read.value === undefined) return read
    const value = exact(read.value)
    if (value.lt(0) || value.gt(100)) return refused('notAPercent')
    return value.gt(0) && value.lt(1) && !/[%％]$/.test(text) ? refused('percentUnclear', { value: text }) : read
  },
  ratio: (text) => {
    const read = numberIn(text.replace(/[%％]$/, ''))
    if (read.value === undefined) return read
    const value = exact(read.value).div(/[%％]$/.test(text) ? 100 : 1)
    if (value.lt(0) || value.gt(1)) return refused('ratioUnclear', { value: text })
    return value.decimalPlaces() > 4 ? refused('tooManyDecimals') : { value: plain(value) }
  },
  currency: (text) => {
    const code = text.normalize('NFKC').toUpperCase()
    const named = {
      NT$: 'TWD',
      NTD: 'TWD',
      新台幣: 'TWD',
      台幣: 'TWD',
      新臺幣: 'TWD',
      US$: 'USD',
      美金: 'USD',
      美元: 'USD',
    }[code]
    return named ? { value: named } : /^[A-Z]{3}$/.test(code) ? { value: code } : refused('notACurrency')
  },
  taxMode: (text) => chosen('taxMode', text, 'taxModeUnknown'),
  productStatus: (text) => chosen('productStatus', text, 'statusUnknown'),
}

/** An exact number as people type it, at most fourteen whole digits and four decimals. */
function numberIn(text: string): CellReading {
  const value = parseAmount(text)
  if (value === null) return refused('notANumber')
  const number = exact(value)
  if (number.abs().gte('1e14')) return refused('numberTooLarge')
  return number.decimalPlaces() > 4 ? refused('tooManyDecimals') : { value: plain(number) }
}

const numberFaults = {
  length: 'businessNumberLength',
  checksum: 'businessNumberWrong',
  zeros: 'businessNumberZeros',
} as const

const chosen = (choice: Choice, text: string, code: string): CellReading => {
  const value = choiceOf(choice, text)
  return value ? { value } : refused(code)
}

const choices = new Map(
  Object.entries(choiceWords).map(([choice, values]) => [
    choice,
    new Map(
      Object.entries(values).flatMap(([value, words]) =>
        [...words.split('|'), value].map((word): [string, string] => [headerKey(word), value]),
      ),
    ),
  ]),
)

/** The option that a word means; null when it means none. */
export const choiceOf = (choice: Choice, text: string): string | null =>
  choices.get(choice)?.get(headerKey(text)) ?? null

/** Several values in one cell, as people separate them. */
export const partsOf = (text: string): string[] =>
  text
    .split(/[、,，;；/／\n|]+/)
    .map((part) => part.trim())
    .filter(Boolean)

/** A day, its hour if one was said, and the moment itself where the text names its time zone. */
export type TypedMoment = { day: string; time: TimeOfDay | null; exact?: string }

/** Reads a day with or without an hour: 2026-03-05, 2026/3/5 14:30, 115/3/5, 民國115年3月5日 下午2:30, or an ISO moment. */
export function momentOf(text: string): TypedMoment | null {
  const plain = text.normalize('NFKC').trim()
  const whole = parseDay(plain)
  if (whole) return { day: whole, time: null }
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(plain)
  if (iso) {
    const [, day = '', time = '', zone] = iso
    const read = dayAndTime(day, time)
    return read && zone ? { ...read, exact: new Date(`${day}T${time}${zone}`).toISOString() } : read
  }
  const split = /^(.*?\d(?:日)?)[\sT,]+((?:上午|下午|早上|晚上|中午|am|pm)?\s*\d{1,2}.*)$/i.exec(plain)
  return split ? dayAndTime(split[1] ?? '', split[2] ?? '') : null
}

function dayAndTime(dayText: string, timeText: string) {
  const [day, time] = [parseDay(dayText), timeOf(timeText)]
  return day && time ? { day, time } : null
}

/** Reads a time of day: 14:30, 2:30 PM, 下午2:30, 14點30分, 1430. */
export function timeOf(text: string): TimeOfDay | null {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  const match =
    /^(上午|下午|早上|晚上|中午|am|pm)?\s*(\d{1,2})\s*[:.點時]\s*(\d{1,2})?\s*分?(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?$/.exec(
      plain,
    ) ??
    /^(上午|下午|早上|晚上|中午)?\s*(\d{1,2})()\s*(am|pm)$/.exec(plain) ??
    /^()(\d{2})(\d{2})()$/.exec(plain)
  if (!match) return null
  const [, before = '', hours = '', minutes = '0', after = ''] = match
  if (Number(hours) > 23) return null
  const half = before || after
  const isLate = /下午|晚上|pm/.test(half) || (half === '中午' && Number(hours) < 11)
  const hour = (Number(hours) % (half && half !== '中午' ? 12 : 24)) + (isLate ? 12 : 0)
  const time = `${String(hour).padStart(2, '0')}:${String(Number(minutes || 0)).padStart(2, '0')}`
  return isTimeOfDay(time) ? time : null
}
