import type { Actor } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import type { FiscalCalendar } from '@/lib/kernel/fiscal'
import { grouped } from '@/lib/kernel/grouped'
import { remembered } from '@/lib/kernel/remembered'
import type { IntakePlan, IntakeReason, IntakeRow } from './model-intake'
import type { SharingState } from './model-states'
import type { Frequency, KpiUnit } from './model-values'
import { type ImportResult, type ImportRow, type ImportValue, importRows } from './rules-import'
import { isClosed, isInForce, mayMeasure, mayRestateClosed } from './rules-measuring'
import { periodNamed } from './rules-periods'

/** A KPI that rows may mean, with what decides whether and by whom it is measured. */
export type IntakeKpi = {
  id: string
  agreement: string
  agreementId: string
  accountId: string
  code: string
  party: string
  unit: KpiUnit
  frequency: Frequency
  startsOn: Day
  endsOn: Day
  agreementEndsOn: Day
  endedOn: Day | null
  state: string
  signed: boolean
  kpiOwnerId: string
  ownerId: string
  onTeam: boolean
}

type Existing = { id: string; kpiId: string; period: string; sharing: string } & ImportValue

export type IntakeWorld = {
  /** The numbers of agreements that are known, also of those without the wanted KPI. */
  agreements: ReadonlySet<string>
  kpis: readonly IntakeKpi[]
  existing: readonly Existing[]
  calendar: FiscalCalendar
  actor: Actor
  today: Day
}

/** Numbers and codes are compared in capitals, in half-width letters. */
export const codeOf = remembered((typed: string): string => typed.normalize('NFKC').trim().toUpperCase())

const parties: Readonly<Record<string, string>> = {
  ...{ US: 'us', OURS: 'us', 我方: 'us' },
  ...{ THEM: 'them', THEIRS: 'them', CLIENT: 'them', 客戶: 'them', 對方: 'them' },
  ...{ JOINT: 'joint', BOTH: 'joint', 雙方: 'joint' },
}

/**
 * What becomes of every row: a new value, one that restates another, the same as on record or as another row, or refused with
 * the reason. Rows that contradict each other are all refused. K11.
 */
export function planned(rows: readonly IntakeRow[], world: IntakeWorld): IntakePlan[] {
  const plans = new Map<number, IntakePlan>()
  const known = grouped(world.kpis, ({ agreement, code }) => `${agreement} ${codeOf(code)}`)
  const meant = new Map(rows.map((row) => [row, meantBy(row, known, world)]))
  const sound: { row: IntakeRow; kpi: IntakeKpi }[] = []
  for (const [row, kpi] of meant)
    if (typeof kpi === 'string') plans.set(row.row, { row: row.row, outcome: 'refused', reason: kpi })
    else sound.push({ row, kpi })
  const existing = grouped(world.existing, ({ kpiId }) => kpiId)
  for (const [kpi, its] of grouped(sound, (each) => each.kpi))
    for (const plan of plannedOf(
      kpi,
      its.map(({ row }) => row),
      existing.get(kpi.id) ?? [],
      world,
    ))
      plans.set(plan.row, plan)
  return rows.flatMap(({ row }) => plans.get(row) ?? [])
}

/** The KPI that a row means and may change; otherwise why not. */
function meantBy(
  row: IntakeRow,
  known: ReadonlyMap<string, readonly IntakeKpi[]>,
  { agreements, actor }: IntakeWorld,
): IntakeKpi | IntakeReason {
  const [agreement, code, party] = [codeOf(row.agreement), codeOf(row.kpi), codeOf(row.party)]
  if (agreement === '' || code === '' || row.period.trim() === '') return 'measure_incomplete'
  if (!agreements.has(agreement)) return 'measure_agreementUnknown'
  const meant = known.get(`${agreement} ${code}`) ?? []
  const its = party === '' ? meant : meant.filter((each) => each.party === parties[party])
  const [kpi] = its
  if (!kpi) return 'measure_kpiUnknown'
  if (its.length > 1) return 'measure_kpiAmbiguous'
  if (!mayMeasure(actor, kpi.kpiOwnerId, kpi)) return 'measure_notYours'
  return isInForce(kpi.state, kpi.signed ? 1 : 0) ? kpi : 'measure_notInForce'
}

const asTyped = ({ kpi, period, value, numerator, denominator }: IntakeRow): ImportRow => ({
  kpi: codeOf(kpi),
  period,
  value,
  numerator,
  denominator,
})

function plannedOf(
  kpi: IntakeKpi,
  rows: readonly IntakeRow[],
  existing: readonly Existing[],
  { calendar, today, actor }: IntakeWorld,
): IntakePlan[] {
  const code = codeOf(kpi.code)
  const [to = kpi.endsOn] = [kpi.endsOn, kpi.agreementEndsOn, kpi.endedOn ?? kpi.endsOn].sort()
  const known = new Map(existing.map((each) => [each.period, each]))
  const result = importRows(rows.map(asTyped), {
    kpis: { [code]: { unit: kpi.unit, frequency: kpi.frequency } },
    from: kpi.startsOn,
    to,
    calendar,
    existing: existing.map((each) => ({ ...each, kpi: code })),
  })
  const numberOf = (index: number) => rows[index - 1]?.row ?? index
  const planOf = (outcome: 'new' | 'update' | 'same', said: ImportResult['created'][number]): IntakePlan => {
    const [row, before] = [numberOf(said.row), known.get(said.period)]
    const period = periodNamed(said.period, calendar)
    const refuse = (reason: IntakeReason): IntakePlan => ({ row, outcome: 'refused', reason })
    if (!period) return refuse('measure_notAPeriod')
    if (period.from > today) return refuse('measure_periodNotBegun')
    const closed = before && isClosed(before.sharing as SharingState, period, today)
    if (outcome === 'update' && closed && !mayRestateClosed(actor)) return refuse('measure_periodClosed')
    const { value, numerator, denominator } = said
    const { id: kpiId, agreementId, accountId } = kpi
    const note = rows[said.row - 1]?.note.trim() || null
    const of = { kpiId, agreementId, accountId, period: period.key, fromDay: period.from }
    const is = { ...of, value, numerator, denominator, note }
    return { row, outcome, is, before: before?.value ?? null, beforeId: before?.id ?? null }
  }
  return [
    ...result.created.map((each) => planOf('new', each)),
    ...result.revised.map((each) => planOf('update', each)),
    ...result.unchanged.map((each) => planOf('same', each)),
    ...result.repeated.map(
      ({ row, as }): IntakePlan => ({ row: numberOf(row), outcome: 'repeated', as: numberOf(as) }),
    ),
    ...result.rejected.map(
      ({ row, reason }): IntakePlan => ({
        row: numberOf(row),
        outcome: 'refused',
        reason: reason === 'unknownKpi' ? 'measure_kpiUnknown' : `measure_${reason}`,
      }),
    ),
  ]
}
