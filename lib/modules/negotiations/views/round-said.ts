'use client'
import { formatDay } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { formatMoneyShort } from '@/lib/kernel/money'
import { marksOf } from '@/lib/kernel/punctuation'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { offerMessages } from '../messages-offers'
import { roundPages } from '../messages-rounds'
import type { OfferValue } from '../model-issues'
import type { Rounds, ShownIssue } from '../queries-rounds'
import { numberSaid, valueSaid, withUnit } from '../rules-values'

/** What the pages of rounds say of values, offers and amounts, in the reader's words, language and calendar. */
export function useSpeech({ issues, negotiation, today }: Rounds) {
  const [t, word] = [useTranslator(roundPages), useTranslator(offerMessages)]
  const [locale, calendar] = [useLocale(), useCalendar()]
  const byKey = new Map(issues.map((issue) => [issue.key, issue]))
  const words = { yes: word('yes'), no: word('no') }
  const value = (issue: ShownIssue | undefined, said: OfferValue) =>
    issue ? valueSaid(issue, said, words) : String(said)
  const marks = marksOf(locale)
  const nameOf = (key: string) => byKey.get(key)?.name ?? key
  return {
    t,
    word,
    locale,
    value,
    nameOf,
    marks,
    valueOf: (key: string, said: OfferValue) => value(byKey.get(key), said),
    day: (day: string | null) => (day ? formatDay(day, locale, 'short', calendar, today) : ''),
    money: (amount: string) =>
      `${exact(amount).gt(0) ? '+' : ''}${formatMoneyShort({ amount, currency: negotiation.currency }, locale)}`,
    amount: (amount: string) => formatMoneyShort({ amount, currency: negotiation.currency }, locale),
    names: (keys: readonly string[]) => keys.map(nameOf).join(marks.comma),
    distance: (issue: ShownIssue | undefined, toLimit: string) => {
      const away = numberSaid(exact(toLimit).abs().toDecimalPlaces(2).toFixed())
      const unit = issue?.kind === 'numeric' ? issue.unit : t('points')
      return t(exact(toLimit).lt(0) ? 'beyondLimit' : 'toLimit', { distance: withUnit(away, unit ?? null) })
    },
    concession: ({ issue, from, to }: { issue: string; from: OfferValue; to: OfferValue }) =>
      t('concession', { issue: nameOf(issue), from: value(byKey.get(issue), from), to: value(byKey.get(issue), to) }),
  }
}
export type Speech = ReturnType<typeof useSpeech>
