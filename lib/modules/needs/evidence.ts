import { isNotNull } from 'drizzle-orm'
import {
  advocacies,
  anticipatedNeeds,
  consultations,
  needAnswers,
  needPlanSteps,
  needSources,
  needVerifications,
} from '@/db/schema/needs'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { type Acts, actsAre } from '@/lib/kernel/evidence-acts'

const kinds = {
  source: { subjectKind: 'needSource', table: needSources, member: needSources.memberId, at: needSources.heardOn },
  step: {
    subjectKind: 'needPlanStep',
    table: needPlanSteps,
    member: needPlanSteps.memberId,
    at: needPlanSteps.createdAt,
  },
  consultation: {
    subjectKind: 'consultation',
    table: consultations,
    member: consultations.heldBy,
    at: consultations.heldOn,
  },
  advocacy: {
    subjectKind: 'advocacy',
    table: advocacies,
    member: advocacies.authorId,
    at: advocacies.createdAt,
  },
  answer: { subjectKind: 'needAnswer', table: needAnswers, member: needAnswers.memberId, at: needAnswers.answeredOn },
  verification: {
    subjectKind: 'needVerification',
    table: needVerifications,
    member: needVerifications.verifiedBy,
    at: needVerifications.verifiedOn,
    which: isNotNull(needVerifications.procedureVersionId),
  },
  anticipation: {
    subjectKind: 'anticipatedNeed',
    table: anticipatedNeeds,
    member: anticipatedNeeds.authorId,
    at: anticipatedNeeds.createdAt,
  },
} satisfies Record<string, Acts>

/**
 * Planned ways and ways used (KRM-2.1), consultations (2.2), needs taken up inside and answered (3.1), verifications by a
 * written procedure (3.2), expectations (3.4).
 */
export const evidence: EvidenceRule[] = [
  actsAre('KRM-2.1', kinds.step),
  actsAre('KRM-2.1', kinds.source),
  actsAre('KRM-2.2', kinds.consultation),
  actsAre('KRM-3.1', kinds.advocacy),
  actsAre('KRM-3.1', kinds.answer),
  actsAre('KRM-3.2', kinds.verification),
  actsAre('KRM-3.4', kinds.anticipation),
]
