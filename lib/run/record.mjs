import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildFolder } from './build-folder.mjs'
import { inData } from './paths.mjs'
import { end, identity, isAlive } from './processes.mjs'

const file = inData('running.json')

/** The record of the start that serves from this data folder, as long as that very process lives. */
export function runningSupervisor() {
  if (!existsSync(file)) return null
  const kept = JSON.parse(readFileSync(file, 'utf8'))
  return kept.pid !== process.pid && isAlive(kept) ? kept : null
}

/** Notes that this process serves; `launcher` is the npm that started it. */
export function record(added) {
  writeFileSync(file, JSON.stringify({ ...identity(process.pid), ...added }), { mode: 0o600 })
}

const serving = path.join(buildFolder, 'serving')

/** Notes that this process serves the build in place, wherever its data lives. */
export function noteServing() {
  mkdirSync(serving, { recursive: true })
  writeFileSync(path.join(serving, String(process.pid)), JSON.stringify(identity(process.pid)))
}

/** Process ids that serve the build in place: building anew would take it from under them. */
export function servers() {
  if (!existsSync(serving)) return []
  return readdirSync(serving)
    .map((name) => JSON.parse(readFileSync(path.join(serving, name), 'utf8')))
    .filter(isAlive)
    .map(({ pid }) => pid)
}

/** Forgets this process, and nobody else. */
export function forget() {
  rmSync(path.join(serving, String(process.pid)), { force: true })
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).pid === process.pid) rmSync(file)
}

/** A start whose npm or terminal was killed serves nobody that could stop it: it is ended in order. */
export async function endOrphan(other) {
  if (!other.launcher || isAlive(other.launcher)) return false
  await end(other.pid, [
    ['SIGTERM', 20_000],
    ['SIGKILL', 2_000],
  ])
  return true
}
