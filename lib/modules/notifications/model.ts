import { z } from 'zod'
import { id, listOf, text } from '@/lib/kernel/input'
import { locales } from '@/lib/kernel/messages'
import type { Said } from '@/lib/kernel/said'

/** The hour of the daily digest when a member has said nothing; it leaves half an hour into it. */
export const usualDigestHour = 7
/** Hours that a member may choose from. */
export const digestHours = [6, 7, 8, 9, 12, 16, 18] as const
/** The bell counts no further. */
export const mostCounted = 99
/** A digest names so many; the rest is in the product. */
export const mostInDigest = 50

const said = z.strictObject(
  Object.fromEntries(locales.map((locale) => [locale, text(2000)])) as Record<(typeof locales)[number], z.ZodString>,
)

export const notifyInput = z.strictObject({
  memberIds: z.array(id).max(200),
  kind: text(60),
  text: said,
  /** A page of the product; never another site. */
  href: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])/),
  urgent: z.boolean(),
  subjectKind: text(60),
  subjectId: id,
  /** The same key never tells the same member twice. */
  key: text(300),
})

/** Several of them, each for its own members. */
export const notifyEachInput = z.strictObject({ notices: z.array(notifyInput).max(2000) })
export type Notice = z.output<typeof notifyInput>

export const settleInput = z.strictObject({ subjectKind: text(60), subjectId: id, memberId: id.optional() })
export const readInput = z.strictObject({ notificationIds: listOf(id, 200) })
export const notificationRef = z.strictObject({ notificationId: id })
export const digestRef = z.strictObject({ memberId: id })

/** Blank means no digest; urgent matters still come by mail. */
export const preferenceInput = z.strictObject({
  digestHour: z.preprocess(
    (value) => (value === '' || value === undefined || value === null ? null : Number(value)),
    z.union(digestHours.map((hour) => z.literal(hour))).nullable(),
  ),
})

/** A notification as its page shows it, in the reader's language. */
export type NotificationRow = {
  id: string
  kind: string
  text: string
  href: string
  urgent: boolean
  read: boolean
  at: string
}

/** A notification with what a letter about it needs. */
export type Pending = { id: string; text: Said; href: string; urgent: boolean }
