import { dayOf } from '@/lib/kernel/day'
import type { ClosedDays } from '@/lib/kernel/workday'
import { dueDayOf } from '@/lib/modules/accounts/model-cadence'
import type { Clock, ClockFacts } from './model'

type Served = { contactEveryDays: number; createdAt: Date; county: string | null }

type Added = { id: string; happenedAt: Date; planned: boolean; twoWay: boolean }
type Fact = { id: string; happenedAt: Date }
const later = (a: Fact, b: Fact | null) =>
  b === null || +a.happenedAt > +b.happenedAt || (+a.happenedAt === +b.happenedAt && a.id > b.id)

/** The facts with one more contact; a plan counts from `since` on, the beginning of today. */
export function factsWith(facts: ClockFacts, added: Added, since: Date): ClockFacts {
  if (added.planned) {
    const isNext = added.happenedAt >= since && (facts.planned === null || !later(added, facts.planned))
    return isNext ? { ...facts, planned: added } : facts
  }
  return {
    ...facts,
    contact: later(added, facts.contact) ? added : facts.contact,
    twoWay: added.twoWay && later(added, facts.twoWay) ? added : facts.twoWay,
  }
}

/** The clock that the facts of an account give. */
export function clockOf(
  { twoWay, contact, planned }: ClockFacts,
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
