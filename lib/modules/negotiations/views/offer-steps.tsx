'use client'
import { DateField } from '@/lib/ui/date-field'
import { Form } from '@/lib/ui/form'
import { useTranslator } from '@/lib/ui/locale'
import { Press } from '@/lib/ui/press'
import { TextAreaField, TextField } from '@/lib/ui/text-field'
import { acceptOffer, askMandate, reissueOffer, stepOffer } from '../actions'
import { roundPages } from '../messages-rounds'
import type { OfferStepName } from '../model-offers'
import type { Rounds, ShownOffer } from '../queries-rounds'
import { DraftForm } from './offer-form'

type OfferStepsProps = { offer: ShownOffer; rounds: Pick<Rounds, 'negotiation' | 'issues' | 'inGroup' | 'today'> }

/** What can be done with an offer from where it stands. */
export function OfferSteps({ offer, rounds }: OfferStepsProps) {
  const t = useTranslator(roundPages)
  const { negotiation, issues, inGroup, today } = rounds
  const which = { negotiationId: negotiation.id, offerId: offer.id }
  const step = (event: OfferStepName) => (
    <Press action={stepOffer} values={{ ...which, event }}>
      {t(event)}
    </Press>
  )
  if (offer.state === 'draft')
    return (
      <div className="grid gap-3">
        <div className="flex flex-wrap gap-2">
          {step('check')}
          {step('withdraw')}
        </div>
        <details>
          <summary className="button small quiet">{t('change')}</summary>
          <DraftForm negotiationId={negotiation.id} offer={offer} issues={issues} />
        </details>
      </div>
    )
  if (offer.state === 'internalCheck')
    return (
      <div className="flex flex-wrap items-start gap-2">
        {step('send')}
        {step('revise')}
        {step('withdraw')}
        {inGroup && offer.check?.policy?.passes === false && <Extend which={which} today={today} />}
      </div>
    )
  if (offer.state === 'lapsed')
    return (
      <Press action={reissueOffer} values={which}>
        {t('reissue')}
      </Press>
    )
  if (offer.state !== 'sent' && offer.state !== 'received') return null
  return (
    <div className="flex flex-wrap items-start gap-2">
      {inGroup && (
        <details>
          <summary className="button small">{t('accept')}</summary>
          <AcceptForm which={which} offer={offer} />
        </details>
      )}
      {inGroup && offer.check?.outside && <Extend which={which} today={today} />}
      <details>
        <summary className="button small quiet">{t('decline')}</summary>
        <Form action={stepOffer} submit={t('decline')} secondary warn={false}>
          <Which {...which} />
          <input type="hidden" name="event" defaultValue="decline" />
          <TextField name="reason" label={t('why')} required maxLength={1000} />
        </Form>
      </details>
      {step('withdraw')}
    </div>
  )
}

/** Asks whoever approves the mandate whether this one offer may go so far. */
function Extend({ which, today }: { which: { negotiationId: string; offerId: string }; today: string }) {
  const t = useTranslator(roundPages)
  return (
    <details>
      <summary className="button small quiet">{t('extend')}</summary>
      <Form action={askMandate} submit={t('askExtension')} secondary warn={false}>
        <Which {...which} />
        <p className="hint">{t('extendText')}</p>
        <DateField name="validUntil" label={t('holdsUntil')} required min={today} />
        <TextAreaField name="reason" label={t('why')} required rows={2} maxLength={2000} />
      </Form>
    </details>
  )
}

function Which({ negotiationId, offerId }: { negotiationId: string; offerId: string }) {
  return (
    <>
      <input type="hidden" name="negotiationId" defaultValue={negotiationId} />
      <input type="hidden" name="offerId" defaultValue={offerId} />
    </>
  )
}

function AcceptForm({ which, offer }: { which: { negotiationId: string; offerId: string }; offer: ShownOffer }) {
  const t = useTranslator(roundPages)
  return (
    <Form action={acceptOffer} submit={t('acceptTitle', { number: offer.number })} secondary warn={false}>
      <Which {...which} />
      <p className="hint">{t('acceptText')}</p>
      <TextAreaField name="relationshipRisk" label={t('risk')} hint={t('riskHint')} rows={2} maxLength={2000} />
    </Form>
  )
}
