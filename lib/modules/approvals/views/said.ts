import { type Day, dayOf, formatDay, formatMoment } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { readerFor } from '@/lib/ui/reader'
import { messages } from '../messages'
import { deskMessages } from '../messages-desk'

/** With what the review desk is said on the server. */
export type Said = {
  t: Translate<typeof deskMessages>
  word: Translate<typeof messages>
  locale: Locale
  today: Day
  day: (day: Day) => string
  dayAt: (at: Date) => string
  when: (at: Date) => string
}

export async function deskSaid(): Promise<Said> {
  const { locale, calendar, timeZone, today } = await readerFor(currentActor())
  const day = (each: Day) => formatDay(each, locale, 'weekday', calendar, today)
  return {
    t: translatorOf(deskMessages, locale),
    word: translatorOf(messages, locale),
    locale,
    today,
    day,
    dayAt: (at) => day(dayOf(at, timeZone)),
    when: (at) => formatMoment(at, locale, 'weekday', calendar, timeZone, today),
  }
}
