import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { termVersions } from '@/db/schema/terms'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { joined, own } from '@/lib/kernel/own'
import { visibleAccounts } from '@/lib/kernel/visibility'

const most = 500

export const evidence: EvidenceRule[] = [
  {
    /** Terms of a client outlined and confirmed: a version that both sides agreed on, credited to whoever drafted it. */
    indicator: 'KRM-2.4',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ id: termVersions.id, memberId: termVersions.draftedBy, at: termVersions.recordedAt })
        .from(termVersions)
        .innerJoin(accounts, joined(accounts, actor, termVersions.accountId))
        .where(
          and(
            own(termVersions, actor),
            isNotNull(termVersions.recordedAt),
            visibleAccounts(accounts, actor),
            accountId ? eq(termVersions.accountId, accountId) : undefined,
            memberId ? eq(termVersions.draftedBy, memberId) : undefined,
          ),
        )
        .orderBy(desc(termVersions.id))
        .limit(most)
      return rows.flatMap((row) =>
        row.at
          ? [
              {
                indicator: 'KRM-2.4',
                memberId: row.memberId,
                subjectKind: 'termVersion',
                subjectId: row.id,
                day: dayOf(row.at, actor.timeZone),
              },
            ]
          : [],
      )
    },
  },
]
