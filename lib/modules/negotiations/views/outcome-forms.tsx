'use client'
import { catalogueWords, factorWord } from '@/lib/modules/terms/messages-catalogue'
import { factors } from '@/lib/modules/terms/model'
import { ChoiceField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { showToast } from '@/lib/ui/toasts'
import { documentOutcome, dropPoint, reopenNegotiation, submitPackage } from '../actions'
import { outcomeMessages } from '../messages-outcome'
import { destinies } from '../model-outcome'

const useWords = () => useTranslator(outcomeMessages)

/** Puts the agreed package before those who must consent. */
export function SubmitPackageForm({ negotiationId }: { negotiationId: string }) {
  const t = useWords()
  return (
    <Form
      action={submitPackage}
      submit={t('submit')}
      label={t('submit')}
      onDone={({ state }) => showToast({ text: t(state === 'approved' ? 'approvedAtOnce' : 'submitted') })}
    >
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <TextAreaField name="reason" label={t('why')} rows={2} />
    </Form>
  )
}

/** Opens the agreement again, to improve it. */
export function ReopenForm({ negotiationId }: { negotiationId: string }) {
  const t = useWords()
  return (
    <Form
      action={reopenNegotiation}
      submit={t('reopen')}
      secondary
      label={t('reopen')}
      onDone={() => showToast({ text: t('reopened') })}
    >
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <TextAreaField name="reason" label={t('reason')} rows={2} required />
    </Form>
  )
}

/** Drops a point that was agreed, with the reason. */
export function DropPointForm({ issueId, name }: { issueId: string; name: string }) {
  const t = useWords()
  return (
    <details>
      <summary aria-label={t('dropNamed', { name })}>{t('dropPoint')}</summary>
      <Form action={dropPoint} submit={t('dropPoint')} label={t('dropNamed', { name })} secondary>
        <input type="hidden" name="issueId" defaultValue={issueId} />
        <TextField name="because" label={t('because')} required maxLength={500} />
      </Form>
    </details>
  )
}

type DocumentFormProps = {
  negotiationId: string
  today: string
  /** Agreed points that no term can hold. */
  homeless: readonly { issueId: string; name: string }[]
}

/** Writes the approved package into the next version of the terms. */
export function DocumentForm({ negotiationId, today, homeless }: DocumentFormProps) {
  const t = useWords()
  const word = useTranslator(catalogueWords)
  return (
    <Form
      action={documentOutcome}
      submit={t('document')}
      label={t('document')}
      onDone={() => showToast({ text: t('documented') })}
    >
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <DateField name="validFrom" label={t('validFrom')} defaultValue={today} required />
      <ChoiceField
        name="factors"
        label={t('factors')}
        hint={t('factorsHint')}
        multiple
        span={2}
        defaultValue={['agreedTerms']}
        options={factors.map((value) => ({ value, label: word(factorWord(value)) }))}
      />
      {homeless.map(({ issueId, name }, index) => (
        <fieldset key={issueId} className="span-2 grid gap-2">
          <legend className="label">{name}</legend>
          <input type="hidden" name={`points.${index}.issueId`} defaultValue={issueId} />
          <ChoiceField
            name={`points.${index}.becomes`}
            label={t('noTerm')}
            required
            options={destinies.map((value) => ({ value, label: t(`becomes_${value}`) }))}
          />
          <TextField name={`points.${index}.because`} label={t('because')} maxLength={500} />
        </fieldset>
      ))}
    </Form>
  )
}
