'use client'
import type { HistoryEvent } from '@/lib/kernel/changed'
import { formatDay, formatMoment } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import type { IconName } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TimelineItem } from '@/lib/ui/timeline'
import { restoreValue } from '../actions'
import { pages, words } from '../messages'
import type { FieldChange, HistoryEntry } from '../rules-history'
import { choiceWord, pageChoice } from './words'

type HistoryPanelProps = { accountId: string; entries: readonly HistoryEntry[]; older: string | null; mayEdit: boolean }

const icons: Readonly<Record<HistoryEvent, IconName>> = {
  added: 'plus',
  changed: 'pencil',
  archived: 'archive',
  restored: 'archive-restore',
  erased: 'ban',
}

/** Who changed what, when, from what to what; a former value can be brought back. */
export function HistoryPanel({ accountId, entries, older, mayEdit }: HistoryPanelProps) {
  const t = useTranslator(pages)
  const locale = useLocale()
  const calendar = useCalendar()
  if (entries.length === 0) return <EmptyState icon="history" title={t('historyEmpty')} />
  return (
    <Card>
      <ol className="timeline-items">
        {entries.map(({ id, subject, event, at, by, fields }) => (
          <TimelineItem
            key={id}
            icon={icons[event]}
            title={t(`event_${event}`, { subject: t(`subject_${subject}`) })}
            when={formatMoment(new Date(at), locale, 'short', calendar)}
            dateTime={at}
            who={by ?? t('byProduct')}
          >
            <ul>
              {fields.map((change) => (
                <li key={change.field} className="flex flex-wrap items-center gap-x-2">
                  <ChangeLine change={change} subject={subject} added={event === 'added'} />
                  {mayEdit && change.restores && change.before !== change.after && (
                    <Press
                      action={restoreValue}
                      values={{ accountId, changeId: id, field: change.restores }}
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
        <a className="button small" href={`/accounts/${accountId}/history?before=${older}`}>
          {t('historyOlder')}
        </a>
      )}
    </Card>
  )
}

type ChangeLineProps = { change: FieldChange; subject: HistoryEntry['subject']; added: boolean }

function ChangeLine({ change: { field, before, after }, subject, added }: ChangeLineProps) {
  const t = useTranslator(pages)
  const show = useShownValue(subject)
  return (
    <span>
      <span className="text-muted">{show.field(field)}</span>{' '}
      {!added && (
        <>
          <del>{before === null ? t('nothing') : show.value(field, before)}</del> →{' '}
        </>
      )}
      <ins className="no-underline">{after === null ? t('nothing') : show.value(field, after)}</ins>
    </span>
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

/** The words of a field and of its values, which depend on what it belongs to. */
function useShownValue(subject: HistoryEntry['subject']) {
  const t = useTranslator(pages)
  const word = useTranslator(words)
  const locale = useLocale()
  const calendar = useCalendar()
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
