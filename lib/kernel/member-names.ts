import 'server-only'
import { and } from 'drizzle-orm'
import { members } from '@/db/schema/workspace'
import { among } from './among'
import type { Look } from './command'
import { own } from './own'

/** What these members are called, by id, those who left included; nobody, and nobody twice, is asked for. */
export async function findNamesOfMembers(
  { tx, actor }: Look,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = ids.flatMap((id) => id ?? [])
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(own(members, actor), among(members.id, wanted)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
