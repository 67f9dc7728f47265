'use client'
import type { CreditTerms } from '@/lib/kernel/service-credit'
import { CheckboxField, ChoiceField, SelectField } from '@/lib/ui/choice-field'
import { DateField } from '@/lib/ui/date-field'
import { FormPart } from '@/lib/ui/form-part'
import { useTranslator } from '@/lib/ui/locale'
import { TextField } from '@/lib/ui/text-field'
import { words } from '../messages'
import { boardWords } from '../messages-board'
import { pageWords } from '../messages-pages'
import { consequences, parties } from '../model'
import { frequencies, type KpiDirection, type KpiUnit, sources, type Thresholds } from '../model-values'

type Measure = { unit: KpiUnit; direction: KpiDirection }

/** Target and limits of one direction, in the KPI's unit. */
export function LimitFields({ kpi, limits = null }: { kpi: Measure; limits?: Thresholds | null }) {
  const t = useTranslator(pageWords)
  const unit = useTranslator(words)(`unit_${kpi.unit}`)
  const numbers = { ...limits } as Readonly<Record<string, string>>
  const field = (name: 'target' | 'amber' | 'zero' | 'low' | 'high' | 'tolerance', hint?: string) => (
    <TextField
      key={name}
      name={name}
      label={t(name)}
      unit={unit}
      inputMode="decimal"
      required
      defaultValue={numbers[name] ?? ''}
      {...(hint ? { hint } : {})}
    />
  )
  if (kpi.direction === 'range') return [field('low'), field('high'), field('tolerance', t('toleranceHint'))]
  return [
    field('target'),
    field('amber', t(kpi.direction === 'higher' ? 'amberHintHigher' : 'amberHintLower')),
    field('zero', t('zeroHint')),
  ]
}

export type Terms = {
  party: string
  ownerId: string
  weight: string
  source: string
  frequency: string
  startsOn: string | null
  endsOn: string | null
  graceDays: number
  cumulative: boolean
  breachRule: Readonly<Record<string, number>>
  planRequired: boolean
  consequence: string
  consequenceNote: string | null
  credit: CreditTerms | null
}

type TermProps = { terms: Terms; members: readonly { id: string; name: string }[]; adds: boolean; creditable: boolean }

/** Everything that is agreed of a KPI beside its target. */
export function TermFields({ terms, members, adds, creditable }: TermProps) {
  const t = useTranslator(pageWords)
  const board = useTranslator(boardWords)
  const { inARow = 2, reds, of } = terms.breachRule
  return (
    <>
      <FormPart title={t('measure')}>
        <ChoiceField
          name="party"
          label={t('party')}
          required
          defaultValue={terms.party}
          options={parties.map((value) => ({ value, label: board(`party_${value}`) }))}
        />
        <SelectField
          name="ownerId"
          label={t('owner')}
          hint={t('ownerHint')}
          empty={null}
          defaultValue={terms.ownerId}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ChoiceField
          name="frequency"
          label={t('frequency')}
          required
          defaultValue={terms.frequency}
          options={frequencies.map((value) => ({ value, label: board(`frequency_${value}`) }))}
        />
        <SelectField
          name="source"
          label={t('source')}
          empty={null}
          defaultValue={terms.source}
          options={sources.map((value) => ({ value, label: t(`source_${value}`) }))}
        />
        <DateField name="startsOn" label={t('startsOn')} required defaultValue={terms.startsOn} />
        <DateField name="endsOn" label={t('endsOn')} hint={t('endsOnHint')} defaultValue={terms.endsOn} />
        <TextField
          name="graceDays"
          label={t('graceDays')}
          hint={t('graceHint')}
          inputMode="numeric"
          defaultValue={terms.graceDays}
        />
        <TextField
          name="weight"
          label={t('weight')}
          hint={t('weightHint')}
          inputMode="decimal"
          defaultValue={terms.weight}
        />
        {adds && (
          <CheckboxField
            name="cumulative"
            label={t('cumulative')}
            hint={t('cumulativeHint')}
            defaultChecked={terms.cumulative}
          />
        )}
      </FormPart>
      <FormPart title={t('breach')}>
        <TextField name="inARow" label={t('inARow')} inputMode="numeric" defaultValue={inARow} />
        <TextField name="reds" label={t('reds')} inputMode="numeric" defaultValue={reds ?? ''} />
        <TextField name="of" label={t('of')} inputMode="numeric" defaultValue={of ?? ''} />
        <CheckboxField name="planRequired" label={t('planRequired')} defaultChecked={terms.planRequired} />
        <SelectField
          name="consequence"
          label={t('consequence')}
          empty={null}
          defaultValue={terms.consequence}
          options={consequences.map((value) => ({ value, label: t(`consequence_${value}`) }))}
        />
        <TextField
          name="consequenceNote"
          label={t('consequenceNote')}
          maxLength={1000}
          defaultValue={terms.consequenceNote ?? ''}
        />
      </FormPart>
      {creditable && <CreditFields credit={terms.credit} />}
    </>
  )
}

const tierRows = [0, 1, 2] as const

/** What a red period costs: a fee, the cap, and up to three steps. */
function CreditFields({ credit }: { credit: CreditTerms | null }) {
  const t = useTranslator(pageWords)
  const number = (name: string, label: string, value: string | undefined, hint?: string) => (
    <TextField
      key={name}
      name={name}
      label={label}
      {...(name === 'monthlyFee' ? {} : { unit: '%' })}
      {...(hint ? { hint } : {})}
      inputMode="decimal"
      defaultValue={value ?? ''}
    />
  )
  return (
    <FormPart title={t('credit')} text={t('creditText')}>
      {number('monthlyFee', t('monthlyFee'), credit?.monthlyFee)}
      {number('cap', t('cap'), credit?.cap, t('capHint'))}
      {tierRows.flatMap((row) => [
        number(`tiers.${row}.from`, t('tierFrom', { row: row + 1 }), credit?.tiers[row]?.from),
        number(`tiers.${row}.pct`, t('tierPct', { row: row + 1 }), credit?.tiers[row]?.pct),
      ])}
    </FormPart>
  )
}
