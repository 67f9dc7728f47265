'use client'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { fileReply } from '../actions'
import { sharingWords } from '../messages-sharing'
import { ReplyFields } from './reply-fields'

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
      <ReplyFields unit={unit} today={today} />
    </Form>
  )
}
