import { and, asc, eq, or } from 'drizzle-orm'
import { agreementSignatories, agreementVersions } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { SignedVia, SigningMethod } from './model-signing'
import type { VersionState } from './model-states'
import { type FoundAgreement, findAgreementToSign } from './queries-held'
import type { Signatory } from './rules-signing'

type Row = typeof agreementSignatories.$inferSelect

/** A version with its agreement and account. */
export type HeldVersion = FoundAgreement & {
  version: Omit<typeof agreementVersions.$inferSelect, 'state'> & { state: VersionState }
}

/** A version for whoever was asked to sign it: the link that they hold has decided. Refuses with `notFound`. */
export async function findToSign(look: Look, versionId: string): Promise<HeldVersion> {
  const { tx, actor } = look
  const [version] = await tx
    .select()
    .from(agreementVersions)
    .where(and(ownRow(agreementVersions, actor, versionId), live(agreementVersions)))
  if (!version) throw new Refusal('notFound')
  const found = await findAgreementToSign(look, version.agreementId)
  return { ...found, version: { ...version, state: version.state as VersionState } }
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

/** Whoever holds this link, to sign or to read what was signed, of any round; null for links of other matters, and for those that a newer one replaced. */
export async function findByLink({ tx, actor }: Look): Promise<FoundSignatory | null> {
  const [row] = await tx
    .select()
    .from(agreementSignatories)
    .where(
      and(
        own(agreementSignatories, actor),
        or(eq(agreementSignatories.linkId, actor.id), eq(agreementSignatories.copyLinkId, actor.id)),
      ),
    )
  return row ? read(row) : null
}
