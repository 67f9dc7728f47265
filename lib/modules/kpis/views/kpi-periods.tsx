import { dayOf } from '@/lib/kernel/day'
import { marksOf } from '@/lib/kernel/punctuation'
import { Bars } from '@/lib/ui/bars'
import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { HistoryChart } from '@/lib/ui/history-chart'
import type { HistoryPoint } from '@/lib/ui/history-drawing'
import { Icon } from '@/lib/ui/icon'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { differenceSaid, valueSaid } from '../model-said'
import type { KpiRecord } from '../queries-record'
import { reasonSaid, rewrittenSaid, type Said, splitSaid, targetSaid } from './said'
import { StatusMark } from './status-mark'

type Period = KpiRecord['periods'][number]
type Revision = Period['older'][number]
type PartProps = { kpi: KpiRecord; said: Said }
const mostDrawn = 24

/** Every period of a KPI with its value, the target that held in it, how it stands and why; older revisions beneath. */
export function KpiPeriods({ kpi, said }: PartProps) {
  const { t } = said
  if (kpi.periods.length === 0)
    return (
      <Card title={t('history')}>
        <p className="text-muted">{t('noPeriods')}</p>
      </Card>
    )
  return (
    <Card title={t('history')}>
      <div className="grid gap-5">
        <HistoryChart label={t('chartOf', { name: kpi.name })} points={pointsOf(kpi, said)}>
          <Chart kpi={kpi} said={said} />
        </HistoryChart>
        <Totals kpi={kpi} said={said} />
        <RecordTable
          caption={t('history')}
          sentences
          columns={[
            { label: t('period') },
            { label: t('value'), numeric: true },
            { label: t('target') },
            { label: t('status') },
            { label: t('evidence') },
          ]}
          rows={kpi.periods.map((period) => ({ key: period.key, cells: cellsOf(kpi, period, said) }))}
        />
      </div>
    </Card>
  )
}

function Chart({ kpi, said }: PartProps) {
  const drawn = kpi.periods.slice(0, mostDrawn).reverse()
  const last = drawn.findLast(({ standing }) => standing?.thresholds)?.standing?.thresholds
  return (
    <Bars
      label={said.t('chartOf', { name: kpi.name })}
      columns={drawn.map(({ key, standing }) => ({
        key,
        bars: standing
          ? [
              {
                from: '0',
                to: standing.value,
                tone: standing.status === 'red' ? ('lost' as const) : ('figure' as const),
              },
            ]
          : [],
        foot: key.slice(-2),
      }))}
      line={!kpi.cumulative && last && 'target' in last ? last.target : null}
    />
  )
}

/** What is drawn of each period, the earliest first; a period without a value leaves a gap, which is never 0. */
function pointsOf(kpi: KpiRecord, said: Said): HistoryPoint[] {
  const { t, word, board } = said
  return [...kpi.periods].reverse().map(({ key, standing, missing }) => {
    const thresholds = standing?.thresholds ?? null
    const target = !kpi.cumulative && thresholds && 'target' in thresholds ? Number(thresholds.target) : null
    const words = standing
      ? [valueSaid(standing.value, kpi, word), targetSaid(thresholds, kpi, said), board(`status_${standing.status}`)]
      : [t(missing ? 'missing' : 'running')]
    return { key, value: standing ? Number(standing.value) : null, target, isRed: standing?.status === 'red', words }
  })
}

function Totals({ kpi, said }: PartProps) {
  const { t, word } = said
  const { whole, projection } = kpi
  const value =
    whole.value !== null
      ? t('wholeOf', { value: valueSaid(whole.value, kpi, word), count: whole.periods })
      : whole.problem === 'partsMissing'
        ? t('partsMissing')
        : null
  return (
    <dl className="grid gap-4 sm:grid-cols-3">
      {value && (
        <div>
          <dt className="text-muted">{t('whole')}</dt>
          <dd>{value}</dd>
        </div>
      )}
      {projection && (
        <>
          <div>
            <dt className="text-muted">{t('projection')}</dt>
            <dd>
              {valueSaid(projection.projection, kpi, word)}{' '}
              <span className="text-muted">{t(`by_${projection.method}`)}</span>
            </dd>
          </div>
          {projection.requiredPerPeriod !== null && (
            <div>
              <dt className="text-muted">{t('toDate')}</dt>
              <dd>
                {valueSaid(projection.toDate, kpi, word)}{' '}
                <span className="text-muted">
                  {t('required', { value: valueSaid(projection.requiredPerPeriod, kpi, word) })}
                </span>
              </dd>
            </div>
          )}
        </>
      )}
    </dl>
  )
}

function cellsOf(kpi: KpiRecord, period: Period, said: Said) {
  const { t, word } = said
  const { key, current, standing, segments, rewritten } = period
  const enter = `/agreements/${kpi.agreementId}/kpis/${kpi.id}?period=${key}#enter`
  return [
    <span key="period" id={key} className="tabular-nums">
      {key}
    </span>,
    current ? (
      <OneValue key="value" kpi={kpi} revision={current} said={said} />
    ) : segments.length === 0 ? (
      '—'
    ) : (
      <Chip key="value" tone={period.missing ? 'warn' : 'plain'}>
        {t(period.missing ? 'missing' : 'running')}
      </Chip>
    ),
    <span key="target" className="grid">
      {standing?.thresholds ? targetSaid(standing.thresholds, kpi, said) : '—'}
      {segments.length > 1 && (
        <span className="text-muted">
          {splitSaid({ segments, total: kpi.cumulative ? null : standing }, kpi, said)}
        </span>
      )}
    </span>,
    <span key="status" className="grid justify-items-start gap-1">
      {standing && (
        <>
          <StatusMark status={standing.status} word={said.board} />
          <span className="text-muted">
            {kpi.cumulative && `${t('toDate')} ${valueSaid(standing.value, kpi, word)}${marksOf(said.locale).colon}`}
            {reasonSaid(standing, kpi, said)}
          </span>
          {rewritten.map((each) => (
            <span key={each.number} className="notice info">
              {rewrittenSaid(each, kpi, said)}
            </span>
          ))}
        </>
      )}
    </span>,
    <span key="evidence" className="grid justify-items-start gap-1">
      {current && <Source revision={current} said={said} />}
      {kpi.mayMeasure && (!current || period.mayRestate) && (
        <a className="button small" href={enter} aria-label={t(current ? 'restate' : 'enterFor', { period: key })}>
          {t(current ? 'restateShort' : 'enter')}
        </a>
      )}
      {current && !period.mayRestate && <Chip icon="lock">{t('closedPeriod')}</Chip>}
      {period.older.length > 0 && (
        <details>
          <summary>{t('older', { period: key })}</summary>
          {period.older.map((revision) => (
            <div key={revision.id} className="grid gap-1">
              <OneValue kpi={kpi} revision={revision} said={said} />
              <Source revision={revision} said={said} />
            </div>
          ))}
        </details>
      )}
    </span>,
  ]
}

function OneValue({ kpi, revision, said: { t, word } }: PartProps & { revision: Revision }) {
  const { value, numerator, denominator } = revision
  return (
    <span className="grid">
      <span>{valueSaid(value, kpi, word)}</span>
      {numerator !== null && denominator !== null && (
        <span className="text-muted">
          {numerator} ÷ {denominator}
        </span>
      )}
      {revision.theirValue !== null && (
        <span>
          {t('theirValue', {
            value: valueSaid(revision.theirValue, kpi, word),
            difference: differenceSaid(value, revision.theirValue, kpi, word),
          })}
        </span>
      )}
      {revision.revision > 1 && <span className="text-muted">{t('revision', { number: revision.revision })}</span>}
    </span>
  )
}

function Source({ revision, said }: { revision: Revision; said: Said }) {
  const { t } = said
  const { by, at, source, file, note, reason } = revision
  return (
    <>
      <span className="text-muted">
        {t('enteredBy', { name: by, at: daySaid(dayOf(new Date(at), said.timeZone), said) })} · {t(`source_${source}`)}
      </span>
      {file && (
        <a href={`/api/files/${file.id}`} className="inline-flex items-center gap-1">
          <Icon name="paperclip" />
          {file.name}
        </a>
      )}
      {revision.sharing !== 'notShared' && (
        <Chip tone={revision.sharing === 'disputed' ? 'risk' : revision.sharing === 'agreed' ? 'ok' : 'info'}>
          {t(`sharing_${revision.sharing}`)}
        </Chip>
      )}
      {revision.theirSource && <span>{t('theirSource', { source: revision.theirSource })}</span>}
      {revision.disputeNote && <span className="text-muted">{revision.disputeNote}</span>}
      {reason && <span>{reason}</span>}
      {note && <span>{note}</span>}
    </>
  )
}
