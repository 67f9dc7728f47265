import { createTranslator } from 'use-intl/core'
import type { Locale, Messages, Params } from './messages'

/** Says one sentence of `messages`; an unknown key does not compile. */
export type Translate<M extends Messages> = (key: keyof M['en'] & string, params?: Params) => string

type Said = (key: string, params?: Params) => string
const translators = new WeakMap<Messages, Map<Locale, Said>>()

/** The translator of a set of messages in one language; made once, since parsing ICU text costs more than saying it. */
export function translatorOf<M extends Messages>(messages: M, locale: Locale): Translate<M> {
  const known = translators.get(messages) ?? new Map<Locale, Said>()
  translators.set(messages, known)
  const existing = known.get(locale)
  if (existing) return existing as Translate<M>
  const said = createTranslator({ locale, messages: messages[locale], timeZone: 'Asia/Taipei' }) as unknown as Said
  known.set(locale, said)
  return said as Translate<M>
}
