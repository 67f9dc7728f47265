import type { Day } from '@/lib/kernel/day'
import { type Exact, exact } from '@/lib/kernel/exact'
import { settled } from './rules'

/** Who is told of a result; `due` is the last day to acknowledge, null when nobody set one. */
export type Recipient = {
  id: string
  required: boolean
  due: Day | null
  acknowledged: { version: number; on: Day } | null
}

export type AcknowledgementStatus = 'acknowledged' | 'overdue' | 'pending'

/** How far a result has reached those it concerns; coverage in percent, null when nobody is required to acknowledge. */
export type Acknowledgements = {
  statuses: ReadonlyMap<string, AcknowledgementStatus>
  late: string[]
  coverage: Exact | null
  overdueRequired: string[]
}

/**
 * Status of each recipient and coverage of those required, on a day. C01: only an acknowledgement of the present version
 * counts; without one it is overdue after its last day, and pending until then.
 */
export function acknowledgementsOf(
  { version, recipients }: { version: number; recipients: readonly Recipient[] },
  asOf: Day,
): Acknowledgements {
  const valid = ({ acknowledged }: Recipient) =>
    acknowledged && acknowledged.version === version && acknowledged.on <= asOf ? acknowledged : null
  const statusOf = (recipient: Recipient): AcknowledgementStatus => {
    if (valid(recipient)) return 'acknowledged'
    return recipient.due !== null && asOf > recipient.due ? 'overdue' : 'pending'
  }
  const required = recipients.filter((recipient) => recipient.required)
  const reached = required.filter((recipient) => valid(recipient) !== null)
  return {
    statuses: new Map(recipients.map((recipient) => [recipient.id, statusOf(recipient)])),
    late: recipients
      .filter((recipient) => {
        const found = valid(recipient)
        return found !== null && recipient.due !== null && found.on > recipient.due
      })
      .map(({ id }) => id),
    coverage: required.length === 0 ? null : settled(exact(reached.length).div(required.length).times(100)),
    overdueRequired: required.filter((recipient) => statusOf(recipient) === 'overdue').map(({ id }) => id),
  }
}

/** Nothing is sent before the day that was agreed on. */
export const isEmbargoed = (embargoUntil: Day | null, today: Day): boolean =>
  embargoUntil !== null && today < embargoUntil
