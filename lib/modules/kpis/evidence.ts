import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { clientReports, kpiMeasurements } from '@/db/schema/kpis'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { joined, own } from '@/lib/kernel/own'
import { visibleAccounts } from '@/lib/kernel/visibility'

const most = 500

export const evidence: EvidenceRule[] = [
  {
    /** Keeping to agreements and reaching their KPIs: a measured value that somebody entered and answers for. */
    indicator: 'BGM-4.2',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ id: kpiMeasurements.id, memberId: kpiMeasurements.enteredBy, at: kpiMeasurements.createdAt })
        .from(kpiMeasurements)
        .innerJoin(accounts, joined(accounts, actor, kpiMeasurements.accountId))
        .where(
          and(
            own(kpiMeasurements, actor),
            eq(kpiMeasurements.current, true),
            visibleAccounts(accounts, actor),
            accountId ? eq(kpiMeasurements.accountId, accountId) : undefined,
            memberId ? eq(kpiMeasurements.enteredBy, memberId) : undefined,
          ),
        )
        .orderBy(desc(kpiMeasurements.id))
        .limit(most)
      return rows.map((row) => ({
        indicator: 'BGM-4.2',
        memberId: row.memberId,
        subjectKind: 'kpiMeasurement',
        subjectId: row.id,
        day: dayOf(row.at, actor.timeZone),
      }))
    },
  },
  {
    /** Useful feedback on the service: a report that was sent to the client, credited to whoever sent it. */
    indicator: 'KRM-3.5',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ id: clientReports.id, memberId: clientReports.sentBy, at: clientReports.sentAt })
        .from(clientReports)
        .innerJoin(accounts, joined(accounts, actor, clientReports.accountId))
        .where(
          and(
            own(clientReports, actor),
            isNotNull(clientReports.sentAt),
            visibleAccounts(accounts, actor),
            accountId ? eq(clientReports.accountId, accountId) : undefined,
            memberId ? eq(clientReports.sentBy, memberId) : undefined,
          ),
        )
        .orderBy(desc(clientReports.id))
        .limit(most)
      return rows.flatMap((row) =>
        row.at && row.memberId
          ? [
              {
                indicator: 'KRM-3.5',
                memberId: row.memberId,
                subjectKind: 'clientReport',
                subjectId: row.id,
                day: dayOf(row.at, actor.timeZone),
              },
            ]
          : [],
      )
    },
  },
]
