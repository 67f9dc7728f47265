import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { freePort } from '@/lib/run/free-port.mjs'
import { inData } from '@/lib/run/paths.mjs'
import { endOwnProducts, type OwnProduct, ownProduct } from './own-product'

/** What one writer sends next: who sends it, a command and its input; `idOf` is the row by which its answer is found again. */
export type Write = { cookie: string; command: string; body: object; idOf: (answer: Record<string, string>) => string }

/** What was sent to a product that failed meanwhile, and what it acknowledged. */
export type Told = { begun: number; acknowledged: string[]; odd: unknown[] }

const writers = 8
/** So many writes are acknowledged before a failure and after it. */
const atLeast = 40

/** A product of its own on its bundled Postgres, as a single company runs it, whose processes can be killed. */
export async function aPowered(name: string) {
  const folder = inData(`test-${name}`)
  rmSync(folder, { recursive: true, force: true })
  const port = String(await freePort(undefined))
  const begin = () => ownProduct(name, { PORT: port, DATABASE_URL: undefined, DATABASE_URL_DIRECT: undefined })
  let product: OwnProduct = await begin()

  const addressAs = (role: string, secret: string) => {
    const secrets = JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8'))
    return `postgres://${role}:${secrets[secret]}@127.0.0.1:${secrets.port}/accord`
  }

  /** As when the power fails: everything at once, the database included, and nobody says goodbye. */
  async function cutPower() {
    const postmaster = Number.parseInt(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8'), 10)
    const victims = [...product.children('web.mjs'), ...product.children('worker.ts'), postmaster]
    const gone = product.kill()
    for (const pid of victims) process.kill(pid, 'SIGKILL')
    await gone
    product = await begin()
  }

  /** Every web process dies in the middle of what it answers; who watches over them starts others. */
  async function killWeb() {
    const dead = product.children('web.mjs')
    for (const pid of dead) process.kill(pid, 'SIGKILL')
    await expect.poll(() => product.children('web.mjs').filter((pid) => !dead.includes(pid)).length).toBe(dead.length)
  }

  const send = (cookie: string, command: string, body: object, key: string) =>
    fetch(`${product.address}/api/v1/${command}`, {
      method: 'POST',
      headers: { cookie, origin: product.address, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })

  /** One write after the other; what was not acknowledged is sent again under the same key until it is. */
  async function write(told: Told, next: (number: number) => Write, isOver: () => boolean) {
    while (!isOver()) {
      const key = randomUUID()
      const { cookie, command, body, idOf } = next(told.begun++)
      for (;;) {
        const answer = await send(cookie, command, body, key).catch(() => null)
        const text = await answer?.text().catch(() => null)
        if (answer?.status === 200 && text) {
          told.acknowledged.push(idOf(JSON.parse(text)))
          break
        }
        if (answer && answer.status !== 200 && answer.status !== 503) {
          told.odd.push([answer.status, text])
          break
        }
        await wait(50)
      }
    }
  }

  /** Writes on through one failure after the other, and for a while after the last. */
  async function writeThrough(next: (number: number) => Write, failures: (() => Promise<void>)[]) {
    const told: Told = { begun: 0, acknowledged: [], odd: [] }
    let isOver = false
    const work = Promise.all(Array.from({ length: writers }, () => write(told, next, () => isOver)))
    const someMore = async () => {
      const before = told.acknowledged.length
      await expect.poll(() => told.acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + atLeast)
    }
    for (const fail of failures) {
      await someMore()
      await wait(Math.random() * 400)
      await fail()
    }
    await someMore()
    isOver = true
    await work
    return told
  }

  return {
    addressAs,
    send,
    write,
    writeThrough,
    cutPower,
    killWeb,
    /** Ends it in good order and starts it again. */
    restart: async () => {
      await product.end()
      product = await begin()
    },
    end: async () => {
      await endOwnProducts()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
