import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { z } from 'zod'
import type { Actor } from './actor'
import { type Asked, askTogether } from './perform'
import type { Query } from './query'
import type { Result } from './refusal'
import { currentActor } from './session'

type Waiting = Asked & { resolve: (result: Result<unknown>) => void; reject: (error: unknown) => void }

/** The reads that parts of this page have asked for and that have not been sent yet. */
const waitingReads = cache((): Waiting[] => [])

/**
 * How a page asks: as the signed-in person. Parts of a page that ask in the same turn share one transaction. A refusal is
 * "not found": what one may not see does not exist.
 */
export async function read<I extends z.ZodType, O>(query: Query<I, O>, raw: unknown): Promise<O> {
  const actor = await currentActor()
  const waiting = waitingReads()
  const result = await new Promise<Result<unknown>>((resolve, reject) => {
    waiting.push({ query: query as Query, raw, resolve, reject })
    if (waiting.length === 1) setImmediate(() => send(actor, waiting.splice(0)))
  })
  if (!result.ok) notFound()
  return result.value as O
}

async function send(actor: Actor, reads: readonly Waiting[]): Promise<void> {
  try {
    const results = await askTogether(actor, reads)
    for (const [index, { resolve }] of reads.entries()) resolve(results[index] as Result<unknown>)
  } catch (error) {
    for (const { reject } of reads) reject(error)
  }
}
