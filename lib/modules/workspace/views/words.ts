import type { Translate } from '@/lib/kernel/translate'
import type { messages } from '../messages'

export type Word = keyof typeof messages.en

/** The word for one option of a choice: `wordOf(t)('role', 'manager')`. */
export const wordOf =
  (t: Translate<typeof messages>) =>
  (choice: string, value: string): string =>
    t(`${choice}_${value}` as Word)
