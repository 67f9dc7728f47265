import { and, eq, inArray } from 'drizzle-orm'
import { calendarDays, savedViews, tiers } from '@/db/schema/workspace'
import { command, type Work } from '@/lib/kernel/command'
import { own } from '@/lib/kernel/own'
import { changeRow, deleteRow, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { messages } from './messages'
import type { CalendarDay } from './model'
import {
  calendarDayInput,
  calendarLines,
  calendarRef,
  savedViewInput,
  savedViewRef,
  tierSettings,
} from './model-settings'
import { calendarDaysOf, mustBeAuthor } from './rules-settings'

const configures = { permission: may.configure, messages }

/** Sets how a tier is served. With another interval, the due days of its accounts are counted anew behind it. */
export const setTier = command({
  name: 'workspace.setTier',
  ...configures,
  input: tierSettings,
  refreshes: ['/settings/tiers'],
  async run(work, { tierId, version, ...patch }) {
    const { contactEveryDays: before } = await lockRow(work, tiers, tierId)
    const { id, code, contactEveryDays } = await changeRow(work, tiers, { id: tierId, version }, patch)
    if (contactEveryDays !== before) await work.emit('workspace.tierChanged', { tier: code })
    return { id }
  },
})

/** Puts one day into the workspace's calendar, over the bundled one and over what it said before. */
export const setCalendarDay = command({
  name: 'workspace.setCalendarDay',
  ...configures,
  input: calendarDayInput,
  refreshes: ['/settings/calendar'],
  run: (work, day) => keepDays(work, [day]),
})

/** The same for many days, pasted or from a file. */
export const setCalendarDays = command({
  name: 'workspace.setCalendarDays',
  ...configures,
  input: calendarLines,
  refreshes: ['/settings/calendar'],
  run: (work, { lines }) => keepDays(work, calendarDaysOf(lines)),
})

/** Takes a day out again: the bundled calendar holds. */
export const clearCalendarDay = command({
  name: 'workspace.clearCalendarDay',
  ...configures,
  input: calendarRef,
  refreshes: ['/settings/calendar'],
  async run(work, { calendarDayId }) {
    await deleteRow(work, calendarDays, calendarDayId)
    return { days: 1 }
  },
})

async function keepDays(work: Work, days: readonly CalendarDay[]) {
  const latest = [...new Map(days.map((each) => [`${each.day} ${each.county}`, each])).values()]
  if (latest.length === 0) return { days: 0 }
  const known = await work.tx
    .select()
    .from(calendarDays)
    .where(
      and(
        own(calendarDays, work.actor),
        inArray(
          calendarDays.day,
          latest.map((each) => each.day),
        ),
      ),
    )
  const same = (a: CalendarDay, b: { day: string; county: string }) => a.day === b.day && a.county === b.county
  for (const row of known) {
    const next = latest.find((each) => same(each, row))
    if (next) await changeRow(work, calendarDays, { id: row.id }, { kind: next.kind, name: next.name })
  }
  await insertRows(
    work,
    calendarDays,
    latest.filter((each) => !known.some((row) => same(each, row))),
  )
  return { days: latest.length }
}

/** Keeps a list's address under a name, for oneself or for everybody. */
export const saveView = command({
  name: 'workspace.saveView',
  permission: may.see,
  messages,
  input: savedViewInput,
  async run(work, input) {
    const mine = and(
      own(savedViews, work.actor),
      eq(savedViews.ownerId, work.actor.id),
      eq(savedViews.list, input.list),
      eq(savedViews.name, input.name),
    )
    const [known] = await work.tx.select({ id: savedViews.id }).from(savedViews).where(mine)
    const patch = { ...input, archivedAt: null }
    const view = known
      ? await changeRow(work, savedViews, { id: known.id }, patch)
      : await insertRow(work, savedViews, { ...input, ownerId: work.actor.id })
    return { id: view.id }
  },
})

/** Takes a view away from its list. */
export const archiveView = command({
  name: 'workspace.archiveView',
  permission: may.see,
  messages,
  input: savedViewRef,
  async run(work, { savedViewId }) {
    mustBeAuthor(await lockRow(work, savedViews, savedViewId), work.actor.id)
    await changeRow(work, savedViews, { id: savedViewId }, { archivedAt: work.now })
    return { id: savedViewId }
  },
})
