import { and, asc, between, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { calendarDays, members, tiers } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { may } from './manifest'
import type { CalendarDay, MemberName, Slot, Tier } from './model'
import { type MemberRecord, memberRef } from './model-members'
import { taiwanCalendar } from './rules-calendar-taiwan'

/** Members whom one can still name as owner, speaker or assignee. */
export const memberNames = query({
  name: 'workspace.memberNames',
  permission: may.see,
  input: z.strictObject({}),
  run: (look) => findMemberNames(look),
})

export const findMemberNames = ({ tx, actor }: Look): Promise<MemberName[]> =>
  tx
    .select({ id: members.id, name: members.name, englishName: members.englishName })
    .from(members)
    .where(and(own(members, actor), live(members), ne(members.status, 'deactivated')))
    .orderBy(asc(members.name), asc(members.id))

/** The workspace's tiers in order. */
export const tierRules = query({
  name: 'workspace.tierRules',
  permission: may.see,
  input: z.strictObject({}),
  run: (look) => findTiers(look),
})

export async function findTiers({ tx, actor }: Look): Promise<Tier[]> {
  const rows = await tx.select().from(tiers).where(own(tiers, actor)).orderBy(asc(tiers.code))
  return rows.map(({ code, contactEveryDays, slots, confirms }) => ({
    code,
    contactEveryDays,
    slots: slots as Slot[],
    confirms,
  }))
}

/**
 * The days of the work calendar that differ from their weekday, from one day to another, both included: the bundled
 * calendar's first, then the workspace's own, which go before them.
 */
export async function findCalendarDays({ tx, actor }: Look, from: string, to: string): Promise<CalendarDay[]> {
  const rows = await tx
    .select({ day: calendarDays.day, county: calendarDays.county, kind: calendarDays.kind, name: calendarDays.name })
    .from(calendarDays)
    .where(and(own(calendarDays, actor), between(calendarDays.day, from, to)))
    .orderBy(asc(calendarDays.day))
  const bundled = taiwanCalendar
    .filter(({ day }) => day >= from && day <= to)
    .map(({ day, kind, name }): CalendarDay => ({ day, kind, county: '', name: name['zh-TW'] }))
  return [...bundled, ...(rows as CalendarDay[])]
}

/** Whether this member can be named in the workspace: a guard for foreign ids. */
export async function memberExists({ tx, actor }: Look, memberId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(own(members, actor), eq(members.id, memberId)))
  return rows.length === 1
}

/** One member as their page shows them. Refuses with `notFound`. */
export const memberById = query({
  name: 'workspace.memberById',
  permission: may.see,
  input: memberRef,
  async run({ tx, actor }, { memberId }): Promise<MemberRecord> {
    const [row] = await tx
      .select()
      .from(members)
      .where(ownRow(members, actor, memberId))
    if (!row) throw new Refusal('notFound')
    const { workspaceId: _w, identityId: _i, createdAt: _c, deactivatedAt: _d, archivedAt: _a, ...record } = row
    return record
  },
})
