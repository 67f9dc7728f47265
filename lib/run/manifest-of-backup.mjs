import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** The list of everything in a backup, which is written last: without it a backup is not one. */
const name = 'manifest.json'
const format = 1

async function digest(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Paths of all files and of all folders below one, with forward slashes. */
export function contents(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const pathOf = (entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')
  return {
    files: entries
      .filter((entry) => entry.isFile())
      .map(pathOf)
      .sort(),
    folders: entries
      .filter((entry) => entry.isDirectory())
      .map(pathOf)
      .sort(),
  }
}

/** Writes size and hash of every file. */
export async function seal(folder, about) {
  const { files, folders } = contents(folder)
  const listed = []
  for (const file of files) {
    const whole = path.join(folder, file)
    listed.push({ file, size: statSync(whole).size, sha256: await digest(whole) })
  }
  const text = JSON.stringify({ format, ...about, folders, files: listed }, null, 1)
  writeFileSync(path.join(folder, name), text, { mode: 0o600 })
  return listed.length
}

/** Reads a backup and checks every byte of it. Returns its description, or the first sentence that is wrong with it. */
export async function verify(folder) {
  let manifest
  try {
    manifest = JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  } catch {
    return { problem: `${folder} holds no complete backup: its manifest is missing.` }
  }
  if (manifest.format !== format) return { problem: 'This backup was made by another version of Accord.' }
  const present = new Set(contents(folder).files)
  for (const { file, size, sha256 } of manifest.files) {
    const whole = path.join(folder, file)
    if (!present.has(file)) return { problem: `The backup is damaged: ${file} is missing.` }
    if (statSync(whole).size !== size || (await digest(whole)) !== sha256) {
      return { problem: `The backup is damaged: ${file} has changed since it was made.` }
    }
  }
  return { manifest }
}
