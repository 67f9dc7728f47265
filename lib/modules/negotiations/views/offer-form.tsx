'use client'
import { useState } from 'react'
import { CheckboxField, ChoiceField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { showToast } from '@/lib/ui/toasts'
import { changeOffer, recordOffer } from '../actions'
import { offerMessages } from '../messages-offers'
import { roundPages } from '../messages-rounds'
import type { OfferValue } from '../model-issues'
import { offerChannels } from '../model-offers'
import type { Rounds, ShownIssue, ShownOffer } from '../queries-rounds'
import { IssueFields } from './issue-fields'

type RecordFormProps = {
  rounds: Pick<Rounds, 'negotiation' | 'issues' | 'last' | 'next'>
  /** A package that shall be our next offer; empty without one. */
  proposed: Readonly<Record<string, OfferValue>>
  hints: Readonly<Record<string, string>>
}

/** Writes an offer of either side down. What is typed stays in this browser until it is saved. */
export function RecordOfferForm({ rounds, proposed, hints }: RecordFormProps) {
  const t = useTranslator(roundPages)
  const { negotiation, issues, last, next } = rounds
  const isProposed = Object.keys(proposed).length > 0
  const turn = isProposed || last?.side === 'them' ? 'us' : 'them'
  return (
    <Form
      key={JSON.stringify(proposed)}
      action={recordOffer}
      submit={t('record')}
      {...(isProposed
        ? { after: `/negotiations/${negotiation.id}/rounds` }
        : { draft: `offer:${negotiation.id}`, again: true })}
      onDone={({ number, round }) => showToast({ text: t('recorded', { number, round }) })}
    >
      <input type="hidden" name="negotiationId" defaultValue={negotiation.id} />
      <input key={last?.number} type="hidden" name="version" defaultValue={last?.number ?? 0} />
      <ChoiceField
        name="side"
        label={t('whose')}
        required
        defaultValue={turn}
        options={[
          { value: 'us', label: t('ours') },
          { value: 'them', label: t('theirs') },
        ]}
      />
      <fieldset className="grid gap-3">
        <legend className="label">{t('values')}</legend>
        <p className="hint">{t('valuesHint')}</p>
        <div className="form-grid">
          <IssueFields issues={issues} values={proposed} hints={hints} />
        </div>
      </fieldset>
      <OfferTerms channel={last?.channel ?? 'meeting'} />
      <div className="form-grid">
        <DateField name="day" label={t('day')} defaultValue={null} />
        <TextField
          name="round"
          label={t('roundField')}
          hint={t('roundHint', { us: next.us, them: next.them })}
          inputMode="numeric"
        />
      </div>
      <CheckboxField
        name="draft"
        label={t('asDraft')}
        defaultChecked={isProposed && negotiation.state === 'agreedInPrinciple'}
      />
    </Form>
  )
}

/** What an offer says besides its values. */
function OfferTerms({ channel, offer }: { channel: string; offer?: ShownOffer }) {
  const t = useTranslator(roundPages)
  const word = useTranslator(offerMessages)
  return (
    <>
      <TextAreaField
        name="conditions"
        label={t('conditions')}
        hint={t('conditionsHint')}
        rows={2}
        maxLength={4000}
        defaultValue={offer?.conditions ?? ''}
      />
      <ChoiceField
        name="channel"
        label={t('channel')}
        required
        defaultValue={channel}
        options={offerChannels.map((value) => ({ value, label: word(`channel_${value}`) }))}
      />
      <div className="form-grid">
        <DateField name="validUntil" label={t('validUntil')} defaultValue={offer?.validUntil ?? null} />
        <TextField name="note" label={t('note')} maxLength={4000} defaultValue={offer?.note ?? ''} />
      </div>
    </>
  )
}

type DraftFormProps = { negotiationId: string; offer: ShownOffer; issues: readonly ShownIssue[] }

/** Changes what a draft says. Its version moves on with what stands in the fields, not with what others save meanwhile. */
export function DraftForm({ negotiationId, offer, issues }: DraftFormProps) {
  const t = useTranslator(roundPages)
  const [version, setVersion] = useState(offer.version)
  const values = Object.fromEntries(Object.entries(offer.cells).map(([key, { value }]) => [key, value]))
  return (
    <Form
      action={changeOffer}
      submit={t('saveDraft')}
      secondary
      warn={false}
      onDone={(saved) => setVersion(saved.version)}
    >
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <input type="hidden" name="offerId" defaultValue={offer.id} />
      <input type="hidden" name="version" defaultValue={version} />
      <div className="form-grid">
        <IssueFields issues={issues} values={values} />
      </div>
      <OfferTerms channel={offer.channel} offer={offer} />
    </Form>
  )
}
