import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { type Reader, readerFor } from '@/lib/ui/reader'
import { pageMessages } from '../messages-pages'
import { words } from '../messages-words'

/** With what the pages of agreements are said: the reader's words, calendar and today. */
export type Said = Reader & { t: Translate<typeof pageMessages>; word: Translate<typeof words> }

export async function saidFor(): Promise<Said> {
  const reader = await readerFor(currentActor())
  return { t: translatorOf(pageMessages, reader.locale), word: translatorOf(words, reader.locale), ...reader }
}
