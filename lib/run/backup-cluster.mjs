import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { bundled, endBundled, isMade, running, shareBundled, superuserUrl } from '../../db/embedded.mjs'
import { hasOwnServer } from './database.mjs'
import { anchorsFile, anchorsName } from './environment.mjs'
import { seal } from './manifest-of-backup.mjs'
import { inData, shown } from './paths.mjs'
import { say, stop } from './say.mjs'
import { secretsFile } from './secrets.mjs'

/** Contents that a starting Postgres makes anew, by folder, and files that belong to the running process only. */
const emptied = [
  'pg_wal',
  'pg_replslot',
  'pg_stat_tmp',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_subtrans',
  'pg_dynshmem',
]
const passing =
  /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|backup_label.*|tablespace_map.*|current_logfiles.*)$/

/** Copies a data folder that is in use: a file that vanishes meanwhile was dropped, and the log knows it. */
function copyLive(from, to) {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (passing.test(entry.name)) continue
    const source = path.join(from, entry.name)
    const target = path.join(to, entry.name)
    try {
      if (entry.isDirectory()) copyLive(source, target)
      else if (entry.isFile()) copyPrivately(source, target)
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  }
}

function copyPrivately(source, target) {
  copyFileSync(source, target)
  chmodSync(target, 0o600)
}

function copyData(data, target) {
  mkdirSync(target, { recursive: true, mode: 0o700 })
  for (const name of emptied) if (existsSync(path.join(data, name))) mkdirSync(path.join(target, name), { mode: 0o700 })
  for (const entry of readdirSync(data, { withFileTypes: true })) {
    if (emptied.includes(entry.name) || passing.test(entry.name)) continue
    const source = path.join(data, entry.name)
    if (entry.isDirectory()) copyLive(source, path.join(target, entry.name))
    else if (entry.isFile()) copyPrivately(source, path.join(target, entry.name))
  }
}

/** Copies the write-ahead log from the first to the last segment that recovery needs. */
function copyLog(data, target, first, last) {
  const names = readdirSync(path.join(data, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name))
  const needed = names.filter((name) => name >= first && name <= last)
  if (!needed.includes(first) || !needed.includes(last))
    stop('The write-ahead log of the backup is not complete; try again.')
  for (const name of needed) copyPrivately(path.join(data, 'pg_wal', name), path.join(target, 'pg_wal', name))
}

/**
 * Postgres is told that a copy begins, the files are copied while people work on, and the log of the meantime is added.
 * A temporary replication slot keeps that log from being recycled.
 */
async function copyCluster(sql, data, target) {
  await sql`select pg_create_physical_replication_slot('accord_backup', true, true)`
  const [{ first }] = await sql`select pg_walfile_name(pg_backup_start('accord', true)) as first`
  copyData(data, target)
  const [done] = await sql`select pg_walfile_name(lsn) as last, labelfile, spcmapfile from pg_backup_stop(false)`
  writeFileSync(path.join(target, 'backup_label'), done.labelfile, { mode: 0o600 })
  if (done.spcmapfile) writeFileSync(path.join(target, 'tablespace_map'), done.spcmapfile, { mode: 0o600 })
  copyLog(data, target, first, done.last)
}

const stampOf = (moment) => moment.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')

function newFolder(wanted) {
  const folder = wanted ? path.resolve(wanted) : inData('backups', `accord-${stampOf(new Date())}`)
  if (existsSync(folder)) stop(`${shown(folder)} exists already; name a folder that does not.`)
  return folder
}

/** Makes a complete copy of the bundled database and its secrets, also while the product runs. */
export async function backUp(wanted) {
  if (hasOwnServer()) {
    stop(
      'This database lives on a server of your own: back it up there, for example with pg_dump --format=custom "$DATABASE_URL_DIRECT", and keep .data/secrets.json.',
    )
  }
  const place = bundled()
  if (!isMade(place)) stop('There is no database to back up yet.')
  const folder = newFolder(wanted)
  const draft = `${folder}.unfinished`
  const wasRunning = running(place) !== null
  const { default: postgres } = await import('postgres')
  const port = await shareBundled(place, {})
  const sql = postgres(superuserUrl(place, port), { max: 1, onnotice: () => {} })
  try {
    say('Copying the database …', '正在備份資料庫……')
    mkdirSync(draft, { recursive: true, mode: 0o700 })
    // Before the data: an end of the history that is noted meanwhile would not be in the copy.
    if (existsSync(anchorsFile())) copyPrivately(anchorsFile(), path.join(draft, anchorsName))
    await copyCluster(sql, place.data, path.join(draft, 'postgres'))
    copyPrivately(secretsFile, path.join(draft, 'secrets.json'))
    const count = await seal(draft, {
      made: new Date().toISOString(),
      postgres: readFileSync(path.join(place.data, 'PG_VERSION'), 'utf8').trim(),
    })
    renameSync(draft, folder)
    say(
      `Backed up ${count} files to ${shown(folder)}. It holds passwords: keep it as safe as the data.`,
      '備份完成，內含密碼，請妥善保管。',
    )
  } finally {
    await sql.end()
    if (!wasRunning) await endBundled(place)
  }
}
