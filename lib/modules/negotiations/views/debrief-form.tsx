'use client'
import { ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { TextAreaField } from '@/lib/ui/text-field'
import { writeDebrief } from '../actions'
import { lessonWords } from '../messages-lessons'
import { techniques } from '../model-debriefs'
import type { LessonView } from '../queries-lessons'
import { TechniqueHelp } from './technique-help'

type DebriefFormProps = { negotiationId: string; written: LessonView | null }

/** The techniques used, what worked and what did not, and the lesson. */
export function DebriefForm({ negotiationId, written }: DebriefFormProps) {
  const t = useTranslator(lessonWords)
  const locale = useLocale()
  return (
    <Form action={writeDebrief} submit={t('save')} secondary draft={`negotiation-debrief-${negotiationId}`}>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      {written && <input type="hidden" name="version" defaultValue={written.version} />}
      <ChoiceField
        name="techniques"
        label={t('techniques')}
        hint={t('techniquesHint')}
        required
        multiple
        defaultValue={written?.techniques ?? []}
        options={techniques.map((value) => ({ value, label: t(`technique_${value}`) }))}
      />
      <TechniqueHelp locale={locale} />
      <TextAreaField name="worked" label={t('worked')} maxLength={4000} defaultValue={written?.worked ?? null} />
      <TextAreaField name="failed" label={t('failed')} maxLength={4000} defaultValue={written?.failed ?? null} />
      <TextAreaField
        name="lesson"
        label={t('lesson')}
        hint={t('lessonHint')}
        required
        maxLength={4000}
        defaultValue={written?.lesson ?? null}
      />
      <TextAreaField name="reuse" label={t('reuse')} rows={2} maxLength={2000} defaultValue={written?.reuse ?? null} />
    </Form>
  )
}
