import os from 'node:os'
import { parentPort } from 'node:worker_threads'
import { hashSync } from '@node-rs/argon2'

/** A thread that only hashes passwords. It yields to the threads that answer pages; on Linux niceness is a thread's own. */
const nice = 10
if (process.platform === 'linux') os.setPriority(nice)

parentPort.on('message', ({ number, text, options }) => {
  try {
    parentPort.postMessage({ number, digest: hashSync(text, { ...options, salt: Buffer.from(options.salt) }) })
  } catch (error) {
    parentPort.postMessage({ number, error: String(error) })
  }
})
