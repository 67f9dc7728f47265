import { exact } from '@/lib/kernel/exact'
import { Card } from '@/lib/ui/card'
import { RecordTable } from '@/lib/ui/record-table'
import type { Study, ZoneStudy } from '../model-analysis'
import type { StudySaid } from './analysis-said'
import { ShowAll } from './show-all'

type Part = { study: Study; said: StudySaid }

/** Where numbers can meet, as far as their limit is believed to be known. N02. */
export function ZopaCard({ study, said }: Part) {
  const { t, issue, value } = said
  const zone = (key: string, found: ZoneStudy | null) =>
    found ? t('between', { from: value(key, found.from), to: value(key, found.to) }) : '—'
  return (
    <Card title={t('zopa')}>
      {study.zopas.length === 0 ? (
        <p className="text-muted">{t('zopaNone')}</p>
      ) : (
        <div className="grid gap-3">
          <p>{t('zopaText')}</p>
          <RecordTable
            caption={t('zopa')}
            columns={[
              { label: t('issue') },
              { label: t('exists') },
              { label: t('least') },
              { label: t('most') },
              { label: t('theirLimit') },
              { label: t('confidence') },
            ]}
            rows={study.zopas.map(({ key, exists, least, most, estimate, confidence }) => ({
              key,
              cells: [
                issue(key),
                t(`exists_${exists}`),
                zone(key, least),
                zone(key, most),
                zone(key, { from: estimate.low, to: estimate.high }),
                t(`confidence_${confidence}`),
              ],
            }))}
          />
        </div>
      )}
    </Card>
  )
}

const mostHints = 5

/** "Give on this, ask on that", with the rate at which both gain. N05. */
export function HintsCard({ study, said }: Part) {
  const { t, issue } = said
  if (!study.space) return null
  const shown = said.whole === 'hints' ? study.hints : study.hints.slice(0, mostHints)
  const rate = (figure: string) => exact(figure).toFixed(2)
  return (
    <Card id="hints" title={t('hints')}>
      {study.hints.length === 0 ? (
        <p className="text-muted">{t('hintsNone')}</p>
      ) : (
        <div className="grid gap-3">
          <ul className="grid gap-3">
            {shown.map(({ give, ask, low, high, equal, confidence }) => (
              <li key={`${give} ${ask}`}>
                <strong>{t('hint', { give: issue(give), ask: issue(ask) })}</strong>
                <p>
                  {high === null
                    ? t('hintOpen', { low: rate(low), equal: rate(equal) })
                    : t('hintRate', { low: rate(low), high: rate(high), equal: rate(equal) })}{' '}
                  <span className="text-muted">
                    {t('confidence')}
                    {said.colon}
                    {t(`confidence_${confidence}`)}
                  </span>
                </p>
              </li>
            ))}
          </ul>
          <ShowAll part="hints" count={study.hints.length} shown={shown.length} said={said} />
        </div>
      )}
    </Card>
  )
}

/** What they seem to weigh, by what they keep fixed. N11. */
export function WeightsCard({ study, said }: Part) {
  const { t, issue, points } = said
  return (
    <Card title={t('weights')}>
      {study.weights === null ? (
        <p className="text-muted">{t('weightsNone')}</p>
      ) : (
        <div className="grid gap-3">
          <p>{t('weightsText', { offers: study.weights.offers })}</p>
          <RecordTable
            caption={t('weights')}
            columns={[{ label: t('issue') }, { label: `${t('weight')} %`, numeric: true }]}
            rows={study.weights.shares.map(({ key, share }) => ({ key, cells: [issue(key), points(share)] }))}
          />
        </div>
      )}
    </Card>
  )
}
