import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { type Reader, readerFor } from '@/lib/ui/reader'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'

/** With what the pages of needs are said: the reader's words, calendar and today. */
export type Said = Omit<Reader, 'timeZone'> & { t: Translate<typeof pageMessages>; word: Translate<typeof messages> }

export async function saidFor(): Promise<Said> {
  const reader = await readerFor(currentActor())
  return { t: translatorOf(pageMessages, reader.locale), word: translatorOf(messages, reader.locale), ...reader }
}

type Named = { method: string; methodName?: string | null; methodEnglishName?: string | null }

/** A method by the workspace's own name for it, or by the standard's. */
export const methodSaid = (
  { method, methodName, methodEnglishName }: Named,
  { locale, word }: Pick<Said, 'locale' | 'word'>,
) => (locale === 'en' ? (methodEnglishName ?? methodName) : methodName) ?? word(`method_${method}` as 'method_asking')
