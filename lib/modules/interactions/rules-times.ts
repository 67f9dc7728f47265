import type { TimeOfDay } from '@/lib/kernel/day'
import { twoDigits } from '@/lib/kernel/day-roc'
import { numberOf, numeral, type Range } from './rules-text'

/**
 * An hour or a part of the day in a line. `from` is the hour at which the part begins, for telling morning from
 * afternoon on the same day; `weak` ones (三點 may be three points) count only right beside a date.
 */
export type TimeFound = Range & { time: TimeOfDay | null; from: number; weak: boolean; nextDay?: boolean }

/** People go home at six: 下班前, EOD and COB. */
const closingTime: TimeOfDay = '18:00'
const partHours: Readonly<Record<string, number>> = {
  凌晨: 0,
  清晨: 5,
  早上: 8,
  早: 8,
  上午: 8,
  中午: 12,
  午後: 13,
  下午: 13,
  傍晚: 17,
  晚上: 18,
  晚間: 18,
  晚: 18,
  morning: 8,
  afternoon: 13,
  evening: 18,
  night: 18,
}
const parts = '凌晨|清晨|早上|上午|中午|午後|下午|傍晚|晚上|晚間'

const chinese = new RegExp(
  `(${parts}|早|晚)?\\s?(${numeral})\\s?[點時](?!間|候|數|節|效|段)(半(?![成數價年])|一刻|三刻|整(?![理合體批])|正(?![式確常])|鐘|(\\d{2}|[二三四五]?十[一二三四五六七八九]?)分?|(${numeral})分)?`,
  'g',
)
const clock =
  /(凌晨|清晨|早上|上午|中午|午後|下午|傍晚|晚上|晚間)?\s?(?<![\d.:/$#-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:%])(?:\s?([ap])\.?m\b\.?)?/g
const english = /(?<![\d.:/$#-])\b(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s?([ap])\.?m\b\.?/g
const atHour = /\bat\s(1[0-2]|[1-9])(?![\d:.%,/-]|\s?(?:\$|a\b|percent|usd|nt|twd|dollar|each|per|pcs|unit))/g
const halfPast = /\bhalf past (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b/g
const closing = /下班[前後]?|\b(?:by |before |at )?(?:eod|cob|end of (?:the )?day|close of business)\b/g
const noon = /中午|\b(?:at )?(?:noon|midday)\b/g
const part = new RegExp(`(?:${parts})|\\b(?:in the )?(?:morning|afternoon|evening|night)\\b`, 'g')
const englishNumbers = ' one two three four five six seven eight nine ten eleven twelve'.split(' ')

const untilTime = new RegExp(
  `^\\s?[-~–至到]\\s?(?:(?:${parts})?${numeral}[點時](?:半|整|\\d{2}分?)?|(?:[01]?\\d|2[0-3]):[0-5]\\d)`,
)

/** An hour said without morning or afternoon is an office hour: 7 to 12 as said, 1 to 6 in the afternoon. */
const officeHour = (hour: number) => (hour >= 1 && hour <= 6 ? hour + 12 : hour)

function hourIn(partOfDay: string | undefined, hour: number): number {
  if (hour > 12 || partOfDay === undefined) return officeHour(hour)
  const from = partHours[partOfDay] ?? 0
  if (from < 8) return hour % 12
  if (from < 12) return hour
  if (from === 12) return hour <= 4 ? hour + 12 : hour
  if (hour === 12) return from >= 17 ? 24 : 12
  return hour + 12
}

function timeFound(range: Range, hour: number, minute: number, weak = false): TimeFound | null {
  if (hour > 24 || minute > 59) return null
  const [shown, nextDay] = hour === 24 ? [0, true] : [hour, false]
  return { ...range, time: `${twoDigits(shown)}:${twoDigits(minute)}`, from: shown, weak, ...(nextDay && { nextDay }) }
}

function minutesOf(said: string | undefined, digits: string | undefined): number | null {
  if (said === undefined || said === '整' || said === '正' || said === '鐘') return 0
  if (said === '半') return 30
  if (said === '一刻') return 15
  if (said === '三刻') return 45
  return numberOf(digits ?? '')
}

type Reader = readonly [RegExp, (match: RegExpMatchArray, range: Range) => TimeFound | null]

const readers: readonly Reader[] = [
  [
    clock,
    ([text, partOfDay, hour = '', minute, half], range) => {
      const literal = hour.startsWith('0') || half !== undefined
      const said = partOfDay ?? (half === 'a' ? '上午' : half === 'p' ? '下午' : undefined)
      const read = literal && !said ? Number(hour) : hourIn(said, Number(hour))
      return timeFound(
        trimmedStart(range, text),
        said === '上午' && half && Number(hour) === 12 ? 0 : read,
        Number(minute),
      )
    },
  ],
  [
    chinese,
    ([text, partOfDay, hourText = '', tail, tens, units], range) => {
      const hour = numberOf(hourText)
      const minute = minutesOf(tail, tens ?? units)
      if (hour === null || hour > 24 || minute === null) return null
      const weak = partOfDay === undefined && (tail === undefined || tail === tens)
      return timeFound(trimmedStart(range, text), hourIn(partOfDay, hour), minute, weak)
    },
  ],
  [
    english,
    ([, hour, minute = '0', half], range) =>
      timeFound(range, half === 'p' ? (Number(hour) % 12) + 12 : Number(hour) % 12, Number(minute)),
  ],
  [atHour, ([, hour], range) => timeFound(range, officeHour(Number(hour)), 0, true)],
  [
    halfPast,
    ([, said = ''], range) => {
      const hour = /\d/.test(said) ? Number(said) : englishNumbers.indexOf(said)
      return hour > 23 ? null : timeFound(range, officeHour(hour), 30)
    },
  ],
  [closing, (_match, range) => ({ ...range, time: closingTime, from: Number(closingTime.slice(0, 2)), weak: false })],
  [noon, (_match, range) => timeFound(range, 12, 0)],
  [part, ([text], range) => ({ ...range, time: null, from: partHours[text.replace(/^in the /, '')] ?? 0, weak: true })],
]

const trimmedStart = (range: Range, text: string): Range => ({
  start: range.start + (text.length - text.trimStart().length),
  end: range.start + text.trimEnd().length,
})

/** Every hour and part of the day in a folded line, none overlapping; 10:00-22:00 is one, and weak, since opening hours look so. */
export function timesIn(text: string): TimeFound[] {
  const found: TimeFound[] = []
  for (const [pattern, read] of readers) {
    for (const match of text.matchAll(pattern)) {
      const time = read(match, { start: match.index, end: match.index + match[0].length })
      if (!time || found.some((other) => time.start < other.end && other.start < time.end)) continue
      const until = time.time === null ? null : untilTime.exec(text.slice(time.end))
      found.push(until ? { ...time, end: time.end + until[0].length, weak: true } : time)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
