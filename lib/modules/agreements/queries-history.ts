import { and, eq } from 'drizzle-orm'
import { agreementClauses, agreementSeals, agreementSignatories, agreementVersions } from '@/db/schema/agreements'
import { findRowChanges } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findFileNames } from '@/lib/modules/files/queries'
import { may } from './manifest'
import { agreementRef } from './model'
import { findAgreement } from './queries-held'
import { type AgreementEntry, type AgreementSubject, agreementHistory, referencesIn } from './rules-history'

/** What happened to an agreement, to what its versions say, its clauses, who signs it and its seals, newest first. */
export const history = query({
  name: 'agreements.history',
  permission: may.see,
  input: agreementRef.extend({ before: optionalId }),
  async run(look, { agreementId, before }): Promise<{ entries: AgreementEntry[]; older: string | null }> {
    const { tx, actor } = look
    await findAgreement(look, agreementId)
    const [versions, clauses, signatories, seals] = await Promise.all([
      tx
        .select({ id: agreementVersions.id, currency: agreementVersions.currency })
        .from(agreementVersions)
        .where(and(own(agreementVersions, actor), eq(agreementVersions.agreementId, agreementId))),
      tx
        .select({ id: agreementClauses.id, name: agreementClauses.heading })
        .from(agreementClauses)
        .where(and(own(agreementClauses, actor), eq(agreementClauses.agreementId, agreementId))),
      tx
        .select({ id: agreementSignatories.id, name: agreementSignatories.name })
        .from(agreementSignatories)
        .where(and(own(agreementSignatories, actor), eq(agreementSignatories.agreementId, agreementId))),
      tx
        .select({ id: agreementSeals.id, name: agreementSeals.requestNumber })
        .from(agreementSeals)
        .where(and(own(agreementSeals, actor), eq(agreementSeals.agreementId, agreementId))),
    ])
    const rows = new Map<AgreementSubject, string[]>([
      ['agreements', [agreementId]],
      ['agreement_versions', versions.map(({ id }) => id)],
      ['agreement_clauses', clauses.map(({ id }) => id)],
      ['agreement_signatories', signatories.map(({ id }) => id)],
      ['agreement_seals', seals.map(({ id }) => id)],
    ])
    const { changes, older } = await findRowChanges(look, rows, before)
    const parts = new Map([...clauses, ...signatories, ...seals].map(({ id, name }) => [id, name ?? '']))
    const mentioned = referencesIn(changes)
    const [members, files] = [await findNamesOfMembers(look, mentioned), await findFileNames(look, mentioned)]
    const names = new Map([...members, ...files])
    const currencies = new Map(versions.map(({ id, currency }) => [id, currency]))
    return { entries: agreementHistory(changes, { names, parts, currencies }, actor.locale), older }
  },
})
export type AgreementHistory = Awaited<ReturnType<typeof history.run>>
