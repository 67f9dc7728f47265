import { type CalendarName, type Day, dayOf, formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { readPreferences } from '@/lib/ui/read-preferences'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'

/** With what the pages of needs are said: the reader's words, calendar and today. */
export type Said = {
  t: Translate<typeof pageMessages>
  word: Translate<typeof messages>
  locale: Locale
  calendar: CalendarName
  today: Day
}

export async function saidFor(): Promise<Said> {
  const [{ locale, calendar }, { timeZone }] = await Promise.all([readPreferences(), currentActor()])
  return {
    t: translatorOf(pageMessages, locale),
    word: translatorOf(messages, locale),
    locale,
    calendar,
    today: dayOf(new Date(), timeZone),
  }
}

export const daySaid = (day: Day | null, { locale, calendar, today }: Omit<Said, 't' | 'word'>) =>
  day === null ? '' : formatDay(day, locale, 'short', calendar, today)

type Named = { method: string; methodName?: string | null; methodEnglishName?: string | null }

/** A method by the workspace's own name for it, or by the standard's. */
export const methodSaid = (
  { method, methodName, methodEnglishName }: Named,
  { locale, word }: Pick<Said, 'locale' | 'word'>,
) => (locale === 'en' ? (methodEnglishName ?? methodName) : methodName) ?? word(`method_${method}` as 'method_asking')
