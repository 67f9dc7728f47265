import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../lib/run/free-port.mjs'
import { locate } from '../lib/run/location.mjs'
import { inData, shown } from '../lib/run/paths.mjs'
import { allProcesses, end, look, until } from '../lib/run/processes.mjs'
import { say, stop } from '../lib/run/say.mjs'
import { keepSecrets, readSecrets } from '../lib/run/secrets.mjs'
import { binary, environment, makeCluster, setLostPassword } from './embedded-make.mjs'

const windows = process.platform === 'win32'

/** Signals for an orderly end: disconnect everybody and write a checkpoint; then without; then at once. */
const fast = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 2_000],
]

const megabytes = (share, least, most) =>
  `${Math.round(Math.min(most, Math.max(least, (os.totalmem() / 1_048_576) * share)))}MB`

/** Settings for a small machine that serves many short queries; statements are never logged, they hold personal data. */
const settings = () => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: megabytes(0.15, 128, 1024),
  effective_cache_size: megabytes(0.5, 256, 8192),
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  max_wal_size: '2GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
})

/** Settings of a cluster whose data may be lost at any moment. */
export const disposable = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '128MB',
  max_connections: '200',
  autovacuum_naptime: '10min',
}

/** The bundled Postgres that keeps its data in this folder of ours, and the file with its passwords. */
export function bundled(name = 'postgres', secretsFile = inData('secrets.json')) {
  const place = locate(name)
  const title = `accord-${createHash('sha256').update(place.data).digest('hex').slice(0, 12)}`
  return { ...place, title, secretsFile, log: inData(`${name}.log`) }
}

/** Whether the cluster has been made. */
export const isMade = (place) => existsSync(path.join(place.data, 'PG_VERSION'))

/** Port and process of the postmaster that serves the data folder; null when its pid file names nobody or a stranger. */
export function running({ data }) {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port, , , , status] = readFileSync(file, 'utf8').split('\n')
  if (!windows && !look(Number(pid))?.command.includes(data)) return null
  return { pid: Number(pid), port: Number(port), isReady: status?.trim() === 'ready' }
}

/** Processes of the cluster: its postmaster, and backends, which carry the cluster's name in their title. */
const processesOf = ({ data, title }) =>
  windows
    ? []
    : allProcesses().filter(
        ({ command }) => command.includes(`-D ${data} `) || command.startsWith(`postgres: ${title}:`),
      )

/** Ends the postmaster in order: nobody's committed work is lost. */
export async function endPostmaster(place, pid) {
  if (windows) spawnSync(binary(place, 'pg_ctl'), ['stop', '-D', place.data, '-m', 'fast', '-w'])
  else await end(pid, fast)
}

/** After a crash: whatever still holds the data folder is ended, and a pid file that names a stranger is removed. */
export async function clearLeftovers(place) {
  const left = running(place)
  if (left) await endPostmaster(place, left.pid)
  await until(() => processesOf(place).length === 0, 3_000)
  for (const { pid } of processesOf(place)) await end(pid, fast.slice(1))
  rmSync(path.join(place.data, 'postmaster.pid'), { force: true })
}

function spawnPostmaster(place, port, { extra, isShared }) {
  const options = Object.entries({ ...settings(), cluster_name: place.title, ...extra }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ])
  if (existsSync(place.log) && statSync(place.log).size > 10_000_000) rmSync(place.log)
  const log = openSync(place.log, 'a', 0o600)
  const child = spawn(binary(place, 'postgres'), ['-D', place.data, '-p', String(port), ...options], {
    ...place.ids,
    cwd: place.data,
    env: environment,
    stdio: ['ignore', log, log],
    detached: !windows,
    windowsHide: true,
  })
  closeSync(log)
  if (!windows && !isShared && child.pid) guard(child, place.ids)
  return child
}

/**
 * A shell that waits on a pipe which only we hold: when we die without a word, it ends the postmaster in order.
 * Both have a session of their own, so that Ctrl-C reaches neither before the product has finished its work.
 */
function guard(child, ids) {
  const script = 'read -r word; kill -INT "$1"'
  const shell = spawn('/bin/sh', ['-c', script, 'sh', String(child.pid)], {
    ...ids,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.stdin.on('error', () => {})
  shell.stdin.unref()
  shell.unref()
  child.once('exit', () => shell.kill('SIGKILL'))
}

/** Starts a postmaster and waits until it answers, however long recovery after a crash takes. */
async function launch(place, port, options) {
  const from = existsSync(place.log) ? statSync(place.log).size : 0
  const child = spawnPostmaster(place, port, options)
  const slow = setTimeout(() => say('Postgres is recovering what a crash left unfinished …'), 8_000)
  try {
    while (child.exitCode === null && child.signalCode === null) {
      const now = running(place)
      if (now?.isReady && now.pid === child.pid) return child
      await wait(20)
    }
  } finally {
    clearTimeout(slow)
  }
  const said = readFileSync(place.log, 'utf8').slice(from)
  throw new Error(/FATAL: +(.*)/.exec(said)?.[1] ?? `see ${shown(place.log)}`)
}

async function launchPatiently(place, options, fixedPort) {
  for (let attempt = 1; ; attempt++) {
    const port = fixedPort ?? (await freePort(readSecrets(place.secretsFile).port))
    try {
      const child = await launch(place, port, options)
      if (port !== readSecrets(place.secretsFile).port) keepSecrets({ port }, place.secretsFile)
      return { child, port }
    } catch (error) {
      if (attempt === 10) return stop(`Postgres does not start: ${error.message}`)
      await clearLeftovers(place)
      await wait(300 * attempt)
    }
  }
}

/** Makes the cluster when there is none, and clears what a crash left. */
export async function prepare(place) {
  if (!isMade(place)) return makeCluster(place)
  await clearLeftovers(place)
  if (!readSecrets(place.secretsFile).superuser) setLostPassword(place)
}

/**
 * Starts the bundled Postgres, and starts it again on the same port when it dies.
 * Returns its port and `end`, which stops it in order; `onLost` hears when it cannot be brought back.
 */
export async function startBundled(place, { extra = {}, onLost = () => {} } = {}) {
  await prepare(place)
  let ending = false
  let { child, port } = await launchPatiently(place, { extra })
  const watch = () => {
    child.unref()
    child.once('exit', async () => {
      if (ending) return
      say('Postgres ended unexpectedly; starting it again.')
      try {
        await clearLeftovers(place)
        child = (await launchPatiently(place, { extra }, port)).child
        if (ending) await endPostmaster(place, child.pid)
        else watch()
      } catch (error) {
        onLost(error)
      }
    })
  }
  watch()
  return {
    port,
    async end() {
      ending = true
      await endBundled(place)
    },
  }
}

/**
 * Port of a cluster that several processes use at once: started when it does not run yet, and left running.
 * Whoever is the last to need it calls `endBundled`.
 */
export async function shareBundled(place, extra) {
  const now = running(place)
  if (now?.isReady) return now.port
  await prepare(place)
  const { child, port } = await launchPatiently(place, { extra, isShared: true })
  child.unref()
  return port
}

/** Ends the cluster in order, whoever started it. */
export async function endBundled(place) {
  const now = running(place)
  if (now) await endPostmaster(place, now.pid)
}

/** Address of a database of the bundled cluster, for the superuser. */
export function superuserUrl(place, port, database = 'postgres') {
  return `postgres://postgres:${readSecrets(place.secretsFile).superuser}@127.0.0.1:${port}/${database}`
}
