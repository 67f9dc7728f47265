import { marksOf } from '@/lib/kernel/punctuation'
import { Card, Facts } from '@/lib/ui/card'
import { Chip } from '@/lib/ui/chip'
import { Press } from '@/lib/ui/press'
import { daySaid } from '@/lib/ui/reader'
import { RecordTable } from '@/lib/ui/record-table'
import { ThreadLink } from '@/lib/ui/thread-link'
import { dropTarget } from '../actions'
import { valueSaid } from '../model-said'
import type { KpiRecord } from '../queries-record'
import { ClauseForm } from './clause-form'
import { MeasureForm, SeasonalForm, TargetForm } from './kpi-forms'
import { KpiPeriods } from './kpi-periods'
import { creditSaid, type Said, targetSaid } from './said'

type PartProps = { kpi: KpiRecord; said: Said }

/** One KPI of an agreement: what is promised, the value to enter, and every period with its revisions. */
export function KpiPage({ kpi, wanted, said }: PartProps & { wanted: string | null }) {
  const { t } = said
  const base = `/agreements/${kpi.agreementId}/kpis`
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <a href={base}>{t('back')}</a>
        <h2 className="text-xl font-semibold">{kpi.name}</h2>
        <Chip>{kpi.code}</Chip>
        <Chip>{said.board(`party_${kpi.party}`)}</Chip>
        <ThreadLink at={{ kpi: kpi.id }} name={kpi.name} locale={said.locale} />
        {kpi.openBreaches > 0 && (
          <a href={`/agreements/breaches?kpi=${kpi.id}`}>{said.board('openBreaches', { count: kpi.openBreaches })}</a>
        )}
        {kpi.mayEdit && (
          <a className="button small" href={`${base}/${kpi.id}/edit`} aria-label={t('editNamed', { name: kpi.name })}>
            {t('edit')}
          </a>
        )}
      </div>
      <Entering kpi={kpi} wanted={wanted} said={said} />
      {kpi.inForce && <KpiPeriods kpi={kpi} said={said} />}
      <Targets kpi={kpi} said={said} />
      <Terms kpi={kpi} said={said} />
      <Clause kpi={kpi} said={said} />
    </div>
  )
}

/** The value that is wanted: of the period asked for, otherwise of the first one that is missing. */
function Entering({ kpi, wanted, said }: PartProps & { wanted: string | null }) {
  const { t, word } = said
  if (!kpi.mayMeasure) return null
  const asked = kpi.periods.find(({ key }) => key === wanted)
  const period = asked ?? kpi.periods.findLast(({ missing }) => missing)
  if (!period || (period.current && !period.mayRestate))
    return kpi.periods.length > 0 ? <p className="text-muted">{t('nothingMissing')}</p> : null
  const title = t(period.current ? 'restate' : 'enterFor', { period: period.key })
  return (
    <Card title={title} id="enter">
      <MeasureForm
        key={period.key}
        kpiId={kpi.id}
        period={period.key}
        unit={word(`unit_${kpi.unit}`)}
        parts={kpi.aggregation === 'ratio' ? { numerator: kpi.numerator, denominator: kpi.denominator } : null}
        restates={period.current !== null}
        back={`/agreements/${kpi.agreementId}/kpis/${kpi.id}`}
      />
    </Card>
  )
}

function Targets({ kpi, said }: PartProps) {
  const { t } = said
  const { draftedVersionId: versionId } = kpi
  const usual = kpi.targets.filter(({ seasonal }) => !seasonal).at(-1)?.thresholds ?? null
  const columns = [
    { label: t('version') },
    { label: t('holds') },
    { label: t('promised') },
    { label: t('amber'), numeric: true },
    { label: t('zero'), numeric: true },
    ...(versionId ? [{ label: t('edit') }] : []),
  ]
  const numberSaid = (value: string | undefined) => (value === undefined ? '—' : valueSaid(value, kpi, said.word))
  return (
    <Card title={t('targets')}>
      <div className="grid gap-5">
        <RecordTable
          caption={t('targets')}
          columns={columns}
          rows={kpi.targets.map((target) => {
            const limits = target.thresholds && 'amber' in target.thresholds ? target.thresholds : null
            const from = daySaid(target.fromDay, said)
            return {
              key: target.id,
              cells: [
                <span key="version" className="flex flex-wrap gap-1">
                  {t('versionOf', { number: target.number })}
                  {target.drafted && <Chip>{t('drafted')}</Chip>}
                </span>,
                target.toDay ? t('fromTo', { from, to: daySaid(target.toDay, said) }) : t('fromOn', { day: from }),
                targetSaid(target.thresholds, kpi, said),
                numberSaid(limits?.amber),
                numberSaid(limits?.zero),
                ...(versionId
                  ? [
                      target.mine && (target.seasonal || !kpi.mayEdit) ? (
                        <Press
                          key="back"
                          action={dropTarget}
                          values={{ kpiTargetId: target.id }}
                          label={t('takeBackNamed', { day: from })}
                        >
                          {t('takeBack')}
                        </Press>
                      ) : (
                        '—'
                      ),
                    ]
                  : []),
              ],
            }
          })}
        />
        {kpi.inForce && !versionId && (
          <p>
            <a href={`/agreements/${kpi.agreementId}/changes`}>{t('byAmendment')}</a>
          </p>
        )}
        {versionId && !kpi.mayEdit && (
          <section className="grid gap-2">
            <h3>{t('retarget')}</h3>
            <TargetForm
              versionId={versionId}
              kpiId={kpi.id}
              kpi={kpi}
              limits={usual}
              back={`/agreements/${kpi.agreementId}/kpis`}
            />
          </section>
        )}
        {versionId && !kpi.cumulative && (
          <details>
            <summary>{t('seasonal')}</summary>
            <p className="hint">{t('seasonalHint')}</p>
            <SeasonalForm versionId={versionId} kpiId={kpi.id} kpi={kpi} />
          </details>
        )}
      </div>
    </Card>
  )
}

/** The clause that it measures: said by hand, as it is no part of what was signed. */
function Clause({ kpi, said: { t } }: PartProps) {
  const { clauses, clauseKey, mayName } = kpi
  if (clauses.length === 0) return null
  const heading = clauses.find(({ key }) => key === clauseKey)?.heading
  return (
    <Card title={t('clause')}>
      <div className="grid gap-3">
        {heading ? <p>{heading}</p> : <p className="notice warn">{t('namesNoClause')}</p>}
        {mayName && <ClauseForm kpiId={kpi.id} clauseKey={clauseKey} clauses={clauses} />}
      </div>
    </Card>
  )
}

function Terms({ kpi, said }: PartProps) {
  const { t, word } = said
  const { inARow, reds, of } = kpi.breachRule
  const { comma, semicolon } = marksOf(said.locale)
  const many = reds !== undefined && of !== undefined ? `${semicolon}${t('reds')} ${reds}${comma}${t('of')} ${of}` : ''
  return (
    <Card title={t('terms')}>
      <Facts
        facts={[
          { label: t('definition'), value: kpi.definition, wide: true },
          { label: word('formula'), value: kpi.numerator && `${kpi.numerator} ÷ ${kpi.denominator}`, wide: true },
          { label: t('frequency'), value: said.board(`frequency_${kpi.frequency}`) },
          { label: t('source'), value: t(`source_${kpi.source}`) },
          { label: t('owner'), value: kpi.owner.name },
          { label: t('weight'), value: kpi.weight },
          { label: t('startsOn'), value: daySaid(kpi.startsOn, said) },
          { label: t('endsOn'), value: daySaid(kpi.endsOn, said) },
          { label: t('graceDays'), value: String(kpi.graceDays) },
          {
            label: word('aggregation'),
            value: kpi.cumulative ? t('cumulative') : word(`aggregation_${kpi.aggregation}`),
          },
          { label: t('inARow'), value: `${inARow}${many}` },
          { label: t('consequence'), value: t(`consequence_${kpi.consequence}`) },
          { label: t('consequenceNote'), value: kpi.consequenceNote, wide: true },
          ...(kpi.credit
            ? [{ label: t('credit'), value: creditSaid(kpi.credit, kpi.currency, said), wide: true }]
            : []),
        ]}
      />
    </Card>
  )
}
