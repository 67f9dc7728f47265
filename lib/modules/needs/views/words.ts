import type { Translate } from '@/lib/kernel/translate'
import type { messages } from '../messages'
import { methods } from '../model'
import type { OwnMethod } from '../queries-methods'

export type Word = keyof typeof messages.en

/** Options of a choice field with their words: `optionsOf(word, 'kind', needKinds)`. */
export const optionsOf = (word: Translate<typeof messages>, choice: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: word(`${choice}_${value}` as Word) }))

/** The methods of the standard. */
export const methodOptions = (word: Translate<typeof messages>) => optionsOf(word, 'method', methods)

/** The workspace's own methods that can be chosen. */
export const ownMethodOptions = (own: readonly OwnMethod[], locale: string) =>
  own
    .filter((method) => !method.archived)
    .map(({ id, name, englishName }) => ({ value: id, label: locale === 'en' ? (englishName ?? name) : name }))

export const memberOptions = (members: readonly { id: string; name: string }[]) =>
  members.map(({ id, name }) => ({ value: id, label: name }))
