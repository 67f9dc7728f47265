import type { Locale } from './messages'

/** The marks with which each language joins a name and what is said of it, a list, whole parts, and an aside. */
export const marksOf = (locale: Locale) =>
  locale === 'en'
    ? { colon: ': ', comma: ', ', semicolon: '; ', aside: (text: string) => ` (${text})` }
    : { colon: '：', comma: '、', semicolon: '；', aside: (text: string) => `（${text}）` }
