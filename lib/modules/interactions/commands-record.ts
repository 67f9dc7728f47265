import { interactionMembers, interactionPeople, interactions, tasks } from '@/db/schema/interactions'
import type { Work } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { keepSearchable } from '@/lib/kernel/search'
import { type ClosedDays, nextWorkday } from '@/lib/kernel/workday'
import { insertRow, insertRows } from '@/lib/kernel/write'
import { turnClock } from './commands-clock'
import type { Logged, NextStepInput } from './model'
import { countActiveMembers, countVisiblePeople, type HeldAccount } from './queries-held'
import { answeredOf, type Moment, mustBeKnown } from './rules'
import type { Channel } from './rules-channels'

/** A contact or plan whose rights and moment are settled. */
export type Contact = {
  account: HeldAccount
  channel: Channel
  summary: string
  moment: Moment
  planned: boolean
  twoWay: boolean
  speakerId: string
  personIds: readonly string[]
  answeredIds: readonly string[]
  memberIds: readonly string[]
  topics: readonly string[]
  steps: readonly NextStepInput[]
}

/** Writes a contact with its people and next steps, turns the account's clock and says what that gave. */
export async function record(work: Work, contact: Contact): Promise<Logged> {
  const { account, moment, planned, speakerId } = contact
  const personIds = [...new Set(contact.personIds)]
  const memberIds = [...new Set(contact.memberIds)].filter((id) => id !== speakerId)
  await mustKnowEverybody(work, personIds, [speakerId, ...memberIds, ...assigneesOf(contact.steps)])
  const answered = planned ? new Set<string>() : answeredOf({ ...contact, personIds })
  const row = await insertRow(work, interactions, {
    accountId: account.id,
    channel: contact.channel,
    happenedAt: moment.at,
    timeKnown: moment.timeKnown,
    planned,
    twoWay: contact.twoWay,
    summary: contact.summary,
    topics: [...new Set(contact.topics)],
    speakerId,
    typedBy: work.actor.id,
    source: work.actor.kind === 'apiKey' ? 'api' : 'typed',
  })
  const ofRow = { interactionId: row.id }
  await insertRows(
    work,
    interactionPeople,
    personIds.map((personId) => ({ ...ofRow, personId, happenedAt: moment.at, answered: answered.has(personId) })),
  )
  await insertRows(
    work,
    interactionMembers,
    memberIds.map((memberId) => ({ ...ofRow, memberId })),
  )
  const { clock, closed } = await turnClock(work, account)
  const steps = await promise(work, contact.steps, { ...ofRow, accountId: account.id, speakerId, closed })
  await keepFindable(work, account, row)
  return {
    id: row.id,
    version: row.version,
    planned,
    day: dayOf(moment.at, work.actor.timeZone),
    steps,
    cadence: clock.lastTwoWayId === row.id ? 'renewed' : clock.nextPlannedId === row.id ? 'planned' : 'unchanged',
    dueOn: clock.dueOn,
  }
}

type Promised = { interactionId: string; accountId: string; speakerId: string; closed: ClosedDays }

/** Next steps as tasks; without a day they are due on the next workday, without an assignee they are the speaker's. */
export async function promise(work: Work, steps: readonly NextStepInput[], about: Promised): Promise<Logged['steps']> {
  const tomorrow = addDays(dayOf(work.now, work.actor.timeZone), 1)
  const rows = await insertRows(
    work,
    tasks,
    steps.map((step) => ({
      accountId: about.accountId,
      interactionId: about.interactionId,
      text: step.text,
      assigneeId: step.assigneeId ?? about.speakerId,
      dueOn: step.dueOn ?? nextWorkday(tomorrow, about.closed),
      dueTime: step.dueTime,
      createdBy: work.actor.id,
    })),
  )
  return rows.map(({ id, text, dueOn, dueTime }) => ({ id, text, dueOn, dueTime: dueTime?.slice(0, 5) ?? null }))
}

/** Refuses people whom the actor may not see and colleagues who can no longer be named; the actor needs no check. */
export async function mustKnowEverybody(work: Work, personIds: readonly string[], memberIds: readonly string[]) {
  const others = [...new Set(memberIds)].filter((id) => id !== work.actor.id)
  if (personIds.length > 0) mustBeKnown('personIds', personIds.length, await countVisiblePeople(work, personIds))
  if (others.length > 0) mustBeKnown('memberIds', others.length, await countActiveMembers(work, others))
}

export const assigneesOf = (steps: readonly NextStepInput[]) =>
  steps.flatMap(({ assigneeId }) => (assigneeId ? [assigneeId] : []))

type Findable = { id: string; summary: string; topics: readonly string[] }

export const keepFindable = (work: Work, account: HeldAccount, row: Findable) =>
  keepSearchable(work, [
    {
      kind: 'interaction',
      id: row.id,
      accountId: account.id,
      ownerId: account.ownerId,
      restricted: account.restricted,
      texts: [row.summary, ...row.topics],
    },
  ])
