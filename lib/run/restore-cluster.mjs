import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { bundled, endBundled, isMade, running, shareBundled, superuserUrl } from '../../db/embedded.mjs'
import { hasOwnServer } from './database.mjs'
import { anchorsFile, anchorsName } from './environment.mjs'
import { makeEmpty } from './location.mjs'
import { verify } from './manifest-of-backup.mjs'
import { nativeVersion } from './native.mjs'
import { shown } from './paths.mjs'
import { say, stop } from './say.mjs'
import { secretsFile } from './secrets.mjs'

function own(file, { uid, gid }, mode) {
  chmodSync(file, mode)
  if (uid !== undefined) chownSync(file, uid, gid)
}

/** Copies the data into a new folder that belongs to the user who runs Postgres. */
function copyBack(backup, manifest, target, ids) {
  makeEmpty(target, ids)
  const inside = (name) => name.startsWith('postgres/')
  const place = (name) => path.join(target, name.slice('postgres/'.length))
  for (const folder of manifest.folders.filter(inside)) {
    mkdirSync(place(folder), { recursive: true })
    own(place(folder), ids, 0o700)
  }
  for (const { file } of manifest.files.filter((each) => inside(each.file))) {
    copyFileSync(path.join(backup, file), place(file))
    own(place(file), ids, 0o600)
  }
}

/** Moves what stands in the way aside instead of deleting it. */
function moveAside(file) {
  if (!existsSync(file)) return
  const kept = `${file}.before-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`
  renameSync(file, kept)
  say(`The present ${path.basename(file)} was moved to ${shown(kept)}.`)
}

/** The ends of the history as of the backup; a file of its own place is left to whoever keeps it. */
function restoreAnchors(backup) {
  const kept = path.join(backup, anchorsName)
  if (process.env.ANCHORS_FILE) return
  moveAside(anchorsFile())
  if (existsSync(kept)) copyFileSync(kept, anchorsFile())
}

/** Starts Postgres once, so that the log of the backup is applied now, and asks for its first answer. */
async function proveIt(place) {
  const { default: postgres } = await import('postgres')
  const port = await shareBundled(place, {})
  const sql = postgres(superuserUrl(place, port, 'accord'), { max: 1, onnotice: () => {} })
  try {
    const [{ count }] = await sql`select count(*)::int as count from pg_stat_user_tables`
    return count
  } finally {
    await sql.end()
    await endBundled(place)
  }
}

/** Puts a backup in the place of the database, after every byte of it was checked. */
export async function restore(wanted, { force }) {
  if (hasOwnServer()) stop('DATABASE_URL names a server of your own: restore there, for example with pg_restore.')
  if (!wanted) stop('Name the folder of the backup: npm run restore -- .data/backups/accord-…')
  const backup = path.resolve(wanted)
  if (!existsSync(backup)) stop(`${wanted} does not exist.`)
  const place = bundled()
  if (running(place)) stop('Accord is running on this database: stop it first. 請先停止 Accord。')
  if (isMade(place) && !force) {
    stop(
      'There is a database already; with --force it is moved aside and the backup takes its place. 已有資料庫，加上 --force 才會取代。',
    )
  }
  say('Checking the backup …', '正在檢查備份……')
  const { manifest, problem } = await verify(backup)
  if (problem) stop(problem)
  const major = nativeVersion().split('.')[0]
  if (manifest.postgres !== major) {
    stop(
      `The backup was made with Postgres ${manifest.postgres}, but this version of Accord brings ${major}: restore it with the version that made it.`,
    )
  }
  const draft = { ...place, data: `${place.data}.restoring`, secretsFile: `${secretsFile}.restoring` }
  copyBack(backup, manifest, draft.data, place.ids)
  copyFileSync(path.join(backup, 'secrets.json'), draft.secretsFile)
  chmodSync(draft.secretsFile, 0o600)
  const tables = await proveIt(draft)
  moveAside(place.data)
  moveAside(secretsFile)
  restoreAnchors(backup)
  renameSync(draft.data, place.data)
  renameSync(draft.secretsFile, secretsFile)
  say(`Restored ${tables} tables as of ${manifest.made}. Start with npm start.`, '還原完成，請以 npm start 啟動。')
}
