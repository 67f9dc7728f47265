import { interactionPeople, interactions } from '@/db/schema/interactions'
import { command } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { translatorOf } from '@/lib/kernel/translate'
import { nextWorkday } from '@/lib/kernel/workday'
import { changeRow, changeRows } from '@/lib/kernel/write'
import { takeBack } from './commands'
import { turnClock } from './commands-clock'
import { holdContact } from './commands-held'
import { assigneesOf, holdForLog, keepFindable, mustKnowEverybody, promise, record } from './commands-record'
import { may } from './manifest'
import { messages } from './messages'
import { cancelInput, completeInput, planInput, refreshed } from './model'
import { findPeopleRows } from './queries-held'
import {
  momentOf,
  mustBeLiveContact,
  mustBeOpenPlan,
  mustBeWithinReach,
  mustHaveHappened,
  mustLieAhead,
  saysWhen,
} from './rules'
import { directionOf } from './rules-channels'

/** Arranges the next contact in one click: a call on the next workday unless a day or channel is chosen. */
export const plan = command({
  name: 'interactions.plan',
  permission: may.log,
  input: planInput,
  messages,
  refreshes: refreshed,
  async run(work, input) {
    const { actor, now } = work
    const today = dayOf(now, actor.timeZone)
    const nobody = { speakerId: actor.id, personIds: [], answeredIds: [], memberIds: [], topics: [], nextSteps: [] }
    const known = await holdForLog(work, input.accountId, nobody)
    const day = input.day ?? nextWorkday(addDays(today, 1), known.closed, known.account.county)
    mustLieAhead(day, today)
    const moment = momentOf({ happenedAt: null, day, time: null }, now, actor.timeZone)
    mustBeWithinReach(moment, now, actor.timeZone)
    const channel = input.channel ?? 'call'
    return record(work, known, {
      ...nobody,
      channel,
      moment,
      planned: true,
      summary: input.summary ?? translatorOf(messages, actor.locale)('planSummary'),
      twoWay: directionOf(channel) === 'twoWay',
    })
  },
})

/**
 * Says that a plan has happened: at the moment it was planned for, or now when that still lies ahead, unless another
 * is given. The moment it was planned for stays on record as a contact opportunity that was used.
 */
export const complete = command({
  name: 'interactions.complete',
  permission: may.change,
  input: completeInput,
  messages,
  refreshes: refreshed,
  async run(work, input) {
    const { actor, now } = work
    const { row, account } = await holdContact(work, input.interactionId)
    mustBeLiveContact(row)
    mustBeOpenPlan(row)
    const moment = saysWhen(input) || row.happenedAt > now ? momentOf(input, now, actor.timeZone) : plannedMoment(row)
    mustBeWithinReach(moment, now, actor.timeZone)
    mustHaveHappened(moment, now, actor.timeZone)
    await mustKnowEverybody(work, [], assigneesOf(input.nextSteps))
    const twoWay = input.twoWay ?? row.twoWay
    const after = await changeRow(
      work,
      interactions,
      { id: row.id },
      {
        planned: false,
        plannedFor: row.happenedAt,
        happenedAt: moment.at,
        timeKnown: moment.timeKnown,
        twoWay,
        ...(input.summary && { summary: input.summary }),
      },
    )
    const present = (await findPeopleRows(work, row.id))
      .filter((each) => each.archivedAt === null)
      .map((each) => each.id)
    await changeRows(work, interactionPeople, present, { happenedAt: moment.at, answered: twoWay })
    const { clock, closed } = await turnClock(work, account)
    const about = { interactionId: row.id, accountId: account.id, speakerId: row.speakerId, closed }
    const steps = await promise(work, input.nextSteps, about)
    await keepFindable(work, account, after)
    return { id: row.id, version: after.version, steps, dueOn: clock.dueOn }
  },
})

const plannedMoment = ({ happenedAt, timeKnown }: { happenedAt: Date; timeKnown: boolean }) => ({
  at: happenedAt,
  timeKnown,
})

/** Gives a plan up, with the reason when one is said. */
export const cancelPlan = command({
  name: 'interactions.cancelPlan',
  permission: may.change,
  input: cancelInput,
  messages,
  refreshes: refreshed,
  async run(work, { interactionId, because }) {
    const { row } = await holdContact(work, interactionId)
    mustBeOpenPlan(row)
    return takeBack(work, interactionId, { cancelledBecause: because })
  },
})
