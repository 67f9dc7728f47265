'use client'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { messages } from '../messages'
import { channels, decisionRoles, languages, stances } from '../model'
import type { Colleague, PersonView, PostView } from '../model-people'
import { optionsOf } from './words'

type Of = { person?: PersonView | undefined }

/** What somebody is called, in every form that people use. */
export function NameFields({ person }: Of) {
  const t = useTranslator(messages)
  return (
    <div className="form-grid">
      <TextField
        name="displayName"
        label={t('displayName')}
        hint={t('displayNameHint')}
        required
        span={2}
        maxLength={120}
        defaultValue={person?.displayName}
      />
      <TextField name="familyName" label={t('familyName')} maxLength={60} defaultValue={person?.familyName} />
      <TextField name="givenName" label={t('givenName')} maxLength={60} defaultValue={person?.givenName} />
      <TextField name="englishName" label={t('englishName')} maxLength={120} defaultValue={person?.englishName} />
      <TextField
        name="honorific"
        label={t('honorific')}
        hint={t('honorificHint')}
        maxLength={30}
        defaultValue={person?.honorific}
      />
    </div>
  )
}

/** How somebody likes to be spoken to, and whether at all. */
export function MannerFields({ person }: Of) {
  const t = useTranslator(messages)
  return (
    <div className="form-grid">
      <SelectField
        name="language"
        label={t('language')}
        empty={t('notSaid')}
        defaultValue={person?.language}
        options={optionsOf(t, 'language', languages)}
      />
      <SelectField
        name="channel"
        label={t('channel')}
        empty={t('notSaid')}
        defaultValue={person?.channel}
        options={optionsOf(t, 'channel', channels)}
      />
      {person && <input type="hidden" name="doNotContact" value="false" />}
      <CheckboxField
        name="doNotContact"
        label={t('doNotContact')}
        hint={t('doNotContactHint')}
        span={2}
        defaultChecked={person?.doNotContact ?? false}
      />
    </div>
  )
}

type WithMembers = Of & { members: readonly { id: string; name: string }[] }

/** Where the details come from, who of us knows them, and anything else. */
export function PrivacyFields({ person, members }: WithMembers) {
  const t = useTranslator(messages)
  return (
    <div className="form-grid">
      <TextField
        name="noticeSource"
        label={t('noticeSource')}
        hint={t('noticeSourceHint')}
        maxLength={200}
        defaultValue={person?.noticeSource}
      />
      <DateField name="noticeOn" label={t('noticeOn')} defaultValue={person?.noticeOn} />
      <SelectField
        name="ownerId"
        label={t('counterpart')}
        hint={t('counterpartHint')}
        empty={t('notSaid')}
        defaultValue={person?.counterpart?.id}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextAreaField name="note" label={t('note')} span={2} defaultValue={person?.note} />
    </div>
  )
}

type PostProps = { post?: PostView; colleagues?: readonly Pick<Colleague, 'id' | 'displayName' | 'title'>[] }

/** What somebody is and does at one account. */
export function PostFields({ post, colleagues = [] }: PostProps) {
  const t = useTranslator(messages)
  return (
    <div className="form-grid">
      <TextField name="title" label={t('title')} maxLength={120} defaultValue={post?.title} />
      <TextField name="department" label={t('department')} maxLength={120} defaultValue={post?.department} />
      <ChoiceField
        name="decisionRole"
        label={t('decisionRole')}
        span={2}
        defaultValue={post?.decisionRole ?? ''}
        options={[{ value: '', label: t('notSaid') }, ...optionsOf(t, 'decisionRole', decisionRoles)]}
      />
      <ChoiceField
        name="stance"
        label={t('stance')}
        defaultValue={post?.stance ?? ''}
        options={[{ value: '', label: t('notSaid') }, ...optionsOf(t, 'stance', stances)]}
      />
      <ChoiceField
        name="influence"
        label={t('influence')}
        defaultValue={post?.influence ? String(post.influence) : ''}
        options={[{ value: '', label: '—' }, ...['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))]}
      />
      {colleagues.length > 0 && (
        <SelectField
          name="reportsToId"
          label={t('reportsTo')}
          empty={t('notSaid')}
          defaultValue={post?.reportsTo?.id}
          options={colleagues.map(({ id, displayName, title }) => ({
            value: id,
            label: title ? `${displayName} · ${title}` : displayName,
          }))}
        />
      )}
      <DateField name="fromDay" label={t('fromDay')} defaultValue={post?.fromDay} />
    </div>
  )
}
