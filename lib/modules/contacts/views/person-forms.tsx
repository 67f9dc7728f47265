'use client'
import { type ReactNode, useState } from 'react'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { slots } from '@/lib/modules/workspace/model'
import { CheckboxField, SelectField } from '@/lib/ui/choice-field'
import { useControl } from '@/lib/ui/field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { addPerson, editPerson } from '../actions'
import { messages } from '../messages'
import type { Colleague, PersonView } from '../model-people'
import { MannerFields, NameFields, PostFields, PrivacyFields } from './person-fields'
import { PointRows } from './point-fields'
import { optionsOf } from './words'

type Members = readonly { id: string; name: string }[]
type NewPersonProps = {
  account: { id: string; name: string } | null
  slot: string | null
  colleagues: readonly Pick<Colleague, 'id' | 'displayName' | 'title'>[]
  members: Members
  draft: string
}

/** Everything that can be said of a new person; only the name and the account must be. */
export function NewPersonForm({ account, slot, colleagues, members, draft }: NewPersonProps) {
  const t = useTranslator(messages)
  const back = account ? `/accounts/${account.id}/people` : '/contacts'
  return (
    <Form action={addPerson} submit={t('addSave')} cancelHref={back} after="/contacts/{id}" draft={draft} foot="sticky">
      <Part title={t('partName')}>
        <NameFields />
        <AddAnyway />
      </Part>
      <Part title={t('partPost')}>
        <AccountPicker
          label={t('account')}
          required
          defaultValue={account && { id: account.id, title: account.name }}
        />
        <PostFields colleagues={colleagues} />
        <SelectField
          name="slot"
          label={t('keyRole')}
          hint={t('keyRoleHint')}
          empty={t('noKeyRole')}
          defaultValue={slot}
          options={optionsOf(t, 'slot', slots)}
        />
      </Part>
      <Part title={t('reach')}>
        <PointRows />
        <MannerFields />
      </Part>
      <Part title={t('partPrivacy')}>
        <PrivacyFields members={members} />
      </Part>
    </Form>
  )
}

/** Changes what is known of a person. */
export function EditPersonForm({ person, members, draft }: { person: PersonView; members: Members; draft: string }) {
  const t = useTranslator(messages)
  const back = `/contacts/${person.id}`
  return (
    <Form action={editPerson} cancelHref={back} after="/contacts/{id}" draft={draft} foot="sticky">
      <input type="hidden" name="personId" defaultValue={person.id} />
      <input type="hidden" name="version" defaultValue={person.version} />
      <Part title={t('partName')}>
        <NameFields person={person} />
      </Part>
      <Part title={t('partManner')}>
        <MannerFields person={person} />
      </Part>
      <Part title={t('partPrivacy')}>
        <PrivacyFields person={person} members={members} />
      </Part>
    </Form>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="form-section">
      <div className="about">
        <h2 className="text-base font-semibold">{title}</h2>
      </div>
      <div className="form">{children}</div>
    </section>
  )
}

/** Appears when somebody looks known, and stays: adding them all the same is a decision. */
export function AddAnyway() {
  const t = useTranslator(messages)
  const { sentence } = useControl('addAnyway')
  const [asked, setAsked] = useState(false)
  if (sentence && !asked) setAsked(true)
  if (!sentence && !asked) return null
  return <CheckboxField name="addAnyway" label={t('addAnyway')} />
}
