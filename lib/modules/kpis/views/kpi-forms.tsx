'use client'
import { Form } from '@/lib/ui/form'
import { FormPart } from '@/lib/ui/form-part'
import { useTranslator } from '@/lib/ui/locale'
import { ProofField } from '@/lib/ui/proof-field'
import { TextField } from '@/lib/ui/text-field'
import { addKpi, editKpi, measureKpi, setSeasonal, setTarget } from '../actions'
import { pageWords } from '../messages-pages'
import type { KpiDirection, KpiUnit, Thresholds } from '../model-values'
import { LimitFields, TermFields, type Terms } from './term-fields'

type Member = { id: string; name: string }
type Measure = { unit: KpiUnit; direction: KpiDirection; aggregation: string }
const isCreditable = ({ unit, direction }: Measure) => unit === 'percent' && direction === 'higher'
type AddProps = {
  versionId: string
  code: string
  kpi: Measure
  terms: Terms
  members: readonly Member[]
  back: string
}

/** Agrees on a KPI of the library: target and limits, who measures it and when, what follows when it is missed. */
export function AddKpiForm({ versionId, code, kpi, terms, members, back }: AddProps) {
  const t = useTranslator(pageWords)
  return (
    <Form
      action={addKpi}
      submit={t('add')}
      after={back}
      cancelHref={back}
      foot="sticky"
      draft={`kpis.add.${versionId}.${code}`}
    >
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <input type="hidden" name="code" defaultValue={code} />
      <FormPart title={t('target')}>
        <LimitFields kpi={kpi} />
      </FormPart>
      <TermFields terms={terms} members={members} adds={kpi.aggregation === 'sum'} creditable={isCreditable(kpi)} />
    </Form>
  )
}

type EditProps = Omit<AddProps, 'code'> & { kpiId: string; version: number; limits: Thresholds | null }

/** Changes what the draft agrees of a KPI. */
export function EditKpiForm({ versionId, kpiId, version, kpi, limits, terms, members, back }: EditProps) {
  const t = useTranslator(pageWords)
  return (
    <Form action={editKpi} submit={t('save')} after={back} cancelHref={back} foot="sticky">
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <input type="hidden" name="kpiId" defaultValue={kpiId} />
      <input type="hidden" name="version" defaultValue={version} />
      <FormPart title={t('target')}>
        <LimitFields kpi={kpi} limits={limits} />
      </FormPart>
      <TermFields terms={terms} members={members} adds={kpi.aggregation === 'sum'} creditable={isCreditable(kpi)} />
    </Form>
  )
}

type TargetProps = { versionId: string; kpiId: string; kpi: Measure; limits: Thresholds | null; back: string }

/** Another target from where the drafted version holds. */
export function TargetForm({ versionId, kpiId, kpi, limits, back }: TargetProps) {
  const t = useTranslator(pageWords)
  return (
    <Form action={setTarget} submit={t('retarget')} after={back} cancelHref={back}>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <input type="hidden" name="kpiId" defaultValue={kpiId} />
      <div className="form-grid">
        <LimitFields kpi={kpi} limits={limits} />
      </div>
    </Form>
  )
}

/** A target of its own for one period. */
export function SeasonalForm({ versionId, kpiId, kpi }: Omit<TargetProps, 'limits' | 'back'>) {
  const t = useTranslator(pageWords)
  return (
    <Form action={setSeasonal} submit={t('setSeasonal')} again secondary>
      <input type="hidden" name="agreementVersionId" defaultValue={versionId} />
      <input type="hidden" name="kpiId" defaultValue={kpiId} />
      <div className="form-grid">
        <TextField name="period" label={t('period')} hint={t('periodHint')} required maxLength={20} />
        <LimitFields kpi={kpi} />
      </div>
    </Form>
  )
}

type MeasureProps = {
  kpiId: string
  period: string
  unit: string
  /** What is counted and of what, for a ratio. */
  parts: { numerator: string | null; denominator: string | null } | null
  /** The value that is on record and will be restated. */
  restates: boolean
  back: string
}

/** What was measured in one period: the two parts of a ratio or the value, with its evidence. */
export function MeasureForm({ kpiId, period, unit, parts, restates, back }: MeasureProps) {
  const t = useTranslator(pageWords)
  return (
    <Form action={measureKpi} submit={t('enter')} after={back} draft={`kpis.measure.${kpiId}.${period}`}>
      <input type="hidden" name="kpiId" defaultValue={kpiId} />
      <input type="hidden" name="period" defaultValue={period} />
      <div className="form-grid">
        {parts && (
          <>
            <TextField
              name="numerator"
              label={t('numeratorOf')}
              inputMode="decimal"
              {...(parts.numerator ? { hint: parts.numerator } : {})}
            />
            <TextField
              name="denominator"
              label={t('denominatorOf')}
              inputMode="decimal"
              {...(parts.denominator ? { hint: parts.denominator } : {})}
            />
          </>
        )}
        <TextField
          name="value"
          label={t('value')}
          unit={unit}
          inputMode="decimal"
          {...(parts ? { hint: t('valueHint') } : {})}
        />
        {restates && <TextField name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={1000} />}
        <TextField name="note" label={t('note')} maxLength={1000} />
        <ProofField label={t('evidence')} hint={t('evidenceHint')} />
      </div>
    </Form>
  )
}
