import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundledDatabase, connect } from '@/db/roles'
import { ensureChromium } from '@/lib/run/chromium.mjs'
import { freePort } from '@/lib/run/free-port.mjs'
import { inData, makeDataFolder, root } from '@/lib/run/paths.mjs'
import { randomPassword } from '@/lib/run/secrets.mjs'
import { dropLeftDatabases, joinCluster, leaveCluster, secretsFile } from './cluster'

/** The running product, as a visitor, its owner and a saboteur see it. */
export type Product = {
  address: string
  /** The set-up link of the empty database, good for one visit. */
  link: string
  app: string
  owner: string
  secret: string
  supervisor: number
  chromium: string
}

declare module 'vitest' {
  interface ProvidedContext {
    product: Product
  }
}

const log = inData('test-product.log')

type Started = { address: string; link: string }

function begin(settings: Record<string, string>): { child: ChildProcess; started: Promise<Started> } {
  const file = openSync(log, 'w', 0o600)
  const { VITEST: _, APP_ORIGIN: __, ...rest } = process.env
  const env = { ...rest, NODE_ENV: 'production' as const, ...settings }
  const child = fork(path.join(root, 'lib/run/start.mjs'), [], { cwd: root, env, stdio: ['ignore', file, file, 'ipc'] })
  closeSync(file)
  const started = new Promise<Started>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Started))
    child.once('exit', () => reject(new Error(`The product did not start:\n${readFileSync(log, 'utf8')}`)))
  })
  return { child, started }
}

/** Starts the product as a person would, built, on a free port and an empty database; afterwards ends all of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  makeDataFolder()
  const chromium = String(await ensureChromium())
  const superuser = await joinCluster()
  const name = `accord_test_${process.pid}_${randomBytes(3).toString('hex')}`
  const { app, owner } = await bundledDatabase(superuser, name, secretsFile)
  const secret = randomPassword()
  const { child, started } = begin({
    AUTH_SECRET: secret,
    PORT: String(await freePort(undefined)),
    DATABASE_URL: app,
    DATABASE_URL_DIRECT: owner,
    ACCORD_DATA: inData('test-product'),
  })
  const { address, link } = await started
  project.provide('product', { address, link, app, owner, secret, supervisor: child.pid ?? 0, chromium })
  return async () => {
    const ended = new Promise((done) => child.once('exit', done))
    if (child.exitCode === null && child.connected) {
      child.disconnect()
      await ended
    }
    const sql = connect(superuser)
    await sql.unsafe(`drop database if exists ${name} with (force)`)
    await dropLeftDatabases(sql)
    await sql.end()
    await leaveCluster()
  }
}
