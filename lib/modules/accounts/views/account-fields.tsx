'use client'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { pages, words } from '../messages'
import { accountKinds, accountStatuses } from '../model'
import { AccountPicker } from './picker'
import { choicesOf } from './words'

type Person = { id: string; name: string }
/** What is known already; a new account knows nothing. */
export type FieldValues = { readonly [field in TextName | 'kind' | 'tier' | 'status' | 'ownerId']?: string | null } & {
  restricted?: boolean
  parent?: { id: string; name: string } | null
}
type TextName =
  | 'name'
  | 'englishName'
  | 'businessNumber'
  | 'industry'
  | 'segment'
  | 'country'
  | 'region'
  | 'city'
  | 'phone'
  | 'fax'
  | 'website'
  | 'paymentNote'
  | 'note'

type FieldsProps = { values?: FieldValues }

/** Name and kind: what every account has. */
export function IdentityFields({ values = {}, autoFocus = false }: FieldsProps & { autoFocus?: boolean }) {
  const t = useTranslator(words)
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        required
        maxLength={200}
        defaultValue={values.name}
        autoFocus={autoFocus}
      />
      <ChoiceField
        name="kind"
        label={t('kind')}
        required
        defaultValue={values.kind ?? 'customer'}
        options={choicesOf(t, 'kind', accountKinds)}
      />
    </>
  )
}

export function NumberFields({ values = {} }: FieldsProps) {
  const t = useTranslator(words)
  return (
    <>
      <TextField
        name="businessNumber"
        label={t('businessNumber')}
        inputMode="numeric"
        maxLength={40}
        defaultValue={values.businessNumber}
      />
      <TextField name="englishName" label={t('englishName')} maxLength={200} defaultValue={values.englishName} />
    </>
  )
}

type ServiceProps = FieldsProps & {
  tiers: readonly string[]
  members: readonly Person[]
  passOn: boolean
  ownerRequired?: boolean
}

/** Who serves the account, how closely, and who may see it. */
export function ServiceFields({ values = {}, tiers, members, passOn, ownerRequired = false }: ServiceProps) {
  const t = useTranslator(words)
  const say = useTranslator(pages)
  return (
    <>
      <ChoiceField
        name="tier"
        label={t('tier')}
        defaultValue={values.tier ?? 'C'}
        options={choicesOf(t, 'tier', tiers)}
      />
      <SelectField
        name="status"
        label={t('status')}
        empty={null}
        defaultValue={values.status ?? 'active'}
        options={choicesOf(t, 'status', accountStatuses)}
      />
      {passOn && (
        <SelectField
          name="ownerId"
          label={t('owner')}
          required={ownerRequired}
          defaultValue={values.ownerId}
          {...(ownerRequired ? {} : { empty: values.ownerId ? null : say('ownerMyself') })}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <AccountPicker
        name="parentId"
        label={t('parent')}
        defaultValue={values.parent ? { id: values.parent.id, title: values.parent.name } : null}
      />
      <ChoiceField
        name="restricted"
        label={t('restricted')}
        defaultValue={values.restricted ? 'true' : 'false'}
        options={choicesOf(t, 'restricted', ['false', 'true'])}
      />
    </>
  )
}

const marketNames = ['industry', 'segment', 'country', 'region', 'city'] as const
const reachNames = ['phone', 'fax', 'website'] as const
const lengths: Readonly<Record<string, number>> = { phone: 60, fax: 60, website: 500 }

export function MarketFields({ values = {} }: FieldsProps) {
  const t = useTranslator(words)
  return marketNames.map((name) => (
    <TextField key={name} name={name} label={t(name)} maxLength={80} defaultValue={values[name]} />
  ))
}

export function ReachFields({ values = {} }: FieldsProps) {
  const t = useTranslator(words)
  return reachNames.map((name) => (
    <TextField
      key={name}
      name={name}
      label={t(name)}
      {...(name === 'website' ? { inputMode: 'url' as const } : { type: 'tel' as const })}
      {...(lengths[name] ? { maxLength: lengths[name] } : {})}
      defaultValue={values[name]}
    />
  ))
}

export function NoteFields({ values = {} }: FieldsProps) {
  const t = useTranslator(words)
  return (
    <>
      <TextField
        name="paymentNote"
        label={t('paymentNote')}
        maxLength={500}
        span={2}
        defaultValue={values.paymentNote}
      />
      <TextAreaField name="note" label={t('note')} maxLength={4000} span={2} defaultValue={values.note} />
    </>
  )
}
