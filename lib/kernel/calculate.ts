import 'server-only'
import type { Worker } from 'node:worker_threads'
import { digestOf } from './canonical'

/** Programs that the thread knows: `lib/run/calculate.mjs` says which function each of them is. */
export type Program = 'negotiations.study'
/** Why there is no result: it took longer than allowed. */
export class TookTooLong extends Error {}

type Asked = { program: Program; input: unknown; resolve: (output: unknown) => void; reject: (error: Error) => void }
type Answer = { output: unknown } | { error: string }

const longest = 10_000
const mostKept = 40

const waiting: Asked[] = []
const kept = new Map<string, Promise<unknown>>()
let thread: Worker | null = null
let current: { asked: Asked; timer: NodeJS.Timeout } | null = null

/**
 * Works something long out in a thread of its own with low priority, one after the other, so that no other request waits
 * for it. What was worked out lately is kept by its content. Refuses with `TookTooLong` after ten seconds of calculating.
 */
export function calculated<Output>(program: Program, input: unknown): Promise<Output> {
  const key = digestOf([program, input])
  const known = kept.get(key)
  if (known) return known as Promise<Output>
  const output = new Promise<unknown>((resolve, reject) => {
    waiting.push({ program, input, resolve, reject })
    next()
  })
  kept.set(key, output)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  output.catch(() => kept.delete(key))
  return output as Promise<Output>
}

function next(): void {
  const asked = current ? undefined : waiting.shift()
  if (!asked) return
  thread ??= begin()
  thread.ref()
  current = { asked, timer: setTimeout(() => end(new TookTooLong('A calculation took too long')), longest) }
  thread.postMessage({ program: asked.program, input: asked.input })
}

function begin(): Worker {
  // Asked for at run time: a build would try to pack the thread's program.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const started = new Worker(`${process.cwd()}/lib/run/calculate.mjs`, { execArgv: ['--conditions=react-server'] })
  started.on('message', (answer: Answer) => {
    if (started !== thread) return
    const asked = settle()
    if ('error' in answer) asked?.reject(new Error(answer.error))
    else asked?.resolve(answer.output)
    if (waiting.length === 0) started.unref()
    next()
  })
  const onEnd = (error: Error) => started === thread && end(error)
  started.on('error', onEnd)
  started.on('exit', () => onEnd(new Error('The calculating thread has ended')))
  return started
}

function settle(): Asked | undefined {
  clearTimeout(current?.timer)
  const asked = current?.asked
  current = null
  return asked
}

/** Ends the thread with what it is at; those who wait get a new one. */
function end(error: Error): void {
  void thread?.terminate()
  thread = null
  settle()?.reject(error)
  next()
}
