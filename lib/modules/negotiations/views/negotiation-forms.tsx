'use client'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { editNegotiation, openNegotiation } from '../actions'
import { pageMessages } from '../messages-pages'
import { words } from '../messages-words'
import { directions, negotiationKinds } from '../model'
import type { NegotiationView } from '../queries'
import { optionsOf } from './words'

type Outline = Partial<
  Pick<NegotiationView, 'kind' | 'title' | 'purpose' | 'objective' | 'expectedValue' | 'deadlineOn'>
>

function OutlineFields({ outline }: { outline: Outline }) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(words)
  return (
    <>
      <div className="form-grid">
        <SelectField
          name="kind"
          label={word('kind')}
          required
          defaultValue={outline.kind ?? null}
          options={optionsOf(word, 'kind', negotiationKinds)}
        />
        <DateField name="deadlineOn" label={word('deadlineOn')} defaultValue={outline.deadlineOn ?? null} />
      </div>
      <TextField
        name="title"
        label={word('title')}
        hint={t('titleHint')}
        required
        maxLength={200}
        defaultValue={outline.title ?? ''}
      />
      <TextAreaField
        name="purpose"
        label={word('purpose')}
        hint={t('purposeHint')}
        rows={3}
        maxLength={4000}
        defaultValue={outline.purpose ?? ''}
      />
      <TextAreaField
        name="objective"
        label={word('objective')}
        hint={t('objectiveHint')}
        rows={3}
        maxLength={4000}
        defaultValue={outline.objective ?? ''}
      />
      <TextField
        name="expectedValue"
        label={word('expectedValue')}
        hint={t('valueHint')}
        inputMode="decimal"
        defaultValue={outline.expectedValue ?? ''}
      />
    </>
  )
}

type OpenFormProps = { account: { id: string; name: string } | null; direction: string; me: string }

/** Opens the formal workspace: with whom, about what, why, until when. */
export function OpenForm({ account, direction, me }: OpenFormProps) {
  const t = useTranslator(pageMessages)
  const word = useTranslator(words)
  return (
    <Form
      action={openNegotiation}
      submit={t('openNew')}
      after="/negotiations/{negotiationId}"
      cancelHref="/negotiations"
      draft={`negotiations.open.${me}.${account?.id ?? ''}`}
      className="narrow"
    >
      {account ? (
        <>
          <input type="hidden" name="accountId" defaultValue={account.id} />
          <p className="text-lg font-medium">{account.name}</p>
        </>
      ) : (
        <AccountPicker label={word('account')} required suppliers />
      )}
      <ChoiceField
        name="direction"
        label={word('direction')}
        required
        defaultValue={direction}
        options={optionsOf(word, 'direction', directions)}
      />
      <OutlineFields outline={{}} />
    </Form>
  )
}

/** Changes what a negotiation is about. What somebody else changed meanwhile in other fields is kept. */
export function EditForm({ negotiation }: { negotiation: NegotiationView }) {
  const page = `/negotiations/${negotiation.id}`
  return (
    <Form action={editNegotiation} after={page} cancelHref={page} className="narrow">
      <input type="hidden" name="negotiationId" defaultValue={negotiation.id} />
      <input type="hidden" name="version" defaultValue={negotiation.version} />
      <OutlineFields outline={negotiation} />
    </Form>
  )
}
