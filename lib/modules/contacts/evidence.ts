import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import { confirmations } from '@/db/schema/confirmations'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'

/**
 * KRM-1.1, confirming the key contacts of a client: each confirmation is an act of the member who gave it, on its day.
 * It stays evidence when the fact changes later; a slip that was taken back is none.
 */
export const evidence: EvidenceRule[] = [
  {
    indicator: 'KRM-1.1',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ memberId: confirmations.confirmedBy, subjectId: confirmations.id, day: confirmations.confirmedOn })
        .from(confirmations)
        .where(
          and(
            own(confirmations, actor),
            eq(confirmations.kind, 'keyContact'),
            or(isNull(confirmations.voidedBecause), ne(confirmations.voidedBecause, 'takenBack')),
            accountId ? eq(confirmations.accountId, accountId) : undefined,
            memberId ? eq(confirmations.confirmedBy, memberId) : undefined,
            ofVisibleAccount(confirmations.accountId, actor),
          ),
        )
        .orderBy(asc(confirmations.confirmedOn), asc(confirmations.id))
      return rows.map((row) => ({ ...row, indicator: 'KRM-1.1', subjectKind: 'confirmation' }))
    },
  },
]
