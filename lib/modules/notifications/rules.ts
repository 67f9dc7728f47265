import { type Day, dayOf, instantOf } from '@/lib/kernel/day'
import { usualDigestHour } from './model'

/** A member's choice: no row means the usual hour, a row without an hour means no digest. */
export type DigestChoice = { digestHour: number | null } | null

/**
 * Which digest is due for a member at `now`: its day, the moment up to which it tells, and whether it holds urgent matters
 * alone. A digest that was missed leaves later on the same day. Null before the hour has come.
 */
export function dueDigest(
  choice: DigestChoice,
  now: Date,
  timeZone: string,
): { day: Day; until: Date; urgentOnly: boolean } | null {
  const day = dayOf(now, timeZone)
  const hour = choice?.digestHour ?? usualDigestHour
  const until = instantOf(day, `${String(hour).padStart(2, '0')}:30`, timeZone)
  if (now < until) return null
  return { day, until, urgentOnly: choice !== null && choice.digestHour === null }
}
