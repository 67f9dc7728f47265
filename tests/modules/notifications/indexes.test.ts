import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { inTransaction } from '@/lib/kernel/transaction'
import { aWorkspace, owner, person } from '@/tests/people'

describe('with many notifications', () => {
  let manager: Actor
  beforeAll(async () => {
    const workspace = await aWorkspace()
    manager = await person('manager', workspace)
    const other = await person('salesLead', workspace)
    for (const [member, count] of [
      [manager, 2_000],
      [other, 6_000],
    ] as const)
      await owner()`
        insert into notifications (workspace_id, id, member_id, kind, text, href, subject_kind, subject_id, key, read_at, created_at)
        select ${workspace.id}, gen_random_uuid(), ${member.id}, 'x', '{"zh-TW":"一","en":"one"}', '/', 'x', gen_random_uuid(),
          n::text, case when n % 20 = 0 then null else now() end, now() - n * interval '1 minute'
        from generate_series(1, ${count}::int) n`
    await owner()`analyze notifications`
  })

  it.each([
    ['notifications_unread', 'and read_at is null limit 100'],
    ['notifications_unread', 'and read_at is null order by created_at desc, id desc limit 51'],
    ['notifications_member', 'order by created_at desc, id desc limit 51'],
  ])('%s answers the bell and the page without sorting: %s', async (index, rest) => {
    const rows = await inTransaction(manager, 'read only', (tx) =>
      tx.execute<{ 'QUERY PLAN': string }>(
        sql`explain (costs off) ${sql.raw(
          `select id from notifications where workspace_id = '${manager.workspaceId}' and member_id = '${manager.id}' ${rest}`,
        )}`,
      ),
    )
    const steps = rows.map((row) => row['QUERY PLAN'])
    expect([steps.some((step) => step.includes(index)), steps]).toEqual([true, steps])
    expect(steps.some((step) => /^\s*(?:->\s+)?Sort\b/.test(step))).toBe(false)
  })
})
