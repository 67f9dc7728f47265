import { exact } from '@/lib/kernel/exact'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import type { Rounds, ShownIssue, ShownOffer } from '../queries-rounds'
import { type CellSaid, GridCell, GridRows } from './grid-cells'
import { OfferState } from './offer-state'
import type { Speech } from './round-said'

type GridProps = { rounds: Rounds; say: Speech }

/** On a phone so many of the latest rounds are blocks; with more, the whole table can be pushed sideways below them. */
const blocks = 1

/** The offers of both sides: a row for each issue, a column for each offer under its round; on a phone a block for each round. */
export function RoundGrid({ rounds, say }: GridProps) {
  const { t } = say
  const { earlier } = rounds
  const byRound = roundsOf(rounds.offers)
  return (
    <Card id="grid" title={t('grid')} flush>
      <p className="px-4 py-2 text-muted">
        {t('gridNote')}
        {rounds.inGroup && (
          <>
            {' '}
            <a className="link" href={`/negotiations/${rounds.negotiation.id}/analysis#equivalents`}>
              {t('whatEquals')}
            </a>
          </>
        )}
        {earlier > 0 && (
          <>
            {' '}
            <a className="link" href="?rounds=all#grid">
              {t('earlierRounds', { count: earlier })}
            </a>
          </>
        )}
      </p>
      <div className="grid gap-4 p-4 sm:hidden">
        {byRound.slice(-blocks).map(([round, offers]) => (
          <section key={round} aria-label={t('round', { round })} className="grid gap-3">
            <h3 className="font-medium">{t('round', { round })}</h3>
            {offers.map((offer) => (
              <OfferBlock key={offer.id} offer={offer} issues={rounds.issues} say={say} />
            ))}
          </section>
        ))}
      </div>
      <div className={byRound.length > blocks ? undefined : 'max-sm:hidden'}>
        <GridTable rounds={rounds} byRound={byRound} say={say} />
      </div>
    </Card>
  )
}

const roundsOf = (offers: readonly ShownOffer[]): [round: number, offers: ShownOffer[]][] => {
  const found = new Map<number, ShownOffer[]>()
  for (const offer of offers) found.set(offer.round, [...(found.get(offer.round) ?? []), offer])
  return [...found].sort(([one], [other]) => one - other)
}

function GridTable({ rounds, byRound, say }: GridProps & { byRound: ReturnType<typeof roundsOf> }) {
  const { t } = say
  const inOrder = byRound.flatMap(([, offers]) => offers)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="table-scroll many-columns" aria-label={t('grid')} tabIndex={0}>
      <table className="table">
        <caption className="hush">{t('grid')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t('issue')}
            </th>
            {byRound.map(([round, offers]) => (
              <th key={round} scope="colgroup" colSpan={offers.length}>
                {t('round', { round })}
              </th>
            ))}
          </tr>
          <tr>
            {inOrder.map((offer, index) => (
              // The first of this row is no first column: it does not stay in place.
              <th key={offer.id} scope="col" className="n" style={index === 0 ? { position: 'static' } : undefined}>
                <OfferHead offer={offer} say={say} />
              </th>
            ))}
          </tr>
        </thead>
        <GridRows
          offers={inOrder.map(({ id }) => id)}
          rows={rounds.issues.map((issue) => ({
            key: issue.key,
            name: issue.name,
            unit: issue.unit,
            cells: inOrder.map((offer) => cellSaid(offer, issue, say)),
          }))}
        />
      </table>
    </section>
  )
}

function OfferHead({ offer, say }: { offer: ShownOffer; say: Speech }) {
  const { t, word } = say
  return (
    <span className="inline-grid justify-items-start gap-1 py-1 sm:justify-items-end">
      <a className="link" href={`#offer-${offer.number}`}>
        {t('offerOf', { side: word(`side_${offer.side}`), number: offer.number })}
      </a>
      <span className="flex flex-wrap gap-1 sm:justify-end">
        <OfferState state={offer.state} word={word} />
        {offer.check?.outside && (
          <Chip tone="risk" icon="circle-alert">
            {t('outside')}
          </Chip>
        )}
      </span>
    </span>
  )
}

function cellSaid(offer: ShownOffer, issue: ShownIssue, say: Speech): CellSaid | null {
  const cell = offer.cells[issue.key]
  if (!cell) return null
  const { way, toward, toLimit, yearly } = cell
  const forUs = yearly === null ? null : exact(yearly).times(offer.side === 'us' ? -1 : 1)
  return {
    said: say.value({ ...issue, unit: null }, cell.value),
    ...(way && { way }),
    ...(toward && { toward }),
    ...(forUs && !forUs.isZero() && { yearly: say.money(forUs.toFixed()) }),
    ...(toLimit !== null && { away: say.distance(issue, toLimit) }),
    ...(toLimit !== null && exact(toLimit).lt(0) && { beyond: true }),
  }
}

function OfferBlock({ offer, issues, say }: { offer: ShownOffer; issues: readonly ShownIssue[]; say: Speech }) {
  return (
    <div className="grid gap-2 rounded-lg border border-line p-3">
      <OfferHead offer={offer} say={say} />
      <dl className="grid gap-2">
        {issues
          .filter(({ key }) => key in offer.cells)
          .map((issue) => (
            <div key={issue.key} className="flex items-start justify-between gap-3">
              <dt className="text-muted">{issue.unit ? `${issue.name} ${issue.unit}` : issue.name}</dt>
              <dd className="text-right tabular-nums">
                <GridCell cell={cellSaid(offer, issue, say)} />
              </dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
