import { cut } from '@/lib/kernel/cut'

/** How much of a line is read for phrases; what is longer is kept whole as text and not searched. */
const readLength = 2000

/** A stretch of the typed line, in UTF-16 units, end excluded. */
export type Range = { start: number; end: number }

/** The part of the line that is read, never cutting a surrogate pair in two. */
export const readPart = (line: string): string => cut(line, readLength)

const foldUnit = (unit: string) => {
  const base = unit === '臺' ? '台' : (unit.normalize('NFKD')[0] ?? unit)
  const lower = base.toLowerCase()
  return lower.length === 1 ? lower : unit
}

/**
 * The same text for matching: lower case, full-width forms as half-width, accents dropped, 臺 as 台; unit for unit as long
 * as the original, so that what is found in it can be marked in what was typed.
 */
export const foldForMatching = (text: string): string =>
  text.replace(/[^\u0020-\u0040\u005b-\u007e\u4e00-\u81f9\u81fb-\u9fff]/g, foldUnit)

/** Blanks out what has been read already, so that nothing is read twice and all positions stay. */
export const masked = (text: string, { start, end }: Range): string =>
  text.slice(0, start) + '§'.repeat(end - start) + text.slice(end)

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
export const numeral = '(?:\\d{1,3}|[一二兩三四五六七八九十廿卅零〇]{1,3})'

/** 15, 十五, 二十五, 廿五 → a number below 1000; null for what only looks like one (三兩). */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const match = /^(?:([一二三四五六七八九])?(十)|(廿)|(卅))?([零〇一二兩三四五六七八九])?$/.exec(text)
  if (!match || text === '') return null
  const [, many, ten, twenty, thirty, one] = match
  const tens = thirty ? 30 : twenty ? 20 : ten ? (many ? (digits[many] ?? 0) : 1) * 10 : 0
  return tens + (one ? (digits[one] ?? 0) : 0)
}

const clauseBreak = /[，。；！？,;!?\n\r]/
const sentenceBreak = /[。；！？;!?\n\r]|\.(?=\s|$)/

/** Where the clause that holds `position` begins. A comma between digits (1,200) parts nothing. */
export function clauseStart(text: string, position: number): number {
  for (let at = position; at > 0; at--) {
    if (breaksClause(text, at - 1)) return at
  }
  return 0
}

export function clauseEnd(text: string, position: number): number {
  for (let at = position; at < text.length; at++) {
    if (breaksClause(text, at)) return at
  }
  return text.length
}

export function sentenceEnd(text: string, position: number): number {
  const found = text.slice(position).search(sentenceBreak)
  return found < 0 ? text.length : position + found
}

function breaksClause(text: string, at: number): boolean {
  const mark = text[at] ?? ''
  if (mark === '.')
    return /^\.(?:\s|$)/.test(text.slice(at, at + 2)) && !abbreviation.test(text.slice(Math.max(0, at - 4), at))
  return clauseBreak.test(mark) && !betweenDigits(text, at)
}

const abbreviation = /\b(?:mrs?|ms|dr|prof|co|ltd|inc|no|vs|etc|[a-z])$/
const betweenDigits = (text: string, at: number) => /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')

const pastChinese = /(?<![為除])了(?![解結])|[見談聊去來問說提打訪看吃開通]過|已(?!知)|剛(?!好)|完成?$/
const aheadChinese = /要|將|預計|約好|記得|會(?![議談面計員場])/
const pastEnglish =
  /\b(?!(?:need|feed|speed|indeed|proceed|exceed|seed|agreed|red|shed|bed|embed|wed)\b)(?:[a-z]+ed|met|spoke|sent|had|was|were|got|gave|told|said|saw|went|came|took|made|heard|rang|wrote|did)\b/
const aheadEnglish = /\b(?:will|shall|must|should|need to|have to|going to|plan to|remember)\b/

/** Whether a clause speaks of something done. A word of intention outweighs it. */
export const speaksOfThePast = (clause: string): boolean =>
  (pastChinese.test(clause) || pastEnglish.test(clause)) && !speaksAhead(clause)

export const speaksAhead = (clause: string): boolean => aheadChinese.test(clause) || aheadEnglish.test(clause)
