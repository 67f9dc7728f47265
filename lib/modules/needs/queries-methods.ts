import { and, asc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { needMethods } from '@/db/schema/needs'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import type { Method } from './model'

export type OwnMethod = { id: string; name: string; englishName: string | null; basis: Method; archived: boolean }

/** The workspace's own methods, those that were taken out last. */
export const ownMethods = query({
  name: 'needs.ownMethods',
  permission: may.see,
  input: z.strictObject({}),
  run: (look) => findOwnMethods(look),
})

async function findOwnMethods({ tx, actor }: Look): Promise<OwnMethod[]> {
  const rows = await tx.select().from(needMethods).where(own(needMethods, actor)).orderBy(asc(needMethods.name))
  return rows.map(({ id, name, englishName, basis, archivedAt }) => ({
    id,
    name,
    englishName,
    basis: basis as Method,
    archived: archivedAt !== null,
  }))
}

/** How many live methods bear this name, besides `except`. */
export async function countMethodsNamed({ tx, actor }: Look, name: string, except?: string): Promise<number> {
  const rows = await tx
    .select({ id: needMethods.id })
    .from(needMethods)
    .where(
      and(
        own(needMethods, actor),
        eq(needMethods.name, name),
        live(needMethods),
        except ? ne(needMethods.id, except) : undefined,
      ),
    )
    .limit(1)
  return rows.length
}
