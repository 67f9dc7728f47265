import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

const brought = path.join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
let versionOfBrought

/** The version that npm brought along says of itself; null where it does not run, as on a system without glibc. */
function askBrought() {
  versionOfBrought ??= spawnSync(brought, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  return versionOfBrought || null
}

/** Whether one version of Node, "24.21.0", is newer than another. */
export function isNewer(one, other) {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number))
  const at = left.findIndex((part, index) => part !== right[index])
  return at >= 0 && left[at] > right[at]
}

/**
 * The Node that builds, serves and tests, with its version: the one that npm brought along where it is newer than the
 * one that started us, because it draws a page with about a fifth less of the processor. Asked when a process is
 * started, since the installation may come just before.
 */
export function runtime() {
  const own = { program: process.execPath, version: process.versions.node }
  const version = existsSync(brought) ? askBrought() : null
  return version && isNewer(version, own.version) ? { program: brought, version } : own
}
