import type { Day, TimeOfDay } from '@/lib/kernel/day'

/** A day with the hour that was said, or none. */
export type Said = { day: Day; time: TimeOfDay | null }
/** The reader's day and hour. */
export type Wall = { today: Day; time: TimeOfDay }

/**
 * The one decision between what has happened and what is planned. Another day decides by itself, and on today an hour does.
 * Today without an hour has happened unless it was meant ahead: 今晚, 要…, or a plan that is moved to today.
 */
export function isAhead({ day, time }: Said, now: Wall, meantAhead: boolean): boolean {
  if (day !== now.today) return day > now.today
  return time === null ? meantAhead : time > now.time
}
