'use client'
import { methods } from '@/lib/modules/links/model'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextField } from '@/lib/ui/text-field'
import { fileReply } from '../actions'
import { sharingWords } from '../messages-sharing'
import { replies } from '../model'

type Line = { id: string; label: string; chosen: boolean }

/** Which values go to the client, and in which language. */
export function SharedLinesField({ lines, language }: { lines: readonly Line[]; language: string }) {
  const t = useTranslator(sharingWords)
  return (
    <>
      <ChoiceField
        name="measurementIds"
        label={t('lines')}
        hint={t('lines_hint')}
        multiple
        required
        span={2}
        defaultValue={lines.filter(({ chosen }) => chosen).map(({ id }) => id)}
        options={lines.map(({ id, label }) => ({ value: id, label }))}
      />
      <ChoiceField
        name="language"
        label={t('language')}
        defaultValue={language}
        options={[
          { value: 'zh-TW', label: t('language_zh') },
          { value: 'en', label: t('language_en') },
        ]}
      />
    </>
  )
}

type FileProps = { measurementId: string; unit: string; today: string; back: string }

/** What the client said to one value, however it came. */
export function FileReplyForm({ measurementId, unit, today, back }: FileProps) {
  const t = useTranslator(sharingWords)
  return (
    <Form action={fileReply} submit={t('fileAnswer')} after={back} cancelHref={back}>
      <input type="hidden" name="measurementId" defaultValue={measurementId} />
      <p className="hint">{t('fileText')}</p>
      <div className="form-grid">
        <ChoiceField
          name="reply"
          label={t('reply')}
          required
          defaultValue="agree"
          options={replies.map((value) => ({ value, label: t(value) }))}
        />
        <SelectField
          name="method"
          label={t('method')}
          empty={null}
          defaultValue="line"
          options={methods.map((value) => ({ value, label: t(`method_${value}`) }))}
        />
        <TextField name="theirValue" label={t('theirValue')} unit={unit} inputMode="decimal" />
        <TextField name="theirSource" label={t('theirSource')} maxLength={500} />
        <DateField name="answeredOn" label={t('answeredOn')} required defaultValue={today} max={today} />
        <TextField name="note" label={t('note')} hint={t('noteHint')} maxLength={2000} />
        <ProofField label={t('proof')} />
      </div>
    </Form>
  )
}
