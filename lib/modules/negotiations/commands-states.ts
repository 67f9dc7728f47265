import { negotiations } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow } from '@/lib/kernel/write'
import { addTask } from '@/lib/modules/interactions/commands-tasks'
import { negotiates } from './commands'
import { tell } from './commands-telling'
import { holdNegotiation, holdSecretly } from './commands-upkeep'
import { ending } from './messages-ending'
import { negotiationRef } from './model'
import { endInput, suspendInput } from './model-ending'
import type { NegotiationEvent, NegotiationGuard } from './model-states'
import { type FoundNegotiation, findNegotiation } from './queries-held'
import { findStanding } from './queries-standing'
import { findTeam } from './queries-team'
import { mustBeFormal, mustLieAhead } from './rules-rights'
import { guardsOf, isEnd, mustStep } from './rules-states'

type Said = { given?: readonly NegotiationGuard[]; patch?: Partial<typeof negotiations.$inferInsert> }

/**
 * Moves a negotiation that is held by the event: the guards are read from what is on record now, those that the command
 * itself brings (a reason) are `given`. Refuses with what may happen here, or with a sentence for each unmet guard.
 */
export async function move(
  work: Work,
  { negotiation: { id } }: FoundNegotiation,
  event: NegotiationEvent,
  { given = [], patch = {} }: Said = {},
) {
  const { negotiation } = await findNegotiation(work, id)
  mustBeFormal(negotiation)
  const { state } = negotiation
  const standing = await findStanding(work, negotiation, guardsOf(state, event))
  const to = mustStep(state, event, { ...standing, met: new Set([...standing.met, ...given]) })
  const row = await changeRow(
    work,
    negotiations,
    { id },
    {
      ...patch,
      state: to,
      suspendedIn: event === 'suspend' ? state : null,
      changedAt: work.now,
      ...(isEnd(to) ? { closedAt: work.now } : {}),
    },
  )
  return { negotiationId: id, state: to, version: row.version }
}

/** Declares the preparation done. Refused, with names, while required input is open; a lead's word opens it for a day. */
export const prepare = command({
  name: 'negotiations.prepare',
  ...negotiates,
  input: negotiationRef,
  run: async (work, { negotiationId }) => move(work, await holdSecretly(work, negotiationId), 'prepare'),
})

/** Suspends a negotiation in any state before it is documented, and tells the team why. */
export const suspend = command({
  name: 'negotiations.suspend',
  ...negotiates,
  input: suspendInput,
  async run(work, { negotiationId, reason }) {
    const found = await holdNegotiation(work, negotiationId)
    const moved = await move(work, found, 'suspend', { given: ['reasonGiven'], patch: { stateReason: reason } })
    await tellTeam(work, found, 'toldSuspended', moved.version)
    return moved
  },
})

/** Goes on where it was suspended. */
export const resume = command({
  name: 'negotiations.resume',
  ...negotiates,
  input: negotiationRef,
  async run(work, { negotiationId }) {
    return move(work, await holdNegotiation(work, negotiationId), 'resume', { patch: { stateReason: null } })
  },
})

/**
 * Ends without a deal. What we do instead is known to the mandate group alone; whoever leads gets a task by that day, which
 * points there without saying it. The team is told.
 */
export const endWithoutDeal = command({
  name: 'negotiations.endWithoutDeal',
  ...negotiates,
  hides: ['nextStep'],
  input: endInput,
  async run(work, { negotiationId, reason, nextStep, dueOn }) {
    const { actor, now } = work
    const found = await holdSecretly(work, negotiationId)
    mustLieAhead(dueOn, dayOf(now, actor.timeZone))
    const moved = await move(work, found, 'endWithoutDeal', {
      given: ['reasonGiven', 'alternativeNext'],
      patch: { stateReason: reason, alternativeNext: nextStep, alternativeDueOn: dueOn },
    })
    const { accountId, ownerId, title } = found.negotiation
    const text = saidInAll(ending, 'alternativeTask', { title })[actor.locale]
    await work.call(addTask, { accountId, interactionId: null, assigneeId: ownerId, text, dueOn, dueTime: null })
    await tellTeam(work, found, 'toldEnded', moved.version)
    return moved
  },
})

/** Closes a documented negotiation whose notices are sent and whose debrief is written. */
export const close = command({
  name: 'negotiations.close',
  ...negotiates,
  input: negotiationRef,
  run: async (work, { negotiationId }) => move(work, await holdNegotiation(work, negotiationId), 'close'),
})

/** Tells those who negotiate with us. */
async function tellTeam(
  work: Work,
  { negotiation, account }: FoundNegotiation,
  key: 'toldSuspended' | 'toldEnded',
  version: number,
): Promise<void> {
  const { id, title, ownerId } = negotiation
  const team = await findTeam(work, id)
  await tell(work, [ownerId, ...team.map(({ memberId }) => memberId)], {
    kind: 'negotiation',
    text: saidInAll(ending, key, { title, account: account.name }),
    href: `/negotiations/${id}`,
    subjectKind: 'negotiation',
    subjectId: id,
    key: `negotiations.${key}.${id}.${version}`,
  })
}
