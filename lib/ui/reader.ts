import 'server-only'
import { type CalendarName, type Day, dayOf, formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { readPreferences } from './read-preferences'

/** Who reads the page: their language, calendar and zone, and which day it is there. */
export type Reader = { locale: Locale; calendar: CalendarName; timeZone: string; today: Day }

/** The reader of this request: what they prefer, and the zone of whoever is asked for as the actor. */
export async function readerFor(actor: Promise<{ timeZone: string }>): Promise<Reader> {
  const [{ locale, calendar }, { timeZone }] = await Promise.all([readPreferences(), actor])
  return { locale, calendar, timeZone, today: dayOf(new Date(), timeZone) }
}

/** A day in short, with its year when that is another one than the reader's; nothing for none. */
export const daySaid = (day: Day | null, { locale, calendar, today }: Omit<Reader, 'timeZone'>): string =>
  day === null ? '' : formatDay(day, locale, 'short', calendar, today)
