'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addFocus, consentFocus, setStance } from '../actions'
import { focusMessages } from '../messages-focus'
import { stances } from '../model-table'
import type { FocusView } from '../queries-focus'
import type { TableView } from '../queries-table-page'

/** What marketing is about in a period. */
export function AddFocusForm({ people, today }: Pick<FocusView, 'people' | 'today'>) {
  const t = useTranslator(focusMessages)
  return (
    <Form action={addFocus} submit={t('addTheme')} again>
      <div className="form-grid">
        <TextField name="name" label={t('theme')} required maxLength={120} />
        <SelectField
          name="ownerId"
          label={t('owner')}
          required
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="validFrom" label={t('validFrom')} required defaultValue={today} />
        <DateField name="validTo" label={t('validTo')} required />
        <TextAreaField name="description" label={t('description')} rows={2} maxLength={2000} span={2} />
      </div>
    </Form>
  )
}

type StanceProps = { issue: TableView['issues'][number]; themes: TableView['themes']; back: string }

/** How an issue stands to the focus; only themes in force today can be chosen. */
export function StanceForm({ issue, themes, back }: StanceProps) {
  const t = useTranslator(focusMessages)
  const shown = themes.filter(({ id, standing }) => standing === 'inForce' || id === issue.focusId)
  return (
    <Form action={setStance} submit={t('setStance')} secondary after={back}>
      <input type="hidden" name="issueId" defaultValue={issue.id} />
      <SelectField
        name="focusId"
        label={t('theme')}
        empty={t('none')}
        defaultValue={issue.focusId}
        options={shown.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="stance"
        label={t('stance')}
        empty={null}
        defaultValue={issue.stance}
        options={stances.map((value) => ({ value, label: t(`stance_${value}`) }))}
      />
      <TextAreaField name="reason" label={t('reason')} rows={2} maxLength={2000} defaultValue={issue.stanceReason} />
    </Form>
  )
}

/** A lead's consent, with its condition. */
export function ConsentForm({ issueId, name }: { issueId: string; name: string }) {
  const t = useTranslator(focusMessages)
  return (
    <Form action={consentFocus} submit={t('consentGive')} secondary label={t('stanceOf', { issue: name })}>
      <input type="hidden" name="issueId" defaultValue={issueId} />
      <TextAreaField name="note" label={t('consentNote')} required rows={2} maxLength={2000} />
    </Form>
  )
}
