import { Card } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { EmptyState } from '@/lib/ui/empty-state'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { removeKpi } from '../actions'
import { valueSaid } from '../model-said'
import type { KpisOfAgreement } from '../queries-agreement'
import { Spark } from './charts'
import { reasonSaid, type Said, splitSaid, targetSaid } from './said'
import { Scorecard } from './scorecard'
import { StatusMark } from './status-mark'

type Row = KpisOfAgreement['kpis'][number]
type PageProps = { found: KpisOfAgreement; agreementId: string; mayImport: boolean; said: Said }

/** The KPIs of an agreement: the scorecard, and every KPI with what is promised and how it stands. */
export function KpisPage({ found, agreementId, mayImport, said }: PageProps) {
  const { t } = said
  const { kpis, draftedVersionId, measured } = found
  const isMeasured = kpis.some(({ agreed }) => agreed)
  const base = `/agreements/${agreementId}/kpis`
  const add = draftedVersionId && (
    <a className="button primary" href={`${base}/new`}>
      {t('add')}
    </a>
  )
  if (kpis.length === 0)
    return (
      <Card title={t('kpis')}>
        <EmptyState icon="chart-no-axes-combined" title={t('noKpis')} text={t('noKpisText')} action={add} />
      </Card>
    )
  return (
    <div className="grid gap-5">
      {measured && <Scorecard card={found.scorecard} agreementId={agreementId} said={said} />}
      <Card
        title={t('kpis')}
        action={
          <span className="flex flex-wrap gap-2">
            {mayImport && isMeasured && (
              <a className="button" href="/imports/new">
                {said.board('importValues')}
              </a>
            )}
            {add}
          </span>
        }
        flush
      >
        <RecordTable
          caption={t('kpis')}
          sentences
          columns={[
            { label: said.word('name') },
            { label: t('side') },
            { label: t('promised') },
            { label: t('latest'), numeric: true },
            { label: t('status') },
            { label: t('trend') },
            { label: t('projection') },
            { label: t('weight'), numeric: true },
            { label: t('owner') },
          ]}
          rows={kpis.map((kpi) => ({ key: kpi.id, cells: cellsOf(kpi, base, said, draftedVersionId) }))}
        />
      </Card>
    </div>
  )
}

function cellsOf(kpi: Row, base: string, said: Said, draftedVersionId: string | null) {
  const { t, word } = said
  const { last, projection, trend } = kpi
  const values = trend.map(Number)
  return [
    <span key="name" className="grid justify-items-start gap-1">
      <a href={`${base}/${kpi.id}`}>{kpi.name}</a>
      <span className="flex flex-wrap gap-1">
        <Chip>{kpi.code}</Chip>
        {kpi.change && <Chip tone={kpi.change === 'ended' ? 'warn' : 'info'}>{t(`change_${kpi.change}`)}</Chip>}
      </span>
      {draftedVersionId && kpi.change !== 'ended' && (
        <Press
          action={removeKpi}
          values={{ agreementVersionId: draftedVersionId, kpiId: kpi.id }}
          label={t(kpi.change === 'new' ? 'removeNamed' : 'endsNamed', { name: kpi.name })}
        >
          {t(kpi.change === 'new' ? 'remove' : 'ends')}
        </Press>
      )}
    </span>,
    said.board(`party_${kpi.party}`),
    <span key="promised" className="grid">
      {targetSaid(kpi.promised, kpi, said)}
      {kpi.drafted && (
        <span className="text-muted">{t('becomes', { target: targetSaid(kpi.drafted, kpi, said) })}</span>
      )}
    </span>,
    last ? (
      <a key="latest" href={`${base}/${kpi.id}#${last.key}`}>
        {valueSaid(last.value, kpi, word)} <span className="text-muted">({last.key})</span>
      </a>
    ) : (
      '—'
    ),
    <span key="status" className="grid justify-items-start gap-1">
      {kpi.agreed ? <StatusMark status={last?.status ?? 'noData'} word={said.board} /> : <Chip>{t('notSigned')}</Chip>}
      {last && <span className="text-muted">{reasonSaid(last, kpi, said)}</span>}
      {last && kpi.segments.length > 1 && (
        <span className="text-muted">
          {splitSaid({ segments: kpi.segments, total: kpi.cumulative ? null : last }, kpi, said)}
        </span>
      )}
      {kpi.openBreaches > 0 && (
        <a href={`/agreements/breaches?kpi=${kpi.id}`}>{said.board('openBreaches', { count: kpi.openBreaches })}</a>
      )}
      {kpi.agreed && kpi.missingSince && (
        <a href={`${base}/${kpi.id}`} className="text-muted">
          {t('missingSince', { day: daySaid(kpi.missingSince, said) })}
        </a>
      )}
    </span>,
    values.length > 1 ? (
      <Spark
        key="trend"
        values={values}
        target={last?.thresholds && 'target' in last.thresholds ? Number(last.thresholds.target) : null}
        label={said.board('trendOf', {
          count: values.length,
          first: valueSaid(trend[0] ?? '0', kpi, word),
          last: valueSaid(trend.at(-1) ?? '0', kpi, word),
        })}
      />
    ) : (
      '—'
    ),
    projection ? (
      <span key="projection" className="grid">
        <span className="tabular-nums">{valueSaid(projection.projection, kpi, word)}</span>
        <span className="text-muted">{t(`by_${projection.method}`)}</span>
      </span>
    ) : (
      '—'
    ),
    kpi.weight,
    kpi.owner,
  ]
}
