import { addDays, addMonths, endOfMonth, startOfMonth, weekday } from '@/lib/kernel/day'
import {
  addWeekdays,
  bareDateOfMonth,
  bareWeekday,
  type DayReader,
  dateOfMonth,
  endOfQuarter,
  endOfWorkWeek,
  endOfYear,
  fixed,
  minutesAhead,
  weekdayOfWeek,
} from './rules-days'
import { aroundFestival } from './rules-festivals'
import type { Wall } from './rules-tense'

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekdays = 'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?'
const weekOffsets: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }
const smallNumbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const count = '\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten'
const numberOf = (said: string) => smallNumbers[said] ?? Number(said)

/** The last such weekday strictly before today: on a Saturday, last Friday is yesterday. */
const lastWeekday = (number: number, { today }: Wall) => addDays(today, -(((weekday(today) - number + 6) % 7) + 1))

const weeks: readonly DayReader[] = [
  [
    new RegExp(
      `(?<!\\b(?:every|each|mr|ms|mrs|dr)\\.?\\s)\\b(?:(this|last|past|next|coming|on|by|before|until)\\s)?(${weekdays})\\b(?:,?\\s(last|this|next)\\sweek\\b)?`,
      'g',
    ),
    ({ 0: text, 1: word, 2: said = '', 3: ofWeek, index, input }, now) => {
      const rest = input.slice(index + text.length)
      const number = names.indexOf(said.slice(0, 3)) + 1
      if (said === 'sun' && !word && !ofWeek && !/^(?:\s\d|\s?[,，]|\s?$)/.test(rest)) return null
      if (ofWeek) return fixed(weekdayOfWeek(number, weekOffsets[ofWeek] ?? 0, now.today))
      if (word === 'last' || word === 'past') return fixed(lastWeekday(number, now))
      if (word === 'next' || word === 'this') return fixed(weekdayOfWeek(number, weekOffsets[word] ?? 0, now.today))
      return bareWeekday(number, now.today)
    },
  ],
  [
    /\b(?:by |before |at )?(?:the )?end of (?:the |this )?(next )?(?:work )?week\b|\b(?:by )?eow\b/g,
    ([, next], { today }) => fixed(endOfWorkWeek(next ? 1 : 0, today)),
  ],
  [
    /\b(this|next|last|the) weekend\b/g,
    ([, word = ''], { today }) => fixed(weekdayOfWeek(6, weekOffsets[word] ?? 0, today)),
  ],
  [
    /\b(?:early |some ?time )?(next|last) week\b/g,
    ([, word], { today }) => fixed(word === 'next' ? weekdayOfWeek(1, 1, today) : addDays(today, -7)),
  ],
]

const months: readonly DayReader[] = [
  [
    /\b(?:by |before |at )?(?:the )?(?:end of (?:the |this )?(next )?month|month[- ]end|eom)\b/g,
    ([, next], { today }) => fixed(endOfMonth(addMonths(startOfMonth(today), next ? 1 : 0))),
  ],
  [
    /\b(?:by |before |at )?(?:the )?(?:end of (?:the |this )?(quarter|year)|(quarter|year)[- ]end|eoy)\b/g,
    ([, unit, unitEnd], { today }) => fixed((unit ?? unitEnd) === 'quarter' ? endOfQuarter(today) : endOfYear(today)),
  ],
  [
    /\b(?:(?:on |by |before |until )?the |on |by )(\d{1,2})(?:st|nd|rd|th)(?: of (next|this) month\b|\b(?!\sof\b|\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|floor|time|anniversary|quarter|batch|order|visit|edition)))/g,
    ([, date, month], { today }) =>
      month ? fixed(dateOfMonth(Number(date), month === 'next' ? 1 : 0, today)) : bareDateOfMonth(Number(date), today),
  ],
  [
    /\b(?:(early|beginning of|start of|mid|middle of) )?next month\b/g,
    ([, part = ''], { today }) => fixed(dateOfMonth(part.startsWith('mid') ? 15 : 1, 1, today)),
  ],
]

const counts: readonly DayReader[] = [
  [/\b(?:the )?day after tomorrow\b/g, (_match, { today }) => fixed(addDays(today, 2))],
  [/\blast night\b/g, (_match, { today }) => fixed(addDays(today, -1), { part: 18 })],
  [
    /\b(this (?:morning|afternoon|evening)|tonight)\b/g,
    ([text], { today }) => fixed(today, { part: text.endsWith('morning') ? 8 : text.endsWith('noon') ? 13 : 18 }),
  ],
  [
    new RegExp(`\\b(?:with)?in (${count}) (?:business|working|work) days?\\b`, 'g'),
    ([, said = ''], { today }) => fixed(addWeekdays(today, numberOf(said))),
  ],
  [
    new RegExp(`\\bin (${count}|half an) (hours?|minutes?|mins?)\\b`, 'g'),
    ([, said = '', unit = ''], now) => {
      const number = said === 'half an' ? 0.5 : numberOf(said)
      return minutesAhead(Math.round(number * (unit.startsWith('h') ? 60 : 1)), now)
    },
  ],
  [
    /\b(before|after) (?:the )?(chinese new year|lunar new year|cny|mid-?autumn(?: festival)?|moon festival|dragon boat(?: festival)?|tomb sweeping(?: day)?|christmas|xmas|national day|double ten(?:th)?|new year(?:'s)?(?: day)?)\b/g,
    ([, side, festival = ''], { today }) =>
      fixed(aroundFestival(festival, side === 'after' ? 'after' : 'before', today)),
  ],
]

/** English phrases that the date library misses, or counts by another week than this product's Monday one. */
export const englishDays: readonly DayReader[] = [...counts, ...weeks, ...months]

/** Mon, Wed and the like are weekdays only with a capital or beside a word such as `next` or `by`; Sun may be a name. */
export const isShortWord = (typed: string): boolean => /^(?:mon|tue|wed|thu|fri|sat|sun)$/.test(typed)
