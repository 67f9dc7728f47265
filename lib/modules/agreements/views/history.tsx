import { type Day, formatMoment } from '@/lib/kernel/day'
import { translatorOf } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { FieldHistory } from '@/lib/ui/field-history'
import { daySaid } from '@/lib/ui/reader'
import { sealMessages } from '../messages-seals'
import { signingPages } from '../messages-signing-pages'
import type { Word } from '../messages-words'
import type { AgreementHistory } from '../queries-history'
import type { AgreementField, AgreementSubject } from '../rules-history'
import type { Said } from './said'

/** Who changed what of an agreement, when, from what to what. */
export function HistoryList({ history, said }: { history: AgreementHistory; said: Said }) {
  const { t } = said
  if (history.entries.length === 0) return <EmptyState icon="history" title={t('empty')} />
  return (
    <Card>
      <FieldHistory
        history={history}
        title={({ subject, event, name }) => t(`event_${event}`, { subject: subjectSaid(subject, name, said) })}
        label={(field, { subject }) => partOf(subject, said)?.label(field) ?? fieldSaid(field, said)}
        value={(field, raw, { subject }) => partOf(subject, said)?.value(field, raw) ?? valueSaid(field, raw, said)}
        words={{ byProduct: t('byProduct'), nothing: t('nothing'), older: t('older') }}
        reader={said}
      />
    </Card>
  )
}

function subjectSaid(subject: AgreementSubject, name: string | null, { t }: Said): string {
  const word = t(`subject_${subject}`)
  return name ? t('named', { subject: word, name }) : word
}

type Part = { label: (field: AgreementField) => string; value: (field: AgreementField, raw: string) => string }

/** Signatories and seals have words of their own for what is called alike. */
function partOf(subject: AgreementSubject, said: Said): Part | null {
  if (subject === 'agreement_signatories') {
    const t = translatorOf(signingPages, said.locale)
    return {
      label: (field) => t(field === 'declinedBecause' ? 'reason' : (field as 'state')),
      value: (field, raw) => {
        if (field === 'state' || field === 'method' || field === 'via') return t(`${field}_${raw}` as 'state_asked')
        if (field === 'signedOn') return daySaid(raw as Day, said)
        return isMoment(field) ? formatMoment(new Date(raw), said.locale, 'short', said.calendar, said.timeZone) : raw
      },
    }
  }
  if (subject !== 'agreement_seals') return null
  const t = translatorOf(sealMessages, said.locale)
  return {
    label: (field) => t(field as 'sealedOn'),
    value: (field, raw) => (field === 'keptAt' ? raw : daySaid(raw as Day, said)),
  }
}

const isMoment = (field: AgreementField) => field === 'openedAt' || field === 'objectedAt'

const choices = new Set<AgreementField>(['kind', 'state', 'renewal', 'noticeUnit', 'aspect', 'deviation'])

function fieldSaid(field: AgreementField, { word, t }: Said): string {
  if (field === 'ownerId') return word('owner')
  if (field === 'backupId') return word('backup')
  return field === 'stateReason' ? t('stateReason') : word(field as Word)
}

function valueSaid(field: AgreementField, raw: string, said: Said): string {
  if (choices.has(field)) return said.word(`${field}_${raw}` as Word)
  if (field === 'confidential') return said.t(raw === 'true' ? 'yes' : 'no')
  if (field === 'language') return said.word(raw === 'en' ? 'language_en' : 'language_zh')
  return field === 'startsOn' ? daySaid(raw as Day, said) : raw
}
