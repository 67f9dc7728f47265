import 'server-only'
import { notFound } from 'next/navigation'
import type { z } from 'zod'
import { ask } from './perform'
import type { Query } from './query'
import { Refusal } from './refusal'
import { currentActor } from './session'

/** How a page asks: as the signed-in person. A refusal is "not found": what one may not see does not exist. */
export async function read<I extends z.ZodType, O>(query: Query<I, O>, raw: unknown): Promise<O> {
  try {
    return await ask(query, await currentActor(), raw)
  } catch (error) {
    if (error instanceof Refusal) notFound()
    throw error
  }
}
