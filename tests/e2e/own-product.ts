import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { inject } from 'vitest'
import { freePort } from '@/lib/run/free-port.mjs'
import { inData, root } from '@/lib/run/paths.mjs'
import { allProcesses, look } from '@/lib/run/processes.mjs'

export type OwnProduct = {
  address: string
  /** Everything that it wrote to its console. */
  said: () => string
  /** The processes that it has started, by a word of their command. */
  children: (word: string) => number[]
  kill: () => Promise<void>
  end: () => Promise<void>
}

const running = new Set<ChildProcess>()

/** The built product once more, beside the shared one and on the same database, for tests that hurt it; `undefined` takes a setting away. */
export async function ownProduct(name: string, settings: Record<string, string | undefined> = {}): Promise<OwnProduct> {
  const { app, owner, secret } = inject('product')
  const { VITEST: _, APP_ORIGIN: __, LOG_LEVEL: ___, ...rest } = process.env
  const env = {
    ...rest,
    NODE_ENV: 'production' as const,
    PORT: String(await freePort(undefined)),
    AUTH_SECRET: secret,
    DATABASE_URL: app,
    DATABASE_URL_DIRECT: owner,
    ACCORD_DATA: inData(`test-${name}`),
    ...settings,
  }
  const child = fork(path.join(root, 'lib/run/start.mjs'), [], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  const ended = once(child, 'close').then(() => running.delete(child))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message: { address: string }) => resolve(message.address))
    child.once('close', () => reject(new Error(text)))
  })
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    address,
    said: () => text,
    children: (word) =>
      allProcesses()
        .filter(({ pid, command }) => command.includes(word) && look(pid)?.parent === child.pid)
        .map(({ pid }) => pid),
    kill: () => stop('SIGKILL'),
    end: () => stop('SIGTERM'),
  }
}

/** Ends what a failed test has left running. */
export async function endOwnProducts(): Promise<void> {
  for (const child of running) {
    child.kill('SIGTERM')
    await once(child, 'close')
  }
}
