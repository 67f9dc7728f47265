import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inData } from '@/lib/run/paths.mjs'
import { identity, isAlive } from '@/lib/run/processes.mjs'

/** Several test runs may share one cluster: each signs in here, and the last one out ends it. */
const book = inData(process.env.ACCORD_BARS === 'full' ? 'bars-runs' : 'test-runs')
const lock = path.join(book, 'lock')

const signature = () => path.join(book, `${process.pid}.json`)

function living(file: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return false
  }
}

/** Does something while no other run does; a lock whose holder has died counts as open. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  mkdirSync(book, { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, JSON.stringify(identity(process.pid)), { flag: 'wx' })
      break
    } catch {
      if (!living(lock)) await wait(50)
      if (!living(lock)) rmSync(lock, { force: true })
      await wait(25)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Notes that this run uses the cluster. */
export function signIn(): void {
  writeFileSync(signature(), JSON.stringify(identity(process.pid)))
}

/** Notes that this run is done; says whether it was the last one. */
export function signOut(): boolean {
  rmSync(signature(), { force: true })
  const others = readdirSync(book).filter((name) => name.endsWith('.json'))
  for (const name of others) if (!living(path.join(book, name))) rmSync(path.join(book, name), { force: true })
  return readdirSync(book).every((name) => !name.endsWith('.json'))
}
