import 'server-only'
import { sql } from 'drizzle-orm'
import { serialNumbers } from '@/db/schema/serial-numbers'
import type { Work } from './command'
import { one } from './one'

/**
 * The next number of a kind of record in a year, from 1. Whoever asks at the same time waits; a command that fails gives
 * its number back, so there are no gaps.
 */
export async function nextNumber({ tx, actor }: Work, kind: string, year: number): Promise<number> {
  const rows = await tx
    .insert(serialNumbers)
    .values({ workspaceId: actor.workspaceId, kind, year, last: 1 })
    .onConflictDoUpdate({
      target: [serialNumbers.workspaceId, serialNumbers.kind, serialNumbers.year],
      set: { last: sql`${serialNumbers.last} + 1`, version: sql`${serialNumbers.version} + 1` },
    })
    .returning({ last: serialNumbers.last })
  return one(rows).last
}
