'use client'
import type { Day } from '@/lib/kernel/day'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addFocus, consentFocus, editFocus, setStance } from '../actions'
import { focusMessages } from '../messages-focus'
import { stances } from '../model-table'
import type { FocusView } from '../queries-focus'
import type { TableView } from '../queries-table-page'

type People = FocusView['people']
type Theme = FocusView['themes'][number]

/** What marketing is about in a period. */
export function AddFocusForm({ people, today }: { people: People; today: Day }) {
  const t = useTranslator(focusMessages)
  return (
    <Form action={addFocus} submit={t('addTheme')} again className="mt-3">
      <FocusFields people={people} today={today} />
    </Form>
  )
}

/** The same, changed: its name, days, owner or what it is about. */
export function EditFocusForm({ theme, people }: { theme: Theme; people: People }) {
  const t = useTranslator(focusMessages)
  const back = '/negotiations/focus'
  const known = people.some(({ id }) => id === theme.ownerId)
  return (
    <Form action={editFocus} submit={t('save')} cancelHref={back} after={back}>
      <input type="hidden" name="focusId" defaultValue={theme.id} />
      <input type="hidden" name="version" defaultValue={theme.version} />
      <FocusFields people={known ? people : [...people, { id: theme.ownerId, name: theme.owner }]} theme={theme} />
    </Form>
  )
}

function FocusFields({ people, today, theme }: { people: People; today?: Day; theme?: Theme }) {
  const t = useTranslator(focusMessages)
  return (
    <div className="form-grid">
      <TextField name="name" label={t('theme')} required maxLength={120} defaultValue={theme?.name} />
      <SelectField
        name="ownerId"
        label={t('owner')}
        required
        defaultValue={theme?.ownerId}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="validFrom" label={t('validFrom')} required defaultValue={theme?.validFrom ?? today} />
      <DateField name="validTo" label={t('validTo')} required defaultValue={theme?.validTo} />
      <TextAreaField
        name="description"
        label={t('description')}
        rows={2}
        maxLength={2000}
        span={2}
        defaultValue={theme?.description}
      />
    </div>
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
