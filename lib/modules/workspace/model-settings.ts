import { z } from 'zod'
import { day, flag, id, listOf, text, version } from '@/lib/kernel/input'
import { slots, type Tier } from './model'

export const tierSettings = z.strictObject({
  tierId: id,
  version,
  contactEveryDays: z.coerce.number().int().min(1).max(730),
  slots: listOf(z.enum(slots), slots.length),
  confirms: flag,
})

export const calendarKinds = ['holiday', 'workday', 'closed'] as const
const county = z
  .string()
  .trim()
  .max(10)
  .optional()
  .transform((value) => value ?? '')

export const calendarDayInput = z.strictObject({ day, county, kind: z.enum(calendarKinds), name: text(40) })
export const calendarLines = z.strictObject({ lines: text(20_000) })
export const calendarRef = z.strictObject({ calendarDayId: id })

export const savedViewInput = z.strictObject({
  list: z.string().regex(/^[a-z][A-Za-z-]{0,40}$/),
  name: text(60),
  address: z.string().max(2000),
  shared: flag,
})
export const savedViewRef = z.strictObject({ savedViewId: id })

/** A saved view as its list offers it. */
export type SavedView = { id: string; name: string; address: string; shared: boolean; mine: boolean }

/** A tier with what its form needs. */
export type TierSetting = Tier & { id: string; version: number }
