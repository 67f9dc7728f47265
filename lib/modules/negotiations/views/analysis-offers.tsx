import { exact } from '@/lib/kernel/exact'
import { Card } from '@/lib/ui/card'
import { EmptyState } from '@/lib/ui/empty-state'
import { RecordTable } from '@/lib/ui/record-table'
import type { OfferStudy, Study } from '../model-analysis'
import type { StudySaid } from './analysis-said'
import { DanceChart } from './dance-chart'
import { ShowAll } from './show-all'

type Part = { study: Study; said: StudySaid }

/** So many of the latest offers are read at once. */
const mostOffers = 8

/** Both sides' offers on our scale: the dance, and its table with what breaks a limit. */
export function OffersCard({ study, said, roundsHref }: Part & { roundsHref: string }) {
  const { t, points } = said
  const shown = said.whole === 'offers' ? study.offers : study.offers.slice(-mostOffers)
  const warned = study.offers.filter(({ hides }) => hides)
  if (study.offers.length === 0)
    return (
      <Card title={t('dance')}>
        <EmptyState
          icon="scale"
          title={t('noOffers')}
          action={
            <a className="button" href={roundsHref}>
              {t('toRounds')}
            </a>
          }
        />
      </Card>
    )
  return (
    <Card id="offers" title={t('dance')}>
      <div className="grid gap-4">
        {warned.map(({ no, carried, breaches }) => (
          <p key={no} className="notice warn">
            {t('hides', { number: no, score: points(carried ?? '0'), issues: said.issues(breaches) })}
          </p>
        ))}
        {study.alternatives.ours === null && <p className="notice info">{t('alternativeMissing')}</p>}
        <DanceChart study={study} said={said} />
        <ShowAll part="offers" count={study.offers.length} shown={shown.length} said={said} />
        <RecordTable
          caption={t('danceLabel')}
          columns={[
            { label: t('offer') },
            { label: t('round'), numeric: true },
            { label: t('ourScore'), numeric: true },
            { label: t('standing'), numeric: true },
            { label: t('range') },
            { label: t('theirScore'), numeric: true },
            { label: t('breaches') },
            { label: t('beats') },
          ]}
          rows={shown.map((offer) => ({ key: String(offer.no), cells: cellsOf(offer, said) }))}
        />
        {study.alternatives.ours && (
          <p className="text-muted">
            {t('alternative')}
            {said.colon}
            <span className="tabular-nums">{points(study.alternatives.ours)}</span>
            {study.alternatives.theirs && (
              <>
                {' · '}
                {t('theirAlternative')}
                {said.colon}
                <span className="tabular-nums">{points(study.alternatives.theirs)}</span>
              </>
            )}
          </p>
        )}
      </div>
    </Card>
  )
}

function cellsOf(offer: OfferStudy, { t, points, issues, colon }: StudySaid) {
  const { no, side, round, score, carried, worst, best, theirs, missing, breaches, beats } = offer
  return [
    t('offerOf', { number: no, side: t(side) }),
    round,
    score ? points(score) : '—',
    carried ? points(carried) : '—',
    missing.length === 0
      ? t('nothingOpen')
      : `${issues(missing)}${colon}${t('rangeOf', { worst: points(worst), best: points(best) })}`,
    theirs ? points(theirs) : '—',
    breaches.length > 0 ? (
      <strong key="breaches" className="text-risk">
        {issues(breaches)}
      </strong>
    ) : (
      t('none')
    ),
    beats === null ? t('unknown') : t(beats ? 'beats_yes' : 'beats_no'),
  ]
}

/** Who gave what, step by step, and what that means for the next round. N06. */
export function LogCard({ study, said }: Part) {
  const { t, points } = said
  const { log } = study
  if (!log) return null
  const steps = said.whole === 'log' ? log.steps : log.steps.slice(-mostOffers)
  const stepSaid = (step: string) => {
    if (exact(step).isZero()) return t('stayed')
    return exact(step).gt(0)
      ? t('gave', { points: points(step) })
      : t('tookBack', { points: points(exact(step).abs().toFixed()) })
  }
  const facts: [string, string | null][] = [
    [t('ownTotal'), points(log.ownTotal)],
    [t('theirTotal'), points(log.theirTotal)],
    [t('reciprocity'), log.reciprocity && exact(log.reciprocity).toFixed(2)],
    [t('gap'), log.gap && points(log.gap)],
    [t('roundsToClose'), log.roundsToClose && points(log.roundsToClose)],
  ]
  return (
    <Card id="log" title={t('log')}>
      <div className="grid gap-4">
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="tabular-nums">{value ?? '—'}</dd>
            </div>
          ))}
        </dl>
        {log.retractions.map(({ no }) => (
          <p key={no} className="notice warn">
            {t('retraction', { number: no })}
          </p>
        ))}
        {log.middle && (
          <p className={log.middle.unfair ? 'notice warn' : 'text-muted'}>
            {t('middle', { at: points(log.middle.at), costs: points(log.middle.costsUs) })}
            {log.middle.unfair &&
              ` ${t('middleUnfair', { own: points(log.middle.ownLately), their: points(log.middle.theirLately) })}`}
          </p>
        )}
        <ShowAll part="log" count={log.steps.length} shown={steps.length} said={said} />
        {steps.length > 0 && (
          <RecordTable
            caption={t('log')}
            columns={[{ label: t('offer') }, { label: t('step') }]}
            rows={steps.map(({ no, side, step }) => ({
              key: String(no),
              cells: [t('offerOf', { number: no, side: t(side) }), stepSaid(step)],
            }))}
          />
        )}
      </div>
    </Card>
  )
}

/** Which weight turns the ranking of which offers. */
export function FirmnessCard({ study, said }: Part) {
  const { t, points, issue } = said
  if (study.offers.length < 2) return null
  return (
    <Card title={t('sensitivity')}>
      {study.flips.length === 0 ? (
        <p>{t('sensitivityNone')}</p>
      ) : (
        <RecordTable
          caption={t('sensitivity')}
          columns={[{ label: t('ranking') }, { label: t('turnsAt') }, { label: t('sensitivity') }]}
          rows={study.flips.map(({ ahead, behind, key, from, to, fragile }) => ({
            key: `${ahead} ${behind}`,
            cells: [
              t('ranks', { ahead, behind }),
              t('turnsAtOf', { issue: issue(key), from: points(from), to: points(to) }),
              t(fragile ? 'fragile' : 'firm'),
            ],
          }))}
        />
      )}
    </Card>
  )
}
