import { type Locale, locales, type Messages, type Params } from './messages'
import { translatorOf } from './translate'

/**
 * A sentence kept in every language of the product at the moment when it was true: what an approver is shown, what a
 * reminder says. Whoever reads it later needs no messages of the module that said it.
 */
export type Said = Readonly<Record<Locale, string>>

/** Says one message in every language. Params that differ by language are given per language. */
export const saidInAll = <M extends Messages>(
  messages: M,
  key: keyof M['en'] & string,
  params: Params | ((locale: Locale) => Params) = {},
): Said =>
  eachLocale((locale) => translatorOf(messages, locale)(key, typeof params === 'function' ? params(locale) : params))

/** Text that is the same in every language: a name, a number, somebody's own words. */
export const verbatim = (text: string): Said => eachLocale(() => text)

/** One value for each language. */
export const eachLocale = <Value>(of: (locale: Locale) => Value): Readonly<Record<Locale, Value>> =>
  Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Record<Locale, Value>
