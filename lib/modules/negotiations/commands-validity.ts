import { z } from 'zod'
import { negotiationOffers } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { addDays, type Day, dayOf, daysBetween } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { saidInAll } from '@/lib/kernel/said'
import { changeRows } from '@/lib/kernel/write'
import { notify } from '@/lib/modules/notifications/commands'
import { may } from './manifest'
import { offerMessages } from './messages-offers'
import { findLapsing, findSpeakers } from './queries-offers'

/** Told so many days before the last day, and on it. */
const toldBefore: readonly number[] = [2, 0]

/**
 * Lets offers lapse whose last day is over, and tells whoever leads or speaks of those that lapse in two days or today. Run
 * again on the same day, it does nothing twice. Only for the product itself.
 */
export const watchOffers = command({
  name: 'negotiations.watchOffers',
  permission: may.keepTime,
  messages: offerMessages,
  input: z.strictObject({}),
  async run(work) {
    mustBeJob(work.actor)
    const today = dayOf(work.now, work.actor.timeZone)
    const found = await findLapsing(work, addDays(today, 2))
    const open = found.flatMap(({ validUntil, ...offer }) => (validUntil === null ? [] : [{ ...offer, validUntil }]))
    const lapsed = open.filter(({ validUntil }) => validUntil < today)
    await changeRows(
      work,
      negotiationOffers,
      lapsed.map(({ id }) => id),
      { state: 'lapsed' },
    )
    const due = open.filter(({ validUntil }) => toldBefore.includes(daysBetween(today, validUntil)))
    const told = [...lapsed, ...due]
    const speakers = await findSpeakers(
      work,
      told.map(({ negotiationId }) => negotiationId),
    )
    for (const offer of told) await tell(work, offer, today, speakers.get(offer.negotiationId) ?? [])
    return { lapsed: lapsed.length, told: told.length }
  },
})

type Lapsing = { id: string; number: number; title: string; negotiationId: string; ownerId: string; validUntil: Day }

function tell(work: Work, offer: Lapsing, today: Day, speakers: readonly string[]) {
  const { id, number, title, negotiationId, ownerId, validUntil } = offer
  const days = daysBetween(today, validUntil)
  const said = days < 0 ? 'lapsed' : days === 0 ? 'lapsesToday' : 'lapsesSoon'
  return work.call(notify, {
    memberIds: [...new Set([ownerId, ...speakers])],
    kind: 'offerLapses',
    text: saidInAll(offerMessages, said, { title, number, days }),
    href: `/negotiations/${negotiationId}/rounds#offer-${number}`,
    urgent: days === 0,
    subjectKind: 'negotiationOffer',
    subjectId: id,
    key: `negotiations.offer.${id}.${validUntil}.${days < 0 ? 'over' : days}`,
  })
}
