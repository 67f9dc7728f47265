import 'server-only'
import { randomBytes } from 'node:crypto'
import { hashedForm } from '../password'
import { Unavailable } from '../unavailable'
import { hashed } from './hasher'

/** What one guess costs: argon2id with 46 MiB, one pass, one lane. Raise it here; owners move over as they sign in. */
export const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

/** How a password was hashed: kind, version, cost and salt in PHC form, without the digest. */
const recipe = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)$/

/**
 * Hashes at once in this process, which has a twin on the same machine: two in all. So memory stays bounded, and pages
 * get processor time while many sign in.
 */
const mostAtOnce = 1
/** Some seconds of work; whoever comes after these is asked to try again. */
const mostWaiting = 200
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostWaiting) throw new Unavailable('Too many sign-ins at once')
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** The proof of a new password, with a salt of its own and today's cost. */
export const newProof = (password: string, at: typeof cost = cost) =>
  inTurn(() => hashed(hashedForm(password), { ...at, salt: randomBytes(16) }))

/**
 * The proof that this password gives under a known recipe; the database compares it. Without a recipe the same work is
 * done for a made-up salt, so that an unknown e-mail takes as long as a known one.
 */
export async function proofOf(password: string, known: string | null): Promise<string> {
  const [, memory, time, lanes, salt] = recipe.exec(known ?? '') ?? []
  if (!salt) return newProof(password)
  const at = { memoryCost: Number(memory), timeCost: Number(time), parallelism: Number(lanes) }
  return inTurn(() => hashed(hashedForm(password), { ...at, salt: Buffer.from(salt, 'base64') }))
}

/** Whether a recipe is cheaper than today's. */
export function isOutdated(known: string): boolean {
  const [, memory, time] = recipe.exec(known) ?? []
  return Number(memory) < cost.memoryCost || Number(time) < cost.timeCost
}
