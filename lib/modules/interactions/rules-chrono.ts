import { casual as english } from 'chrono-node/en'
import { casual as chinese } from 'chrono-node/zh/hant'
import { dayFromParts } from '@/lib/kernel/day-roc'
import { type DayFound, fixed, nearestYear } from './rules-days'
import type { Wall } from './rules-tense'

/**
 * The wall clock as a moment of the machine's own zone, because parts of the library count from the machine's zone even
 * when told another one; only calendar fields come back, so the machine's zone cannot show.
 */
const reference = ({ today, time }: Wall) => {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(year, month - 1, date, hour, minute)
}

/** What the library calls a date and a note does not mean: now, 夜市, a month alone, a few days, +3 days, 3月5箱. */
const chineseDate = /[天日號]$|[今明昨前後][早晚朝]$|[天日月年](?:之|過|以)?[前後內]$|[天日]\S*[上下中凌早晚]/
const chineseNoise = /幾|^\d+月\d+$/
const englishNoise = /^(?:now|[+-].*|(?:this|last|next) (?:month|year|quarter)|\d+)$|\//i
const relative = /\b(?:in|within|from now|later|ago)\b/i

type Result = ReturnType<typeof english.parse>[number]

function found(result: Result, now: Wall): DayFound | null {
  const { start } = result
  const [year, month, date] = [start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0]
  const known = start.isCertain('year') || start.isCertain('weekday') || relative.test(result.text)
  const read = known
    ? fixed(dayFromParts(year, month, date), { exact: /(?:19|20)\d\d/.test(result.text) })
    : nearestYear(month, date, now.today)
  if (!read) return null
  const part = /晚$|night$/i.test(result.text) ? 18 : /[早朝]$/.test(result.text) ? 8 : undefined
  return {
    ...read,
    start: result.index,
    end: result.index + result.text.trimEnd().length,
    ...(part !== undefined && { part }),
  }
}

/** The library takes ages over long lines and over runs of spaces, so it gets pieces of this size without such runs. */
const pieceLength = 200

/** Cuts at a clause, else at a space, so that hardly a phrase is cut in two. */
function* piecesOf(text: string): Generator<{ offset: number; piece: string }> {
  for (let offset = 0; offset < text.length; ) {
    const piece = text.slice(offset, offset + pieceLength)
    const seam = Math.max(...'，。；;\n'.split('').map((mark) => piece.lastIndexOf(mark)))
    const cut = seam > pieceLength / 2 ? seam + 1 : piece.lastIndexOf(' ') + 1
    const length = offset + pieceLength >= text.length || cut === 0 ? piece.length : cut
    yield { offset, piece: piece.slice(0, length) }
    offset += length
  }
}

/** Dates that chrono-node reads in a folded line whose other phrases and hours are blanked out already. */
export function libraryDays(text: string, now: Wall): DayFound[] {
  const days: DayFound[] = []
  for (const { offset, piece } of piecesOf(text)) {
    for (const result of resultsIn(piece.replace(/(?<=\s)\s/g, '§'), reference(now))) {
      const day = found(result, now)
      if (day) days.push({ ...day, start: day.start + offset, end: day.end + offset })
    }
  }
  return days
}

function resultsIn(text: string, at: Date): Result[] {
  const inChinese = chinese
    .parse(text, at)
    .filter(({ start, text: said }) => start.isCertain('day') && chineseDate.test(said) && !chineseNoise.test(said))
    .filter(({ index, text: said }) => !(/^[前後]/.test(said) && /[以之最然今往先]/.test(text[index - 1] ?? '')))
  const inEnglish = english
    .parse(text, at)
    .filter(
      ({ start, text: said }) => (start.isCertain('day') || relative.test(said)) && !englishNoise.test(said.trim()),
    )
    .filter(({ start }) => !start.isCertain('hour') || start.isCertain('day'))
  return [...inChinese, ...inEnglish]
}
