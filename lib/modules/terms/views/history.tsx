import type { HistoryEvent } from '@/lib/kernel/changed'
import { formatMoment } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import type { IconName } from '@/lib/ui/icon'
import { TimelineItem } from '@/lib/ui/timeline'
import type { TermPageWord } from '../messages-pages'
import type { VersionHistory } from '../queries-history'
import type { HistoryField } from '../rules-history'
import type { Said } from './said'

const icons: Readonly<Record<HistoryEvent, IconName>> = {
  added: 'plus',
  changed: 'pencil',
  archived: 'archive',
  restored: 'archive-restore',
  erased: 'ban',
}
const words: Readonly<Partial<Record<HistoryField, TermPageWord>>> = {
  recordedAt: 'recordedOn',
  evidenceId: 'evidence',
}

/** Who changed what of a version, when, from what to what. */
export function HistoryList({ history, said, timeZone }: { history: VersionHistory; said: Said; timeZone: string }) {
  const { t, locale, calendar } = said
  if (history.entries.length === 0) return <EmptyState icon="history" title={t('historyEmpty')} />
  return (
    <Card title={t('history')}>
      <ol className="timeline-items">
        {history.entries.map(({ id, event, term, at, by, fields }) => (
          <TimelineItem
            key={id}
            icon={icons[event]}
            title={t(`event_${event}`, { what: term ?? t('versionNumber', { number: history.number }) })}
            when={formatMoment(new Date(at), locale, 'short', calendar, timeZone)}
            dateTime={at}
            who={by ?? t('byProduct')}
          >
            <ul>
              {fields.map(({ field, before, after }) => (
                <li key={field}>
                  <span className="text-muted">{t(words[field] ?? (field as TermPageWord))}</span>{' '}
                  {event !== 'added' && (
                    <>
                      <del>{before ?? t('nothing')}</del> →{' '}
                    </>
                  )}
                  <ins className="whitespace-pre-line no-underline">{after ?? t('nothing')}</ins>
                </li>
              ))}
            </ul>
          </TimelineItem>
        ))}
      </ol>
      {history.older && (
        <a className="button small" href={`?before=${history.older}`}>
          {t('older')}
        </a>
      )}
    </Card>
  )
}
