'use client'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import type { OfferValue } from '../model-issues'
import type { Rounds } from '../queries-rounds'
import { RoundGrid } from './grid'
import { Meetings } from './meetings'
import { RecordOfferForm } from './offer-form'
import { OfferList } from './offer-list'
import { Standpoints } from './points'
import { type Speech, useSpeech } from './round-said'
import { TradeBoard } from './trades'

/** What the address asks for: whether all rounds and moves are shown, and which form is open. */
export type Asked = Readonly<Partial<Record<'rounds' | 'moves' | 'trade' | 'meeting', string>>>

type RoundPageProps = {
  rounds: Rounds
  asked: Asked
  /** A package that shall be our next offer; empty without one. */
  proposed: Readonly<Record<string, OfferValue>>
}

/**
 * The rounds of a negotiation: grid, where both stand, what was traded, every offer, the meetings, and the form for the next.
 * Drawn from plain rows on both sides: twelve issues by twenty rounds as elements of the server would travel twice.
 */
export function RoundPage({ rounds, asked, proposed }: RoundPageProps) {
  const say = useSpeech(rounds)
  const { t } = say
  const { negotiation, issues, offers, mayWrite } = rounds
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
          <RoundGrid rounds={rounds} say={say} />
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
            <TradeBoard rounds={rounds} asked={asked} say={say} />
            <Standpoints rounds={rounds} say={say} />
          </div>
          <OfferList rounds={rounds} say={say} />
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
          <RecordOfferForm rounds={rounds} proposed={proposed} hints={lastWords(rounds, say)} />
        </Card>
      )}
      <Meetings rounds={rounds} asked={asked} say={say} />
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
