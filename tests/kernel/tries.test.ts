import { expect, it } from 'vitest'
import { z } from 'zod'
import { job } from '@/lib/kernel/job'
import { runJobs } from '@/lib/kernel/worker'

it('a job that fails for one workspace is done for the others, as are those beside it, and comes out at the end', async () => {
  const done: string[] = []
  const of = (name: string, fails: (workspaceId: string) => boolean) =>
    job({
      name,
      input: z.strictObject({}),
      async run({ workspaceId }) {
        if (fails(workspaceId)) throw new Error(`${name} ${workspaceId}`)
        done.push(`${name} ${workspaceId}`)
      },
    })
  const jobs = [of('first', (id) => id === 'a'), of('second', (id) => id === 'b')]
  await expect(runJobs(jobs, ['a', 'b'], { jobId: 'once', payload: {} })).rejects.toThrow('first a')
  expect(done).toEqual(['second a', 'first b'])
})
