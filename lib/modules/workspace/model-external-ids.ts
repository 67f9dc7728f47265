import { z } from 'zod'
import { id, text } from '@/lib/kernel/input'

/** Records that other systems may know under a number of their own. */
export const externalIdKinds = ['account', 'person', 'member', 'interaction'] as const
export type ExternalIdKind = (typeof externalIdKinds)[number]

/** One number: whose record, which system, what number. */
export type ExternalId = { subjectId: string; source: string; value: string }

/** A number to keep; null takes the source's number away. */
export const externalIdsInput = z.strictObject({
  kind: z.enum(externalIdKinds),
  entries: z.array(z.strictObject({ subjectId: id, source: text(60), value: text(120).nullable() })).max(2000),
})

export const externalIdSubjects = z.strictObject({ kind: z.enum(externalIdKinds), subjectIds: z.array(id).max(500) })
/** Each restored record with the moment at which it lost its numbers. */
export const lostExternalIds = z.strictObject({
  kind: z.enum(externalIdKinds),
  subjects: z.array(z.strictObject({ subjectId: id, archivedAt: z.iso.datetime() })).max(500),
})
