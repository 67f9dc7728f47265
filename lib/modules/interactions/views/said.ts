import { type Day, dayOf, formatDay, formatMoment } from '@/lib/kernel/day'
import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { type Reader, readerFor } from '@/lib/ui/reader'
import { messages } from '../messages'
import { timelineMessages } from '../messages-timeline'

/** With what the pages of contacts are said: the reader's words, calendar, zone and today. */
export type Said = Reader & { t: Translate<typeof timelineMessages>; word: Translate<typeof messages> }

export async function saidFor(): Promise<Said> {
  const reader = await readerFor(currentActor())
  return { t: translatorOf(timelineMessages, reader.locale), word: translatorOf(messages, reader.locale), ...reader }
}

/** A day with its weekday, and with the year when it is another one. */
export const daySaid = (day: Day, { locale, calendar, today }: Pick<Said, 'locale' | 'calendar' | 'today'>) =>
  formatDay(day, locale, 'weekday', calendar, today)

/** When a contact happened: with the hour when it is known. */
export function whenSaid({ happenedAt, timeKnown }: { happenedAt: string; timeKnown: boolean }, said: Said): string {
  const at = new Date(happenedAt)
  return timeKnown
    ? formatMoment(at, said.locale, 'weekday', said.calendar, said.timeZone, said.today)
    : daySaid(dayOf(at, said.timeZone), said)
}
