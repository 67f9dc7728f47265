import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runCommand, runNode } from './child.mjs'
import { hydrateNativePackages } from './native.mjs'
import { applyPatch } from './patch-postgres.mjs'
import { root } from './paths.mjs'
import { say, stop } from './say.mjs'

const lockFile = path.join(root, 'package-lock.json')
const stampFile = path.join(root, 'node_modules/.accord-installed')
const npmRecord = path.join(root, 'node_modules/.package-lock.json')

const fingerprint = () =>
  createHash('sha256').update(readFileSync(lockFile)).update(`${process.platform} ${process.arch}`).digest('hex')

/** Whether npm's own record of what it installed names every package that the lockfile demands. */
export function agrees(wanted, installed) {
  return Object.entries(wanted.packages).every(
    ([name, { version, optional, link }]) =>
      name === '' || link || (optional && !installed.packages[name]) || installed.packages[name]?.version === version,
  )
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** Whether node_modules holds what the lockfile says. */
export function isInstalled() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()) return true
  return !existsSync(stampFile) && existsSync(npmRecord) && agrees(readJson(lockFile), readJson(npmRecord))
}

function npm(args) {
  const cli = process.env.npm_execpath
  return cli && /\.c?js$/.test(cli)
    ? runNode([cli, ...args], { env: installEnvironment(), quiet: true })
    : runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { env: installEnvironment(), quiet: true })
}

/** Without NODE_ENV, which would make npm leave out what the build needs. */
function installEnvironment() {
  const { NODE_ENV: _, ...rest } = process.env
  return rest
}

async function npmOrStop(...args) {
  const { code, output } = await npm([...args, '--include=dev', '--include=optional'])
  if (code !== 0) stop(`npm ${args[0]} failed; it says:\n\n${output.trim()}`)
}

/** An earlier version of our patch cannot be patched again: the driver is fetched anew, nothing else is touched. */
async function patchDriver() {
  try {
    applyPatch()
  } catch {
    rmSync(path.join(root, 'node_modules/postgres'), { recursive: true, force: true })
    await npmOrStop('install', '--no-save')
    applyPatch()
  }
}

/**
 * Installs exact dependencies when they are missing or stale and finishes what install scripts would have done:
 * links inside the Postgres packages and our patch of the database driver. Nothing depends on install scripts.
 */
export async function install() {
  if (!isInstalled()) {
    say('Installing the exact dependencies (npm ci), a minute or two …', '正在安裝相依套件（npm ci），約需一兩分鐘……')
    await npmOrStop('ci')
  }
  hydrateNativePackages()
  await patchDriver()
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== fingerprint())
    writeFileSync(stampFile, fingerprint())
}
