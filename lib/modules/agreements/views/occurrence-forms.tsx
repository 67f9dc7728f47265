'use client'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import {
  acceptOccurrence,
  cancelOccurrence,
  recordEvent,
  rejectOccurrence,
  submitOccurrence,
  waiveOccurrence,
} from '../actions'
import { obligationMessages } from '../messages-obligations'

const useWords = () => useTranslator(obligationMessages)
const Which = ({ id }: { id: string }) => <input type="hidden" name="occurrenceId" defaultValue={id} />

/** Hands in what was owed, with its evidence. */
export function SubmitForm({ id }: { id: string }) {
  const t = useWords()
  return (
    <Form action={submitOccurrence} submit={t('submit')} secondary>
      <Which id={id} />
      <TextAreaField name="note" label={t('note')} rows={2} maxLength={2000} />
      <ProofField label={t('evidence')} />
    </Form>
  )
}

/** Accepts what was handed in, or sends it back. */
export function DecideForms({ id }: { id: string }) {
  const t = useWords()
  return (
    <div className="grid gap-3">
      <Press action={acceptOccurrence} values={{ occurrenceId: id }} className="button">
        {t('accept')}
      </Press>
      <ReasonForm id={id} action={rejectOccurrence} word="reject" />
    </div>
  )
}

/** What is not owed, or not this time. */
export function ReleaseForms({ id, waiting, mayCancel }: { id: string; waiting: boolean; mayCancel: boolean }) {
  return (
    <>
      {!waiting && <ReasonForm id={id} action={waiveOccurrence} word="waive" />}
      {mayCancel && <ReasonForm id={id} action={cancelOccurrence} word="cancel" />}
    </>
  )
}

type ReasonProps = {
  id: string
  action: typeof rejectOccurrence | typeof waiveOccurrence | typeof cancelOccurrence
  word: 'reject' | 'waive' | 'cancel'
}

function ReasonForm({ id, action, word }: ReasonProps) {
  const t = useWords()
  return (
    <details>
      <summary>{t(word)}</summary>
      <Form action={action} submit={t(word)} secondary>
        <Which id={id} />
        <TextField name="reason" label={t('reason')} required maxLength={2000} span={2} />
        {word === 'waive' && <p className="text-muted">{t('waiveHint')}</p>}
      </Form>
    </details>
  )
}

/** The event happened that makes it due. */
export function HappenedForm({ obligationId, today }: { obligationId: string; today: string }) {
  const t = useWords()
  return (
    <details>
      <summary>{t('happened')}</summary>
      <Form action={recordEvent} submit={t('happened')} secondary again>
        <input type="hidden" name="obligationId" defaultValue={obligationId} />
        <DateField name="happenedOn" label={t('happenedOn')} hint={t('happenedHint')} required defaultValue={today} />
        <TextField name="note" label={t('note')} maxLength={2000} span={2} />
      </Form>
    </details>
  )
}
