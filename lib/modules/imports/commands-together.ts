import { importBatches } from '@/db/schema/imports'
import { command, type Work } from '@/lib/kernel/command'
import { changeEach } from '@/lib/kernel/write-each'
import { moving } from './commands'
import { may } from './manifest'
import { messages } from './messages'
import { checkTogetherInput, runTogetherInput, togetherRef } from './model'
import { holdFiles } from './queries-together'
import { mustBeTheirs, mustBeUndoable, mustMayBring, mustStand, no } from './rules'
import { mustBeReadable, versionsOf } from './rules-together'

const shared = {
  permission: may.upload,
  messages,
  refreshes: ['/(crm)/imports', '/(crm)/imports/[batchId]', '/(crm)/imports/together/[togetherId]'],
}

/**
 * Starts the dry run of files that came together: each is compared with what is on record and with what those before it
 * bring. Refuses with its name a file that cannot be read or lacks a column.
 */
export const checkTogether = command({
  name: 'imports.checkTogether',
  ...shared,
  input: checkTogetherInput,
  async run(work, { togetherId, source, currency }) {
    const files = await holdTheirs(work, togetherId)
    mustBeReadable(files)
    for (const file of files) {
      mustStand(file, 'uploaded', 'checked', 'failed')
      if (file.startedAt !== null) throw no('notNow')
    }
    const fresh = { counts: {}, doneRows: 0, totalRows: 0, ...moving('checking', work) }
    await changeEach(
      work,
      importBatches,
      files.map(({ id, mapping }) => ({ id, source, mapping: { ...mapping, currency }, ...fresh })),
    )
    await start(work, files)
    return { id: togetherId }
  },
})

/** Starts the run that the dry run showed: one file after the other, what others refer to first. */
export const runTogether = command({
  name: 'imports.runTogether',
  ...shared,
  input: runTogetherInput,
  async run(work, { togetherId, seen }) {
    const files = await holdTheirs(work, togetherId)
    if (seen !== undefined && seen !== versionsOf(files)) throw no('notNow')
    const open = files.filter(({ status }) => status !== 'done')
    if (open.length === 0) throw no('notNow')
    for (const file of open)
      if (file.status !== 'failed' || file.failure?.stage !== 'running') mustStand(file, 'checked')
    await changeEach(
      work,
      importBatches,
      open.map(({ id, startedAt }) => ({ id, startedAt: startedAt ?? work.now, ...moving('running', work) })),
    )
    await start(work, open.slice(0, 1))
    return { id: togetherId }
  },
})

/** Takes back everything that files brought together, the last of them first. */
export const undoTogether = command({
  name: 'imports.undoTogether',
  ...shared,
  input: togetherRef,
  async run(work, { togetherId }) {
    const files = (await holdTheirs(work, togetherId)).filter(
      ({ startedAt, status }) => startedAt !== null && status !== 'undone',
    )
    if (files.length === 0) throw no('notNow')
    for (const file of files) {
      mustStand(file, 'done', 'failed')
      mustBeUndoable({ finishedAt: file.finishedAt ?? work.now }, work.now, work.actor.timeZone)
    }
    await changeEach(
      work,
      importBatches,
      files.map(({ id, finishedAt }) => ({
        id,
        finishedAt: finishedAt ?? work.now,
        undoneBy: work.actor.id,
        ...moving('undoing', work),
      })),
    )
    await start(work, files.slice(-1))
    return { id: togetherId }
  },
})

/** The files in the order in which they are brought in, locked; refuses those of somebody else. */
async function holdTheirs(work: Work, togetherId: string) {
  const files = await holdFiles(work, togetherId)
  for (const file of files) {
    mustBeTheirs(work.actor, file)
    mustMayBring(work.actor, file.subject)
  }
  return files
}

async function start(work: Work, files: readonly { id: string }[]): Promise<void> {
  for (const { id } of files) await work.emit('imports.started', { batchId: id })
}
