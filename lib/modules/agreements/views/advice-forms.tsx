'use client'
import { disciplines } from '@/lib/kernel/actor'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { answerAdvice, askAdvice, decideAdvice, declineAdvice, waiveAdvice, waiveSuggestion } from '../actions'
import { adviceMessages } from '../messages-advice'
import { adviceDecisions, adviceRecommendations } from '../model-advice'
import type { AdviceView } from '../queries-advice'

type Suggestion = AdviceView['suggestions'][number]
type AskFormProps = { advice: AdviceView; suggestion: Suggestion | null; back: string }

/** Asks a colleague or an outside expert; a suggestion fills in what it is about. */
export function AskForm({ advice, suggestion, back }: AskFormProps) {
  const t = useTranslator(adviceMessages)
  return (
    <Form action={askAdvice} submit={t('ask')} after={back} cancelHref={back}>
      <input type="hidden" name="agreementVersionId" defaultValue={advice.versionId} />
      <input type="hidden" name="trigger" defaultValue={suggestion?.trigger ?? ''} />
      <div className="form-grid">
        <SelectField
          name="clauseKey"
          label={t('clause')}
          empty={t('whole')}
          defaultValue={suggestion?.clauseKey ?? null}
          options={advice.clauses.map(({ key, heading }) => ({ value: key, label: heading }))}
        />
        <SelectField
          name="discipline"
          label={t('discipline')}
          required
          defaultValue={suggestion?.discipline ?? null}
          options={disciplines.map((value) => ({ value, label: t(`discipline_${value}`) }))}
        />
        <SelectField
          name="advisorId"
          label={t('advisor')}
          options={advice.advisors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="advisorName" label={t('advisorName')} hint={t('advisorNameHint')} maxLength={200} />
        <DateField name="dueOn" label={t('dueOn')} required min={advice.today} />
      </div>
      <TextAreaField name="question" label={t('question')} required rows={3} maxLength={4000} />
      <TextAreaField name="background" label={t('background')} rows={3} maxLength={8000} />
      <CheckboxField name="blocking" label={t('blocking')} defaultChecked={suggestion?.blocking ?? false} />
      <CheckboxField name="privileged" label={t('privileged')} />
    </Form>
  )
}

type OneProps = { id: string; back: string }

/** What the expert answers. */
export function AnswerForm({ id, back }: OneProps) {
  const t = useTranslator(adviceMessages)
  return (
    <Form action={answerAdvice} submit={t('answerIt')} after={back} cancelHref={back}>
      <input type="hidden" name="adviceId" defaultValue={id} />
      <ChoiceField
        name="recommendation"
        label={t('recommendation')}
        required
        options={adviceRecommendations.map((value) => ({ value, label: t(`recommendation_${value}`) }))}
      />
      <TextAreaField name="answer" label={t('answer')} rows={4} maxLength={8000} />
      <ProofField label={t('file')} />
    </Form>
  )
}

/** Why the expert cannot answer. */
export function DeclineForm({ id, back }: OneProps) {
  const t = useTranslator(adviceMessages)
  return (
    <Form action={declineAdvice} submit={t('decline')} secondary after={back}>
      <input type="hidden" name="adviceId" defaultValue={id} />
      <TextField name="because" label={t('because')} required maxLength={2000} />
    </Form>
  )
}

/** What becomes of the advice. */
export function DecideForm({ id, back }: OneProps) {
  const t = useTranslator(adviceMessages)
  return (
    <Form action={decideAdvice} submit={t('decide')} after={back} cancelHref={back}>
      <input type="hidden" name="adviceId" defaultValue={id} />
      <ChoiceField
        name="decision"
        label={t('decision')}
        required
        options={adviceDecisions.map((value) => ({ value, label: t(`decision_${value}`) }))}
      />
      <TextAreaField name="reason" label={t('decisionReason')} hint={t('decisionHint')} rows={2} maxLength={4000} />
    </Form>
  )
}

/** Why advice that was asked for is not needed. */
export function WaiveForm({ id, back }: OneProps) {
  const t = useTranslator(adviceMessages)
  return (
    <Form action={waiveAdvice} submit={t('waive')} secondary after={back}>
      <input type="hidden" name="adviceId" defaultValue={id} />
      <TextField name="reason" label={t('waiveReason')} hint={t('waiveHint')} required maxLength={4000} />
    </Form>
  )
}

/** Why advice that the rules suggest is not asked for. */
export function WaiveSuggestionForm({
  versionId,
  suggestion,
  back,
}: {
  versionId: string
  suggestion: Suggestion
  back: string
}) {
  const t = useTranslator(adviceMessages)
  return (
    <Form action={waiveSuggestion} submit={t('waive')} after={back} cancelHref={back}>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <input type="hidden" name="clauseKey" defaultValue={suggestion.clauseKey} />
      <input type="hidden" name="trigger" defaultValue={suggestion.trigger} />
      <TextAreaField name="reason" label={t('waiveReason')} hint={t('waiveHint')} required rows={2} maxLength={4000} />
    </Form>
  )
}
