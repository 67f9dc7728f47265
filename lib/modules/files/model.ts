import { z } from 'zod'
import { id, listOf, optionalId, text } from '@/lib/kernel/input'

/** What a file may serve: a record, or the product itself when it imports or reports. */
export const purposes = ['attachment', 'import', 'report'] as const
export type Purpose = (typeof purposes)[number]

/** The kinds of record that a file can belong to. */
export const linkKinds = [
  'account',
  'person',
  'interaction',
  'confirmation',
  'task',
  'clientAnswer',
  'approval',
  'negotiationInput',
  'negotiationEvidence',
  'obligation',
  'measurement',
  'agreement',
  'kpiAction',
] as const
export type LinkKind = (typeof linkKinds)[number]

export const megabyte = 1_048_576
/** The largest file of each purpose, in bytes. */
export const mostBytes: Readonly<Record<Purpose, number>> = {
  attachment: 25 * megabyte,
  import: 50 * megabyte,
  report: 50 * megabyte,
}
/** A document that is an archive unpacks to no more than this many bytes. */
export const mostUnpacked = 500 * megabyte
/** Content is kept in pieces of this many bytes. */
export const chunkBytes = 262_144

export const storeInput = z.strictObject({
  name: text(1000),
  content: z.instanceof(Uint8Array),
  purpose: z.enum(purposes).default('attachment'),
  /** Attaches the file to this account at once. */
  accountId: optionalId,
})

const recordFields = {
  kind: z.enum(linkKinds),
  subjectId: id,
  /** The account that decides who may read it; none for what every member may read. */
  accountId: optionalId,
  /** Read only by those who serve the account. */
  restricted: z.boolean().default(false),
}

export const attachInput = z.strictObject({ ...recordFields, fileIds: listOf(id, 50) })

/** A file that the product itself made for a record, in the name of a member. */
export const madeInput = z.strictObject({
  ...recordFields,
  name: text(1000),
  content: z.instanceof(Uint8Array),
  madeFor: id,
})
/** A file that the product itself made, in the name of a member, for a neighbour that decides who reads it. */
export const reportInput = madeInput.pick({ name: true, content: true, madeFor: true })
export const restrictInput = z.strictObject({
  kind: z.enum(linkKinds),
  subjectIds: z.array(id).max(500),
  restricted: z.boolean(),
})

export const linkInput = z.strictObject({ accountId: id, linkId: id })
export const fileRef = z.strictObject({ fileId: id })

/** A file as lists and chips show it. */
export type FileName = { id: string; name: string; mediaType: string; size: number }
/** A file of an account: where it hangs, who added it, when. */
export type LinkedFile = FileName & {
  linkId: string
  kind: LinkKind
  subjectId: string
  by: string
  at: string
  archived: boolean
}
