import { grouped } from '@/lib/kernel/grouped'
import { parseAmount } from '@/lib/kernel/money'
import { remembered } from '@/lib/kernel/remembered'
import type { IntakePlan, IntakeRow } from '@/lib/modules/kpis/model-intake'
import { readPeriodKey } from '@/lib/modules/kpis/model-periods'
import { type PlannedRow, refusedRow } from './model-plan'
import type { ReadRow } from './rules-rows'

/** What rows with measurements come to, and those of the whole file that contradict or repeat others. */
export type MeasurementsWorld = {
  plans: Map<number, IntakePlan>
  contradicting: Set<number>
  /** Rows that say what an earlier one said: the number of that one. */
  repeating: Map<number, number>
}

export const newMeasurementsWorld = (): MeasurementsWorld => ({
  plans: new Map(),
  contradicting: new Set(),
  repeating: new Map(),
})

/** A row as the module of KPIs plans it. */
export const intakeRow = ({ number, values }: ReadRow): IntakeRow => ({
  row: number,
  agreement: values.agreement ?? '',
  kpi: values.kpi ?? '',
  party: values.party ?? '',
  period: values.period ?? '',
  value: values.value ?? '',
  numerator: values.numerator ?? '',
  denominator: values.denominator ?? '',
  note: values.note ?? '',
})

const bare = remembered((typed: string) => typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase())
const figure = (typed = '') => parseAmount(bare(typed).replace(/[%‰]$/, '')) ?? bare(typed)

/** The period as it is meant: 2026-1, 2026/01 and 115年1月 are the same one. */
const periodOf = remembered((typed: string) => readPeriodKey(typed) ?? typed)

/**
 * Rows of the whole file for the same KPI and period, however far apart: with different values all of them are refused, with
 * the same value the first one counts. K11.
 */
export function seeMeasurements(world: MeasurementsWorld, rows: readonly ReadRow[]): void {
  const groups = grouped(
    rows.filter(({ fault }) => fault === null),
    ({ values: { agreement, kpi, party, period } }) =>
      [agreement, kpi, party, periodOf(period ?? '')].map((typed = '') => bare(typed)).join('\n'),
  )
  for (const group of groups.values()) {
    const [first, ...others] = group
    if (!first || others.length === 0) continue
    const said = ({ values }: ReadRow) => [values.value, values.numerator, values.denominator].map(figure).join('\n')
    const agrees = others.every((row) => said(row) === said(first))
    for (const { number } of agrees ? [] : group) world.contradicting.add(number)
    for (const { number } of agrees ? others : []) world.repeating.set(number, first.number)
  }
}

/** What becomes of each row, as the module of KPIs has planned it. */
export const planMeasurements = (world: MeasurementsWorld, rows: readonly ReadRow[]): PlannedRow[] =>
  rows.map(({ number, fault, notes }) => {
    if (fault) return refusedRow(number, fault, notes)
    if (world.contradicting.has(number)) return refusedRow(number, { code: 'measure_ambiguousDuplicate' }, notes)
    const plan = world.plans.get(number)
    if (!plan) return refusedRow(number, { code: 'measure_incomplete' }, notes)
    if (plan.outcome === 'refused') return refusedRow(number, { code: plan.reason }, notes)
    const earlier = world.repeating.get(number) ?? (plan.outcome === 'repeated' ? plan.as : undefined)
    if (earlier !== undefined || plan.outcome === 'repeated') {
      const note = { code: 'measure_repeats', params: { row: earlier ?? number } }
      return { number, outcome: 'same', reason: null, notes: [...notes, note], differences: [], subject: null }
    }
    const { outcome, is, before, beforeId } = plan
    const differences = outcome === 'update' ? [{ field: 'value', before, after: is.value }] : []
    const subject = outcome === 'same' && beforeId ? { id: beforeId } : { row: number }
    return { number, outcome, reason: null, notes, differences, subject }
  })
