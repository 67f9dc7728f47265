import { addDays, type Day, dayOf, instantOf, timeOf } from '@/lib/kernel/day'
import { addWorkdays, isWorkday, nextWorkday, previousWorkday } from '@/lib/kernel/workday'
import { workCalendar } from './days'
import { channelOf, flagsOf } from './reading'
import { listed, rowsOf, type Story, said } from './story'
import type { Told } from './telling'

const minute = 60_000

/** What lies ahead, and what lay ahead and asks what became of it. */
export function plansOf(story: Story, now: Date): Told[] {
  return rowsOf(story.plans).map((cells) => {
    const [when = '', spoken = '', people, summary = '', arranged, flags] = cells
    const [days = '', hour] = when.split(' ')
    const at = hour ? ahead(Number(days), hour, now) : soonest(now)
    return {
      at,
      enteredAt: arrangedFor(dayOf(at), addDays(dayOf(now), -Number(arranged))),
      ...channelOf(spoken, cells),
      people: listed(people),
      summary,
      topics: [],
      step: null,
      speaker: story.owner,
      typist: story.owner,
      colleagues: flagsOf(said(flags) ?? undefined, cells).colleagues,
      arrangedAt: null,
      planned: true,
      file: null,
    }
  })
}

/** The end of the office day on which something was arranged: the one meant, at least two workdays ahead. */
export function arrangedFor(day: Day, meant: Day): Date {
  const [earlier = meant] = [addWorkdays(day, -2, workCalendar), previousWorkday(meant, workCalendar)].sort()
  return instantOf(earlier, '17:20')
}

const ahead = (workdays: number, hour: string, now: Date) =>
  instantOf(addWorkdays(dayOf(now), workdays, workCalendar), hour)

/** A meeting of today that is still to come, or of the next workday when today's office hours are over. */
function soonest(now: Date): Date {
  const today = dayOf(now)
  const later = new Date(+now + 90 * minute)
  const [hour = 0] = timeOf(later).split(':').map(Number)
  if (!isWorkday(today, workCalendar) || hour >= 18 || dayOf(later) > today)
    return instantOf(nextWorkday(addDays(today, 1), workCalendar), '10:00')
  return instantOf(today, `${String(Math.max(10, hour + 1)).padStart(2, '0')}:00`)
}
