'use client'
import { disciplines, roles } from '@/lib/kernel/actor'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { addMember, chargeMember, editMember } from '../actions'
import { messages } from '../messages'
import type { MemberName } from '../model'
import { employments, type MemberRecord } from '../model-members'
import { wordOf } from './words'

type Superiors = { superiors: readonly MemberName[] }

/** A new member: who they are, what they do, to whom they report. */
export function NewMemberForm({ superiors }: Superiors) {
  const t = useTranslator(messages)
  return (
    <Form action={addMember} submit={t('addMember')} cancelHref="/settings/members" draft="workspace.addMember">
      <PersonFields />
      <ChargeFields superiors={superiors} />
    </Form>
  )
}

/** Corrections of what is known of a member. */
export function MemberForm({ member }: { member: MemberRecord }) {
  const t = useTranslator(messages)
  return (
    <Form action={editMember} submit={t('save')}>
      <Reference member={member} />
      <PersonFields member={member} />
    </Form>
  )
}

/** Roles, discipline and reporting line. */
export function ChargeForm({ member, superiors }: Superiors & { member: MemberRecord }) {
  const t = useTranslator(messages)
  return (
    <Form action={chargeMember} submit={t('save')}>
      <Reference member={member} />
      <ChargeFields member={member} superiors={superiors.filter(({ id }) => id !== member.id)} />
    </Form>
  )
}

const Reference = ({ member }: { member: MemberRecord }) => (
  <>
    <input type="hidden" name="memberId" defaultValue={member.id} />
    <input type="hidden" name="version" defaultValue={member.version} />
  </>
)

function PersonFields({ member }: { member?: MemberRecord }) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  return (
    <div className="form-grid">
      <TextField name="name" label={t('name')} required defaultValue={member?.name} />
      <TextField name="englishName" label={t('englishName')} defaultValue={member?.englishName} />
      <TextField name="familyName" label={t('familyName')} defaultValue={member?.familyName} />
      <TextField name="givenName" label={t('givenName')} defaultValue={member?.givenName} />
      <TextField name="email" type="email" label={t('email')} defaultValue={member?.email} />
      <TextField name="title" label={t('title')} defaultValue={member?.title} />
      <TextField name="phone" type="tel" label={t('phone')} defaultValue={member?.phone} />
      <SelectField
        name="employment"
        label={t('employment')}
        empty={null}
        defaultValue={member?.employment ?? 'fullTime'}
        options={employments.map((value) => ({ value, label: word('employment', value) }))}
      />
      <DateField name="employedFrom" label={t('employedFrom')} defaultValue={member?.employedFrom} />
      <DateField name="employedTo" label={t('employedTo')} defaultValue={member?.employedTo} />
    </div>
  )
}

function ChargeFields({ member, superiors }: Superiors & { member?: MemberRecord }) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  return (
    <div className="form-grid">
      <ChoiceField
        name="roles"
        label={t('roles')}
        required
        multiple
        span={2}
        defaultValue={member?.roles ?? ['accountManager']}
        options={roles.map((value) => ({ value, label: word('role', value) }))}
      />
      <ChoiceField
        name="disciplines"
        label={t('disciplines')}
        multiple
        span={2}
        defaultValue={member?.disciplines}
        options={disciplines.map((value) => ({ value, label: word('discipline', value) }))}
      />
      <SelectField
        name="reportsToId"
        label={t('reportsTo')}
        empty={t('nobody')}
        defaultValue={member?.reportsToId}
        options={superiors.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </div>
  )
}
