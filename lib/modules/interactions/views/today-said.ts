import { type Day, dayOf, formatDay, formatMoment } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { messages as contactWords } from '@/lib/modules/contacts/messages'
import { readPreferences } from '@/lib/ui/read-preferences'
import { messages } from '../messages'
import { timelineMessages } from '../messages-timeline'
import { todayMessages } from '../messages-today'

/** With what Today and the brief are said. */
export type TodaySaid = {
  t: Translate<typeof todayMessages>
  line: Translate<typeof timelineMessages>
  word: Translate<typeof messages>
  person: Translate<typeof contactWords>
  locale: Locale
  today: Day
  day: (day: Day) => string
  longDay: (day: Day) => string
  when: (moment: { happenedAt: string; timeKnown: boolean }) => string
}

export async function todaySaid(): Promise<TodaySaid> {
  const [{ locale, calendar }, { timeZone }] = await Promise.all([readPreferences(), currentActor()])
  const today = dayOf(new Date(), timeZone)
  const day = (each: Day) => formatDay(each, locale, 'weekday', calendar, today)
  return {
    t: translatorOf(todayMessages, locale),
    line: translatorOf(timelineMessages, locale),
    word: translatorOf(messages, locale),
    person: translatorOf(contactWords, locale),
    locale,
    today,
    day,
    longDay: (each) => formatDay(each, locale, 'long', calendar),
    when: ({ happenedAt, timeKnown }) => {
      const at = new Date(happenedAt)
      return timeKnown ? formatMoment(at, locale, 'weekday', calendar, timeZone, today) : day(dayOf(at, timeZone))
    },
  }
}
