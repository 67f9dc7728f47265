'use client'
import { CheckboxField, ChoiceField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useMarks, useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addReportLine, draftReport, editReportLine, fileLineReply, openReport, planReports } from '../actions'
import { reportWords } from '../messages-reports'
import { ReplyFields } from './reply-fields'

const useLanguages = () => {
  const t = useTranslator(reportWords)
  return [
    { value: 'zh-TW', label: t('language_zh') },
    { value: 'en', label: t('language_en') },
  ]
}

/** Drafts the report of a period. */
export function DraftReportForm({ accountId }: { accountId: string }) {
  const t = useTranslator(reportWords)
  return (
    <Form
      action={draftReport}
      submit={t('draft')}
      secondary
      warn={false}
      after={`/accounts/${accountId}/reports/{reportId}`}
    >
      <input type="hidden" name="accountId" defaultValue={accountId} />
      <div className="form-grid">
        <TextField name="period" label={t('period')} hint={t('periodHint')} maxLength={20} />
        <ChoiceField name="language" label={t('language')} defaultValue="zh-TW" options={useLanguages()} />
      </div>
    </Form>
  )
}

type PlanProps = { accountId: string; plan: { frequency: string; language: string } | null }

/** How often a draft is made by itself. */
export function PlanForm({ accountId, plan }: PlanProps) {
  const t = useTranslator(reportWords)
  return (
    <Form action={planReports} submit={t('planSave')} secondary warn={false}>
      <input type="hidden" name="accountId" defaultValue={accountId} />
      <p className="hint">{t('planText')}</p>
      <div className="form-grid">
        <ChoiceField
          name="frequency"
          label={t('frequency')}
          defaultValue={plan?.frequency ?? 'none'}
          options={(['none', 'month', 'quarter'] as const).map((value) => ({ value, label: t(`frequency_${value}`) }))}
        />
        <ChoiceField
          name="language"
          label={t('language')}
          defaultValue={plan?.language ?? 'zh-TW'}
          options={useLanguages()}
        />
      </div>
    </Form>
  )
}

type OpeningProps = { reportId: string; version: number; opening: string | null }

/** The sentences before the figures. */
export function OpeningForm({ reportId, version, opening }: OpeningProps) {
  const t = useTranslator(reportWords)
  return (
    <Form action={openReport} submit={t('save')} secondary>
      <input type="hidden" name="reportId" defaultValue={reportId} />
      <input type="hidden" name="version" defaultValue={version} />
      <TextAreaField
        name="opening"
        label={t('opening')}
        hint={t('openingHint')}
        maxLength={2000}
        defaultValue={opening ?? ''}
      />
    </Form>
  )
}

/** A promise or an aim more. */
export function AddLineForm({ reportId }: { reportId: string }) {
  const t = useTranslator(reportWords)
  return (
    <Form action={addReportLine} submit={t('addLine')} secondary again>
      <input type="hidden" name="reportId" defaultValue={reportId} />
      <div className="form-grid">
        <ChoiceField
          name="kind"
          label={t('kind')}
          defaultValue="aim"
          options={(['promise', 'aim'] as const).map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
        <TextField name="label" label={t('line')} required maxLength={300} />
      </div>
      <TextAreaField name="text" label={t('text')} required rows={2} maxLength={2000} />
    </Form>
  )
}

type Line = {
  id: string
  version: number
  kind: string
  label: string
  text: string
  note: string | null
  included: boolean
}

/** Changes a line; what a KPI says stays as the KPI says it. */
export function EditLineForm({ line, back }: { line: Line; back: string }) {
  const t = useTranslator(reportWords)
  const { colon } = useMarks()
  const figure = line.kind === 'kpi'
  return (
    <Form action={editReportLine} submit={t('save')} after={back} cancelHref={back}>
      <input type="hidden" name="reportLineId" defaultValue={line.id} />
      <input type="hidden" name="version" defaultValue={line.version} />
      {figure ? (
        <>
          <p>
            {line.label}
            {colon}
            {line.text}
          </p>
          <p className="hint">{t('figuresKept')}</p>
          <input type="hidden" name="label" defaultValue={line.label} />
          <input type="hidden" name="text" defaultValue={line.text} />
        </>
      ) : (
        <>
          <TextField name="label" label={t('line')} required maxLength={300} defaultValue={line.label} />
          <TextAreaField name="text" label={t('text')} required rows={2} maxLength={2000} defaultValue={line.text} />
        </>
      )}
      <TextAreaField name="note" label={t('note')} rows={2} maxLength={2000} defaultValue={line.note ?? ''} />
      <CheckboxField name="included" label={t('included')} defaultChecked={line.included} />
    </Form>
  )
}

type FileProps = { reportLineId: string; unit: string | null; today: string; back: string }

/** What the client said to one line, however it came. */
export function FileLineReplyForm({ reportLineId, unit, today, back }: FileProps) {
  const t = useTranslator(reportWords)
  return (
    <Form action={fileLineReply} submit={t('fileAnswer')} after={back} cancelHref={back}>
      <input type="hidden" name="reportLineId" defaultValue={reportLineId} />
      <ReplyFields unit={unit} today={today} />
      <TextAreaField name="theirNote" label={t('theirNote')} rows={2} maxLength={2000} />
    </Form>
  )
}
