import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { FieldHistory } from '@/lib/ui/field-history'
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
  const { t } = said
  if (history.entries.length === 0) return <EmptyState icon="history" title={t('historyEmpty')} />
  return (
    <Card title={t('history')}>
      <FieldHistory
        history={history}
        title={({ event, term }) =>
          t(`event_${event}`, { what: term ?? t('versionNumber', { number: history.number }) })
        }
        label={(field) => t(words[field] ?? (field as TermPageWord))}
        value={(_, raw) => raw}
        words={{ byProduct: t('byProduct'), nothing: t('nothing'), older: t('older') }}
        reader={{ ...said, timeZone }}
      />
    </Card>
  )
}
