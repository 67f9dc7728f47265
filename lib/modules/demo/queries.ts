import { eq } from 'drizzle-orm'
import { workspaces } from '@/db/schema/global'
import type { Look } from '@/lib/kernel/command'

/** Whether the actor's workspace is somebody's work or the demonstration. */
export async function workspaceKind({ tx, actor }: Look): Promise<string | null> {
  const [row] = await tx.select({ kind: workspaces.kind }).from(workspaces).where(eq(workspaces.id, actor.workspaceId))
  return row?.kind ?? null
}
