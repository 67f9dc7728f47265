import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { confirmations } from '@/db/schema/confirmations'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { actsAre } from '@/lib/kernel/evidence-acts'

/**
 * KRM-1.1, confirming the key contacts of a client: each confirmation is an act of the member who gave it, on its day.
 * It stays evidence when the fact changes later; a slip that was taken back is none.
 */
export const evidence: EvidenceRule[] = [
  actsAre('KRM-1.1', {
    subjectKind: 'confirmation',
    table: confirmations,
    member: confirmations.confirmedBy,
    at: confirmations.confirmedOn,
    which: and(
      eq(confirmations.kind, 'keyContact'),
      or(isNull(confirmations.voidedBecause), ne(confirmations.voidedBecause, 'takenBack')),
    ),
  }),
]
