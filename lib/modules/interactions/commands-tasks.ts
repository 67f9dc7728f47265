import { tasks } from '@/db/schema/interactions'
import { command, type Work } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { nextWorkday } from '@/lib/kernel/workday'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { findAccount } from '@/lib/modules/accounts/queries'
import { mustKnowEverybody } from './commands-record'
import { may } from './manifest'
import { messages } from './messages'
import { addTaskInput, postponeInput, reassignInput, taskRef } from './model'
import { findWorkCalendar } from './queries-calendar'
import { accountOf } from './queries-held'
import { mustBeDone, mustBeOpenTask, mustMayChangeTask } from './rules'

const promises = {
  permission: may.promise,
  messages,
  refreshes: [
    '/(crm)/today',
    '/(crm)/interactions',
    '/(crm)/interactions/tasks',
    '/(crm)/accounts/[accountId]/timeline',
  ],
}

/** Adds a next step, to an account, to one of its contacts, or to nothing. Due on the next workday unless said. */
export const addTask = command({
  name: 'interactions.addTask',
  ...promises,
  input: addTaskInput,
  async run(work, input) {
    const accountId = input.interactionId ? await accountOf(work, input.interactionId) : input.accountId
    if (accountId) await findAccount(work, accountId)
    const assigneeId = input.assigneeId ?? work.actor.id
    await mustKnowEverybody(work, [], [assigneeId])
    const row = await insertRow(work, tasks, {
      accountId,
      interactionId: input.interactionId,
      text: input.text,
      assigneeId,
      dueOn: input.dueOn ?? (await nextWorkdayFor(work)),
      dueTime: input.dueTime,
      createdBy: work.actor.id,
    })
    return { id: row.id, version: row.version, dueOn: row.dueOn }
  },
})

async function nextWorkdayFor(work: Work) {
  const tomorrow = addDays(dayOf(work.now, work.actor.timeZone), 1)
  return nextWorkday(tomorrow, await findWorkCalendar(work))
}

/** The task, locked, for whoever may change it. Refuses with `notFound` what belongs to an account out of sight. */
async function holdTask(work: Work, taskId: string) {
  const row = await lockRow(work, tasks, taskId)
  const account = row.accountId ? await findAccount(work, row.accountId) : null
  mustMayChangeTask(work.actor, row, account)
  return row
}

/** Ticks a next step off. Refuses one that is done already. */
export const completeTask = command({
  name: 'interactions.completeTask',
  ...promises,
  input: taskRef,
  async run(work, { taskId }) {
    mustBeOpenTask(await holdTask(work, taskId))
    const row = await changeRow(work, tasks, { id: taskId }, { doneAt: work.now, doneBy: work.actor.id })
    return { id: row.id, version: row.version }
  },
})

/** The undo of ticking off. */
export const reopenTask = command({
  name: 'interactions.reopenTask',
  ...promises,
  input: taskRef,
  async run(work, { taskId }) {
    mustBeDone(await holdTask(work, taskId))
    const row = await changeRow(work, tasks, { id: taskId }, { doneAt: null, doneBy: null })
    return { id: row.id, version: row.version }
  },
})

/** Hands an open next step to a colleague. */
export const reassignTask = command({
  name: 'interactions.reassignTask',
  ...promises,
  input: reassignInput,
  async run(work, { taskId, version, assigneeId }) {
    mustBeOpenTask(await holdTask(work, taskId))
    await mustKnowEverybody(work, [], [assigneeId])
    const row = await changeRow(work, tasks, { id: taskId, version }, { assigneeId })
    return { id: row.id, version: row.version }
  },
})

/** Moves the day by which it is promised. */
export const postponeTask = command({
  name: 'interactions.postponeTask',
  ...promises,
  input: postponeInput,
  async run(work, { taskId, version, dueOn, dueTime }) {
    mustBeOpenTask(await holdTask(work, taskId))
    const row = await changeRow(work, tasks, { id: taskId, version }, { dueOn, dueTime })
    return { id: row.id, version: row.version }
  },
})

/** Takes a next step away without doing it. */
export const archiveTask = command({
  name: 'interactions.archiveTask',
  ...promises,
  input: taskRef,
  async run(work, { taskId }) {
    await holdTask(work, taskId)
    const row = await changeRow(work, tasks, { id: taskId }, { archivedAt: work.now })
    return { id: row.id, version: row.version }
  },
})

/** The undo of taking away. */
export const restoreTask = command({
  name: 'interactions.restoreTask',
  ...promises,
  input: taskRef,
  async run(work, { taskId }) {
    await holdTask(work, taskId)
    const row = await changeRow(work, tasks, { id: taskId }, { archivedAt: null })
    return { id: row.id, version: row.version }
  },
})
