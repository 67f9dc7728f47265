import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import type { Rounds, ShownOffer } from '../queries-rounds'
import { OfferState } from './offer-state'
import { OfferSteps } from './offer-steps'
import { PolicyMark } from './policy-mark'
import type { Speech } from './round-said'

/** Every offer with its conditions, the latest first, and what can be done with it. */
export function OfferList({ rounds, say }: { rounds: Rounds; say: Speech }) {
  const { t } = say
  return (
    <Card id="offers" title={t('offers')} flush>
      <ul className="rows">
        {rounds.offers.toReversed().map((offer) => (
          <li key={offer.id} id={`offer-${offer.number}`} className="flex-wrap">
            <div className="min-w-0 grow basis-64">
              <OfferLine offer={offer} say={say} />
            </div>
            {rounds.mayWrite && <OfferSteps offer={offer} rounds={rounds} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function OfferLine({ offer, say }: { offer: ShownOffer; say: Speech }) {
  const { t, word } = say
  const values = Object.entries(offer.cells).map(([key, { value }]) => `${say.nameOf(key)} ${say.valueOf(key, value)}`)
  const facts = [
    t('round', { round: offer.round }),
    say.day(offer.day),
    word(`channel_${offer.channel}`),
    offer.validUntil && t('until', { day: say.day(offer.validUntil) }),
    t('by', { by: offer.by }),
  ].filter(Boolean)
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {t('offerOf', { side: word(`side_${offer.side}`), number: offer.number })}
        <OfferState state={offer.state} word={word} />
        {offer.check?.outside && (
          <Chip tone="risk" icon="circle-alert" title={t('outsideHint')}>
            {offer.check.breaches.length > 0
              ? t('outsideOn', { issues: say.names(offer.check.breaches) })
              : t('outsideNoMandate')}
          </Chip>
        )}
        <PolicyMark offer={offer} locale={say.locale} />
      </p>
      <p>{values.join(say.marks.semicolon)}</p>
      {offer.conditions && <p className="whitespace-pre-line">{offer.conditions}</p>}
      {offer.note && <p className="whitespace-pre-line text-muted">{offer.note}</p>}
      {offer.reason && <p className="text-muted">{t('reason', { reason: offer.reason })}</p>}
      <p className="text-sm text-muted">{facts.join(' · ')}</p>
    </div>
  )
}
