import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { inData, makeDataFolder } from './paths.mjs'

export const secretsFile = inData('secrets.json')

/** A password of 256 random bits that needs no escaping in a URL. */
export const randomPassword = () => randomBytes(32).toString('base64url')

/** What is kept in a secrets file, or nothing yet. */
export const readSecrets = (file = secretsFile) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

/** Adds to the secrets, readable by nobody else; a half-written file is never left behind. */
export function keepSecrets(added, file = secretsFile) {
  makeDataFolder()
  const all = { ...readSecrets(file), ...added }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, file)
  return all
}

/** The kept secret of this name, made now when there is none. */
export function secret(name, file = secretsFile) {
  return readSecrets(file)[name] ?? keepSecrets({ [name]: randomPassword() }, file)[name]
}
