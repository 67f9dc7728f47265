import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { handovers } from '@/lib/run/handovers.mjs'

const children = new Set<ChildProcess>()
let door: ReturnType<typeof handovers>

/** The port's holder with some web processes, all ready. */
async function product(processes: number) {
  door = handovers()
  const port = await door.listen(0)
  const start = () => {
    const child = door.join(fork(path.join(import.meta.dirname, 'handed-server.mjs')))
    children.add(child)
    child.once('exit', () => children.delete(child))
    return child
  }
  const ready = async () => {
    const child = start()
    await once(child, 'message')
    return child
  }
  const webs = await Promise.all(Array.from({ length: processes }, ready))
  return { port, start, webs }
}

afterEach(async () => {
  door.end()
  await Promise.all([...children].map((child) => child.kill('SIGKILL') && once(child, 'exit')))
})

/** A visitor who keeps the connection; `ask` answers which process heard the question, or that the connection ended. */
function visitor(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = () =>
    new Promise<number | 'ended'>((resolve) => {
      get({ port, agent }, async (response) => resolve(Number(await text(response)))).once('error', () =>
        resolve('ended'),
      )
    })
  return { ask, leave: () => agent.destroy() }
}

const crowd = (port: number, size: number) => Array.from({ length: size }, () => visitor(port))
const heard = async (visitors: ReturnType<typeof crowd>) => {
  const by = await Promise.all(visitors.map(({ ask }) => ask()))
  return (child: ChildProcess | undefined) => by.filter((pid) => pid === child?.pid).length
}

describe('Connections', () => {
  it('that come at once while one process is busy are shared evenly, and stay where they are', async () => {
    const { port, webs } = await product(2)
    const [busy, idle] = webs
    busy?.kill('SIGSTOP')
    const visitors = crowd(port, 16)
    const answers = heard(visitors)
    // All were handed out while one of the two could not say that it had taken any.
    await expect.poll(() => door.held(busy) + door.held(idle)).toBe(16)
    busy?.kill('SIGCONT')
    const first = await answers
    expect([first(busy), first(idle)]).toEqual([8, 8])
    const again = await heard(visitors)
    expect([again(busy), again(idle)]).toEqual([8, 8])
  })

  it('go to where others have ended', async () => {
    const { port, webs } = await product(2)
    const visitors = crowd(port, 8)
    const by = await Promise.all(visitors.map(({ ask }) => ask()))
    for (const [n, pid] of by.entries()) if (pid === webs[0]?.pid) visitors[n]?.leave()
    await expect.poll(() => door.held(webs[0])).toBe(0)
    const next = await heard(crowd(port, 4))
    expect([next(webs[0]), next(webs[1])]).toEqual([4, 0])
  })

  it('that a process never took end with it, and whoever asks again is answered', async () => {
    const { port, webs } = await product(1)
    webs[0]?.kill('SIGSTOP')
    const visitors = crowd(port, 3)
    const answers = Promise.all(visitors.map(({ ask }) => ask()))
    await expect.poll(() => door.held(webs[0])).toBe(3)
    webs[0]?.kill('SIGKILL')
    expect(await answers).toEqual(['ended', 'ended', 'ended'])
  })

  it('wait for the first process that is ready', async () => {
    const { port, start } = await product(0)
    const answers = heard(crowd(port, 3))
    const child = start()
    expect((await answers)(child)).toBe(3)
  })

  it('whose question never ends are closed by the process that holds them', async () => {
    const { port, webs } = await product(1)
    const slow = connect(port)
    slow.write('GET / HTTP/1.1\r\nHost: a')
    expect(await text(slow)).toContain('408')
    await expect.poll(() => door.held(webs[0])).toBe(0)
  })

  it('are not taken where somebody else has the port', async () => {
    const { port } = await product(0)
    await expect(handovers().listen(port)).rejects.toThrow('EADDRINUSE')
  })
})

describe('A web process', () => {
  it('ends when the one that holds the port is gone', async () => {
    const { webs } = await product(1)
    const ended = once(webs[0] ?? door, 'exit')
    webs[0]?.disconnect()
    expect(await ended).toEqual([0, null])
  })
})
