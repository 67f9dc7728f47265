import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { say, stop } from './say.mjs'

const name = 'accord'

function find() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
  if (!line) return null
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function create() {
  const ways = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', name]],
  ]
  for (const [command, args] of ways) if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return find()
  return null
}

/**
 * Postgres refuses to run as root, so root gets it a system user of its own.
 * Returns uid and gid to start it with; nothing when we are an ordinary user already.
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return {}
  const known = find()
  if (known) return known
  say(`Creating the system user "${name}", because Postgres does not run as root.`)
  return (
    create() ?? stop(`Postgres cannot run as root: create a system user named "${name}", or start as another user.`)
  )
}

function tries(command, args, { uid, gid }) {
  return spawnSync(command, args, { uid, gid, stdio: 'ignore', cwd: '/' }).status === 0
}

/** Whether that user can walk to a folder. */
export const canReach = (folder, ids) => ids.uid === undefined || tries('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], ids)

/** Whether that user can start a program and load its libraries. */
export const canRun = (file, ids) => tries(file, ['--version'], ids)
