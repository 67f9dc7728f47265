import 'server-only'
import { verifyWorkspace } from '@/lib/kernel/seal'
import { verifyAgreements } from './agreements/queries-verify'

/** Everything of a workspace that can be recomputed: its sealed history, and whether signed agreements are what was signed. */
export const verifyRecords = async (workspaceId: string) => ({
  ...(await verifyWorkspace(workspaceId)),
  signed: await verifyAgreements(workspaceId),
})
