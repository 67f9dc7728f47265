import { accountNotes, accountTeam } from '@/db/schema/accounts'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { actsAre } from '@/lib/kernel/evidence-acts'

/**
 * Regard for culture (BGM-1.1): a note on how they like to work and be met, with how it is known. Work with the team
 * (KRM-1.2): a member's part in serving the account, from the day it began.
 */
export const evidence: EvidenceRule[] = [
  actsAre('BGM-1.1', {
    subjectKind: 'accountNote',
    table: accountNotes,
    member: accountNotes.writtenBy,
    at: accountNotes.createdAt,
  }),
  actsAre('KRM-1.2', {
    subjectKind: 'accountTeam',
    table: accountTeam,
    member: accountTeam.memberId,
    at: accountTeam.fromDay,
  }),
]
