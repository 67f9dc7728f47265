import { foldForMatching, type Range } from './rules-text'

/** Somebody who may be named in a line, with every name they answer to; the likelier people come first. */
export type Nameable = { id: string; names: readonly string[] }
export type PersonFound = Range & { id: string; name: string }

/** English names that are everyday words count only when written with a capital. */
const everydayWords = new Set(
  'will may mark bill grace april june august art rich frank hope joy faith sue pat rob drew chase dean guy gene jean rose lily ivy ray van ken sunny angel summer autumn dawn eve iris jack nick max sky'.split(
    ' ',
  ),
)
/** Of these, verbs: at the beginning of a line a capital proves nothing. */
const verbs = new Set(['will', 'mark', 'bill', 'hope', 'sue', 'pat', 'rob', 'drew', 'chase'])
const familyNames =
  /[陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范宋鄧杜傅侯曹薛丁卓阮馬董唐藍石蔣]/
const months = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/
const wordCharacter = /[\p{Script=Latin}\p{N}_]/u
const isLatin = (name: string) => wordCharacter.test(name[0] ?? '')

/**
 * The people named in a line, each once, where first named. The longest name wins, then the earlier person of the list.
 * Latin names match whole words in any case, accents aside; @ before a name makes it explicit.
 */
export function peopleIn(typed: string, folded: string, people: readonly Nameable[]): PersonFound[] {
  const candidates = people
    .flatMap(({ id, names }) => names.map((name) => ({ id, name, folded: foldForMatching(name.trim()) })))
    .filter(({ folded: name }) => name.length > 1)
    .sort((a, b) => b.folded.length - a.folded.length)
  const taken = new Uint8Array(folded.length)
  const first = new Map<string, PersonFound>()
  for (const { id, name, folded: foldedName } of candidates) {
    for (const range of occurrences(typed, folded, foldedName)) {
      if (taken[range.start] || taken[range.end - 1]) continue
      taken.fill(1, range.start, range.end)
      if (range.start < (first.get(id)?.start ?? folded.length)) first.set(id, { ...range, id, name })
    }
  }
  return [...first.values()].sort((a, b) => a.start - b.start)
}

function* occurrences(typed: string, folded: string, name: string): Generator<Range> {
  for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
    const end = at + name.length
    const explicit = typed[at - 1] === '@' && !wordCharacter.test(typed[at - 2] ?? '')
    if (isLatin(name) ? !standsAsName(typed, folded, at, end, explicit) : belongsToAnother(folded, name, at)) continue
    yield { start: explicit ? at - 1 : at, end }
  }
}

/** 小華 in 李小華 is somebody else's given name. */
const belongsToAnother = (folded: string, name: string, at: number) =>
  name.length === 2 && familyNames.test(folded[at - 1] ?? '')

function standsAsName(typed: string, folded: string, start: number, end: number, explicit: boolean): boolean {
  if (wordCharacter.test(folded[start - 1] ?? '') || wordCharacter.test(folded[end] ?? '')) return false
  if (explicit) return true
  if (/[@.#/-]/.test(folded[start - 1] ?? '') || /^(?:@|\.\w)/.test(folded.slice(end, end + 2))) return false
  const name = folded.slice(start, end)
  if (months.test(name) && /^\s\d{1,2}\b/.test(folded.slice(end))) return false
  const first = folded.slice(0, start).trim() === ''
  return !everydayWords.has(name) || (typed[start] !== folded[start] && !(first && verbs.has(name)))
}
