'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField } from '@/lib/ui/text-field'
import { observeNegotiation } from '../actions'
import { observationWords } from '../messages-observations'
import { observedIndicators, ratings } from '../model-observations'
import type { ObservationsView } from '../queries-observations'

type ObserveFormProps = { negotiationId: string } & Pick<ObservationsView, 'team' | 'today'>

/** The rubric for one hand: a tap for each indicator; what is typed is kept until it is saved. */
export function ObserveForm({ negotiationId, team, today }: ObserveFormProps) {
  const t = useTranslator(observationWords)
  const scale = [
    { value: '', label: t('notSeen') },
    ...ratings.map((value) => ({ value: String(value), label: String(value) })),
  ]
  return (
    <Form action={observeNegotiation} submit={t('save')} draft={`negotiation-observe-${negotiationId}`} again>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <SelectField
        name="observedId"
        label={t('observed')}
        required
        empty={null}
        options={team.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <p className="hint">{t('scale')}</p>
      {observedIndicators.map((indicator, index) => (
        <ChoiceField
          key={indicator}
          name={`rating${index + 1}`}
          label={`${indicator} ${t(`rubric${index + 1}` as 'rubric1')}`}
          defaultValue=""
          options={scale}
        />
      ))}
      <TextAreaField name="note" label={t('note')} hint={t('noteHint')} maxLength={4000} />
      <DateField name="observedOn" label={t('observedOn')} required max={today} defaultValue={today} />
    </Form>
  )
}
