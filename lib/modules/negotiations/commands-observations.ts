import { negotiationObservations } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { saidInAll } from '@/lib/kernel/said'
import { insertRow } from '@/lib/kernel/write'
import { tell } from './commands-telling'
import { may } from './manifest'
import { observationWords } from './messages-observations'
import { observeInput } from './model-observations'
import { findNegotiation } from './queries-held'
import { findSeated } from './queries-observations'
import { mustBeObserved, ratingsOf, seenIn } from './rules-observations'

/** Writes down what a supervisor saw at the table; whoever was watched is told, and it counts as their evidence. */
export const observe = command({
  name: 'negotiations.observe',
  permission: may.observe,
  messages: observationWords,
  refreshes: ['/negotiations/[negotiationId]/observe'],
  input: observeInput,
  async run(work, { negotiationId, observedId, observedOn, note, ...rated }) {
    const { negotiation } = await findNegotiation(work, negotiationId)
    const { rating1, rating2, rating3, rating4, rating5 } = rated
    const ratings = ratingsOf([rating1, rating2, rating3, rating4, rating5])
    const team = new Set((await findSeated(work, negotiation)).map(({ id }) => id))
    const { id: observerId, timeZone } = work.actor
    mustBeObserved({ observedId, observedOn, ratings }, { actorId: observerId, team, today: dayOf(work.now, timeZone) })
    const row = await insertRow(work, negotiationObservations, {
      ...{ negotiationId, accountId: negotiation.accountId, observerId, observedId, observedOn, note },
      ratings: ratings as Record<string, number>,
      indicators: seenIn(ratings),
    })
    await tell(work, [observedId], {
      kind: 'negotiationObservation',
      text: saidInAll(observationWords, 'toldObserved', { by: work.actor.name, title: negotiation.title }),
      href: `/negotiations/${negotiationId}/observe`,
      subjectKind: 'negotiationObservation',
      subjectId: row.id,
      key: `negotiations.observed.${row.id}`,
    })
    return { observationId: row.id }
  },
})
