'use client'
import { disciplines } from '@/lib/kernel/actor'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField } from '@/lib/ui/text-field'
import { answerInput, askColleague, declineInput, disposeInput, waiveInputs } from '../actions'
import { inputWords } from '../messages-inputs'
import { dispositions, inputKinds, inputStances, recommendations } from '../model-inputs'
import type { InputsView, InputView } from '../queries-inputs'

type AskProps = { negotiationId: string } & Pick<InputsView, 'colleagues' | 'today'>

/** A question to a colleague or an expert. */
export function AskForm({ negotiationId, colleagues, today }: AskProps) {
  const t = useTranslator(inputWords)
  return (
    <Form action={askColleague} submit={t('send')} again>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <div className="form-grid">
        <ChoiceField
          name="kind"
          label={t('kind')}
          required
          defaultValue="input"
          options={inputKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
        <SelectField
          name="discipline"
          label={t('discipline')}
          hint={t('disciplineHint')}
          options={disciplines.map((value) => ({ value, label: t(`discipline_${value}`) }))}
        />
        <SelectField
          name="askedOf"
          label={t('askedOf')}
          required
          options={colleagues.map((each) => ({
            value: each.id,
            label: [each.name, ...each.disciplines.map((value) => t(`discipline_${value}`))].join(' · '),
          }))}
        />
        <DateField name="dueOn" label={t('dueOn')} required min={today} />
        <TextAreaField
          name="question"
          label={t('question')}
          hint={t('questionHint')}
          required
          maxLength={2000}
          span={2}
        />
        <TextAreaField name="background" label={t('background')} rows={2} maxLength={4000} span={2} />
        <CheckboxField name="required" label={t('required')} defaultChecked span={2} />
      </div>
    </Form>
  )
}

const Which = ({ id }: { id: string }) => <input type="hidden" name="inputId" defaultValue={id} />

/** The answer of whoever is asked; it may be mended until somebody says what became of it. */
export function AnswerForm({ input, secondary }: { input: InputView; secondary: boolean }) {
  const t = useTranslator(inputWords)
  return (
    <Form action={answerInput} submit={t('sendAnswer')} secondary={secondary} draft={`negotiation-input-${input.id}`}>
      <Which id={input.id} />
      {input.kind === 'input' ? (
        <ChoiceField
          name="stance"
          label={t('stance')}
          required
          defaultValue={input.stance}
          options={inputStances.map((value) => ({ value, label: t(`stance_${value}`) }))}
        />
      ) : (
        <ChoiceField
          name="recommendation"
          label={t('recommendation')}
          required
          defaultValue={input.recommendation}
          options={recommendations.map((value) => ({ value, label: t(`recommendation_${value}`) }))}
        />
      )}
      <TextAreaField name="answer" label={t('yourAnswer')} required maxLength={8000} defaultValue={input.answer} />
      <ProofField label={t('file')} kept={input.file} />
    </Form>
  )
}

/** Why one cannot answer. */
export function DeclineForm({ input }: { input: InputView }) {
  const t = useTranslator(inputWords)
  return (
    <Form action={declineInput} submit={t('decline')} secondary warn={false}>
      <Which id={input.id} />
      <TextAreaField name="because" label={t('declineBecause')} required rows={2} maxLength={1000} />
    </Form>
  )
}

/** What became of an answer. */
export function DisposeForm({ input }: { input: InputView }) {
  const t = useTranslator(inputWords)
  return (
    <Form action={disposeInput} submit={t('dispose')} secondary>
      <Which id={input.id} />
      <ChoiceField
        name="disposition"
        label={t('disposition')}
        required
        options={dispositions.map((value) => ({ value, label: t(`disposition_${value}`) }))}
      />
      <TextAreaField name="reason" label={t('reason')} hint={t('dispositionHint')} rows={2} maxLength={2000} />
    </Form>
  )
}

/** A lead's consent to go on without what is missing. */
export function WaiveForm({ negotiationId }: { negotiationId: string }) {
  const t = useTranslator(inputWords)
  return (
    <Form action={waiveInputs} submit={t('waive')} secondary warn={false}>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <TextAreaField name="reason" label={t('waiveReason')} hint={t('waiveHint')} required rows={2} maxLength={1000} />
    </Form>
  )
}
