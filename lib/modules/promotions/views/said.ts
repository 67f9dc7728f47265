import { type Day, formatDay } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney } from '@/lib/kernel/money'
import { currentActor } from '@/lib/kernel/session'
import { type Translate, translatorOf } from '@/lib/kernel/translate'
import { type Reader, readerFor } from '@/lib/ui/reader'
import { words } from '../messages'
import { pages } from '../messages-pages'

/** With what the pages of promotions are said: the reader's words, calendar and today. */
export type Said = Omit<Reader, 'timeZone'> & { t: Translate<typeof pages>; word: Translate<typeof words> }

export async function saidFor(): Promise<Said> {
  const reader = await readerFor(currentActor())
  return { t: translatorOf(pages, reader.locale), word: translatorOf(words, reader.locale), ...reader }
}

export const daySaid = (day: Day, { locale, calendar }: Pick<Said, 'locale' | 'calendar'>) =>
  formatDay(day, locale, 'short', calendar)

export const daysSaid = (from: Day | null, to: Day | null, said: Said) =>
  from && to ? said.t('daysFromTo', { from: daySaid(from, said), to: daySaid(to, said) }) : from && daySaid(from, said)

/** Units with at most two decimals and separators. */
export function unitsSaid(value: string, locale: Locale): string {
  const rounded = exact(value).toDecimalPlaces(2)
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(rounded.toNumber())
}

/** Percent with one decimal and its sign. */
export function percentSaid(value: string): string {
  const rounded = exact(value).toDecimalPlaces(1)
  return `${rounded.gt(0) ? '+' : ''}${rounded.toFixed()} %`
}

export const moneySaid = (amount: string | null, currency: string) => amount && formatMoney({ amount, currency })
