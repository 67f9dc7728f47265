'use client'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { PersonPicker } from '@/lib/modules/contacts/views/picker'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { addSource, editNeed, hearNeed } from '../actions'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'
import { holders, needKinds } from '../model'
import type { SourcePrefill } from '../model-source'
import type { NeedView } from '../queries'
import type { OwnMethod } from '../queries-methods'
import { memberOptions, methodOptions, optionsOf, ownMethodOptions } from './words'

type SourceFieldsProps = { own: readonly OwnMethod[]; source: SourcePrefill; accountId?: string | undefined }

/** How a need was found, from whom, and in which words. */
function SourceFields({ own, source, accountId }: SourceFieldsProps) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  const mine = ownMethodOptions(own, useLocale())
  return (
    <>
      <ChoiceField
        name="method"
        label={t('howFound')}
        required
        defaultValue={source.method}
        options={methodOptions(word)}
      />
      <div className="form-grid">
        {mine.length > 0 && (
          <SelectField name="methodId" label={t('ownMethod')} empty={t('noOwnMethod')} options={mine} />
        )}
        <PersonPicker
          label={t('saidBy')}
          hint={t('saidByHint')}
          defaultValue={source.person}
          {...(accountId ? { accountId } : {})}
        />
        <TextField name="informant" label={t('informant')} hint={t('informantHint')} maxLength={120} />
        <DateField name="heardOn" label={t('heardOnField')} defaultValue={source.heardOn} />
      </div>
      <TextAreaField name="verbatim" label={t('verbatim')} hint={t('verbatimHint')} required rows={3} />
      {source.interactionId && <input type="hidden" name="interactionId" defaultValue={source.interactionId} />}
    </>
  )
}

type HearFormProps = {
  account: { id: string; name: string } | null
  members: readonly { id: string; name: string }[]
  own: readonly OwnMethod[]
  source: SourcePrefill
  draft: string
  me: string
}

/** Writes a need down, with where it comes from. */
export function HearForm({ account, members, own, source, draft, me }: HearFormProps) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  return (
    <Form action={hearNeed} submit={t('hearSave')} after="/needs/{id}" draft={draft} className="narrow">
      {account ? (
        <>
          <input type="hidden" name="accountId" defaultValue={account.id} />
          <p className="text-lg font-medium">{account.name}</p>
        </>
      ) : (
        <AccountPicker label={word('account')} required />
      )}
      <TextField name="title" label={t('titleField')} hint={t('titleHint')} required maxLength={200} />
      <SourceFields own={own} source={source} accountId={account?.id} />
      <div className="form-grid">
        <SelectField name="kind" label={word('kind')} required options={optionsOf(word, 'kind', needKinds)} />
        <SelectField
          name="holder"
          label={word('holder')}
          empty={null}
          defaultValue="client"
          options={optionsOf(word, 'holder', holders)}
        />
        <SelectField
          name="ownerId"
          label={word('owner')}
          empty={null}
          defaultValue={me}
          options={memberOptions(members)}
        />
        <DateField name="promisedOn" label={t('promisedOn')} hint={t('promisedHint')} />
        <ImportanceField />
      </div>
      <LegalFields />
    </Form>
  )
}

function ImportanceField({ value }: { value?: number | null }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  const options = ['1', '2', '3', '4', '5'].map((each) => ({ value: each, label: t('gradeOf', { grade: each }) }))
  return (
    <SelectField
      name="importance"
      label={word('importance')}
      empty={t('notSaid')}
      defaultValue={value ? String(value) : null}
      options={options}
    />
  )
}

type Flags = { consented: boolean; confidential: boolean; competitionSensitive: boolean }

function LegalFields({ flags, edit = false }: { flags?: Flags; edit?: boolean }) {
  const t = useTranslator(pageMessages)
  return (
    <>
      {(['consented', 'confidential', 'competitionSensitive'] as const).map((name) => (
        <div key={name}>
          {edit && <input type="hidden" name={name} value="false" />}
          <CheckboxField name={name} label={t(name)} hint={t(`${name}Hint`)} defaultChecked={flags?.[name] ?? false} />
        </div>
      ))}
    </>
  )
}

type EditFormProps = { need: NeedView; members: readonly { id: string; name: string }[] }

/** What a need is called, who looks after it, and who may read it. */
export function EditNeedForm({ need, members }: EditFormProps) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(messages)
  const grades = ['1', '2', '3', '4', '5'].map((each) => ({ value: each, label: t('gradeOf', { grade: each }) }))
  return (
    <Form action={editNeed} after={`/needs/${need.id}`} cancelHref={`/needs/${need.id}`} className="narrow">
      <input type="hidden" name="needId" defaultValue={need.id} />
      <input type="hidden" name="version" defaultValue={need.version} />
      <TextField name="title" label={t('titleField')} required maxLength={200} defaultValue={need.title} />
      <div className="form-grid">
        <SelectField
          name="kind"
          label={word('kind')}
          empty={null}
          defaultValue={need.kind}
          options={optionsOf(word, 'kind', needKinds)}
        />
        <SelectField
          name="holder"
          label={word('holder')}
          empty={null}
          defaultValue={need.holder}
          options={optionsOf(word, 'holder', holders)}
        />
        <SelectField
          name="ownerId"
          label={word('owner')}
          empty={null}
          defaultValue={need.ownerId}
          options={memberOptions(members)}
        />
        <DateField name="promisedOn" label={t('promisedOn')} defaultValue={need.promisedOn} />
        <ImportanceField value={need.importance} />
        <SelectField
          name="satisfaction"
          label={t('satisfaction')}
          empty={t('notSaid')}
          defaultValue={need.satisfaction ? String(need.satisfaction) : null}
          options={grades}
        />
      </div>
      <LegalFields flags={need} edit />
    </Form>
  )
}

type AddSourceProps = { needId: string; accountId: string; own: readonly OwnMethod[]; source: SourcePrefill }

/** One more time that the need was heard or seen. */
export function AddSourceForm({ needId, accountId, own, source }: AddSourceProps) {
  const t = useTranslator(pageMessages)
  return (
    <Form action={addSource} submit={t('addSource')} again warn={false} className="mt-3">
      <input type="hidden" name="needId" defaultValue={needId} />
      <SourceFields own={own} source={source} accountId={accountId} />
    </Form>
  )
}
