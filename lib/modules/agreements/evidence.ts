import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import { agreementAdvice, agreementReaders, agreements, agreementVersions } from '@/db/schema/agreements'
import { approvalRuns } from '@/db/schema/approvals'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { actsAre, askedOf, evidenceOf, mostEvidence } from '@/lib/kernel/evidence-acts'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { subjectKind } from './queries-approval'

/** What was agreed was put into writing and signed: credited to whoever drafted it, on the day on which it became known as signed. */
const signed = actsAre('BGM-3.1', {
  subjectKind: 'agreement',
  table: agreementVersions,
  member: agreementVersions.draftedBy,
  at: agreementVersions.recordedAt,
  subject: agreementVersions.agreementId,
  which: eq(agreementVersions.state, 'executed'),
})

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
      .limit(mostEvidence)
    return rows.flatMap(evidenceOf('BGM-3.2', 'agreement', actor))
  },
}

/** An expert was asked about a clause, and it was said what becomes of their answer: credited to whoever decided. */
const advised = actsAre('BGM-3.3', {
  subjectKind: 'agreement',
  table: agreementAdvice,
  member: agreementAdvice.decidedBy,
  at: agreementAdvice.decidedAt,
  subject: agreementAdvice.agreementId,
  which: eq(agreementAdvice.state, 'decided'),
})

/** An agreement adjusted with the client, and shared: an amendment on which they were consulted, signed, and read by a colleague. */
const amended: EvidenceRule = {
  indicator: 'BGM-4.3',
  async run({ tx, actor }, about) {
    const { id, draftedBy, executedOn } = agreementVersions
    const rows = await tx
      .selectDistinct({ id, memberId: draftedBy, at: executedOn })
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
          askedOf(agreementVersions, draftedBy, actor, about),
          ne(agreementVersions.kind, 'original'),
          eq(agreementVersions.state, 'executed'),
          isNotNull(agreementVersions.interactionId),
        ),
      )
      .orderBy(desc(executedOn), desc(id))
      .limit(mostEvidence)
    return rows.flatMap(evidenceOf('BGM-4.3', 'agreementVersion', actor))
  },
}

/** What demonstrates the indicators of agreements. */
export const evidence: readonly EvidenceRule[] = [signed, consented, advised, amended]
