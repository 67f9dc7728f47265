'use client'
import { type CalendarName, formatDay, formatMoment } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import type { Translate } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { FromTo, HistoryList } from '@/lib/ui/history-list'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { restoreValue } from '../actions'
import { pages, words } from '../messages'
import type { HistoryEntry } from '../rules-history'
import { choiceWord, pageChoice } from './words'

type HistoryPanelProps = { accountId: string; entries: readonly HistoryEntry[]; older: string | null; mayEdit: boolean }

/** Who changed what, when, from what to what; a former value can be brought back. */
export function HistoryPanel({ accountId, entries, older, mayEdit }: HistoryPanelProps) {
  const t = useTranslator(pages)
  const locale = useLocale()
  const calendar = useCalendar()
  const word = useTranslator(words)
  if (entries.length === 0) return <EmptyState icon="history" title={t('historyEmpty')} />
  return (
    <Card>
      <HistoryList
        items={entries.map(({ id, subject, event, at, by, fields }) => {
          const show = shownValue(subject, { t, word, locale, calendar })
          const value = (field: string, raw: string | null) => (raw === null ? t('nothing') : show.value(field, raw))
          return {
            ...{ id, event, at },
            title: t(`event_${event}`, { subject: t(`subject_${subject}`) }),
            when: formatMoment(new Date(at), locale, 'short', calendar),
            who: by ?? t('byProduct'),
            lines: fields.map(({ field, before, after, restores }) => ({
              key: field,
              line: (
                <>
                  <FromTo
                    label={show.field(field)}
                    before={value(field, before)}
                    after={value(field, after)}
                    event={event}
                  />
                  {mayEdit && restores && before !== after && (
                    <Press
                      action={restoreValue}
                      values={{ accountId, changeId: id, field: restores }}
                      className="button small quiet"
                      done={t('valueRestored')}
                    >
                      {t('restoreValue')}
                    </Press>
                  )}
                </>
              ),
            })),
          }
        })}
        older={older ? { href: `/accounts/${accountId}/history?before=${older}`, label: t('historyOlder') } : null}
      />
    </Card>
  )
}

const partWords: Readonly<Record<string, keyof typeof pages.en>> = {
  memberId: 'member',
  role: 'memberRole',
  employment: 'employment',
  fromDay: 'fromDay',
  toDay: 'toDay',
  postalCode: 'postalCode',
  line: 'addressLine',
  englishLine: 'addressEnglish',
  text: 'noteText',
  sourceDetail: 'noteDetail',
}
const choiceGroups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account_addresses: { kind: 'address' },
  account_team: { employment: 'employment' },
  account_notes: { kind: 'noteKind', source: 'noteSource' },
}

type Reader = {
  t: Translate<typeof pages>
  word: Translate<typeof words>
  locale: Locale
  calendar: CalendarName
}

/** The words of a field and of its values, which depend on what it belongs to. */
function shownValue(subject: HistoryEntry['subject'], { t, word, locale, calendar }: Reader) {
  return {
    field(name: string): string {
      if (subject === 'external_ids') return t(name === 'source' ? 'externalSource' : 'externalValue')
      if (subject === 'account_notes' && name === 'kind') return t('noteKind')
      if (subject === 'account_notes' && name === 'source') return t('noteSource')
      if (subject === 'account_addresses' && name === 'kind') return t('addressKind')
      const own = subject === 'accounts' ? undefined : partWords[name]
      return own ? t(own) : word(name as keyof typeof words.en)
    },
    value(name: string, value: string): string {
      const group = choiceGroups[subject]?.[name]
      if (group) return pageChoice(t, group, value)
      if (name === 'fromDay' || name === 'toDay') return formatDay(value, locale, 'short', calendar)
      return subject === 'accounts' ? choiceWord(word, name, value) : value
    },
  }
}
