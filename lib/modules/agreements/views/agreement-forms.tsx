'use client'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { FormPart } from '@/lib/ui/form-part'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { draftAgreement, editAgreement, setFacts } from '../actions'
import { pageMessages } from '../messages-pages'
import { words } from '../messages-words'
import { directions, type Facts, papers } from '../model'
import { agreementKinds } from '../model-values'
import type { AgreementView } from '../queries'
import { FactFields } from './fact-fields'
import { optionsOf } from './words'

type Member = { id: string; name: string }
type Outline = Partial<Pick<AgreementView, 'kind' | 'title' | 'language' | 'confidential' | 'scopeName' | 'backup'>>

function OutlineFields({ outline, members }: { outline: Outline; members: readonly Member[] }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(words)
  return (
    <FormPart title={t('about')}>
      <TextField
        name="title"
        label={word('title')}
        hint={t('titleHint')}
        required
        maxLength={200}
        defaultValue={outline.title ?? ''}
      />
      <SelectField
        name="kind"
        label={word('kind')}
        required
        defaultValue={outline.kind ?? null}
        options={optionsOf(word, 'kind', agreementKinds)}
      />
      <TextField
        name="scopeName"
        label={word('scopeName')}
        hint={t('scopeHint')}
        maxLength={200}
        defaultValue={outline.scopeName ?? ''}
      />
      <SelectField
        name="backupId"
        label={word('backup')}
        hint={t('backupHint')}
        defaultValue={outline.backup?.id ?? null}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoiceField
        name="language"
        label={word('language')}
        defaultValue={outline.language ?? 'zh-TW'}
        options={[
          { value: 'zh-TW', label: word('language_zh') },
          { value: 'en', label: word('language_en') },
        ]}
      />
      <CheckboxField
        name="confidential"
        label={word('confidential')}
        hint={t('confidentialHint')}
        defaultChecked={outline.confidential ?? false}
      />
    </FormPart>
  )
}

type DraftFormProps = {
  account: { id: string; name: string } | null
  facts: Partial<Facts>
  members: readonly Member[]
  /** Talks that it can write down, and the one that it is begun from. */
  talks: readonly { id: string; title: string }[]
  talk: string | null
  me: string
}

/** Begins an agreement: with whom, on whose paper, what both sides are called, how long it runs. */
export function DraftForm({ account, facts, members, talks, talk, me }: DraftFormProps) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(words)
  return (
    <Form
      action={draftAgreement}
      submit={t('openNew')}
      after="/agreements/{agreementId}"
      cancelHref="/agreements"
      draft={`agreements.draft.${me}.${account?.id ?? ''}`}
      foot="sticky"
    >
      {account ? (
        <>
          <input type="hidden" name="accountId" defaultValue={account.id} />
          <p className="text-lg font-medium">{account.name}</p>
        </>
      ) : (
        <AccountPicker label={word('account')} required />
      )}
      <div className="form-grid">
        <ChoiceField
          name="direction"
          label={word('direction')}
          required
          defaultValue="sell"
          options={optionsOf(word, 'direction', directions)}
        />
        <ChoiceField
          name="paper"
          label={word('paper')}
          required
          defaultValue="ours"
          options={optionsOf(word, 'paper', papers)}
        />
        {talks.length > 0 && (
          <SelectField
            name="negotiationId"
            label={t('writesDown')}
            hint={t('writesDownHint')}
            defaultValue={talk}
            options={talks.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </div>
      <OutlineFields outline={{}} members={members} />
      <FactFields facts={facts} />
    </Form>
  )
}

type EditFormProps = { agreement: AgreementView; members: readonly Member[] }

/** Changes what an agreement is about. What somebody else changed meanwhile in other fields is kept. */
export function OutlineForm({ agreement, members }: EditFormProps) {
  const page = `/agreements/${agreement.id}`
  return (
    <Form action={editAgreement} after={page} cancelHref={page}>
      <input type="hidden" name="agreementId" defaultValue={agreement.id} />
      <input type="hidden" name="version" defaultValue={agreement.version} />
      <OutlineFields outline={agreement} members={members} />
    </Form>
  )
}

type FactsFormProps = { versionId: string; version: number; facts: Facts; back: string }

/** Changes parties, term, notice and value of the draft. */
export function FactsForm({ versionId, version, facts, back }: FactsFormProps) {
  return (
    <Form action={setFacts} after={back} cancelHref={back} foot="sticky">
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <input type="hidden" name="version" defaultValue={version} />
      <FactFields facts={facts} />
    </Form>
  )
}
