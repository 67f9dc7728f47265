import { and, asc, eq } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreementSignatories, agreements, agreementVersions } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { SignedVia, SigningMethod } from './model-signing'
import type { AgreementState, VersionState } from './model-states'
import type { Signatory } from './rules-signing'

type Row = typeof agreementSignatories.$inferSelect

/** A version with what signing needs of its agreement and account. */
export type SignedVersion = {
  agreement: Omit<typeof agreements.$inferSelect, 'state'> & { state: AgreementState }
  account: { id: string; name: string; englishName: string | null }
  version: Omit<typeof agreementVersions.$inferSelect, 'state'> & { state: VersionState }
}

const accountPart = { id: accounts.id, name: accounts.name, englishName: accounts.englishName }

/** A version for whoever was asked to sign it: the link that they hold has decided. Refuses with `notFound`. */
export async function findToSign({ tx, actor }: Look, versionId: string): Promise<SignedVersion> {
  const [row] = await tx
    .select({ agreement: agreements, version: agreementVersions, account: accountPart })
    .from(agreementVersions)
    .innerJoin(agreements, joined(agreements, actor, agreementVersions.agreementId))
    .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
    .where(and(ownRow(agreementVersions, actor, versionId), live(agreements), live(agreementVersions)))
  if (!row) throw new Refusal('notFound')
  const { agreement, version, account } = row
  return {
    agreement: { ...agreement, state: agreement.state as AgreementState },
    version: { ...version, state: version.state as VersionState },
    account,
  }
}

const read = (row: Row) => ({
  ...row,
  side: row.side as Signatory['side'],
  part: row.part as Signatory['part'],
  state: row.state as Signatory['state'],
  method: row.method as SigningMethod,
  via: row.via as SignedVia | null,
})
export type FoundSignatory = ReturnType<typeof read>

/** Who signs a version in the present round, approvers first, in their order. */
export async function findSignatories({ tx, actor }: Look, versionId: string): Promise<FoundSignatory[]> {
  const rows = await tx
    .select()
    .from(agreementSignatories)
    .where(
      and(own(agreementSignatories, actor), eq(agreementSignatories.versionId, versionId), live(agreementSignatories)),
    )
    .orderBy(asc(agreementSignatories.part), asc(agreementSignatories.order), asc(agreementSignatories.id))
  return rows.map(read)
}

/** One of them, of any round; whoever asks looks whether the version may be read. Refuses with `notFound`. */
export async function findSignatory({ tx, actor }: Look, signatoryId: string): Promise<FoundSignatory> {
  const [row] = await tx
    .select()
    .from(agreementSignatories)
    .where(ownRow(agreementSignatories, actor, signatoryId))
  if (!row) throw new Refusal('notFound')
  return read(row)
}

/** Whoever holds this link, of any round; null for links of other matters, and for those that a newer one replaced. */
export async function findByLink({ tx, actor }: Look): Promise<FoundSignatory | null> {
  const [row] = await tx
    .select()
    .from(agreementSignatories)
    .where(and(own(agreementSignatories, actor), eq(agreementSignatories.linkId, actor.id)))
  return row ? read(row) : null
}
