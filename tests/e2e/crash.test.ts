import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, inject, it } from 'vitest'
import { allProcesses, look } from '@/lib/run/processes.mjs'

const { address, supervisor } = inject('product')
const kills = process.env.ACCORD_BARS === 'full' ? 20 : 4

const webProcesses = () =>
  allProcesses().filter(({ pid, command }) => command.includes('web.mjs') && look(pid)?.parent === supervisor)

type Outcome = number | 'broken' | 'nobody there' | 'no answer'

/** Milliseconds after which a visit counts as left waiting: far longer than any answer takes. */
const patience = 30_000

/** One visit on a connection of its own: its status, that the connection broke, that nobody listened yet or ever answered. */
const visit = (path: string) =>
  new Promise<Outcome>((resolve) => {
    const visiting = request(new URL(path, address), { agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
      response.once('error', () => resolve('broken'))
    })
    visiting
      .setTimeout(patience, () => visiting.destroy(new Error('no answer')))
      .once('error', (error: NodeJS.ErrnoException) =>
        resolve(
          error.code === 'ECONNREFUSED' ? 'nobody there' : error.message === 'no answer' ? 'no answer' : 'broken',
        ),
      )
      .end()
  })

describe('a web process that dies', () => {
  it(`takes only its own visits with it, ${kills} times under load`, async () => {
    const seen: Outcome[] = []
    let busy = true
    const visitors = Array.from({ length: 8 }, async () => {
      while (busy) {
        const outcome = await visit('/ready')
        seen.push(outcome)
        if (outcome !== 200) await wait(100)
      }
    })
    for (let count = 0; count < kills; count++) {
      const before = webProcesses().map(({ pid }) => pid)
      process.kill(before[0] ?? 0, 'SIGKILL')
      while (webProcesses().filter(({ pid }) => pid !== before[0]).length < 2) await wait(20)
      while ((await visit('/ready')) !== 200) await wait(20)
    }
    busy = false
    await Promise.all(visitors)
    expect(seen.filter((each) => typeof each === 'number' && each !== 200)).toEqual([])
    expect(seen.filter((each) => each === 'no answer')).toEqual([])
    expect(seen.filter((each) => each === 'broken').length).toBeLessThanOrEqual(kills * visitors.length)
    expect(await visit('/ready')).toBe(200)
  }, 900_000)
})
