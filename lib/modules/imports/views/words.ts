import type { Translate } from '@/lib/kernel/translate'
import type { words } from '../messages'

export type Word = keyof typeof words.en

/** The word for one option of a choice: `wordOf(t)('status', 'done')`. */
export const wordOf =
  (t: Translate<typeof words>) =>
  (choice: string, value: string): string =>
    t(`${choice}_${value}` as Word)

export const tones = {
  reading: 'info',
  uploaded: 'bordered',
  checking: 'info',
  checked: 'brand',
  running: 'info',
  done: 'ok',
  failed: 'risk',
  undoing: 'info',
  undone: 'bordered',
} as const
