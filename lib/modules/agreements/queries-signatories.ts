import { and, asc, eq } from 'drizzle-orm'
import { agreementSignatories } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { SignedVia, SigningMethod } from './model-signing'
import type { Signatory } from './rules-signing'

type Row = typeof agreementSignatories.$inferSelect

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
