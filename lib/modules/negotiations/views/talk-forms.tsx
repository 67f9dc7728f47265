'use client'
import { AccountPicker } from '@/lib/modules/accounts/views/picker'
import { ProductPicker } from '@/lib/modules/products/views/picker'
import { ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { editTalk, logTalk } from '../actions'
import { lightWords } from '../messages-light'
import { words } from '../messages-words'
import { directions, negotiationKinds, results } from '../model'
import { talkChannels } from '../model-light'
import type { NegotiationView } from '../queries'
import { optionsOf } from './words'

type Talked = Partial<Pick<NegotiationView['talk'], 'asked' | 'gave' | 'got' | 'result'>>

function TalkFields({ talk }: { talk: Talked }) {
  const t = useTranslator(lightWords)
  const word = useTranslator(words)
  return (
    <>
      <TextAreaField
        name="asked"
        label={t('asked')}
        hint={t('askedHint')}
        required
        rows={2}
        maxLength={1000}
        defaultValue={talk.asked ?? ''}
      />
      <div className="form-grid">
        <TextField name="gave" label={t('gave')} maxLength={1000} defaultValue={talk.gave ?? ''} />
        <TextField name="got" label={t('got')} maxLength={1000} defaultValue={talk.got ?? ''} />
      </div>
      <ChoiceField
        name="result"
        label={word('result')}
        required
        defaultValue={talk.result ?? null}
        options={optionsOf(word, 'result', results)}
      />
    </>
  )
}

type TalkFormProps = {
  account: { id: string; name: string } | null
  direction: string
  interactionId: string | null
  termTypes: readonly { value: string; label: string }[]
  mayOpen: boolean
  me: string
}

/** A small talk in half a minute: asked, gave, got, result. What is too large goes on in the formal workspace, with all of it. */
export function TalkForm({ account, direction, interactionId, termTypes, mayOpen, me }: TalkFormProps) {
  const t = useTranslator(lightWords)
  const word = useTranslator(words)
  return (
    <Form
      action={logTalk}
      submit={t('save')}
      after="/negotiations/{negotiationId}"
      cancelHref={account ? `/accounts/${account.id}` : '/negotiations'}
      draft={`negotiations.talk.${me}.${interactionId ?? account?.id ?? ''}`}
      className="narrow"
      buttons={
        mayOpen && (
          <button type="submit" name="formal" value="true" className="button">
            {t('openFormal')}
          </button>
        )
      }
    >
      {account ? (
        <>
          <input type="hidden" name="accountId" defaultValue={account.id} />
          <p className="text-lg font-medium">{account.name}</p>
        </>
      ) : (
        <AccountPicker label={word('account')} required suppliers />
      )}
      <TalkFields talk={{}} />
      <details>
        <summary className="button small">{t('more')}</summary>
        <div className="form-grid mt-3">
          <ProductPicker label={t('product')} />
          <SelectField name="termCode" label={t('termCode')} empty={t('noTerm')} options={termTypes} />
          <TextField name="expectedValue" label={word('expectedValue')} inputMode="decimal" />
          <SelectField
            name="kind"
            label={word('kind')}
            empty={null}
            defaultValue="price"
            options={optionsOf(word, 'kind', negotiationKinds)}
          />
          <ChoiceField
            name="direction"
            label={word('direction')}
            defaultValue={direction}
            options={optionsOf(word, 'direction', directions)}
          />
        </div>
      </details>
      {interactionId ? (
        <input type="hidden" name="interactionId" defaultValue={interactionId} />
      ) : (
        <ChoiceField
          name="channel"
          label={t('channel')}
          defaultValue="call"
          options={talkChannels.map((value) => ({ value, label: t(`channel_${value}`) }))}
        />
      )}
    </Form>
  )
}

/** Changes what was said, or what came of it later. */
export function EditTalkForm({ negotiation }: { negotiation: NegotiationView }) {
  const page = `/negotiations/${negotiation.id}`
  return (
    <Form action={editTalk} after={page} cancelHref={page} className="narrow">
      <input type="hidden" name="negotiationId" defaultValue={negotiation.id} />
      <input type="hidden" name="version" defaultValue={negotiation.version} />
      <TalkFields talk={negotiation.talk} />
    </Form>
  )
}
