import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Where data, secrets and logs live; `ACCORD_DATA` moves it. */
export const dataFolder = path.resolve(root, process.env.ACCORD_DATA || '.data')

/** Makes the data folder. Postgres has a user of its own when we run as root and must be able to walk through it. */
export function makeDataFolder() {
  mkdirSync(dataFolder, { recursive: true })
  if (process.platform !== 'win32') chmodSync(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700)
  return dataFolder
}

/** The path of something in the data folder. */
export const inData = (...names) => path.join(dataFolder, ...names)

/** A path as a person at the root of the clone would write it. */
export const shown = (file) => {
  const relative = path.relative(process.cwd(), file)
  return relative.startsWith('..') ? file : relative || '.'
}
