import type { Translate } from '@/lib/kernel/translate'
import type { Word, words } from '../messages-words'

/** Options of a choice field with their words: `optionsOf(word, 'kind', agreementKinds)`. */
export const optionsOf = (word: Translate<typeof words>, choice: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: word(`${choice}_${value}` as Word) }))
