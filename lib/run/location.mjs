import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { nativeFolder, nativeVersion } from './native.mjs'
import { inData, makeDataFolder } from './paths.mjs'
import { say } from './say.mjs'
import { canReach, canRun, postgresUser } from './system-user.mjs'

/** A folder that any system user can reach, one for each clone. */
function elsewhere() {
  const folder = `/var/lib/accord-${createHash('sha256').update(inData()).digest('hex').slice(0, 12)}`
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  return folder
}

function openToAll(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile()) chmodSync(file, statSync(file).mode | 0o444)
  }
  chmodSync(folder, 0o755)
}

/** A copy of the binaries where the other user can run them, made once for each version. */
function copiedBinaries() {
  const target = path.join(elsewhere(), `postgres-${nativeVersion()}`)
  if (existsSync(target)) return target
  const draft = `${target}.${process.pid}`
  cpSync(nativeFolder(), draft, { recursive: true, verbatimSymlinks: true })
  openToAll(draft)
  renameSync(draft, target)
  return target
}

/** Data of an earlier clone in the same place, whose pointer and passwords are gone: kept, but out of the way. */
function setAside(folder) {
  if (!existsSync(folder)) return
  const kept = `${folder}.left-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`
  renameSync(folder, kept)
  say(`Found data of an earlier installation and moved it to ${kept}.`)
}

function dataElsewhere(name) {
  const pointer = inData(`${name}.location`)
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim()
  const data = path.join(elsewhere(), name)
  setAside(data)
  writeFileSync(pointer, `${data}\n`)
  say(`Postgres runs as a user of its own that cannot enter ${inData()}, so its data lives in ${data}.`)
  return data
}

/**
 * Where a bundled Postgres runs from and keeps its data, and as whom. As root in a clone that Postgres' own user
 * cannot enter, both live under /var/lib and a pointer stays in the data folder.
 */
export function locate(name) {
  makeDataFolder()
  const ids = postgresUser()
  const here = inData(name)
  const moved = existsSync(inData(`${name}.location`)) || !canReach(inData(), ids)
  const data = moved ? dataElsewhere(name) : here
  const binaries = canRun(path.join(nativeFolder(), 'bin/postgres'), ids) ? nativeFolder() : copiedBinaries()
  return { data, binaries, ids }
}

/** Makes an empty data folder that belongs to the user who runs Postgres. */
export function makeEmpty(data, { uid, gid }) {
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (uid !== undefined) chownSync(data, uid, gid)
}
