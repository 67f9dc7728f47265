import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeEmpty } from '../lib/run/location.mjs'
import { stop } from '../lib/run/say.mjs'
import { keepSecrets, randomPassword } from '../lib/run/secrets.mjs'

const windows = process.platform === 'win32'

/** What every program of Postgres runs with: no language of the shell changes its words or its sorting. */
export const environment = { ...process.env, LC_ALL: 'C', PGTZ: undefined }

/** A program of the bundled Postgres. */
export const binary = (place, name) => path.join(place.binaries, 'bin', windows ? `${name}.exe` : name)

const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8']

function passwordFileFor(ids, password) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'accord-'))
  const file = path.join(folder, 'password')
  writeFileSync(file, password, { mode: 0o600 })
  if (ids.uid !== undefined) for (const each of [folder, file]) chownSync(each, ids.uid, ids.gid)
  return file
}

/** Makes the cluster. UTF8 with a UTF-8 character type, without which searching Chinese text finds nothing. */
export function makeCluster(place) {
  const password = randomPassword()
  const passwordFile = passwordFileFor(place.ids, password)
  const draft = `${place.data}.new`
  const base = ['--pgdata', draft, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C']
  try {
    for (const type of characterTypes) {
      makeEmpty(draft, place.ids)
      const { status, stderr } = spawnSync(
        binary(place, 'initdb'),
        [...base, ...locale, '--lc-messages=C', `--lc-ctype=${type}`, '--no-instructions'],
        { ...place.ids, cwd: windows ? undefined : '/', env: environment, encoding: 'utf8' },
      )
      if (status === 0) {
        keepSecrets({ superuser: password }, place.secretsFile)
        return renameSync(draft, place.data)
      }
      if (!/invalid locale|locale name/i.test(stderr)) stop(`Postgres could not make its data folder: ${stderr.trim()}`)
    }
    return stop('This system knows no UTF-8 locale, without which searching Chinese text finds nothing.')
  } finally {
    rmSync(path.dirname(passwordFile), { recursive: true, force: true })
  }
}

/** When the password was lost with its file, the owner of the files may set a new one without it. */
export function setLostPassword(place) {
  const password = randomPassword()
  const { status, stderr } = spawnSync(binary(place, 'postgres'), ['--single', '-D', place.data, 'postgres'], {
    ...place.ids,
    cwd: '/',
    env: environment,
    encoding: 'utf8',
    input: `alter role postgres password '${password}'\n`,
  })
  if (status !== 0) stop(`The password of the database is lost and could not be renewed: ${stderr.trim()}`)
  keepSecrets({ superuser: password }, place.secretsFile)
}
