'use client'
import { useState } from 'react'
import { SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField } from '@/lib/ui/text-field'
import { logReminder } from '../actions'
import { obligationMessages } from '../messages-obligations'
import { letterChannels } from '../model-obligations'
import type { ReminderLetter } from '../queries-obligations'

/** The letter, to change, to send from one's own mail, and to keep once it was sent. */
export function LetterForm({ occurrenceId, agreementId, subject, letter, mailTo, mayLog }: ReminderLetter) {
  const o = useTranslator(obligationMessages)
  const [text, setText] = useState(letter)
  const mail = `mailto:${encodeURIComponent(mailTo ?? '')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
  const back = `/agreements/${agreementId}/obligations`
  return (
    <div
      onInput={(event) => {
        if (event.target instanceof HTMLTextAreaElement) setText(event.target.value)
      }}
    >
      <Form
        action={logReminder}
        submit={o('logLetter')}
        after={back}
        cancelHref={back}
        foot={mayLog ? 'plain' : 'none'}
        buttons={
          <a className="button" href={mail}>
            <Icon name="mail" />
            {o('openMail')}
          </a>
        }
      >
        <input type="hidden" name="occurrenceId" defaultValue={occurrenceId} />
        <TextAreaField
          name="letter"
          label={o('letterText')}
          hint={o('letterHint')}
          required
          rows={14}
          maxLength={3500}
          defaultValue={letter}
        />
        {mayLog && (
          <SelectField
            name="channel"
            label={o('channel')}
            empty={null}
            defaultValue="mail"
            options={letterChannels.map((value) => ({ value, label: o(`channel_${value}`) }))}
          />
        )}
      </Form>
    </div>
  )
}
