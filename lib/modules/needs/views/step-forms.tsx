'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import {
  advocateNeed,
  answerNeed,
  closeNeed,
  decideAdvocacy,
  describeNeed,
  feedNeed,
  quantifyNeed,
  verifyNeed,
} from '../actions'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'
import { confidences, feedKinds, outcomes } from '../model'
import { decisions } from '../model-advocacy'
import type { NeedView } from '../queries'
import { memberOptions, optionsOf } from './words'

type OfNeed = { need: NeedView }

const Which = ({ need }: OfNeed) => (
  <>
    <input type="hidden" name="needId" defaultValue={need.id} />
    <input type="hidden" name="version" defaultValue={need.version} />
  </>
)

/** What it is about, and what follows when it is not met. */
export function DescribeForm({ need }: OfNeed) {
  const t = useTranslator(pageMessages)
  return (
    <Form action={describeNeed} submit={t('describe')} warn={false}>
      <Which need={need} />
      <TextAreaField name="context" label={t('context')} hint={t('contextHint')} required defaultValue={need.context} />
      <TextAreaField
        name="consequence"
        label={t('consequence')}
        hint={t('consequenceHint')}
        required
        defaultValue={need.consequence}
      />
    </Form>
  )
}

/** How much: metric, unit, from where to where, how sure, whence. */
export function QuantifyForm({ need }: OfNeed) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  return (
    <Form action={quantifyNeed} submit={t('quantify')} warn={false}>
      <Which need={need} />
      <div className="form-grid">
        <TextField name="metric" label={t('metric')} hint={t('metricHint')} required defaultValue={need.metric} />
        <TextField name="unit" label={t('unit')} hint={t('unitHint')} required defaultValue={need.unit} />
        <TextField name="baseline" label={t('baseline')} inputMode="decimal" required defaultValue={need.baseline} />
        <TextField name="target" label={t('target')} inputMode="decimal" required defaultValue={need.target} />
        <SelectField
          name="confidence"
          label={t('confidence')}
          required
          defaultValue={need.confidence}
          options={optionsOf(word, 'confidence', confidences)}
        />
        <TextField name="measureSource" label={t('measureSource')} defaultValue={need.measureSource} />
      </div>
    </Form>
  )
}

/** A second reader goes through the procedure point by point. */
export function VerifyForm({ need }: OfNeed) {
  const t = useTranslator(pageMessages)
  return (
    <Form action={verifyNeed} submit={t('verify')} warn={false}>
      <input type="hidden" name="needId" defaultValue={need.id} />
      <input type="hidden" name="contentHash" defaultValue={need.contentHash} />
      {need.procedure ? (
        <ChoiceField
          name="checked"
          label={t('byProcedure', { title: need.procedure.title, number: need.procedure.number })}
          multiple
          options={need.procedure.checklist.map((point) => ({ value: point, label: point }))}
        />
      ) : (
        <p className="text-muted">{t('noProcedure')}</p>
      )}
      <TextAreaField name="note" label={t('note')} rows={2} />
    </Form>
  )
}

type Contacts = { contacts: readonly { value: string; label: string }[] }

/** What we replied, when, in which contact. */
export function AnswerForm({ need, contacts }: OfNeed & Contacts) {
  const t = useTranslator(pageMessages)
  return (
    <Form action={answerNeed} submit={t('answer')} warn={false}>
      <input type="hidden" name="needId" defaultValue={need.id} />
      <TextAreaField name="text" label={t('answerText')} required />
      <div className="form-grid">
        <DateField name="answeredOn" label={t('answeredOnField')} max={need.today} />
        {contacts.length > 0 && (
          <SelectField name="interactionId" label={t('inContact')} empty={t('inNoContact')} options={contacts} />
        )}
      </div>
    </Form>
  )
}

type Members = { members: readonly { id: string; name: string }[] }

/** Takes the need up inside the company. */
export function AdvocateForm({ need, members }: OfNeed & Members) {
  const t = useTranslator(pageMessages)
  return (
    <Form action={advocateNeed} submit={t('advocate')} again warn={false}>
      <input type="hidden" name="needId" defaultValue={need.id} />
      <div className="form-grid">
        <TextField name="audience" label={t('audience')} hint={t('audienceHint')} required maxLength={120} />
        <SelectField name="ownerId" label={t('whoDecides')} required options={memberOptions(members)} />
        <DateField name="dueOn" label={t('decideBy')} required />
      </div>
      <TextAreaField name="ask" label={t('ask')} required rows={2} />
    </Form>
  )
}

/** Accepted, later, or declined with the reason. */
export function DecideForm({ advocacyId }: { advocacyId: string }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  return (
    <Form action={decideAdvocacy} submit={t('decide')} warn={false} className="mt-3">
      <input type="hidden" name="advocacyId" defaultValue={advocacyId} />
      <ChoiceField name="decision" label={t('decision')} required options={optionsOf(word, 'decision', decisions)} />
      <TextAreaField name="because" label={t('because')} hint={t('becauseHint')} rows={2} />
    </Form>
  )
}

/** What rests on the need. */
export function FeedForm({ need }: OfNeed) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  return (
    <Form action={feedNeed} warn={false}>
      <input type="hidden" name="needId" defaultValue={need.id} />
      <ChoiceField
        name="feeds"
        label={t('feeds')}
        hint={t('feedsHint')}
        multiple
        defaultValue={need.feeds}
        options={optionsOf(word, 'feed', feedKinds)}
      />
    </Form>
  )
}

/** Met, or dropped for a reason. */
export function CloseForm({ need }: OfNeed) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  return (
    <Form action={closeNeed} submit={t('close')} warn={false}>
      <input type="hidden" name="needId" defaultValue={need.id} />
      <ChoiceField name="outcome" label={t('outcome')} required options={optionsOf(word, 'outcome', outcomes)} />
      <TextField name="because" label={t('because')} maxLength={1000} />
    </Form>
  )
}
