import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import { agreementReaders, agreementVersions } from '@/db/schema/agreements'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'

export const evidence: EvidenceRule[] = [
  {
    /** An agreement adjusted with the client, and shared: an amendment on which they were consulted, signed, and read by a colleague. */
    indicator: 'BGM-4.3',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .selectDistinct({
          id: agreementVersions.id,
          memberId: agreementVersions.draftedBy,
          day: agreementVersions.executedOn,
        })
        .from(agreementVersions)
        .innerJoin(
          agreementReaders,
          and(
            own(agreementReaders, actor),
            eq(agreementReaders.versionId, agreementVersions.id),
            isNotNull(agreementReaders.acknowledgedAt),
            live(agreementReaders),
          ),
        )
        .where(
          and(
            own(agreementVersions, actor),
            live(agreementVersions),
            ne(agreementVersions.kind, 'original'),
            eq(agreementVersions.state, 'executed'),
            isNotNull(agreementVersions.interactionId),
            accountId ? eq(agreementVersions.accountId, accountId) : undefined,
            memberId ? eq(agreementVersions.draftedBy, memberId) : undefined,
            ofVisibleAccount(agreementVersions.accountId, actor),
          ),
        )
        .orderBy(desc(agreementVersions.executedOn), desc(agreementVersions.id))
        .limit(500)
      return rows.flatMap(({ id, memberId: by, day }) =>
        day ? [{ indicator: 'BGM-4.3', memberId: by, subjectKind: 'agreementVersion', subjectId: id, day }] : [],
      )
    },
  },
]
