import { and, desc, eq } from 'drizzle-orm'
import { accountNotes, accounts, accountTeam } from '@/db/schema/accounts'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { visibleAccounts } from '@/lib/kernel/visibility'

const most = 500

export const evidence: EvidenceRule[] = [
  {
    /** Regard for culture: a note on how they like to work and be met, with how it is known. */
    indicator: 'BGM-1.1',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ id: accountNotes.id, memberId: accountNotes.writtenBy, at: accountNotes.createdAt })
        .from(accountNotes)
        .innerJoin(accounts, joined(accounts, actor, accountNotes.accountId))
        .where(
          and(
            own(accountNotes, actor),
            live(accountNotes),
            visibleAccounts(accounts, actor),
            accountId ? eq(accountNotes.accountId, accountId) : undefined,
            memberId ? eq(accountNotes.writtenBy, memberId) : undefined,
          ),
        )
        .orderBy(desc(accountNotes.id))
        .limit(most)
      return rows.map((row) => ({
        indicator: 'BGM-1.1',
        memberId: row.memberId,
        subjectKind: 'accountNote',
        subjectId: row.id,
        day: dayOf(row.at, actor.timeZone),
      }))
    },
  },
  {
    /** Work with the team: a member's part in serving the account, from the day it began. */
    indicator: 'KRM-1.2',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ id: accountTeam.id, memberId: accountTeam.memberId, day: accountTeam.fromDay })
        .from(accountTeam)
        .innerJoin(accounts, joined(accounts, actor, accountTeam.accountId))
        .where(
          and(
            own(accountTeam, actor),
            visibleAccounts(accounts, actor),
            accountId ? eq(accountTeam.accountId, accountId) : undefined,
            memberId ? eq(accountTeam.memberId, memberId) : undefined,
          ),
        )
        .orderBy(desc(accountTeam.fromDay), desc(accountTeam.id))
        .limit(most)
      return rows.map((row) => ({
        ...row,
        id: undefined,
        indicator: 'KRM-1.2',
        subjectKind: 'accountTeam',
        subjectId: row.id,
      }))
    },
  },
]
