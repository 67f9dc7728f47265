import { sql } from 'drizzle-orm'
import { inTransaction } from '@/lib/kernel/transaction'
import { demoWorkspace } from './found'

const deadlineMs = 120_000

/**
 * Removes the demonstration with everything in it; false when this workspace is gone already. The database refuses any
 * workspace that is not the demonstration.
 */
export async function removeDemo(workspaceId: string): Promise<boolean> {
  const found = await demoWorkspace()
  if (!found) return false
  const remove = sql`select app.remove_demo(${workspaceId})`
  await inTransaction({ workspaceId }, 'read write', (tx) => tx.execute(remove), { deadlineMs })
  return true
}
