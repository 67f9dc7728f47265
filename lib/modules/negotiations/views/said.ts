import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { currentReader, type Reader } from '@/lib/ui/reader'
import { pageMessages } from '../messages-pages'
import { words } from '../messages-words'

/** With what the pages of negotiations are said: the reader's words, calendar and today. */
export type Said = Reader & { t: Translate<typeof pageMessages>; word: Translate<typeof words> }

export async function saidFor(): Promise<Said> {
  const reader = await currentReader()
  return { t: translatorOf(pageMessages, reader.locale), word: translatorOf(words, reader.locale), ...reader }
}
