/** Encodings that files of our users come in; the first two are tried by themselves. */
export const encodings = ['utf-8', 'big5', 'utf-16le', 'utf-16be', 'gb18030', 'shift_jis', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How the bytes of a file become rows. Null means: find out. */
export type ReadingWish = { encoding: Encoding | null; delimiter: Delimiter | null; sheet: string | null }

/** How they were read in the end. */
export type Reading = {
  format: 'csv' | 'xlsx'
  encoding: Encoding | null
  delimiter: Delimiter | null
  sheet: string | null
  sheets: readonly string[]
}

/** What a byte becomes that the chosen encoding does not know. */
export const unknownCharacter = '\uFFFD'
