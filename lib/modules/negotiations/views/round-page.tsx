import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import type { Rounds } from '../queries-rounds'
import { valuesInAddress } from '../rules-offers'
import { RoundGrid } from './grid'
import { Meetings } from './meetings'
import { RecordOfferForm } from './offer-form'
import { OfferList } from './offer-list'
import { Standpoints } from './points'
import { type RoundSaid, type Speech, speech } from './round-said'
import { TradeBoard } from './trades'

export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>

type RoundPageProps = {
  rounds: Rounds
  /** What the address says that our next offer shall begin with, whether all rounds and moves are shown, and which form is open. */
  asked: Asked
  said: RoundSaid
}

/** The rounds of a negotiation: grid, where both stand, what was traded, every offer, the meetings, and the form for the next. */
export function RoundPage({ rounds, asked, said }: RoundPageProps) {
  const say = speech(said, rounds)
  const { t } = say
  const { negotiation, issues, offers, mayWrite } = rounds
  const shown = { ...rounds, offers: offers.filter(({ isShown }) => isShown) }
  if (issues.length === 0)
    return (
      <EmptyState
        icon="list-checks"
        title={t('emptyTitle')}
        text={t('needsIssues')}
        action={
          <a className="button primary" href={`/negotiations/${negotiation.id}/issues`}>
            {t('toIssues')}
          </a>
        }
      />
    )
  return (
    <div className="grid gap-5">
      {offers.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          text={t('emptyText')}
          example={t('emptyExample')}
          {...(mayWrite
            ? {
                action: (
                  <a className="button" href="#record">
                    {t('recordOffer')}
                  </a>
                ),
              }
            : {})}
        />
      ) : (
        <>
          <RoundGrid rounds={shown} say={say} />
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
            <TradeBoard rounds={rounds} asked={asked} say={say} />
            <Standpoints rounds={rounds} say={say} />
          </div>
          <OfferList rounds={shown} say={say} />
        </>
      )}
      {mayWrite && (
        <Card
          id="record"
          title={t('recordOffer')}
          action={
            <a className="button small" href={`/negotiations/${negotiation.id}/table`}>
              {t('atTable')}
            </a>
          }
        >
          {negotiation.state === 'agreedInPrinciple' && (
            <p className="notice info mb-3">
              <span>
                {t('agreedDraftOnly')}{' '}
                <a className="link" href={`/negotiations/${negotiation.id}/outcome#reopen`}>
                  {t('toReopen')}
                </a>
              </span>
            </p>
          )}
          <RecordOfferForm
            rounds={{ negotiation, issues, last: rounds.last, next: rounds.next, offers: offers.slice(-1) }}
            proposed={valuesInAddress(issues, asked)}
            hints={lastWords(rounds, say)}
          />
        </Card>
      )}
      <Meetings rounds={shown} asked={asked} say={say} />
    </div>
  )
}

/** What both sides said last on each issue, as a hint beside its field. */
export function lastWords({ points }: Rounds, say: Speech): Record<string, string> {
  const { t } = say
  const said = (key: string, value: string | boolean | null) =>
    value === null ? t('notStated') : say.valueOf(key, value)
  const both = [
    ...points.agreed.map(({ key, value }) => ({ key, ours: value, theirs: value })),
    ...points.different,
    ...points.open.filter(({ ours, theirs }) => ours !== null || theirs !== null),
  ]
  return Object.fromEntries(
    both.map(({ key, ours, theirs }) => [key, t('last', { us: said(key, ours), them: said(key, theirs) })]),
  )
}
