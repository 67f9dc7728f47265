import 'server-only'
import type { Worker } from 'node:worker_threads'

export type HashOptions = { memoryCost: number; timeCost: number; parallelism: number; salt: Uint8Array }
type Answer = { number: number; digest?: string; error?: string }
type Waiting = { resolve: (digest: string) => void; reject: (error: Error) => void }

const waiting = new Map<number, Waiting>()
let thread: Worker | null = null
let next = 0

/** Passwords are hashed in a thread of their own with low priority, so that pages are not kept waiting by sign-ins. */
function begin(): Worker {
  // Asked for at run time: a build would try to pack the thread's program.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const started = new Worker(`${process.cwd()}/lib/run/hash.mjs`)
  started.on('message', ({ number, digest, error }: Answer) => {
    const asked = waiting.get(number)
    waiting.delete(number)
    if (waiting.size === 0) started.unref()
    if (digest) asked?.resolve(digest)
    else asked?.reject(new Error(error))
  })
  started.on('error', (error) => end(error))
  started.on('exit', () => end(new Error('The hashing thread has ended')))
  return started
}

function end(error: Error): void {
  thread = null
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

/** The argon2id hash of a text in PHC form. The process stays alive until it is there. */
export function hashed(text: Uint8Array | string, options: HashOptions): Promise<string> {
  thread ??= begin()
  const asked = thread
  const number = next++
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject })
    asked.ref()
    asked.postMessage({ number, text, options })
  })
}
