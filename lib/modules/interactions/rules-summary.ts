import type { Range } from './rules-text'

export type Topic = Range & { topic: string }
type Marks = { people: readonly Range[]; topics: readonly Topic[] }

const topicPattern = /(?<![\p{L}\p{N}#&/])[#＃](\p{L}[\p{L}\p{N}\p{M}_-]{0,29})/gu

/** The #topics of a line; #123 is a number and C# a language. */
export function topicsIn(typed: string): Topic[] {
  return [...typed.matchAll(topicPattern)].map((match) => ({
    topic: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const separators = ' \t\n\r\u3000，,、；;：:'
const leading = /^[\s，,、；;。.：:]+/
const closings = /^[\s，,、；;。.：:！!？?]+/
const connector = /(?:並且?|然後|接著|再來|(?<![a-z])(?:and then|and|then))$/i

/** Without the separators at its end; a loop, because a pattern would go over long runs of them again and again. */
function withoutTail(text: string): string {
  let end = text.length
  while (end > 0 && separators.includes(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

/**
 * The note without the ranges that became chips: the pieces keep their wording, and only the seams are mended. When the
 * chips took everything, the note is the line as typed.
 */
export function summaryOf(line: string, readLength: number, cut: readonly Range[], marks: Marks): string {
  const ranges = [...cut].sort((a, b) => a.start - b.start)
  let note = ''
  let at = 0
  for (const range of ranges) {
    if (range.start > at) note = joined(note, tidyPiece(line, { start: at, end: range.start }, marks, false))
    at = Math.max(at, range.end)
  }
  const rest =
    tidyPiece(line, { start: at, end: readLength }, marks, line.length === readLength) + line.slice(readLength)
  const whole = ranges.length === 0 ? rest : joined(note, rest)
  return whole.trim() || line.trim()
}

/** Joins two pieces around a cut: a connecting word before it goes, doubled punctuation and spaces become one. */
function joined(before: string, after: string): string {
  if (before === '') return after.replace(leading, '')
  if (after.trim() === '') return withoutTail(withoutTail(before).replace(connector, ''))
  const [left, right] = [before.trimEnd(), after.trimStart()]
  if (/^[，,、；;。.！!？?]/.test(right)) {
    const ended = withoutTail(withoutTail(left).replace(connector, ''))
    return /[。.！!？?；;]$/.test(ended) ? joined(ended, right.replace(closings, '')) : ended + right
  }
  const spaced = /[\p{Script=Latin}\p{N}.,!?]$/u.test(left) && /^[\p{Script=Latin}\p{N}]/u.test(right)
  return spaced ? `${left} ${right}` : left + right
}

/** A stretch of the line as plain text: @ and # lose their mark, and tags that only trail at the end go. */
export const tidy = (typed: string, range: Range, marks: Marks): string =>
  withoutTail(tidyPiece(typed, range, marks, true)).replace(leading, '')

const isMarked = (line: string, mark: Range) => /[@＠#＃]/.test(line[mark.start] ?? '')

function tidyPiece(line: string, { start, end }: Range, { people, topics }: Marks, isEnd: boolean): string {
  const signs = [...people, ...topics]
    .filter((mark) => mark.start >= start && mark.end <= end && isMarked(line, mark))
    .sort((a, b) => a.start - b.start)
  let last = end
  for (let sign = signs.at(-1); isEnd && sign && line.slice(sign.end, last).trim() === ''; sign = signs.at(-1)) {
    last = sign.start
    signs.pop()
  }
  let text = ''
  let at = start
  for (const sign of signs) {
    text += line.slice(at, sign.start)
    at = sign.start + 1
  }
  const whole = text + line.slice(at, last)
  return last < end ? whole.trimEnd() : whole
}
