import { and, desc, eq } from 'drizzle-orm'
import { commandLog, rowChanges } from '@/db/schema/audit'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { accountsByIds } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { interactionRef } from './model'
import type { ContactChange } from './model-views'
import { findContact } from './queries-timeline'

const mostChanges = 200
const told = [
  'summary',
  'channel',
  'happenedAt',
  'twoWay',
  'planned',
  'accountId',
  'speakerId',
  'topics',
  'archivedAt',
] as const

/** What was changed on a contact, newest first: who, when, which field, from what to what. */
export const history = query({
  name: 'interactions.history',
  permission: may.see,
  input: interactionRef,
  async run(look, { interactionId }): Promise<ContactChange[]> {
    await findContact(look, interactionId)
    const rows = await findChanges(look, interactionId)
    const values = rows.flatMap(({ before, after }) =>
      [before, after].flatMap((side) => [side?.accountId, side?.speakerId]),
    )
    const names = await findNames(
      look,
      values.filter((value) => typeof value === 'string'),
    )
    return rows.map(({ id, at, by, before, after }) => ({
      id,
      at: at.toISOString(),
      by,
      fields:
        before === null
          ? []
          : told
              .filter((field) => after !== null && field in after)
              .map((field) => ({ field, before: named(before[field], names), after: named(after?.[field], names) })),
    }))
  },
})

type Side = Readonly<Record<string, unknown>> | null

async function findChanges({ tx, actor }: Look, interactionId: string) {
  const rows = await tx
    .select({
      id: rowChanges.id,
      at: rowChanges.createdAt,
      by: members.name,
      before: rowChanges.before,
      after: rowChanges.after,
    })
    .from(rowChanges)
    .innerJoin(commandLog, joined(commandLog, actor, rowChanges.commandId))
    .leftJoin(members, joined(members, actor, commandLog.actorId))
    .where(and(own(rowChanges, actor), eq(rowChanges.table, 'interactions'), eq(rowChanges.rowId, interactionId)))
    .orderBy(desc(rowChanges.id))
    .limit(mostChanges)
  return rows.map((row) => ({ ...row, before: row.before as Side, after: row.after as Side }))
}

/** Names of the accounts and members that changes speak of; of accounts only those that the actor may see. */
async function findNames(look: Look, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const known = await accountsByIds(look, ids)
  const colleagues = await findNamesOfMembers(look, ids)
  return new Map([...known.map(({ id, name }) => [id, name] as const), ...colleagues])
}

/** A value as text; a reference by its name, and nothing of one that the actor may not see. */
function named(value: unknown, names: ReadonlyMap<string, string>): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.join('、')
  const text = String(value)
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) ? (names.get(text) ?? '—') : text
}
