'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addAlternative, askMandate, editAlternative } from '../actions'
import { tableWords } from '../messages-table-page'
import { confidences, sides } from '../model-issues'
import type { TableView } from '../queries-table-page'

/** SECRET: puts the limits before those who must consent. */
export function AskMandateForm({ negotiationId, today }: { negotiationId: string; today: string }) {
  const t = useTranslator(tableWords)
  return (
    <Form action={askMandate} submit={t('ask')} secondary>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <p className="hint">{t('mandateHint')}</p>
      <DateField name="validUntil" label={t('validUntil')} required min={today} />
      <TextAreaField name="reason" label={t('mandateReason')} rows={2} maxLength={2000} />
    </Form>
  )
}

type Alternative = NonNullable<TableView['secret']>['alternatives'][number]

/** SECRET: what one side does without this deal. */
export function AddAlternativeForm({ negotiationId }: { negotiationId: string }) {
  const t = useTranslator(tableWords)
  return (
    <Form action={addAlternative} submit={t('addAlternative')} secondary again className="mt-4">
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <AlternativeFields />
    </Form>
  )
}

/** SECRET: the same, changed. */
export function EditAlternativeForm({ alternative, back }: { alternative: Alternative; back: string }) {
  const t = useTranslator(tableWords)
  return (
    <Form action={editAlternative} submit={t('save')} cancelHref={back} after={back}>
      <input type="hidden" name="alternativeId" defaultValue={alternative.id} />
      <input type="hidden" name="version" defaultValue={alternative.version} />
      <AlternativeFields alternative={alternative} />
    </Form>
  )
}

const noOutcome = { label: '', probability: '', score: '' }

function AlternativeFields({ alternative }: { alternative?: Alternative }) {
  const t = useTranslator(tableWords)
  return (
    <div className="form-grid">
      <SelectField
        name="side"
        label={t('side')}
        empty={null}
        defaultValue={alternative?.side ?? 'us'}
        options={sides.map((value) => ({ value, label: t(`side_${value}`) }))}
      />
      <TextField name="name" label={t('alternative')} required maxLength={300} defaultValue={alternative?.name} />
      <RepeatedRows
        name="outcomes"
        label={t('outcomes')}
        addLabel={t('addOutcome')}
        initial={alternative?.outcomes ?? []}
        blank={noOutcome}
        least={1}
        most={12}
      >
        {({ label, probability, score }, path) => (
          <>
            <TextField name={`${path}.label`} label={t('outcome')} maxLength={200} defaultValue={label} />
            <TextField
              name={`${path}.probability`}
              label={t('probability')}
              inputMode="decimal"
              defaultValue={probability}
            />
            <TextField name={`${path}.score`} label={t('score')} inputMode="decimal" defaultValue={score} />
          </>
        )}
      </RepeatedRows>
      <TextField
        name="switchingCost"
        label={t('switchingCost')}
        inputMode="decimal"
        defaultValue={alternative?.switchingCost}
      />
      <TextField name="nextStep" label={t('nextStep')} maxLength={1000} defaultValue={alternative?.nextStep} />
      <SelectField
        name="confidence"
        label={t('confidence')}
        empty="—"
        defaultValue={alternative?.confidence}
        options={confidences.map((value) => ({ value, label: t(`confidence_${value}`) }))}
      />
      <TextField name="source" label={t('source')} maxLength={500} defaultValue={alternative?.source} />
    </div>
  )
}
