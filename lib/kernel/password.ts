import { commonWholes, commonWords } from './common-passwords'

/** Characters (code points) that a password must have, and may have at most. */
export const leastPassword = 10
export const mostPassword = 1000

/** Why a password is refused, as a key of the sign-in messages. */
export type PasswordFault =
  | { code: 'passwordShort'; params: { min: number } }
  | { code: 'passwordLong'; params: { max: number } }
  | { code: 'passwordText' }
  | { code: 'passwordCommon' }
  | { code: 'passwordSimple' }
  | { code: 'passwordContext'; params: { word: string } }

/**
 * What is wrong with a new password, or null. Length counts, the kinds of characters do not. `context` are words that a
 * stranger would try for this person first: name, e-mail, company.
 */
export function passwordFault(password: string, context: readonly string[] = []): PasswordFault | null {
  if (!password.isWellFormed() || password.includes('\u0000')) return { code: 'passwordText' }
  const length = [...password.normalize('NFC')].length
  if (length < leastPassword) return { code: 'passwordShort', params: { min: leastPassword } }
  if (length > mostPassword) return { code: 'passwordLong', params: { max: mostPassword } }
  const plain = password.normalize('NFKC').toLowerCase()
  if (isSimple(plain)) return { code: 'passwordSimple' }
  if (isCommon(plain)) return { code: 'passwordCommon' }
  const word = contextWords([...context, 'accord', '商誼']).find((each) => restsOn(plain, each))
  return word ? { code: 'passwordContext', params: { word } } : null
}

/** What is hashed. Twins that differ only in how accents are composed are one password; nothing is cut or trimmed. */
export const hashedForm = (password: string) => password.normalize('NFC')

const rows = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
]
const ways = rows.flatMap((row) => [row + row, [...(row + row)].reverse().join('')])

/** Repeats, rows of keys and telephone numbers: fewer than four characters are left when these are taken out. */
function isSimple(plain: string): boolean {
  if (/^\+?(886|0)9\d{8}$/.test(plain)) return true
  const calm = plain.replace(/(.{1,5}?)\1{2,}/gsu, '').replace(/^(.{1,8})\1$/su, '$1')
  return [...withoutRuns(calm)].length < 4
}

/** The text without runs of four and more neighbours on a keyboard or in the alphabet. */
function withoutRuns(text: string): string {
  let rest = ''
  for (let from = 0; from < text.length; ) {
    const length = runAt(text, from)
    if (length < 4) rest += text[from]
    from += length < 4 ? 1 : length
  }
  return rest
}

function runAt(text: string, from: number): number {
  let length = 1
  while (from + length < text.length && ways.some((way) => way.includes(text.slice(from, from + length + 1)))) length++
  return length
}

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const undressed = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
const unmasked = (text: string) => [...text].map((each) => lookalikes[each] ?? each).join('')
const onlyLetters = (text: string) => text.replace(/[^\p{L}]+/gu, '')

/** One or two common words, dressed up with digits, signs and look-alike letters; or a common whole with little beside it. */
function isCommon(plain: string): boolean {
  if (commonWholes.some((whole) => plain.includes(whole) && plain.length - whole.length < 5)) return true
  const shapes = [onlyLetters(undressed(plain)), onlyLetters(unmasked(undressed(plain))), onlyLetters(unmasked(plain))]
  return shapes.some((shape) => shape.length > 0 && isFewWords(shape))
}

function isFewWords(shape: string): boolean {
  if (commonWords.has(shape)) return true
  for (let cut = 2; cut < shape.length - 1; cut++)
    if (commonWords.has(shape.slice(0, cut)) && commonWords.has(shape.slice(cut))) return true
  return false
}

/** Names, companies and addresses in the pieces that people build passwords from. */
function contextWords(context: readonly string[]): string[] {
  const pieces = context.flatMap((each) => {
    const plain = each.normalize('NFKC').toLowerCase().trim()
    return [plain.replace(/[\s.@_-]+/g, ''), ...plain.split(/[^\p{L}\p{N}]+/u)]
  })
  const long = pieces.filter((piece) => [...piece].length >= (/\p{Script=Han}/u.test(piece) ? 2 : 4))
  return [...new Set(long)].sort((a, b) => b.length - a.length)
}

/** Whether taking the word out leaves fewer than six letters: then guessing the rest is quick. */
function restsOn(plain: string, word: string): boolean {
  const bare = plain.replace(/[\s.@_-]+/g, '')
  const shape = [bare, unmasked(bare)].find((each) => each.includes(word))
  return shape !== undefined && [...onlyLetters(shape.replaceAll(word, ''))].length < 6
}
