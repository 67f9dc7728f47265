'use client'
import { Fragment } from 'react'
import { ChoiceField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { FormPart } from '@/lib/ui/form-part'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import {
  cancelAgreement,
  decideRenewal,
  giveNotice,
  putOnHold,
  releaseHold,
  resumeAgreement,
  supersedeAgreement,
  suspendAgreement,
  terminateAgreement,
} from '../actions'
import { lifecycleMessages } from '../messages-lifecycle'
import { exitItems, renewalDecisions } from '../model-lifecycle'

const useWords = () => useTranslator(lifecycleMessages)
const Which = ({ id }: { id: string }) => <input type="hidden" name="agreementId" defaultValue={id} />

/** What came of the agreement, as it goes into the talks: by clause, and everything else. */
export type Brought = { points: readonly { clauseKey: string; heading: string; result: string }[]; results: string }
type DecideProps = {
  id: string
  decision: string | null
  reason: string | null
  /** Null where the talks may not say anything of the agreement. */
  brought: Brought | null
  first: boolean
}

/** What is to come after the term; the results go with it into the talks. */
export function DecideForm({ id, decision, reason, brought, first }: DecideProps) {
  const t = useWords()
  return (
    <Form action={decideRenewal} submit={t(first ? 'decide' : 'decideAgain')} secondary={!first}>
      <Which id={id} />
      <ChoiceField
        name="decision"
        label={t('decision')}
        required
        defaultValue={decision}
        options={renewalDecisions.map((value) => ({ value, label: t(`decision_${value}`) }))}
      />
      <TextAreaField
        name="reason"
        label={t('decisionReason')}
        required
        rows={2}
        maxLength={2000}
        defaultValue={reason}
      />
      {brought === null && <p className="notice info span-2">{t('broughtQuietly')}</p>}
      {brought !== null && brought.points.length > 0 && (
        <FormPart title={t('broughtAlong')}>
          {brought.points.map(({ clauseKey, heading, result }, index) => (
            <Fragment key={clauseKey}>
              <input type="hidden" name={`points.${index}.clauseKey`} defaultValue={clauseKey} />
              <TextAreaField
                name={`points.${index}.result`}
                label={heading}
                rows={2}
                maxLength={1000}
                defaultValue={result}
              />
            </Fragment>
          ))}
        </FormPart>
      )}
      {brought !== null && (
        <TextAreaField
          name="results"
          label={t('results')}
          hint={t('resultsHint')}
          rows={4}
          maxLength={4000}
          defaultValue={brought.results}
        />
      )}
    </Form>
  )
}

/** The end of what was not signed yet. */
export function CancelForm({ id }: { id: string }) {
  const t = useWords()
  return (
    <details>
      <summary>{t('cancel')}</summary>
      <Form action={cancelAgreement} submit={t('cancel')} secondary>
        <Which id={id} />
        <TextField name="reason" label={t('reason')} hint={t('cancelHint')} required maxLength={2000} />
      </Form>
    </details>
  )
}

/** A pause until a day. */
export function SuspendForm({ id }: { id: string }) {
  const t = useWords()
  return (
    <details>
      <summary>{t('suspend')}</summary>
      <Form action={suspendAgreement} submit={t('suspend')} secondary>
        <Which id={id} />
        <DateField name="until" label={t('until')} hint={t('suspendHint')} required />
        <TextField name="reason" label={t('reason')} required maxLength={2000} />
      </Form>
    </details>
  )
}

export function ResumeButton({ id }: { id: string }) {
  const t = useWords()
  return (
    <Press action={resumeAgreement} values={{ agreementId: id }} className="button">
      {t('resume')}
    </Press>
  )
}

type NoticeProps = { id: string; today: string; given: { givenOn: string | null; lastDay: string } | null }

/** Notice of termination, with its proof; the one on record is corrected in the same way. */
export function NoticeForm({ id, today, given }: NoticeProps) {
  const t = useWords()
  const title = t(given ? 'correctNotice' : 'giveNotice')
  return (
    <details>
      <summary>{title}</summary>
      <Form action={giveNotice} submit={title} secondary>
        <Which id={id} />
        <DateField name="lastDay" label={t('lastDay')} required defaultValue={given?.lastDay} />
        <DateField name="givenOn" label={t('givenOn')} defaultValue={given?.givenOn ?? today} />
        <TextField name="reason" label={t('reason')} required maxLength={2000} span={2} />
        <ProofField label={t('noticeProof')} />
      </Form>
    </details>
  )
}

/** Everything is settled and the last day is over. */
export function TerminateForm({ id }: { id: string }) {
  const t = useWords()
  return (
    <Form action={terminateAgreement} submit={t('terminate')} secondary>
      <Which id={id} />
      <ChoiceField
        name="exitItems"
        label={t('exitItems')}
        hint={t('terminateHint')}
        multiple
        options={exitItems.map((value) => ({ value, label: t(`exit_${value}`) }))}
      />
    </Form>
  )
}

export function SupersedeButton({ id, successor }: { id: string; successor: { id: string; title: string } }) {
  const t = useWords()
  return (
    <Press action={supersedeAgreement} values={{ agreementId: id, successorId: successor.id }}>
      {t('supersede', { title: successor.title })}
    </Press>
  )
}

/** Legal hold, put and lifted. */
export function HoldForm({ id, onHold }: { id: string; onHold: boolean }) {
  const t = useWords()
  if (onHold)
    return (
      <Press action={releaseHold} values={{ agreementId: id }}>
        {t('release')}
      </Press>
    )
  return (
    <details>
      <summary>{t('hold')}</summary>
      <Form action={putOnHold} submit={t('putOnHold')} secondary>
        <Which id={id} />
        <TextField name="reason" label={t('reason')} required maxLength={2000} span={2} />
      </Form>
    </details>
  )
}
