const letterFolds: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/**
 * The form in which text is stored for search and in which a search is asked: NFKC, lower case, 臺 as 台, accents of
 * Latin letters folded, spaces collapsed. Accents of other scripts stay, since there they are other letters.
 */
export function normaliseForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðłþı]/g, (letter) => letterFolds[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}

const ideographs = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}々〇ー'
const ideographic = new RegExp(`^[${ideographs}]`, 'u')
const runs = new RegExp(`[${ideographs}]+|(?:(?![${ideographs}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** True when the text begins with a Chinese (Japanese, Korean) character. */
export const startsIdeographic = (text: string): boolean => ideographic.test(text)

/**
 * What a text can be found by with one or two characters typed: every character and pair of characters of Chinese (and
 * kin), the first one and two letters of every word of the rest. Longer searches look at the text itself.
 */
export function grams(text: string): string[] {
  const found = new Set<string>()
  for (const [run] of normaliseForSearch(text).matchAll(runs)) {
    if (!startsIdeographic(run)) {
      const letters = [...run.slice(0, 4)]
      found.add(letters.slice(0, 1).join(''))
      found.add(letters.slice(0, 2).join(''))
      continue
    }
    let previous = ''
    for (const character of run) {
      found.add(character)
      if (previous) found.add(previous + character)
      previous = character
    }
  }
  return [...found]
}
