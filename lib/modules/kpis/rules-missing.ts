import { type Day, daysBetween } from '@/lib/kernel/day'
import type { Period } from '@/lib/kernel/fiscal'

/** After how many days without a value the owner is told, and after how many the manager. */
export type MissingAfter = { owner: number; manager: number }
export const usualMissing: MissingAfter = { owner: 5, manager: 10 }

export type Missing = { key: string; days: number; tell: 'nobody' | 'owner' | 'manager' }

/** How long a period's value has been missing: the days since its last day, and who is to be told by now. BGM-4.2. */
export function missingOf(period: Period, today: Day, { owner, manager }: MissingAfter = usualMissing): Missing | null {
  const days = daysBetween(period.to, today)
  if (days < 1) return null
  return { key: period.key, days, tell: days >= manager ? 'manager' : days >= owner ? 'owner' : 'nobody' }
}

/** Every period that has passed without a value, in order. One that nobody has to measure (`excused`) is not missing. */
export const missingIn = (
  periods: readonly Period[],
  { measured, excused }: { measured: ReadonlySet<string>; excused?: ReadonlySet<string> },
  today: Day,
  after: MissingAfter = usualMissing,
): Missing[] =>
  periods.flatMap((period) =>
    measured.has(period.key) || excused?.has(period.key) ? [] : (missingOf(period, today, after) ?? []),
  )
