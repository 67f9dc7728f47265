'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { CalendarName } from '@/lib/kernel/day'
import { defaultLocale, type Locale, type Messages } from '@/lib/kernel/messages'
import { marksOf } from '@/lib/kernel/punctuation'
import { type Translate, translatorOf } from '@/lib/kernel/translate'

const LocaleContext = createContext<Locale>(defaultLocale)
const CalendarContext = createContext<CalendarName>('gregory')

type LocaleProviderProps = { locale: Locale; calendar?: CalendarName; children: ReactNode }

/** Says once, at the root, in which language everything below it speaks. */
export function LocaleProvider({ locale, calendar = 'gregory', children }: LocaleProviderProps) {
  return (
    <LocaleContext value={locale}>
      <CalendarContext value={calendar}>{children}</CalendarContext>
    </LocaleContext>
  )
}

/** The language of the page. */
export const useLocale = () => useContext(LocaleContext)

/** Whether the reader counts years the Western or the ROC way. */
export const useCalendar = () => useContext(CalendarContext)

/** Says sentences of one part of the product: `const t = useTranslator(messages)` … `t('save')`. */
export const useTranslator = <M extends Messages>(messages: M): Translate<M> => translatorOf(messages, useLocale())

/** The marks that join words in the language of the page. */
export const useMarks = () => marksOf(useLocale())
