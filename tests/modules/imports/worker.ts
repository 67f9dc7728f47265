import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { now } from './scene'

const children = new Set<ChildProcess>()

/** A worker in a process of its own, ready to be told what to go on with. */
export async function aWorker() {
  const child = fork(path.join(import.meta.dirname, 'worker-process.ts'), {
    execArgv: ['--import', 'tsx', '--conditions=react-server'],
    cwd: path.resolve(import.meta.dirname, '../../..'),
    stdio: 'inherit',
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  await once(child, 'message')
  return {
    /** Goes on with a batch; resolves when the job has ended, or the process. */
    async work({ workspaceId }: { workspaceId: string }, batchId: string): Promise<void> {
      child.send({ workspaceId, batchId, now: now.toISOString() })
      await Promise.race([once(child, 'message'), once(child, 'exit')])
    },
    /** As when the power fails. */
    kill: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Ends what a test has left running. */
export const endWorkers = () => {
  for (const child of children) child.kill('SIGKILL')
}
