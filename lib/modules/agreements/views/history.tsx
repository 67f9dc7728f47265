import type { Day } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { FieldHistory } from '@/lib/ui/field-history'
import { daySaid } from '@/lib/ui/reader'
import type { Word } from '../messages-words'
import type { AgreementHistory } from '../queries-history'
import type { AgreementField } from '../rules-history'
import type { Said } from './said'

/** Who changed what of an agreement, when, from what to what. */
export function HistoryList({ history, said }: { history: AgreementHistory; said: Said }) {
  const { t } = said
  if (history.entries.length === 0) return <EmptyState icon="history" title={t('empty')} />
  return (
    <Card>
      <FieldHistory
        history={history}
        title={({ subject, event }) => t(`event_${event}`, { subject: t(`subject_${subject}`) })}
        label={(field) => fieldSaid(field, said)}
        value={(field, raw) => valueSaid(field, raw, said)}
        words={{ byProduct: t('byProduct'), nothing: t('nothing'), older: t('older') }}
        reader={said}
      />
    </Card>
  )
}

const choices = new Set<AgreementField>(['kind', 'state', 'renewal', 'noticeUnit', 'aspect', 'deviation'])

function fieldSaid(field: AgreementField, { word, t }: Said): string {
  if (field === 'ownerId') return word('owner')
  if (field === 'backupId') return word('backup')
  return field === 'stateReason' ? t('stateReason') : word(field)
}

function valueSaid(field: AgreementField, raw: string, said: Said): string {
  if (choices.has(field)) return said.word(`${field}_${raw}` as Word)
  if (field === 'confidential') return said.t(raw === 'true' ? 'yes' : 'no')
  if (field === 'language') return said.word(raw === 'en' ? 'language_en' : 'language_zh')
  if (field === 'yearlyValue') return plain(raw)
  return field === 'startsOn' ? daySaid(raw as Day, said) : raw
}
