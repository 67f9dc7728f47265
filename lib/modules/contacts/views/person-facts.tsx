'use client'
import { formatDay } from '@/lib/kernel/day'
import { displayNameOf, greetingOf } from '@/lib/kernel/name'
import { Card, Facts } from '@/lib/ui/card'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { PersonNames, PersonView } from '../model-people'
import { wordOf } from './words'

/** How to address somebody, in both languages of the product: 王經理 · Mr. Wang. */
export function useGreeting(person: PersonNames): string {
  const own = greetingOf(person, 'zh-TW')
  const english = greetingOf(person, 'en')
  return own === english ? own : `${own} · ${english}`
}

/** How to address a person, in which language and by which way, and what they agreed to. */
export function PersonFacts({ person }: { person: PersonView }) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const greeting = useGreeting(person)
  const notice = [
    person.noticeSource,
    person.noticeOn && t('noticedOn', { day: formatDay(person.noticeOn, locale, 'short', calendar) }),
  ].filter(Boolean)
  return (
    <Card title={t('manner')}>
      <Facts
        facts={[
          { label: t('greeting'), value: greeting },
          { label: t('name'), value: displayNameOf(person, 'zh-TW') },
          { label: t('englishName'), value: person.englishName },
          { label: t('honorific'), value: person.honorific },
          { label: t('language'), value: person.language && word('language', person.language) },
          { label: t('channel'), value: person.channel && word('channel', person.channel) },
          { label: t('counterpart'), value: person.counterpart?.name },
          { label: t('privacy'), value: notice.join(' · ') },
          {
            label: t('note'),
            value: person.note && <span className="whitespace-pre-line">{person.note}</span>,
            wide: true,
          },
        ]}
      />
    </Card>
  )
}
