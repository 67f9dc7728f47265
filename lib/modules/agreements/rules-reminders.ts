import { addDays, type Day, daysBetween } from '@/lib/kernel/day'

/** Ours: so many days before, then each of the first days late, then once a week. Theirs: on the day, and a week after. */
const ahead = [14, 7, 1] as const
const daily = 5
const weekly = 7

type Owed = { party: 'us' | 'them' | 'both'; dueOn: Day; graceDays: number }

/**
 * By what today's reminder of a due day is known, and what it says; null when nothing is due to be said. Asked on another day
 * of the same step it answers the same key, so that days the job missed are made up and nothing is said twice. Domain 2.16.
 */
export function obligationReminder(
  { party, dueOn, graceDays }: Owed,
  today: Day,
): { key: string; late: boolean } | null {
  const left = daysBetween(today, dueOn)
  const late = daysBetween(addDays(dueOn, graceDays), today)
  if (party === 'them') {
    if (late >= weekly) return { key: `${dueOn} late 7`, late: true }
    return left <= 0 ? { key: `${dueOn} due 0`, late: false } : null
  }
  if (late > 0) {
    const week = Math.floor((late - daily) / weekly)
    return { key: `${dueOn} ${week < 1 ? `day ${Math.min(late, daily)}` : `week ${week}`}`, late: true }
  }
  const step = left < 0 ? undefined : ahead.findLast((days) => left <= days)
  return step === undefined ? null : { key: `${dueOn} ahead ${step}`, late: false }
}
