import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { readerFor } from '@/lib/ui/reader'
import { pages, words } from '../messages'
import type { Said } from './overview'

/** What the pages of an account are said with: the reader's words, calendar and today. */
export async function saidFor(): Promise<Said> {
  const reader = await readerFor(currentActor())
  return { t: translatorOf(pages, reader.locale), field: translatorOf(words, reader.locale), ...reader }
}
