import { addDays, type Day, dayOf } from '@/lib/kernel/day'
import type { ClosedDays } from '@/lib/kernel/workday'
import type { Clock } from './model'
import { dueDayOf } from './rules-cadence'

type Fact = { id: string; happenedAt: Date } | undefined
type Facts = { twoWay: Fact; contact: Fact; planned: Fact }
type Served = { contactEveryDays: number; createdAt: Date; county: string | null }

/** About which day the work calendar will be asked: the due day before holidays move it on. */
export function rawDueDay(lastTwoWayAt: Date | null, { contactEveryDays, createdAt }: Served, timeZone: string): Day {
  return addDays(dayOf(lastTwoWayAt ?? createdAt, timeZone), contactEveryDays)
}

/** The clock that the facts of an account give. */
export function clockOf(
  { twoWay, contact, planned }: Facts,
  account: Served,
  closedDays: ClosedDays,
  timeZone: string,
): Clock {
  const lastTwoWayAt = twoWay?.happenedAt ?? null
  return {
    lastTwoWayAt,
    lastTwoWayId: twoWay?.id ?? null,
    lastContactAt: contact?.happenedAt ?? null,
    nextPlannedAt: planned?.happenedAt ?? null,
    nextPlannedId: planned?.id ?? null,
    dueOn: dueDayOf({
      everyDays: account.contactEveryDays,
      lastTwoWayOn: lastTwoWayAt && dayOf(lastTwoWayAt, timeZone),
      startedOn: dayOf(account.createdAt, timeZone),
      closedDays,
      county: account.county,
    }),
  }
}
