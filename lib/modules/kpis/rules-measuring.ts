import { type Actor, hasRole } from '@/lib/kernel/actor'
import { addDays, type Day } from '@/lib/kernel/day'
import type { FiscalCalendar, Period } from '@/lib/kernel/fiscal'
import { Refusal } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount, mayWorkWith } from '@/lib/kernel/rights'
import { isSigned } from '@/lib/modules/agreements/model-states'
import { frequencyOf, readPeriodKey } from './model-periods'
import type { SharingState } from './model-states'
import type { Frequency, KpiUnit } from './model-values'
import { no } from './rules'
import { type ImportReason, type ImportValue, readValue, sameValue } from './rules-import'
import { periodNamed } from './rules-periods'

type Timed = { frequency: Frequency; startsOn: Day; endsOn: Day }
type PeriodProblem = 'notAPeriod' | 'otherFrequency' | 'periodOutsideAgreement' | 'periodNotBegun'

const unfit = (code: PeriodProblem) => no(code, {}, { period: { code } })

/** The period that somebody named, when the KPI has such a one. */
export function mustBePeriod(typed: string, { frequency, startsOn, endsOn }: Timed, calendar: FiscalCalendar): Period {
  const key = readPeriodKey(typed)
  const period = key && periodNamed(key, calendar)
  if (!period) throw unfit('notAPeriod')
  if (frequencyOf(period.key) !== frequency) throw unfit('otherFrequency')
  if (period.to < startsOn || period.from > endsOn) throw unfit('periodOutsideAgreement')
  return period
}

/** What has not begun cannot be measured. */
export function mustHaveBegun(period: Period, today: Day): void {
  if (period.from > today) throw unfit('periodNotBegun')
}

/** What was promised is measured from its execution on, also after its end. */
export const isInForce = (state: string, executedTargets: number): boolean => isSigned(state) && executedTargets > 0

/** Nobody measures what nobody signed. */
export function mustBeInForce(state: string, executedTargets: number): void {
  if (!isInForce(state, executedTargets)) throw no('notInForce')
}

/** Those who serve the account, and whoever of ours was named to enter the values. */
export const mayMeasure = (actor: Actor, ownerId: string, account: AccountHold): boolean =>
  ownerId === actor.id || mayEditAccount(actor, account)

export function mustMayMeasure(actor: Actor, ownerId: string, account: AccountHold): void {
  if (!mayMeasure(actor, ownerId, account)) throw no('notYours')
}

/** What leaves the house, and what is agreed, is for those who work with the account. */
export function mustWorkWith(actor: Actor, account: AccountHold & { archivedAt: Date | null }): void {
  if (!mayWorkWith(actor, account)) throw new Refusal('notAllowed')
}

type Typed = { value: string; numerator: string; denominator: string }
const fieldOf = (reason: ImportReason) =>
  reason === 'denominatorZero' ? 'denominator' : reason === 'partMissing' ? 'numerator' : 'value'

/** The value that somebody typed, with the parts of a ratio where they were given, in the KPI's unit. Refuses beside its field. */
export function mustBeValue(typed: Typed, unit: KpiUnit, field?: string): ImportValue {
  const read = readValue({ kpi: '', period: '', ...typed }, unit)
  if (!('reason' in read)) return read
  const { reason, part } = read
  if (
    reason === 'unknownKpi' ||
    reason === 'notAPeriod' ||
    reason === 'otherFrequency' ||
    reason === 'periodOutsideAgreement' ||
    reason === 'ambiguousDuplicate'
  )
    throw no('unitUnfit')
  throw no('unitUnfit', {}, { [field ?? part ?? fieldOf(reason)]: { code: reason } })
}

/** After so many days a period is closed, and what was said of it is relied on. */
export const closesAfter = 45

/** Closed is what the other side agreed to, and what ended long enough ago. */
export const isClosed = (sharing: SharingState, period: Pick<Period, 'to'>, today: Day): boolean =>
  sharing === 'agreed' || addDays(period.to, closesAfter) < today

/** Who may restate what is closed. */
export const mayRestateClosed = (actor: Actor): boolean => hasRole(actor, 'manager', 'administrator')

type Restated = { before: ImportValue & { sharing: SharingState }; now: ImportValue; reason: string | null }

/** Another value for a period that has one: with a reason, by a manager once it is closed, and not the same again. */
export function mustRestate({ before, now, reason }: Restated, closed: boolean, actor: Actor): void {
  if (sameValue(before, now)) throw no('unchanged', {}, { value: { code: 'unchanged' } })
  if (closed && !mayRestateClosed(actor)) throw no('periodClosed')
  if (reason === null) throw no('reasonMissing', {}, { reason: { code: 'reasonMissing' } })
}
