import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/kernel/actor'
import { owner } from '@/tests/people'

/** Everything that people work with; what the product notes about itself (history, keys, imports) grows by design. */
const business = [
  'accounts',
  'account_addresses',
  'account_distinctions',
  'account_team',
  'account_notes',
  'people',
  'affiliations',
  'contact_points',
  'key_contacts',
  'confirmations',
  'interactions',
  'interaction_people',
  'interaction_members',
  'tasks',
  'members',
  'external_ids',
  'search_entries',
] as const

/** Tables whose rows live as long as what they belong to. */
const parts: Readonly<Record<string, { of: string; key: string }>> = {
  affiliations: { of: 'people', key: 'person_id' },
  contact_points: { of: 'people', key: 'person_id' },
  account_addresses: { of: 'accounts', key: 'account_id' },
  interaction_people: { of: 'interactions', key: 'interaction_id' },
}

/** The live rows of every business table, without what counts changes. */
export async function holdings({ workspaceId }: Actor): Promise<Record<string, unknown[]>> {
  const db = owner()
  const tables = business.map(async (table) => {
    const part = parts[table]
    const whole = part
      ? db`and exists (select from ${db(part.of)} o where o.workspace_id = ${workspaceId}
          and o.id = t.${db(part.key)} and o.archived_at is null)`
      : db``
    const rows = await db`
      select to_jsonb(t) - 'version' - 'created_at' - 'updated_at' as row from ${db(table)} t
      where workspace_id = ${workspaceId} and to_jsonb(t) ->> 'archived_at' is null ${whole}`
    return [table, rows.map(({ row }) => JSON.stringify(row)).sort()] as const
  })
  return Object.fromEntries(await Promise.all(tables))
}

/** The same as one digest for each table, for companies too large to compare row by row. */
export async function holdingsDigest(actor: Actor): Promise<Record<string, string>> {
  const tables = Object.entries(await holdings(actor)).map(([table, rows]) => {
    const digest = createHash('sha256')
    for (const row of rows) digest.update(String(row))
    return [table, `${rows.length} ${digest.digest('hex')}`] as const
  })
  return Object.fromEntries(tables)
}
