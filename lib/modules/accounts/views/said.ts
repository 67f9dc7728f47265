import { dayOf } from '@/lib/kernel/day'
import { currentActor } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { readPreferences } from '@/lib/ui/read-preferences'
import { pages, words } from '../messages'
import type { Said } from './overview'

/** What the pages of an account are said with: the reader's words, calendar and today. */
export async function saidFor(): Promise<Said> {
  const [{ locale, calendar }, actor] = await Promise.all([readPreferences(), currentActor()])
  return {
    t: translatorOf(pages, locale),
    field: translatorOf(words, locale),
    locale,
    calendar,
    today: dayOf(new Date(), actor.timeZone),
  }
}
