import { type CalendarName, type Day, dayOf, formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { readPreferences } from '@/lib/ui/read-preferences'
import { pageMessages } from '../messages-pages'
import { words } from '../messages-words'

/** With what the pages of agreements are said: the reader's words, calendar and today. */
export type Said = {
  t: Translate<typeof pageMessages>
  word: Translate<typeof words>
  locale: Locale
  calendar: CalendarName
  timeZone: string
  today: Day
}

export async function saidFor(): Promise<Said> {
  const [{ locale, calendar }, { timeZone }] = await Promise.all([readPreferences(), currentActor()])
  return {
    t: translatorOf(pageMessages, locale),
    word: translatorOf(words, locale),
    ...{ locale, calendar, timeZone },
    today: dayOf(new Date(), timeZone),
  }
}

export const daySaid = (day: Day | null, { locale, calendar, today }: Pick<Said, 'locale' | 'calendar' | 'today'>) =>
  day === null ? '' : formatDay(day, locale, 'short', calendar, today)
