import { and, eq } from 'drizzle-orm'
import { agreementClauses, agreementVersions } from '@/db/schema/agreements'
import { findRowChanges } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { agreementRef } from './model'
import { findAgreement } from './queries-held'
import { type AgreementEntry, type AgreementSubject, agreementHistory, referencesIn } from './rules-history'

/** What happened to an agreement, what its versions say and its clauses, newest first. */
export const history = query({
  name: 'agreements.history',
  permission: may.see,
  input: agreementRef.extend({ before: optionalId }),
  async run(look, { agreementId, before }): Promise<{ entries: AgreementEntry[]; older: string | null }> {
    const { tx, actor } = look
    await findAgreement(look, agreementId)
    const [versions, clauses] = await Promise.all([
      tx
        .select({ id: agreementVersions.id })
        .from(agreementVersions)
        .where(and(own(agreementVersions, actor), eq(agreementVersions.agreementId, agreementId))),
      tx
        .select({ id: agreementClauses.id })
        .from(agreementClauses)
        .where(and(own(agreementClauses, actor), eq(agreementClauses.agreementId, agreementId))),
    ])
    const rows = new Map<AgreementSubject, string[]>([
      ['agreements', [agreementId]],
      ['agreement_versions', versions.map(({ id }) => id)],
      ['agreement_clauses', clauses.map(({ id }) => id)],
    ])
    const { changes, older } = await findRowChanges(look, rows, before)
    return { entries: agreementHistory(changes, await findNamesOfMembers(look, referencesIn(changes))), older }
  },
})
export type AgreementHistory = Awaited<ReturnType<typeof history.run>>
