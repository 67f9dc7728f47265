import { type Day, formatMoment } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { FromTo, HistoryList as Items } from '@/lib/ui/history-list'
import { historyWords } from '../messages-history'
import { lightWords } from '../messages-light'
import type { Word } from '../messages-words'
import type { NegotiationHistory } from '../queries-history'
import type { NegotiationField } from '../rules-history'
import { daySaid, type Said } from './said'

/** Who changed what of a negotiation, when, from what to what. */
export function HistoryList({ history, said }: { history: NegotiationHistory; said: Said }) {
  const t = translatorOf(historyWords, said.locale)
  const { locale, calendar, timeZone } = said
  if (history.entries.length === 0) return <EmptyState icon="history" title={t('empty')} />
  const value = (field: NegotiationField, raw: string | null) =>
    raw === null ? t('nothing') : valueSaid(field, raw, said)
  return (
    <Card>
      <Items
        items={history.entries.map(({ id, subject, event, at, by, fields }) => ({
          ...{ id, event, at },
          title: t(`event_${event}`, { subject: t(`subject_${subject}`) }),
          when: formatMoment(new Date(at), locale, 'short', calendar, timeZone),
          who: by ?? t('byProduct'),
          lines: fields.map(({ field, before, after }) => ({
            key: field,
            line: (
              <FromTo
                label={fieldSaid(field, said)}
                before={value(field, before)}
                after={value(field, after)}
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

const choices = new Set<NegotiationField>(['kind', 'direction', 'state', 'result', 'part'])

function fieldSaid(field: NegotiationField, { word, locale }: Said): string {
  const t = translatorOf(historyWords, locale)
  if (field === 'stateReason' || field === 'memberId' || field === 'part') return t(field)
  if (field === 'asked' || field === 'gave' || field === 'got') return translatorOf(lightWords, locale)(field)
  return field === 'ownerId' ? word('owner') : word(field)
}

function valueSaid(field: NegotiationField, raw: string, said: Said): string {
  if (choices.has(field)) return said.word(`${field}_${raw}` as Word)
  if (field === 'expectedValue') return plain(raw)
  return field === 'deadlineOn' ? daySaid(raw as Day, said) : raw
}
