import { termVersions } from '@/db/schema/terms'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { actsAre } from '@/lib/kernel/evidence-acts'

/** Terms of a client outlined and confirmed (KRM-2.4): a version that both sides agreed on, credited to whoever drafted it. */
export const evidence: EvidenceRule[] = [
  actsAre('KRM-2.4', {
    subjectKind: 'termVersion',
    table: termVersions,
    member: termVersions.draftedBy,
    at: termVersions.recordedAt,
  }),
]
