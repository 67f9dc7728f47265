import type { Locale, Messages, Params } from './messages'

/** Says one sentence of `messages`; an unknown key does not compile. */
export type Translate<M extends Messages> = (key: keyof M['en'] & string, params?: Params) => string

/** One piece of a sentence, ready to be said. `count` is the number that `#` stands for. */
type Piece = (params: Params, locale: Locale, count: string) => string
type Reader = { text: string; at: number }

const spoken = new WeakMap<Messages, Map<Locale, unknown>>()

/**
 * The translator of a set of messages in one language, made once: the part of ICU that our sentences use (arguments, `number`,
 * `plural`, `select`, `#`, quotes), in a tenth of the usual library's size and time. A test says every sentence of the product
 * with both and compares them.
 */
export function translatorOf<M extends Messages>(messages: M, locale: Locale): Translate<M> {
  const known = spoken.get(messages) ?? new Map<Locale, unknown>()
  spoken.set(messages, known)
  const existing = known.get(locale)
  if (existing) return existing as Translate<M>
  const compiled = new Map<string, Piece>()
  const sentences: Readonly<Record<string, string>> = messages[locale]
  const speaker: Translate<M> = (key, params = {}) => {
    const piece = compiled.get(key) ?? read({ text: sentences[key] ?? key, at: 0 }, false)
    compiled.set(key, piece)
    return piece(params, locale, '')
  }
  known.set(locale, speaker)
  return speaker
}

/** Reads up to the end, or up to the brace that ends this branch. */
function read(reader: Reader, counting: boolean): Piece {
  const pieces: Piece[] = []
  let plain = ''
  const flush = () => {
    const text = plain
    if (text) pieces.push(() => text)
    plain = ''
  }
  while (reader.at < reader.text.length) {
    const sign = reader.text[reader.at]
    if (sign === '}') break
    reader.at += 1
    if (sign === "'") plain += quoted(reader)
    else if (sign === '{') {
      flush()
      pieces.push(argument(reader, counting))
    } else if (sign === '#' && counting) {
      flush()
      pieces.push((_params, _locale, count) => count)
    } else plain += sign
  }
  flush()
  const [only] = pieces
  if (pieces.length === 1 && only) return only
  return (params, locale, count) => pieces.map((piece) => piece(params, locale, count)).join('')
}

/** Two apostrophes are one; an apostrophe before a brace quotes up to the next apostrophe; any other is itself. */
function quoted(reader: Reader): string {
  const next = reader.text[reader.at]
  if (next === "'") reader.at += 1
  if (next !== '{' && next !== '}') return "'"
  const end = reader.text.indexOf("'", reader.at)
  const stop = end < 0 ? reader.text.length : end
  const text = reader.text.slice(reader.at, stop)
  reader.at = stop + 1
  return text
}

function argument(reader: Reader, counting: boolean): Piece {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?([,}])/.exec(reader.text.slice(reader.at))
  const [whole = '', name = '', kind, after] = head ?? []
  reader.at += whole.length
  if (after === '}' && kind === 'number') return (params, locale) => numberSaid(Number(params[name]), locale)
  if (after === '}') return (params) => String(params[name] ?? '')
  const branches = readBranches(reader, counting || kind === 'plural')
  const branch = (key: string) => branches.get(key) ?? branches.get('other')
  if (kind === 'select') return (params, locale, count) => branch(String(params[name]))?.(params, locale, count) ?? ''
  return (params, locale) => {
    const number = Number(params[name])
    const chosen = branches.get(`=${number}`) ?? branch(pluralRules[locale].select(number))
    return chosen?.(params, locale, numberSaid(number, locale)) ?? ''
  }
}

/** Made once: making one costs more than a whole row of a list. */
const pluralRules = { 'zh-TW': new Intl.PluralRules('zh-TW'), en: new Intl.PluralRules('en') }
const counters = { 'zh-TW': new Intl.NumberFormat('zh-TW'), en: new Intl.NumberFormat('en') }

const numberSaid = (number: number, locale: Locale) => counters[locale].format(number)

/** `one {…} other {…}}`, up to and with the last brace. */
function readBranches(reader: Reader, counting: boolean): Map<string, Piece> {
  const branches = new Map<string, Piece>()
  for (;;) {
    const head = /^\s*(=?\w+)\s*\{/.exec(reader.text.slice(reader.at))
    if (!head?.[1]) break
    reader.at += head[0].length
    branches.set(head[1], read(reader, counting))
    reader.at += 1
  }
  reader.at = reader.text.indexOf('}', reader.at) + 1
  return branches
}
