'use client'
import type { HistoryEvent } from '@/lib/kernel/changed'
import { formatDay, formatMoment } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import type { IconName } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TimelineItem } from '@/lib/ui/timeline'
import { restoreValue } from '../actions'
import { messages } from '../messages'
import type { FieldChange, HistoryEntry } from '../rules-history'
import { type Word, wordOf } from './words'

type PersonHistoryProps = {
  personId: string
  entries: readonly HistoryEntry[]
  older: string | null
  mayRestore: boolean
}

const icons: Readonly<Record<HistoryEvent, IconName>> = {
  added: 'plus',
  changed: 'pencil',
  archived: 'archive',
  restored: 'archive-restore',
  erased: 'trash',
}

/** What happened to a person, newest first; a former value can be brought back. */
export function PersonHistory({ personId, entries, older, mayRestore }: PersonHistoryProps) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  const [locale, calendar] = [useLocale(), useCalendar()]
  return (
    <Card title={t('history')}>
      <ol className="timeline-items">
        {entries.map((entry) => (
          <TimelineItem
            key={entry.id}
            icon={icons[entry.event]}
            title={
              <>
                {t('historyTitle', { subject: word('subject', entry.subject), event: word('event', entry.event) })}
                {entry.about && `：${entry.about}`}
              </>
            }
            when={formatMoment(new Date(entry.at), locale, 'short', calendar)}
            dateTime={entry.at}
            who={entry.by ?? t('byProduct')}
          >
            <ul>
              {entry.fields.map((field) => (
                <li key={field.field} className="flex flex-wrap items-center gap-2">
                  <ChangeOfField field={field} />
                  {mayRestore && field.restores && (
                    <Press
                      action={restoreValue}
                      values={{ personId, changeId: entry.id, field: field.restores }}
                      className="button small quiet"
                      done={t('valueRestored')}
                    >
                      {t('restoreValue')}
                    </Press>
                  )}
                </li>
              ))}
            </ul>
          </TimelineItem>
        ))}
      </ol>
      {older && (
        <a className="button" href={`?before=${older}`}>
          {t('older')}
        </a>
      )}
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

function ChangeOfField({ field: { field, before, after } }: { field: FieldChange }) {
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
