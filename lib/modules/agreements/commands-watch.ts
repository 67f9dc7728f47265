import { agreementDecisions, obligationOccurrences } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { addDays, type Day, dayOf } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { beginWhenReached } from './commands-execution'
import { finish, goOn } from './commands-lifecycle'
import { layOut } from './commands-obligation-upkeep'
import { renewBy } from './commands-renewal'
import { remindOwed, remindTerms } from './commands-term-reminders'
import { may } from './manifest'
import { lifecycleMessages } from './messages-lifecycle'
import { openEnd } from './model'
import { keepTermsInput } from './model-lifecycle'
import { type FoundDecision, findDecisions, findExecutedVersions } from './queries-lifecycle-held'
import { findFallingDue, holdScheduled, holdWatched, type Watched } from './queries-watch'
import { baseOf, recordedOf } from './rules-amendments'
import { factsOf } from './rules-facts'
import { noticeOf, stopsOf, termOf, termsBegun } from './rules-lifecycle'
import { agreementStep } from './rules-states'

/** The longest lead of an obligation. */
const mostLeadDays = 365

/**
 * Does for a day what follows from it alone: agreements begin, are resumed, renew by themselves or expire; deadlines that
 * passed undecided are missed; due days are laid out and fall due; whoever must know is reminded. Run again for the same day
 * it does nothing; run after days that were left out it makes them up. Only for the product itself. A01, A02, A04.
 */
export const keepTerms = command({
  name: 'agreements.keepTerms',
  permission: may.keepTime,
  messages: lifecycleMessages,
  input: keepTermsInput,
  async run(work, { agreementIds }) {
    mustBeJob(work.actor)
    const today = dayOf(work.now, work.actor.timeZone)
    const held = await holdWatched(work, agreementIds)
    const decisions = await findDecisions(work, agreementIds)
    const decidedOf = (id: string) => decisions.filter(({ agreementId }) => agreementId === id)
    let turned = 0
    for (const agreement of held.filter((each) => isToTurn(each, today))) {
      await turn(work, agreement, today)
      turned++
    }
    const lasting = await holdWatched(work, agreementIds)
    await markMissed(work, lasting, decidedOf, today)
    turned += await letEnd(
      work,
      lasting.filter((each) => each.state === 'active' && each.endsOn < today),
      decidedOf,
      today,
    )
    const watched = turned > 0 ? await holdWatched(work, agreementIds) : lasting
    const laidOut = await layOut(work, watched, today)
    const fallen = await fallDue(work, watched, today)
    const told = (await remindTerms(work, watched, today)) + (await remindOwed(work, watched, fallen.open, today))
    return { turned, laidOut, due: fallen.count, told }
  },
})

const isToTurn = ({ state, startsOn, executedOn, suspendedUntil }: Watched, today: Day) =>
  (state === 'executed' && (startsOn ?? executedOn ?? today) <= today) ||
  (state === 'suspended' && suspendedUntil !== null && suspendedUntil < today)

/** Signed and begun, it is in force; suspended until a day that is over, it goes on. */
async function turn(work: Work, agreement: Watched, today: Day): Promise<void> {
  if (agreement.state === 'suspended') {
    await goOn(work, agreement, addDays(agreement.suspendedUntil ?? today, 1))
    return
  }
  await beginWhenReached(work, agreement.id)
}

type DecidedOf = (agreementId: string) => readonly FoundDecision[]

/** A deadline that passed undecided is missed, for ever. */
async function markMissed(work: Work, held: readonly Watched[], decidedOf: DecidedOf, today: Day): Promise<void> {
  const missed = held.filter(
    ({ id, noticeOn }) =>
      noticeOn !== openEnd && noticeOn < today && !decidedOf(id).some((each) => each.noticeOn === noticeOn),
  )
  await insertRows(
    work,
    agreementDecisions,
    missed.map(({ id, accountId, endsOn, noticeOn }) => ({
      ...{ agreementId: id, accountId, endsOn, noticeOn },
      missedOn: addDays(noticeOn, 1),
    })),
  )
}

/** Terms that are over: those that renew by themselves do, unless somebody stopped it in time; the others expire. */
async function letEnd(work: Work, over: readonly Watched[], decidedOf: DecidedOf, today: Day): Promise<number> {
  if (over.length === 0) return 0
  const versions = await findExecutedVersions(
    work,
    over.map(({ id }) => id),
  )
  let ended = 0
  for (const agreement of over) {
    const decided = decidedOf(agreement.id)
    if (noticeOf(decided, agreement.endsOn)) continue
    const own = versions.filter(({ agreementId }) => agreementId === agreement.id)
    const next = { kind: 'renewal', validFrom: addDays(agreement.endsOn, 1) }
    const base = baseOf(next, recordedOf(own, work.actor.timeZone))
    const version = own.find(({ id }) => id === base?.id) ?? own.at(-1)
    const facts = version && termOf(factsOf(version))
    const stoppedOn = stopsOf(decided)
    const decidedFor = new Set(decided.map(({ noticeOn }) => noticeOn))
    const terms = facts ? termsBegun(facts, { endsOn: agreement.endsOn, stoppedOn, decidedFor }, today) : []
    if (version && terms.length > 0) await renewBy(work, agreement, { version, terms })
    const endsOn = terms.at(-1)?.to ?? agreement.endsOn
    const step = agreementStep('active', 'expire', { today, endsOn, renewedByVersion: false })
    if (step.ok) await finish(work, agreement.id, step.to, endsOn)
    ended++
  }
  return ended
}

/** Due days whose lead days have begun are due; those of suspended agreements rest. */
async function fallDue(work: Work, watched: readonly Watched[], today: Day) {
  const running = watched.filter(({ state }) => state !== 'suspended').map(({ id }) => id)
  const open = await findFallingDue(work, running, addDays(today, mostLeadDays))
  const reached = open.filter(
    ({ state, dueOn, leadDays }) => state === 'scheduled' && addDays(dueOn, -leadDays) <= today,
  )
  const begun = await holdScheduled(
    work,
    reached.map(({ id }) => id),
  )
  await changeRows(
    work,
    obligationOccurrences,
    begun.map(({ id }) => id),
    { state: 'due' },
  )
  return { open, count: begun.length }
}
