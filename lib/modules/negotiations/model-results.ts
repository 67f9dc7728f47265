import { z } from 'zod'
import { day, id, listOf, optionalDay, optionalText, text, version } from '@/lib/kernel/input'
import { negotiationRef } from './model'

export const audiences = ['finance', 'logistics', 'quality', 'legal', 'sales', 'director', 'other'] as const
/** Who is told of a result: a discipline, those who serve the account, or others by name. */
export type Audience = (typeof audiences)[number]

/** Working days within which those concerned are told, when the company says nothing else. */
export const usualNoticeDays = 2

export const noticeRef = z.strictObject({ noticeId: id })

const content = {
  message: text(8000),
  memberIds: listOf(id, 100).pipe(z.array(id).min(1, { message: 'readersMissing' })),
  dueOn: day,
  embargoUntil: optionalDay,
}
export const addNoticeInput = negotiationRef.extend({ audience: z.enum(audiences), ...content })
export const editNoticeInput = noticeRef.extend({ version: version.optional(), ...content })
export const acknowledgeInput = noticeRef.extend({ comment: optionalText(2000) })
export const remindReadersInput = z.strictObject({ readerIds: listOf(id, 500) })
