import { and, asc, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { calendarDays, savedViews, tiers } from '@/db/schema/workspace'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import type { CalendarDay, Slot } from './model'
import type { SavedView, TierSetting } from './model-settings'

const nothing = z.strictObject({})

/** The workspace's own days, newest first; the bundled calendar is not in it. */
export const calendar = query({
  name: 'workspace.calendar',
  permission: may.see,
  input: nothing,
  async run({ tx, actor }): Promise<(CalendarDay & { id: string })[]> {
    const rows = await tx
      .select({
        id: calendarDays.id,
        day: calendarDays.day,
        county: calendarDays.county,
        kind: calendarDays.kind,
        name: calendarDays.name,
      })
      .from(calendarDays)
      .where(own(calendarDays, actor))
      .orderBy(asc(calendarDays.day), asc(calendarDays.county))
      .limit(1000)
    return rows as (CalendarDay & { id: string })[]
  },
})

/** The tiers with what their forms need. */
export const tierSettingsList = query({
  name: 'workspace.tierSettings',
  permission: may.see,
  input: nothing,
  async run({ tx, actor }): Promise<TierSetting[]> {
    const rows = await tx.select().from(tiers).where(own(tiers, actor)).orderBy(asc(tiers.code))
    return rows.map(({ id, version, code, contactEveryDays, slots, confirms }) => ({
      id,
      version,
      code,
      contactEveryDays,
      slots: slots as Slot[],
      confirms,
    }))
  },
})

/** A list's saved views, at most a hundred by name: one's own and those that are shared. */
export const savedViewsOf = query({
  name: 'workspace.savedViews',
  permission: may.see,
  input: z.strictObject({ list: z.string().max(60) }),
  async run({ tx, actor }, { list }): Promise<SavedView[]> {
    const rows = await tx
      .select()
      .from(savedViews)
      .where(
        and(
          own(savedViews, actor),
          eq(savedViews.list, list),
          live(savedViews),
          or(eq(savedViews.ownerId, actor.id), eq(savedViews.shared, true)),
        ),
      )
      .orderBy(asc(savedViews.name), asc(savedViews.id))
      .limit(100)
    return rows.map(({ id, name, address, shared, ownerId }) => ({
      id,
      name,
      address,
      shared,
      mine: ownerId === actor.id,
    }))
  },
})
