import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { program } from '@/lib/run/child.mjs'
import { freePort } from '@/lib/run/free-port.mjs'
import { root } from '@/lib/run/paths.mjs'
import { aFullWorkspace } from '../security/full-workspace'
import { asker, authorisation } from './authorisation'

let address = ''
const isOpen = () =>
  asker(address)('/sign-in').then(
    () => true,
    () => false,
  )
let server: ChildProcess

/** The same build, served by Next alone: nothing of ours stands before it. */
beforeAll(async () => {
  const { app, secret } = inject('product')
  const { VITEST: _, ...rest } = process.env
  const port = String(await freePort(undefined))
  address = `http://localhost:${port}`
  const settings = { DATABASE_URL: app, AUTH_SECRET: secret, APP_ORIGIN: address, PORT: port }
  server = spawn(process.execPath, [program.next, 'start', '--port', port], {
    cwd: root,
    env: { ...rest, NODE_ENV: 'production', ...settings },
    stdio: 'ignore',
  })
  while (!(await isOpen())) await wait(100)
})
afterAll(async () => {
  server.kill('SIGTERM')
  if (server.exitCode === null) await once(server, 'exit')
})

describe('without the server that stands before it', async () => {
  const [mine, theirs] = [await aFullWorkspace(), await aFullWorkspace()]

  it('a page has lost its content policy, so that server is really gone', async () => {
    expect((await asker(address)('/sign-in')).headers['content-security-policy']).toBeUndefined()
  })

  authorisation({ address: () => address, mine, theirs, bare: true })
})
