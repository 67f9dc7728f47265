import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/kernel/actor'
import { perform } from '@/lib/kernel/perform'
import type { Result } from '@/lib/kernel/refusal'
import { inTransaction } from '@/lib/kernel/transaction'
import { open } from '@/lib/modules/accounts/commands-open'
import { add } from '@/lib/modules/contacts/commands'
import { owner } from '@/tests/people'

/** A Wednesday, nine in the morning in Taipei. */
export const wednesday = new Date('2026-11-18T01:00:00Z')
export const daysLater = (days: number, from = wednesday) => new Date(+from + days * 86_400_000)

/** What a command gave; a refusal here fails the test with its code. */
export function given<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.fields)}`)
  return result.value
}

type WantedAccount = { name?: string; tier?: string; restricted?: boolean; city?: string; ownerId?: string }

/** Opened at that moment: the database writes its own time, which the story of a test does not know. */
export async function anAccount(actor: Actor, wanted: WantedAccount = {}, now = wednesday): Promise<string> {
  const account = { kind: 'customer', name: '大安食品股份有限公司', tier: 'A', ...wanted }
  const { id } = given(await perform(open, actor, account, { now }))
  await owner()`update accounts set created_at = ${now} where workspace_id = ${actor.workspaceId} and id = ${id}`
  return id
}

export async function somebodyAt(actor: Actor, accountId: string, displayName: string): Promise<string> {
  return given(await perform(add, actor, { accountId, displayName, addAnyway: true })).id
}

export type ClockRow = {
  lastTwoWayAt: Date | null
  lastTwoWayId: string | null
  lastContactAt: Date | null
  nextPlannedAt: Date | null
  nextPlannedId: string | null
  dueOn: string
}

export const clockOf = (actor: Actor, accountId: string) =>
  inTransaction(actor, 'read only', async (tx) => {
    const [row] = await tx.execute(sql`
      select last_two_way_at as "lastTwoWayAt", last_two_way_id as "lastTwoWayId", last_contact_at as "lastContactAt",
        next_planned_at as "nextPlannedAt", next_planned_id as "nextPlannedId", due_on::text as "dueOn"
      from accounts where workspace_id = ${actor.workspaceId} and id = ${accountId}`)
    const moment = (value: unknown) => (value === null ? null : new Date(value as string))
    const raw = row as Record<string, unknown>
    return {
      lastTwoWayAt: moment(raw.lastTwoWayAt),
      lastTwoWayId: raw.lastTwoWayId,
      lastContactAt: moment(raw.lastContactAt),
      nextPlannedAt: moment(raw.nextPlannedAt),
      nextPlannedId: raw.nextPlannedId,
      dueOn: raw.dueOn,
    } as ClockRow
  })

export const countOf = (actor: Actor, table: 'interactions' | 'tasks' | 'interaction_people') =>
  inTransaction(actor, 'read only', async (tx) => {
    const [row] = await tx.execute(
      sql`select count(*)::int as count from ${sql.identifier(table)} where workspace_id = ${actor.workspaceId}`,
    )
    return Number((row as { count: number }).count)
  })
