import 'server-only'
import {
  agreementClauses,
  agreementSignatories,
  agreements,
  agreementVersions,
  obligationOccurrences,
  obligations,
} from '@/db/schema/agreements'
import { files } from '@/db/schema/files'
import { kpiMeasurements, kpis, kpiTargets } from '@/db/schema/kpis'
import type { Anchor } from '@/lib/kernel/anchors'
import { findUnrecorded } from '@/lib/kernel/recorded'
import { findUnanchored, verifyWorkspace } from '@/lib/kernel/seal'
import { verifyAgreements } from './agreements/queries-verify'

/** What was agreed, what is owed, what was measured, and the files that prove it. */
const heldAgainstHistory = [
  ...[agreements, agreementVersions, agreementClauses, agreementSignatories],
  ...[obligations, obligationOccurrences, kpis, kpiTargets, kpiMeasurements, files],
]

/**
 * Everything of a workspace that can be recomputed: its sealed history, whether that leads to what was noted of it outside
 * the database, whether signed agreements are what was signed, and whether what was agreed and measured stands as its
 * history says.
 */
export const verifyRecords = async (workspaceId: string, anchors: readonly Anchor[]) => ({
  ...(await verifyWorkspace(workspaceId)),
  unanchored: await findUnanchored(workspaceId, anchors),
  signed: await verifyAgreements(workspaceId),
  unrecorded: (await Promise.all(heldAgainstHistory.map((table) => findUnrecorded(workspaceId, table)))).flat(),
})
