import type { Translate } from '@/lib/kernel/translate'
import type { messages } from '../messages'

export type Word = keyof typeof messages.en

/** The word for one option of a choice: `wordOf(t)('stance', 'supports')`. */
export const wordOf =
  (t: Translate<typeof messages>) =>
  (choice: string, value: string): string =>
    t(`${choice}_${value}` as Word)

/** Options of a choice field with their words. */
export const optionsOf = (t: Translate<typeof messages>, choice: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: wordOf(t)(choice, value) }))
