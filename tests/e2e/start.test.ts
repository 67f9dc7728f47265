import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '@/db/roles'
import { freePort } from '@/lib/run/free-port.mjs'
import { inData, root } from '@/lib/run/paths.mjs'
import { allProcesses, look } from '@/lib/run/processes.mjs'

/** The product with its bundled Postgres, started and killed as people and machines do. */
const folder = inData('test-start')
let port: number
const begun: ChildProcess[] = []

type Run = { child: ChildProcess; said: () => string; open: Promise<string>; ended: Promise<number | null> }

function start(settings: Record<string, string> = {}): Run {
  const { DATABASE_URL: _, DATABASE_URL_DIRECT: __, APP_ORIGIN: ___, VITEST: ____, ...rest } = process.env
  const env = { ...rest, NODE_ENV: 'production' as const, PORT: String(port), ACCORD_DATA: folder, ...settings }
  const child = fork(path.join(root, 'lib/run/start.mjs'), [], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  begun.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const open = new Promise<string>((resolve, reject) => {
    child.once('message', (message: { address: string }) => resolve(message.address))
    ended.then(() => reject(new Error(text)))
  })
  open.catch(() => {})
  return { child, said: () => text, open, ended }
}

const answers = (address: string) =>
  fetch(`${address}/ready`, { headers: { connection: 'close' } }).then(
    (response) => response.ok,
    () => false,
  )

async function soon(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await wait(50)
}

const children = (pid: number | undefined, word: string) =>
  allProcesses().filter((each) => look(each.pid)?.parent === pid && each.command.includes(word))
const postmasterId = () => Number.parseInt(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8'), 10)

function owner() {
  const secrets = JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8'))
  return connect(`postgres://accord_owner:${secrets.owner}@127.0.0.1:${secrets.port}/accord`)
}

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(inData(), { recursive: true })
  port = await freePort(undefined)
})
afterEach(async () => {
  for (const child of begun.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the product starts whatever happened before', () => {
  it('makes everything on a first start, and Ctrl-C leaves nothing running', async () => {
    const first = start()
    const address = await first.open
    await soon(() => answers(address))
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(allProcesses().filter(({ command }) => command.includes(folder))).toEqual([])
  })

  it('keeps the data when it was killed, and starts again', async () => {
    const killed = start()
    await killed.open
    const sql = owner()
    const name = `留下的資料 ${randomUUID()}`
    await sql`insert into workspaces (id, name) values (gen_random_uuid(), ${name})`
    await sql.end()
    killed.child.kill('SIGKILL')
    await killed.ended
    const address = await start().open
    await soon(() => answers(address))
    const again = owner()
    expect(await again`select name from workspaces where name = ${name}`).toEqual([{ name }])
    await again.end()
  })

  it('starts when supervisor, web processes and Postgres were all killed at once', async () => {
    const killed = start()
    await killed.open
    const victims = [...children(killed.child.pid, 'web.mjs').map(({ pid }) => pid), postmasterId()]
    killed.child.kill('SIGKILL')
    for (const pid of victims) process.kill(pid, 'SIGKILL')
    const address = await start().open
    // Postgres may still be busy with what the crash left behind.
    await soon(() => answers(address))
  })

  it('replaces a web process and Postgres that die while it runs', async () => {
    const run = start()
    const address = await run.open
    for (const { pid } of children(run.child.pid, 'web.mjs')) process.kill(pid, 'SIGKILL')
    await soon(() => children(run.child.pid, 'web.mjs').length === 2)
    await soon(() => answers(address))
    process.kill(postmasterId(), 'SIGKILL')
    await soon(() => run.said().includes('Postgres ended unexpectedly'))
    await soon(() => answers(address))
  })

  it('ends everything in order when it alone was killed', async () => {
    const killed = start()
    await killed.open
    killed.child.kill('SIGKILL')
    await soon(() => allProcesses().every(({ command }) => !command.includes(folder)))
  })

  it('says in one sentence that it runs already', async () => {
    const first = start()
    await first.open
    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.said()).toMatch(/✗ Accord already runs at http:\/\/localhost:\d+/)
    const address = await first.open
    await soon(() => answers(address))
  })

  it('says in one sentence that another program has the port', async () => {
    const stranger = createServer().listen(port)
    await once(stranger, 'listening')
    const run = start()
    expect(await run.ended).toBe(1)
    expect(run.said()).toMatch(/✗ Port \d+ is used by another program/)
    stranger.close()
  })

  it('refuses to serve as the owner of the tables', async () => {
    const url = process.env.DATABASE_URL_DIRECT ?? ''
    const run = start({ DATABASE_URL: url, DATABASE_URL_DIRECT: url })
    expect(await run.ended).toBe(1)
    expect(run.said()).toMatch(/✗ The database role "accord_owner" owns/)
  })
})
