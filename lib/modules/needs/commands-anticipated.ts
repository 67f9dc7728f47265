import { accountObjectives, anticipatedNeeds } from '@/db/schema/needs'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, changeRows, insertRow, lockRow } from '@/lib/kernel/write'
import { notify } from '@/lib/modules/notifications/commands'
import { mustNameMember, plannedAccount } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import {
  anticipateInput,
  anticipationRef,
  askInput,
  leaveInput,
  objectiveRef,
  pursueInput,
  reachInput,
  scoreInput,
  setObjectiveInput,
} from './model-anticipated'
import { countObjectivesOf, findAsking } from './queries-anticipated'
import { findNeed } from './queries-held'
import { mustBeSameAccount, mustHavePassed, mustLieAhead } from './rules'
import { mustBeScorable, mustBeUnreached, mustBeUnscored, mustBeUnsettled } from './rules-anticipated'

const plans = {
  permission: may.plan,
  messages,
  refreshes: ['/(crm)/accounts/[accountId]/needs', '/(crm)/needs', '/(crm)/today'],
}

/** A need that is expected: by when, how likely, what would set it off, what speaks for it, what we would do. */
export const anticipate = command({
  name: 'needs.anticipate',
  ...plans,
  input: anticipateInput,
  async run(work, input) {
    await plannedAccount(work, input.accountId)
    mustLieAhead(input.horizonOn, todayOf(work), 'horizonOn')
    if (input.signalOn) mustHavePassed(input.signalOn, todayOf(work), 'signalOn')
    const row = await insertRow(work, anticipatedNeeds, { ...input, authorId: work.actor.id })
    return { id: row.id, accountId: input.accountId }
  },
})

async function anticipationInHand(work: Work, anticipatedId: string) {
  const row = await lockRow(work, anticipatedNeeds, anticipatedId)
  await plannedAccount(work, row.accountId)
  return row
}

/** Takes an expectation back that was a slip; one that was scored stays. */
export const removeAnticipation = command({
  name: 'needs.removeAnticipation',
  ...plans,
  input: anticipationRef,
  async run(work, { anticipatedId }) {
    const row = await anticipationInHand(work, anticipatedId)
    mustBeUnscored(row)
    mustBeUnsettled(row, await countObjectivesOf(work, anticipatedId))
    await changeRow(work, anticipatedNeeds, { id: anticipatedId }, { archivedAt: work.now })
    return { id: anticipatedId, accountId: row.accountId }
  },
})

/** The author says whether it happened; the answer is final. */
export const score = command({
  name: 'needs.score',
  ...plans,
  input: scoreInput,
  async run(work, { anticipatedId, happened }) {
    const row = await lockRow(work, anticipatedNeeds, anticipatedId)
    await plannedAccount(work, row.accountId)
    mustBeScorable(work.actor, row, todayOf(work))
    await changeRow(
      work,
      anticipatedNeeds,
      { id: anticipatedId },
      { happened: happened === 'yes', scoredOn: todayOf(work) },
    )
    return { id: anticipatedId, accountId: row.accountId }
  },
})

/** Turns what is expected into an objective of the account's plan. */
export const pursue = command({
  name: 'needs.pursue',
  ...plans,
  input: pursueInput,
  async run(work, { anticipatedId, ...objective }) {
    const row = await anticipationInHand(work, anticipatedId)
    mustBeUnsettled(row, await countObjectivesOf(work, anticipatedId))
    return addObjective(work, { ...objective, accountId: row.accountId, anticipatedId, needId: null })
  },
})

/** Says why what is expected is not pursued. */
export const leave = command({
  name: 'needs.leave',
  ...plans,
  input: leaveInput,
  async run(work, { anticipatedId, because }) {
    const row = await anticipationInHand(work, anticipatedId)
    mustBeUnsettled(row, await countObjectivesOf(work, anticipatedId))
    await changeRow(work, anticipatedNeeds, { id: anticipatedId }, { notPursuedBecause: because })
    return { id: anticipatedId, accountId: row.accountId }
  },
})

/** An objective of the account's plan: who, by which measure, by when; for a need when one is named. */
export const setObjective = command({
  name: 'needs.setObjective',
  ...plans,
  input: setObjectiveInput,
  async run(work, { accountId, needId, ...objective }) {
    await plannedAccount(work, accountId)
    if (needId) mustBeSameAccount((await findNeed(work, needId)).need.accountId, accountId)
    return addObjective(work, { ...objective, accountId, needId, anticipatedId: null })
  },
})

type NewObjective = {
  accountId: string
  title: string
  measure: string
  ownerId: string
  dueOn: string
  anticipatedId: string | null
  needId: string | null
}

async function addObjective(work: Work, objective: NewObjective) {
  await mustNameMember(work, objective.ownerId)
  mustLieAhead(objective.dueOn, todayOf(work), 'dueOn')
  const row = await insertRow(work, accountObjectives, { ...objective, authorId: work.actor.id })
  return { id: row.id, accountId: objective.accountId }
}

async function objectiveInHand(work: Work, objectiveId: string) {
  const row = await lockRow(work, accountObjectives, objectiveId)
  await plannedAccount(work, row.accountId)
  mustBeUnreached(row)
  return row
}

/** The objective is reached, with what came of it. */
export const reach = command({
  name: 'needs.reach',
  ...plans,
  input: reachInput,
  async run(work, { objectiveId, result }) {
    const row = await objectiveInHand(work, objectiveId)
    await changeRow(work, accountObjectives, { id: objectiveId }, { reachedOn: todayOf(work), result })
    return { id: objectiveId, accountId: row.accountId }
  },
})

/** Takes an objective out of the plan. */
export const removeObjective = command({
  name: 'needs.removeObjective',
  ...plans,
  input: objectiveRef,
  async run(work, { objectiveId }) {
    const row = await objectiveInHand(work, objectiveId)
    await changeRow(work, accountObjectives, { id: objectiveId }, { archivedAt: work.now })
    return { id: objectiveId, accountId: row.accountId }
  },
})

/** The day after a horizon its author is asked once: did it happen? */
export const askWhatHappened = command({
  name: 'needs.askWhatHappened',
  permission: may.remind,
  input: askInput,
  messages,
  async run(work, { anticipatedIds }) {
    const asking = await findAsking(work, todayOf(work), anticipatedIds)
    for (const each of asking)
      await work.call(notify, {
        memberIds: [each.authorId],
        kind: 'anticipation',
        text: saidInAll(messages, 'didItHappen', { need: each.title, account: each.accountName }),
        href: `/accounts/${each.accountId}/needs#anticipated`,
        urgent: false,
        subjectKind: 'anticipatedNeed',
        subjectId: each.id,
        key: `needs.didItHappen.${each.id}`,
      })
    const ids = asking.map((each) => each.id)
    await changeRows(work, anticipatedNeeds, ids, { askedAt: work.now })
    return { asked: ids.length }
  },
})
