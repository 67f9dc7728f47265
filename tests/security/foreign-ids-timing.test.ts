import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import { edit } from '@/lib/modules/accounts/commands'
import { timeline } from '@/lib/modules/interactions/queries-timeline'
import { newcomer } from '@/tests/people'
import { aFullWorkspace } from './full-workspace'

const samples = 200
const mostApart = 5

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** How many milliseconds the medians lie apart of what is done with an id of others and with one that does not exist. */
async function apart(foreignId: string, attempt: (id: string) => Promise<unknown>): Promise<number> {
  const [foreign, unknown]: [number[], number[]] = [[], []]
  for (let n = 0; n < samples; n++)
    for (const isForeign of n % 2 ? [true, false] : [false, true]) {
      const began = performance.now()
      await attempt(isForeign ? foreignId : crypto.randomUUID()).catch(() => null)
      ;(isForeign ? foreign : unknown).push(performance.now() - began)
    }
  return Math.abs(median(foreign) - median(unknown))
}

describe.runIf(process.env.ACCORD_BARS === 'full')('the time of an answer', async () => {
  const theirs = await aFullWorkspace()
  const mine = await newcomer('manager')
  const foreignId = theirs.ids.accountId
  const read = (accountId: string) => ask(timeline, mine, { accountId })

  it.each([
    ['reading', read],
    ['writing', (accountId: string) => perform(edit, mine, { accountId, version: 1, note: '備註' })],
  ] as const)('does not tell whether an id belongs to another workspace: %s', async (name, attempt) => {
    const found = await apart(foreignId, attempt)
    console.info(`${name}: medians ${found.toFixed(2)} ms apart over ${samples} samples each`)
    expect(found).toBeLessThan(mostApart)
  })

  it('would tell, and be noticed, if one of them took longer', async () => {
    const slow = async (id: string) => {
      if (id === foreignId) await wait(2 * mostApart)
      return read(id)
    }
    expect(await apart(foreignId, slow)).toBeGreaterThan(mostApart)
  })
})
