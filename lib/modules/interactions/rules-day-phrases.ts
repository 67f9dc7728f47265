import { addDays, type Day, daysBetween, type TimeOfDay } from '@/lib/kernel/day'
import { libraryDays } from './rules-chrono'
import type { DayFound, DayReader } from './rules-days'
import { chineseDays } from './rules-days-chinese'
import { englishDays, isShortWord } from './rules-days-english'
import { isAhead, type Wall } from './rules-tense'
import { clauseEnd, clauseStart, masked, type Range, speaksAhead, speaksOfThePast } from './rules-text'
import { type TimeFound, timesIn } from './rules-times'

/** A date in the line with what was said of the hour; no hour said is the date alone. */
export type DayPhrase = Range & {
  day: Day
  time: TimeOfDay | null
  phrase: string
  direction: 'past' | 'today' | 'future'
}

/** A note speaks of the near: a date without its year farther than this is taken for something else. */
const farthestDays = 550
const suffix = /^\s?(?:(?:之|以)前|為止|以內|內(?![容部銷外需勤])|前(?![往來去台面端後年天方進輩鎮置台]))/
const weekdayInBrackets = /^\s?\((?:週|周|星期|禮拜)?[一二三四五六日天]\)/
const preposition = /\b(?:on|by|before|until|till|at|from)\s$/
const termsBefore = /(?:付款|票期|月結|帳期|保固|效期|交期|前置|允收|lead time|net|payment)[^，。,]{0,6}$/
const meetingWords = /^\s?(?:前(?![往來])|開會|會議|見面|碰面|面談|簡報|視訊|回電|打電話|拜訪|來訪|到訪)/
const between = /^\s?(?:到|至|~|-|–|to|until)\s?$/
const deadline = /前$|為止$|內$|^(?:by|before|until|till)\s/
const countsDays = /^(?:\d|[一二兩三四五六七八九十半]|in |within )/

/**
 * All date phrases of a folded line, left to right, none overlapping: the product's own readers first, then hours, then
 * chrono-node on what is left. `typed` is the same line as typed.
 */
export function dayPhrasesIn(typed: string, folded: string, now: Wall): DayPhrase[] {
  const own = readAll([...chineseDays, ...englishDays], typed, folded, now)
  const withoutOwn = own.reduce(masked, folded)
  const times = timesIn(withoutOwn)
  const library = libraryDays(times.reduce(masked, withoutOwn), now)
  const days = keepApart([...own, ...library]).filter((day) => !isTerm(folded, day))
  const phrases = days.map((day) => phraseOf(day, times, typed, folded, now))
  const used = phrases.filter((phrase): phrase is DayPhrase => phrase !== null)
  const alone = times.filter((time) => standsAlone(time, folded) && !used.some((phrase) => overlap(phrase, time)))
  const today = alone.map((time) =>
    phraseOf({ ...time, time: undefined, resolve: () => now.today }, [time], typed, folded, now),
  )
  const all = keepApart([...used, ...today.filter((phrase): phrase is DayPhrase => phrase !== null)])
  return joinSpans(
    all.sort((a, b) => a.start - b.start),
    typed,
    folded,
  )
}

/** 週一到週五 is one phrase that counts from its first day. */
function joinSpans(phrases: readonly DayPhrase[], typed: string, folded: string): DayPhrase[] {
  const joined: DayPhrase[] = []
  for (const phrase of phrases) {
    const last = joined.at(-1)
    if (last && between.test(folded.slice(last.end, phrase.start))) {
      joined[joined.length - 1] = { ...last, end: phrase.end, phrase: typed.slice(last.start, phrase.end) }
    } else joined.push(phrase)
  }
  return joined
}

const overlap = (a: Range, b: Range) => a.start < b.end && b.start < a.end

function keepApart<Found extends Range>(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const one of found) if (!kept.some((other) => overlap(other, one))) kept.push(one)
  return kept
}

function readAll(readers: readonly DayReader[], typed: string, folded: string, now: Wall): DayFound[] {
  const found: DayFound[] = []
  let text = folded
  for (const [pattern, read] of readers) {
    for (const match of text.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length }
      if (isShortWord(typed.slice(range.start, range.end).trim())) continue
      const day = read(match, now)
      if (!day) continue
      const start = range.start + (match[0].length - match[0].trimStart().length)
      found.push({ ...day, start, end: range.end })
      text = masked(text, range)
    }
  }
  return found
}

/** 付款條件30天內, net 30, 交期兩週後 are terms, not dates of the diary. */
const isTerm = (folded: string, day: DayFound) =>
  countsDays.test(folded.slice(day.start)) && termsBefore.test(folded.slice(clauseStart(folded, day.start), day.start))

/** An hour without a date means today when it cannot be anything else, a part of the day only where the line begins. */
function standsAlone(time: TimeFound, folded: string): boolean {
  if (!time.weak || (time.time !== null && meetingWords.test(folded.slice(time.end)))) return true
  return (
    time.time === null && folded.slice(0, time.start).trim() === '' && !/^\s?[的會班市]/.test(folded.slice(time.end))
  )
}

function phraseOf(
  found: DayFound,
  times: readonly TimeFound[],
  typed: string,
  folded: string,
  now: Wall,
): DayPhrase | null {
  const clause = folded.slice(clauseStart(folded, found.start), clauseEnd(folded, found.end))
  const day = found.resolve(speaksOfThePast(clause))
  if (!day || (!found.exact && Math.abs(daysBetween(now.today, day)) > farthestDays)) return null
  const range = {
    start: found.start,
    end: found.end + (weekdayInBrackets.exec(folded.slice(found.end))?.[0].length ?? 0),
  }
  const said = attachTimes(range, found, times, folded)
  range.end += suffix.exec(folded.slice(range.end))?.[0].length ?? 0
  range.start -= preposition.exec(folded.slice(Math.max(0, range.start - 8), range.start))?.[0].length ?? 0
  const shifted = said.nextDay ? addDays(day, 1) : day
  const due = speaksAhead(clause) || deadline.test(folded.slice(range.start, range.end))
  const direction = directionOf(shifted, said, due, now)
  return { ...range, day: shifted, time: said.time, phrase: typed.slice(range.start, range.end), direction }
}

type Said = { time: TimeOfDay | null; from: number | null; nextDay: boolean }

/** Joins the hours that stand right beside the date, and widens the range over them. */
function attachTimes(range: Range, found: DayFound, times: readonly TimeFound[], folded: string): Said {
  const said: Said = { time: found.time ?? null, from: found.part ?? null, nextDay: false }
  if (found.time !== undefined) return said
  for (const time of times) {
    const after =
      time.start >= range.end &&
      /^(?:\s?[的,，]?\s?|\s(?:at|by|around|before)\s)$/.test(folded.slice(range.end, time.start))
    const before = time.end <= range.start && /^\s?(?:on\s)?$/.test(folded.slice(time.end, range.start))
    const same = time.start === range.start
    if (!(after || before || same) || (said.time !== null && time.time !== null)) continue
    range.start = Math.min(range.start, time.start)
    range.end = Math.max(range.end, time.end)
    said.time = time.time === null ? said.time : afternoonOf(time, said.from)
    said.from = said.from ?? time.from
    said.nextDay = time.nextDay === true
  }
  return said
}

/** 今晚 7:00 and `tonight at 7` are in the evening. */
const afternoonOf = ({ time, weak }: TimeFound, from: number | null) => {
  const hour = Number(time?.slice(0, 2))
  return time && weak && from !== null && from >= 12 && hour < 12 ? `${hour + 12}${time.slice(2)}` : time
}

function directionOf(day: Day, { time, from }: Said, due: boolean, now: Wall): DayPhrase['direction'] {
  const begins = time ?? (from === null ? null : `${String(from).padStart(2, '0')}:00`)
  if (isAhead({ day, time: begins }, now, due)) return 'future'
  return day === now.today && begins === null ? 'today' : 'past'
}
