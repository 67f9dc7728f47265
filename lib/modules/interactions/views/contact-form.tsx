'use client'
import { useState } from 'react'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { editContact, logContact } from '../actions'
import { messages } from '../messages'
import { quickLogMessages } from '../messages-quick-log'
import { timelineMessages } from '../messages-timeline'
import type { Prefill } from '../model'
import type { ContactView } from '../model-views'
import { channels } from '../rules-channels'
import { ContactFiles, type NamedFile } from './contact-files'

type Person = { id: string; name: string }
const asOptions = (people: readonly Person[]) => people.map(({ id, name }) => ({ value: id, label: name }))

/** The quick log as a plain page: works without JavaScript, and where no window opens. */
export function NewContactForm({ prefill, own, draft }: { prefill: Prefill; own: readonly Person[]; draft: string }) {
  const t = useTranslator(timelineMessages)
  const say = useTranslator(quickLogMessages)
  const { account, people, members, me } = prefill
  return (
    <Form
      action={logContact}
      submit={say('save')}
      after={account ? `/accounts/${account.id}/timeline` : '/today'}
      draft={draft}
      className="narrow"
    >
      {account ? (
        <>
          <input type="hidden" name="accountId" defaultValue={account.id} />
          <p className="text-lg font-medium">{account.name}</p>
        </>
      ) : own.length > 0 ? (
        <SelectField
          name="accountId"
          label={t('account')}
          required
          empty={t('accountNeeded')}
          options={asOptions(own)}
        />
      ) : (
        <AccountPicker label={t('account')} required />
      )}
      <ChannelField value={prefill.channel ?? 'call'} />
      <TextAreaField name="summary" label={say('summary')} rows={2} required placeholder={say('summaryHint')} />
      {people.length > 0 && <ChoiceField name="personIds" label={say('people')} multiple options={asOptions(people)} />}
      <div className="form-grid">
        <DateField name="day" label={t('day')} />
        <TextField name="time" type="time" label={t('time')} />
        <TextField name="nextSteps.0.text" label={t('nextStep')} />
        <DateField name="nextSteps.0.dueOn" label={t('stepDue')} />
      </div>
      <DirectionField />
      {members.length > 0 && (
        <SelectField
          name="speakerId"
          label={say('speaker')}
          empty={say('myself')}
          options={asOptions(members.filter(({ id }) => id !== me.id))}
        />
      )}
    </Form>
  )
}

function ChannelField({ value }: { value: string }) {
  const t = useTranslator(timelineMessages)
  const word = useTranslator(messages)
  const options = channels.map((channel) => ({ value: channel, label: word(channel) }))
  return <ChoiceField name="channel" label={t('channel')} required defaultValue={value} options={options} />
}

function DirectionField({ value }: { value?: boolean }) {
  const t = useTranslator(timelineMessages)
  return (
    <ChoiceField
      name="twoWay"
      label={t('direction')}
      {...(value === undefined ? {} : { defaultValue: String(value) })}
      options={[
        { value: 'true', label: t('yesTwoWay') },
        { value: 'false', label: t('noOneWay') },
      ]}
    />
  )
}

type EditContactProps = {
  contact: ContactView
  /** Day and hour as the workspace's clocks show them; no hour when it is not known. */
  day: string
  time: string
  people: readonly Person[]
  /** For whom the reader may enter; empty when only for themselves. */
  members: readonly Person[]
  draft: string
}

/** Corrects a contact. Who was there is said in full each time, so that nobody can be taken off by mistake of a form. */
export function EditContactForm({ contact, day, time, people, members, draft }: EditContactProps) {
  const t = useTranslator(timelineMessages)
  const say = useTranslator(quickLogMessages)
  const known = new Map([...contact.people, ...people].map((person) => [person.id, person.name]))
  const options = [...known].map(([value, label]) => ({ value, label }))
  return (
    <Form
      action={editContact}
      submit={t('saveChanges')}
      after={`/interactions/${contact.id}`}
      cancelHref={`/interactions/${contact.id}`}
      draft={draft}
    >
      <input type="hidden" name="interactionId" defaultValue={contact.id} />
      <input type="hidden" name="version" defaultValue={contact.version} />
      <input type="hidden" name="personIds" defaultValue="" />
      <AccountPicker label={t('account')} defaultValue={{ id: contact.accountId, title: contact.account }} />
      <ChannelField value={contact.channel} />
      <TextAreaField name="summary" label={t('summary')} rows={4} required defaultValue={contact.summary} />
      {options.length > 0 && (
        <ChoiceField
          name="personIds"
          label={t('people')}
          multiple
          options={options}
          defaultValue={contact.people.map(({ id }) => id)}
        />
      )}
      <div className="form-grid">
        <DateField name="day" label={t('day')} defaultValue={day} />
        <TextField name="time" type="time" label={t('time')} defaultValue={time} />
      </div>
      <DirectionField value={contact.twoWay} />
      {contact.people.length > 1 && (
        <ChoiceField
          name="answeredIds"
          label={t('whoAnswered')}
          hint={t('whoAnsweredHint')}
          multiple
          options={asOptions(contact.people)}
          defaultValue={contact.people.filter(({ answered }) => answered).map(({ id }) => id)}
        />
      )}
      {members.length > 0 && (
        <SelectField
          name="speakerId"
          label={say('speaker')}
          options={asOptions(members)}
          defaultValue={contact.speakerId}
        />
      )}
      <AddedFiles known={contact.files} />
    </Form>
  )
}

/** Files to add to those it has; they are stored at once and belong to the contact when it is saved. */
function AddedFiles({ known }: { known: readonly NamedFile[] }) {
  const say = useTranslator(quickLogMessages)
  const [files, setFiles] = useState<readonly NamedFile[]>([])
  return (
    <fieldset className="field">
      <legend className="label">{say('files')}</legend>
      {known.length > 0 && <p className="hint">{known.map(({ name }) => name).join(' · ')}</p>}
      <ContactFiles files={files} onChange={setFiles} />
      {files.map(({ id }) => (
        <input key={id} type="hidden" name="fileIds" value={id} />
      ))}
    </fieldset>
  )
}
