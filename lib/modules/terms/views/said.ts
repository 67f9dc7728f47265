import { type CalendarName, type Day, formatDay } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney } from '@/lib/kernel/money'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { readPreferences } from '@/lib/ui/read-preferences'
import { catalogueWords } from '../messages-catalogue'
import { deductionMessages } from '../messages-deductions'
import { termPages } from '../messages-pages'

/** What the pages of terms are said with: words, days and amounts as the reader reads them. */
export type Said = {
  t: Translate<typeof termPages>
  word: Translate<typeof catalogueWords>
  d: Translate<typeof deductionMessages>
  locale: Locale
  calendar: CalendarName
  day: (day: Day) => string
  money: (amount: string, currency?: string) => string
  period: (from: Day, to: Day | null) => string
}

export async function saidFor(): Promise<Said> {
  const { locale, calendar } = await readPreferences()
  const t = translatorOf(termPages, locale)
  const day = (value: Day) => formatDay(value, locale, 'short', calendar)
  return {
    t,
    word: translatorOf(catalogueWords, locale),
    d: translatorOf(deductionMessages, locale),
    locale,
    calendar,
    day,
    money: (amount, currency = 'TWD') => formatMoney({ amount, currency }),
    period: (from, to) => t('period', { from: day(from), to: to ? day(to) : t('openEnd') }),
  }
}
