import { newId } from '@/db/new-id'
import { interactionMembers, interactionPeople, interactions, tasks } from '@/db/schema/interactions'
import type { Work } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { keepSearchable } from '@/lib/kernel/search'
import { type ClosedDays, nextWorkday } from '@/lib/kernel/workday'
import { insertRow, insertRows } from '@/lib/kernel/write'
import { setClock, startOfToday } from './commands-clock'
import type { ClockFacts, Logged, NextStepInput } from './model'
import { findWorkCalendar } from './queries-calendar'
import { countActiveMembers, countVisiblePeople, findClockFacts, type HeldAccount, holdAccount } from './queries-held'
import { answeredOf, type Moment, mustBeKnown, mustBeLiveAccount } from './rules'
import type { Channel } from './rules-channels'
import { factsWith } from './rules-clock'

/** A contact or plan as it is to be written. */
export type Contact = {
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
  nextSteps: readonly NextStepInput[]
}

/** What a log must know before it writes. */
export type Known = { account: HeldAccount; facts: ClockFacts; closed: ClosedDays }
type Named = Pick<Contact, 'personIds' | 'memberIds' | 'speakerId' | 'nextSteps'>

/**
 * Locks the account and reads everything a log must know, in one round trip: the lock is asked for first, so that the
 * facts are read when nobody else can change them. Refuses an account that is missing, hidden or archived, and names
 * that cannot be used.
 */
export async function holdForLog(work: Work, accountId: string, named: Named): Promise<Known> {
  const colleagues = [named.speakerId, ...named.memberIds, ...assigneesOf(named.nextSteps)]
  const [account, facts, closed] = await Promise.all([
    holdAccount(work, accountId),
    findClockFacts(work, accountId, startOfToday(work)),
    findWorkCalendar(work),
    mustKnowEverybody(work, named.personIds, colleagues),
  ])
  mustBeLiveAccount(account)
  return { account, facts, closed }
}

/** Writes a contact with its people and next steps, keeps the account's clock and says what that gave. */
export async function record(work: Work, { account, facts, closed }: Known, contact: Contact): Promise<Logged> {
  const { moment, planned, twoWay, speakerId, summary } = contact
  const personIds = [...new Set(contact.personIds)]
  const answered = planned ? new Set<string>() : answeredOf({ ...contact, personIds })
  const topics = [...new Set(contact.topics)]
  const id = newId()
  const after = factsWith(facts, { id, happenedAt: moment.at, planned, twoWay }, startOfToday(work))
  const written = insertRow(work, interactions, {
    id,
    accountId: account.id,
    channel: contact.channel,
    happenedAt: moment.at,
    timeKnown: moment.timeKnown,
    planned,
    twoWay,
    summary,
    topics,
    speakerId,
    typedBy: work.actor.id,
    source: work.actor.kind === 'apiKey' ? 'api' : 'typed',
  })
  const others = [...new Set(contact.memberIds)].filter((memberId) => memberId !== speakerId)
  const present = personIds.map((personId) => ({
    interactionId: id,
    personId,
    happenedAt: moment.at,
    answered: answered.has(personId),
  }))
  const about = { interactionId: id, accountId: account.id, speakerId, closed }
  const [row, clock, steps] = await Promise.all([
    written,
    setClock(work, account, after, closed),
    promise(work, contact.nextSteps, about),
    insertRows(work, interactionPeople, present),
    insertRows(
      work,
      interactionMembers,
      others.map((memberId) => ({ interactionId: id, memberId })),
    ),
    keepFindable(work, account, { id, summary, topics }),
  ])
  return {
    id,
    version: row.version,
    planned,
    day: dayOf(moment.at, work.actor.timeZone),
    steps,
    cadence: clock.lastTwoWayId === id ? 'renewed' : clock.nextPlannedId === id ? 'planned' : 'unchanged',
    dueOn: clock.dueOn,
    reconfirmed: 0,
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
  const people = [...new Set(personIds)]
  const [seen, here] = await Promise.all([
    people.length > 0 ? countVisiblePeople(work, people) : 0,
    others.length > 0 ? countActiveMembers(work, others) : 0,
  ])
  mustBeKnown('personIds', people.length, seen)
  mustBeKnown('memberIds', others.length, here)
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
