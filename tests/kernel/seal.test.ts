import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { calendarDays } from '@/db/schema/workspace'
import { command } from '@/lib/kernel/command'
import { perform } from '@/lib/kernel/perform'
import { sealWorkspace, verifyWorkspace } from '@/lib/kernel/seal'
import { inTransaction } from '@/lib/kernel/transaction'
import { insertRow } from '@/lib/kernel/write'
import { newcomer, owner } from '@/tests/people'

const close = command({
  name: 'test.close',
  permission: { name: 'test.close', roles: ['manager'] },
  input: z.strictObject({ day: z.iso.date() }),
  run: (work, { day }) => insertRow(work, calendarDays, { day, name: '公休', kind: 'closed' }),
})

async function aSealedHistory() {
  const manager = await newcomer('manager')
  for (const day of ['2026-01-02', '2026-01-03', '2026-01-04']) await perform(close, manager, { day })
  const later = new Date(Date.now() + 60_000)
  expect(await sealWorkspace(manager.workspaceId, later)).toBe(3)
  expect(await sealWorkspace(manager.workspaceId, later)).toBe(0)
  return manager
}

it('an untouched history verifies', async () => {
  const { workspaceId } = await aSealedHistory()
  expect(await verifyWorkspace(workspaceId)).toEqual({ seals: 1, changes: 3, broken: null })
})

it('the newest changes wait until nothing can arrive before them', async () => {
  const manager = await newcomer('manager')
  await perform(close, manager, { day: '2026-01-02' })
  expect(await sealWorkspace(manager.workspaceId, new Date())).toBe(0)
})

it.each([
  ['an altered value', "update row_changes set after = jsonb_set(after, '{name}', '\"補班\"') where workspace_id = $1"],
  ['another author', 'update command_log set actor_id = gen_random_uuid() where workspace_id = $1'],
  [
    'a removed change',
    'delete from row_changes where workspace_id = $1 and id = (select min(id::text)::uuid from row_changes where workspace_id = $1)',
  ],
  [
    'a new digest',
    "update row_changes set digest = repeat('0', 64), before = null, after = null where workspace_id = $1",
  ],
  ['a removed seal’s content', 'update audit_seals set changes = 2 where workspace_id = $1'],
])('%s is noticed', async (_, tampering) => {
  const { workspaceId } = await aSealedHistory()
  await owner().unsafe(tampering, [workspaceId])
  expect((await verifyWorkspace(workspaceId)).broken).not.toBeNull()
})

it('an erasure blanks the content and keeps the chain', async () => {
  const { workspaceId } = await aSealedHistory()
  await owner()`update row_changes set before = null, after = null where workspace_id = ${workspaceId}`
  expect((await verifyWorkspace(workspaceId)).broken).toBeNull()
})

it('the product itself cannot change or delete history', async () => {
  const manager = await aSealedHistory()
  for (const change of [
    sql`/* unpinned on purpose */ update row_changes set digest = ''`,
    sql`/* unpinned on purpose */ delete from row_changes`,
    sql`/* unpinned on purpose */ update command_log set actor = ''`,
    sql`/* unpinned on purpose */ delete from audit_seals`,
  ])
    await expect(inTransaction(manager, 'read write', (tx) => tx.execute(change))).rejects.toMatchObject({
      cause: { code: '42501' },
    })
})
