'use client'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { answerPaper } from '../actions'
import { clientMessages } from '../messages-client'
import type { Question } from '../model'

type AnswerFormProps = { linkId: string; contentHash: string; questions: readonly Question[]; language: string }

/** What a client answers: the questions, one big button to confirm, and behind a fold what is wrong. */
export function AnswerForm({ linkId, contentHash, questions, language }: AnswerFormProps) {
  const t = useTranslator(clientMessages)
  return (
    <Form action={answerPaper} foot="none" label={t('answerTitle')} className="no-print">
      <input type="hidden" name="linkId" defaultValue={linkId} />
      <input type="hidden" name="contentHash" defaultValue={contentHash} />
      {questions.length > 0 && (
        <section lang={language}>
          <h2>{t('questions')}</h2>
          {questions.map((question) => (
            <Asked key={question.key} question={question} />
          ))}
        </section>
      )}
      <h2>{t('answerTitle')}</h2>
      <TextAreaField name="comment" label={t('comment')} rows={2} maxLength={5000} />
      <button type="submit" name="outcome" value="confirmed" className="button primary answer-button">
        {t('confirm')}
      </button>
      <p className="hint">{t('confirmNote')}</p>
      <details className="objection">
        <summary>{t('objectTitle')}</summary>
        <p className="hint">{t('objectHint')}</p>
        <button type="submit" name="outcome" value="objected" className="button answer-button">
          {t('object')}
        </button>
      </details>
    </Form>
  )
}

/** One question: a choice, own words, or both; of whoever disputes a number, theirs and its source. */
function Asked({ question }: { question: Question }) {
  const t = useTranslator(clientMessages)
  const { key, text, choices, required, freeText, disputed } = question
  const name = `answers.${key}`
  if (!choices) return <TextAreaField name={name} label={text} required={required} rows={2} maxLength={5000} />
  return (
    <div className="asked">
      <ChoiceField name={name} label={text} required={required} options={choices} />
      {disputed && (
        <fieldset className="form-grid if-disputed" aria-label={text}>
          <TextField
            name={`${name}-number`}
            label={t('theirNumber')}
            unit={disputed.unit}
            inputMode="decimal"
            maxLength={80}
          />
          <TextField name={`${name}-source`} label={t('theirSource')} maxLength={500} />
        </fieldset>
      )}
      {freeText && (
        <TextAreaField name={`${name}-note`} label={`${text} · ${t('more')}`} quiet rows={2} maxLength={5000} />
      )}
    </div>
  )
}
