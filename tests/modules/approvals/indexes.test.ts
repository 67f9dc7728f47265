import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillDesk } from '@/db/seed/large-desk'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { waiting } from '@/lib/modules/approvals/list'
import { aWorkspace, owner, person } from '@/tests/people'

describe('with five hundred matters waiting', () => {
  let lead: Actor
  beforeAll(async () => {
    const workspace = await aWorkspace()
    lead = await person('salesLead', workspace)
    const other = await person('salesLead', workspace)
    await owner()`
      insert into accounts (workspace_id, id, kind, name, name_key, tier, status, country, owner_id, due_on)
      select ${workspace.id}, gen_random_uuid(), 'customer', '客戶' || n, '客戶' || n, 'A', 'active', 'TW', ${other.id}, current_date
      from generate_series(1, 500) n`
    await fillDesk(owner(), workspace.id, lead.id, 500)
    await fillDesk(owner(), workspace.id, other.id, 500)
  })

  it.each([
    ['approval_seats_waiting', 'waiting_since, id'],
    ['approval_seats_cost', 'cost_per_year desc, id desc'],
  ])('%s answers the first page without sorting the others: %s', async (index, order) => {
    const rows = await inTransaction(lead, 'read only', (tx) =>
      tx.execute<{ 'QUERY PLAN': string }>(
        sql`explain (costs off) ${sql.raw(
          `select id from approval_seats where workspace_id = '${lead.workspaceId}' and waiting and holder_id = '${lead.id}'
           order by ${order} limit 51`,
        )}`,
      ),
    )
    const steps = rows.map((row) => row['QUERY PLAN'])
    expect([steps.some((step) => step.includes(index)), steps]).toEqual([true, steps])
    expect(steps.some((step) => /^\s*(?:->\s+)?Sort\b/.test(step))).toBe(false)
  })

  it('turns through all of them, each once', async () => {
    const seen = new Set<string>()
    let after: string | null = ''
    for (let pages = 0; after !== null && pages < 20; pages++) {
      const page: Awaited<ReturnType<typeof waiting.run>> = await ask(waiting, lead, { sort: '-cost', after })
      for (const { runId } of page.rows) seen.add(runId)
      after = page.after
    }
    expect(seen.size).toBe(500)
  })
})
