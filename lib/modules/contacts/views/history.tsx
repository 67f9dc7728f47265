'use client'
import { formatDay, formatMoment } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { HistoryList } from '@/lib/ui/history-list'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { restoreValue } from '../actions'
import { messages } from '../messages'
import type { PersonEntry, PersonFieldChange } from '../rules-history'
import { type Word, wordOf } from './words'

type PersonHistoryProps = {
  personId: string
  entries: readonly PersonEntry[]
  older: string | null
  mayRestore: boolean
}

/** What happened to a person, newest first; a former value can be brought back. */
export function PersonHistory({ personId, entries, older, mayRestore }: PersonHistoryProps) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  const [locale, calendar] = [useLocale(), useCalendar()]
  return (
    <Card title={t('history')}>
      <HistoryList
        items={entries.map(({ id, subject, event, about, at, by, fields }) => ({
          ...{ id, event, at },
          title: (
            <>
              {t('historyTitle', { subject: word('subject', subject), event: word('event', event) })}
              {about && `：${about}`}
            </>
          ),
          when: formatMoment(new Date(at), locale, 'short', calendar),
          who: by ?? t('byProduct'),
          lines: fields.map((field) => ({
            key: field.field,
            line: (
              <>
                <ChangeOfField field={field} />
                {mayRestore && field.restores && (
                  <Press
                    action={restoreValue}
                    values={{ personId, changeId: id, field: field.restores }}
                    className="button small quiet"
                    done={t('valueRestored')}
                  >
                    {t('restoreValue')}
                  </Press>
                )}
              </>
            ),
          })),
        }))}
        older={older ? { href: `?before=${older}`, label: t('older') } : null}
      />
    </Card>
  )
}

/** Which words say the values of a field. */
const choices: Readonly<Record<string, string>> = {
  language: 'language',
  channel: 'channel',
  decisionRole: 'decisionRole',
  stance: 'stance',
  slot: 'slot',
  kind: 'point',
}
const days = new Set(['fromDay', 'toDay', 'noticeOn'])

function ChangeOfField({ field: { field, before, after } }: { field: PersonFieldChange }) {
  const t = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const word = wordOf(t)
  const said = (value: string | null) => {
    if (value === null) return '—'
    const choice = choices[field]
    if (choice) return word(choice, value)
    if (days.has(field)) return formatDay(value, locale, 'short', calendar)
    return value === 'true' ? t('yes') : value
  }
  const label = t((labels[field] ?? field) as Word)
  return (
    <span>
      {label}：{before !== null && <del className="text-muted">{said(before)}</del>}{' '}
      {after === null ? '—' : said(after)}
    </span>
  )
}

const labels: Readonly<Record<string, Word>> = {
  ownerId: 'counterpart',
  reportsToId: 'reportsTo',
  kind: 'pointKind',
  value: 'pointValue',
  slot: 'keyRole',
}
