import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

function filesUnder(folder, skip, found = []) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (skip.includes(path.relative(root, file))) continue
    if (entry.isDirectory()) filesUnder(file, skip, found)
    else found.push(file)
  }
  return found
}

/** One hash over the named files and everything in the named folders; what does not exist counts as absent. */
export function fingerprintOf(names, { skip = [], also = '' } = {}) {
  const hash = createHash('sha256').update(also)
  for (const name of names) {
    const file = path.join(root, name)
    const kind = statSync(file, { throwIfNoEntry: false })
    if (!kind) continue
    const files = kind.isDirectory() ? filesUnder(file, skip).sort() : [file]
    for (const each of files)
      hash.update(path.relative(root, each)).update('\0').update(readFileSync(each)).update('\0')
  }
  return hash.digest('hex')
}
