'use client'
import { ChoiceField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useMarks, useTranslator } from '@/lib/ui/locale'
import { RepeatedRows } from '@/lib/ui/repeated-rows'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { logRound } from '../actions'
import { offerMessages } from '../messages-offers'
import { roundPages } from '../messages-rounds'
import { offerChannels } from '../model-offers'
import type { Rounds } from '../queries-rounds'

type MeetingFormProps = { negotiationId: string; people: Rounds['people'] }

/** What was said in a meeting besides the offers. */
export function MeetingForm({ negotiationId, people }: MeetingFormProps) {
  const t = useTranslator(roundPages)
  const word = useTranslator(offerMessages)
  const { aside } = useMarks()
  return (
    <Form action={logRound} submit={t('saveMeeting')} secondary again draft={`round:${negotiationId}`}>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <ChoiceField
        name="channel"
        label={t('channel')}
        defaultValue="meeting"
        options={offerChannels.map((value) => ({ value, label: word(`channel_${value}`) }))}
      />
      {people.length > 0 && (
        <ChoiceField
          name="personIds"
          label={t('withWhom')}
          multiple
          options={people.map(({ id, name, title }) => ({ value: id, label: title ? name + aside(title) : name }))}
        />
      )}
      <TextAreaField name="summary" label={t('summary')} required maxLength={4000} />
      <div className="form-grid">
        <TextAreaField name="agreedPoints" label={t('agreedIn')} rows={2} maxLength={4000} />
        <TextAreaField name="openPoints" label={t('openIn')} rows={2} maxLength={4000} />
        <TextAreaField name="questions" label={t('questionsIn')} rows={2} maxLength={4000} />
        <TextAreaField name="observations" label={t('observationsIn')} rows={2} maxLength={4000} />
        <DateField name="day" label={t('day')} defaultValue={null} />
        <TextField name="round" label={t('roundField')} inputMode="numeric" />
      </div>
      <RepeatedRows name="nextSteps" label={t('nextSteps')} addLabel={t('addStep')} blank={null} most={20}>
        {(_, path) => (
          <>
            <TextField name={`${path}.text`} label={t('nextStep')} maxLength={500} />
            <DateField name={`${path}.dueOn`} label={t('due')} defaultValue={null} />
          </>
        )}
      </RepeatedRows>
    </Form>
  )
}
