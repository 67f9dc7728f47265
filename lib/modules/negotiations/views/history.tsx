import type { Day } from '@/lib/kernel/day'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { FieldHistory } from '@/lib/ui/field-history'
import { daySaid } from '@/lib/ui/reader'
import { historyWords } from '../messages-history'
import { lightWords } from '../messages-light'
import { tableWords } from '../messages-table-page'
import type { Word } from '../messages-words'
import type { Judgement } from '../model-comparisons'
import type { NegotiationHistory } from '../queries-history'
import type { NegotiationField } from '../rules-history'
import type { Said } from './said'

/** Who changed what of a negotiation, when, from what to what. */
export function HistoryList({ history, said }: { history: NegotiationHistory; said: Said }) {
  const t = translatorOf(historyWords, said.locale)
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

const choices = new Set<NegotiationField>(['kind', 'direction', 'state', 'result', 'part'])

function fieldSaid(field: NegotiationField, { word, locale }: Said): string {
  const t = translatorOf(historyWords, locale)
  if (field === 'stateReason' || field === 'memberId' || field === 'part' || field === 'answer') return t(field)
  if (field === 'asked' || field === 'gave' || field === 'got') return translatorOf(lightWords, locale)(field)
  return field === 'ownerId' ? word('owner') : word(field)
}

function valueSaid(field: NegotiationField, raw: string, said: Said): string {
  if (choices.has(field)) return said.word(`${field}_${raw}` as Word)
  if (field === 'answer') return translatorOf(tableWords, said.locale)(`judge_${raw as Judgement}`)
  return field === 'deadlineOn' ? daySaid(raw as Day, said) : raw
}
