import type { Day } from '@/lib/kernel/day'
import { addWorkdays, type ClosedDays } from '@/lib/kernel/workday'

/** Percent of a step's time after which its approvers are reminded; at the last their managers are told too. */
export const reminders = [50, 100, 150] as const
const hour = 3_600_000

/** The furthest reminder that has come and was not sent; those that it passes are sent no more. Null when none has. */
export function reminderDue(step: { startedAt: Date; hours: number; reminded: number }, now: Date): number | null {
  const spent = ((now.getTime() - step.startedAt.getTime()) / (step.hours * hour)) * 100
  const due = reminders.filter((percent) => spent >= percent).at(-1) ?? null
  return due !== null && due > step.reminded ? due : null
}

/** Managers are told once a step has taken half again of its time. */
export const toldUpwards = (percent: number): boolean => percent >= 150

/** Consent by word must be in writing by the end of the next working day. */
export const writeByOf = (today: Day, closedDays: ClosedDays): Day => addWorkdays(today, 1, closedDays)
