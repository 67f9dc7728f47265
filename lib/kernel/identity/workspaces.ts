import 'server-only'
import { asc } from 'drizzle-orm'
import { workspaces } from '@/db/schema/global'
import { inPlatformTransaction } from '../transaction'

/** Every workspace, oldest first: what a job that runs by the clock visits. */
export const workspaceIds = (): Promise<string[]> =>
  inPlatformTransaction(async (tx) => {
    const rows = await tx.select({ id: workspaces.id }).from(workspaces).orderBy(asc(workspaces.createdAt))
    return rows.map(({ id }) => id)
  })
