import { formatMoment } from '@/lib/kernel/day'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { FromTo, HistoryList as Items } from '@/lib/ui/history-list'
import type { TermPageWord } from '../messages-pages'
import type { VersionHistory } from '../queries-history'
import type { HistoryField } from '../rules-history'
import type { Said } from './said'

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
      <Items
        items={history.entries.map(({ id, event, term, at, by, fields }) => ({
          ...{ id, event, at },
          title: t(`event_${event}`, { what: term ?? t('versionNumber', { number: history.number }) }),
          when: formatMoment(new Date(at), locale, 'short', calendar, timeZone),
          who: by ?? t('byProduct'),
          lines: fields.map(({ field, before, after }) => ({
            key: field,
            line: (
              <FromTo
                label={t(words[field] ?? (field as TermPageWord))}
                before={before ?? t('nothing')}
                after={after ?? t('nothing')}
                event={event}
              />
            ),
          })),
        }))}
        older={history.older ? { href: `?before=${history.older}`, label: t('older') } : null}
      />
    </Card>
  )
}
