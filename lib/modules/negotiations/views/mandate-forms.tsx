'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addAlternative, askMandate } from '../actions'
import { tableWords } from '../messages-table-page'
import { sides } from '../model-issues'

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

/** SECRET: what one side does without this deal. */
export function AddAlternativeForm({ negotiationId }: { negotiationId: string }) {
  const t = useTranslator(tableWords)
  return (
    <Form action={addAlternative} submit={t('addAlternative')} secondary again>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <div className="form-grid">
        <SelectField
          name="side"
          label={t('side')}
          empty={null}
          defaultValue="us"
          options={sides.map((value) => ({ value, label: t(`side_${value}`) }))}
        />
        <TextField name="name" label={t('alternative')} required maxLength={300} />
        <RepeatedRows name="outcomes" label={t('outcomes')} addLabel={t('addOutcome')} blank={null} least={1} most={12}>
          {(_, path) => (
            <>
              <TextField name={`${path}.label`} label={t('outcome')} maxLength={200} />
              <TextField name={`${path}.probability`} label={t('probability')} inputMode="decimal" />
              <TextField name={`${path}.score`} label={t('score')} inputMode="decimal" />
            </>
          )}
        </RepeatedRows>
        <TextField name="switchingCost" label={t('switchingCost')} inputMode="decimal" />
        <TextField name="nextStep" label={t('nextStep')} maxLength={1000} />
      </div>
    </Form>
  )
}
