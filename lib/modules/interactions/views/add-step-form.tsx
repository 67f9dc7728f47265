'use client'
import { SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { showToast } from '@/lib/ui/toasts'
import { addStep } from '../actions'
import { timelineMessages } from '../messages-timeline'

type AddStepProps = {
  accountId?: string
  interactionId?: string
  members: readonly { id: string; name: string }[]
  me: string
}

/** A promise without a contact to hang it on. */
export function AddStepForm({ accountId, interactionId, members, me }: AddStepProps) {
  const t = useTranslator(timelineMessages)
  return (
    <details>
      <summary className="button small">{t('addStep')}</summary>
      <Form
        action={addStep}
        submit={t('addStep')}
        again
        warn={false}
        onDone={() => showToast({ text: t('stepAdded') })}
        className="mt-3"
      >
        {accountId && <input type="hidden" name="accountId" defaultValue={accountId} />}
        {interactionId && <input type="hidden" name="interactionId" defaultValue={interactionId} />}
        <div className="form-grid">
          <TextField name="text" label={t('stepText')} required span={2} maxLength={500} />
          <DateField name="dueOn" label={t('stepDue')} />
          <TextField name="dueTime" type="time" label={t('stepTime')} />
          <SelectField
            name="assigneeId"
            label={t('assignee')}
            span={2}
            defaultValue={me}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      </Form>
    </details>
  )
}
