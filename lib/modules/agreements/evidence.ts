import { and, desc, eq, isNotNull, ne, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { agreementAdvice, agreementReaders, agreements, agreementVersions } from '@/db/schema/agreements'
import { approvalRuns } from '@/db/schema/approvals'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRow, EvidenceRule } from '@/lib/kernel/evidence'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { subjectKind } from './queries-approval'

const most = 500

type About = Parameters<EvidenceRule['run']>[1]
type Kept = { workspaceId: AnyPgColumn; accountId: AnyPgColumn; archivedAt: AnyPgColumn }

/** Live rows with accounts that the actor sees, of the account and the member that are asked about. */
const asked = (table: Kept, by: AnyPgColumn, actor: Actor, { accountId, memberId }: About): SQL | undefined =>
  and(
    own(table, actor),
    live(table),
    accountId ? eq(table.accountId, accountId) : undefined,
    memberId ? eq(by, memberId) : undefined,
    ofVisibleAccount(table.accountId, actor),
  )

type Fact = { id: string; memberId: string | null; at: Date | null }

/** How a record demonstrates an indicator; without a person or a moment it demonstrates nothing. */
const rowsOf =
  (indicator: string, actor: Actor) =>
  ({ id, memberId, at }: Fact): EvidenceRow[] =>
    memberId && at
      ? [{ indicator, memberId, subjectKind: 'agreement', subjectId: id, day: dayOf(at, actor.timeZone) }]
      : []

/** What was agreed was put into writing and signed: credited to whoever drafted it, on the day on which it became known as signed. */
const signed: EvidenceRule = {
  indicator: 'BGM-3.1',
  async run({ tx, actor }, about) {
    const { draftedBy, recordedAt, agreementId } = agreementVersions
    const rows = await tx
      .select({ id: agreementId, memberId: draftedBy, at: recordedAt })
      .from(agreementVersions)
      .where(
        and(
          asked(agreementVersions, draftedBy, actor, about),
          eq(agreementVersions.state, 'executed'),
          isNotNull(recordedAt),
        ),
      )
      .orderBy(desc(recordedAt), desc(agreementVersions.id))
      .limit(most)
    return rows.flatMap(rowsOf('BGM-3.1', actor))
  },
}

/** Everybody who answers for an aspect consented to exactly this content: credited to whoever asked them. */
const consented: EvidenceRule = {
  indicator: 'BGM-3.2',
  async run({ tx, actor }, about) {
    const { submittedBy, decidedAt, state } = approvalRuns
    const rows = await tx
      .select({ id: agreementVersions.agreementId, memberId: submittedBy, at: decidedAt })
      .from(approvalRuns)
      .innerJoin(
        agreementVersions,
        and(joined(agreementVersions, actor, approvalRuns.subjectId), live(agreementVersions)),
      )
      .innerJoin(agreements, and(joined(agreements, actor, agreementVersions.agreementId), live(agreements)))
      .where(
        and(
          own(approvalRuns, actor),
          eq(approvalRuns.subjectKind, subjectKind),
          eq(state, 'approved'),
          about.memberId ? eq(submittedBy, about.memberId) : undefined,
          about.accountId ? eq(agreements.accountId, about.accountId) : undefined,
          ofVisibleAccount(agreements.accountId, actor),
        ),
      )
      .orderBy(desc(decidedAt), desc(approvalRuns.id))
      .limit(most)
    return rows.flatMap(rowsOf('BGM-3.2', actor))
  },
}

/** An expert was asked about a clause, and it was said what becomes of their answer: credited to whoever decided. */
const advised: EvidenceRule = {
  indicator: 'BGM-3.3',
  async run({ tx, actor }, about) {
    const { decidedBy, decidedAt, agreementId, state } = agreementAdvice
    const rows = await tx
      .select({ id: agreementId, memberId: decidedBy, at: decidedAt })
      .from(agreementAdvice)
      .where(and(asked(agreementAdvice, decidedBy, actor, about), eq(state, 'decided')))
      .orderBy(desc(decidedAt), desc(agreementAdvice.id))
      .limit(most)
    return rows.flatMap(rowsOf('BGM-3.3', actor))
  },
}

/** An agreement adjusted with the client, and shared: an amendment on which they were consulted, signed, and read by a colleague. */
const amended: EvidenceRule = {
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
      .limit(most)
    return rows.flatMap(({ id, memberId: by, day }) =>
      day ? [{ indicator: 'BGM-4.3', memberId: by, subjectKind: 'agreementVersion', subjectId: id, day }] : [],
    )
  },
}

/** What demonstrates the indicators of agreements. */
export const evidence: readonly EvidenceRule[] = [signed, consented, advised, amended]
