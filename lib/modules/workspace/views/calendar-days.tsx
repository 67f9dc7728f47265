'use client'
import { formatDay } from '@/lib/kernel/day'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { CalendarDay } from '../model'
import { ClearDayForm } from './calendar-forms'
import { wordOf } from './words'

type Props = { days: readonly (CalendarDay & { id: string })[]; configures: boolean }

/** The days that the company added to the bundled calendar. */
export function CalendarDays({ days, configures }: Props) {
  const t = useTranslator(messages)
  const [locale, calendar, word] = [useLocale(), useCalendar(), wordOf(t)]
  if (days.length === 0) return <p className="empty-line">{t('noCalendarDays')}</p>
  return (
    <ul className="rows">
      {days.map((each) => (
        <li key={each.id}>
          <time dateTime={each.day}>{formatDay(each.day, locale, 'weekday', calendar)}</time>
          <span className="grow">
            {each.name} · {word('kind', each.kind)} · {each.county || t('countyEverywhere')}
          </span>
          {configures && <ClearDayForm id={each.id} />}
        </li>
      ))}
    </ul>
  )
}
