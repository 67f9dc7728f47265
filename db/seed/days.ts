import { addDays, addMonths, type Day, startOfMonth } from '@/lib/kernel/day'
import { previousWorkday } from '@/lib/kernel/workday'
import { festivalDay } from '@/lib/modules/interactions/rules-festivals'
import { calendarWith } from '@/lib/modules/workspace/rules-calendar'

/** Taiwan's work calendar, by which the demonstration's people keep office hours. */
export const workCalendar = calendarWith([])

/** How far the history reaches back. */
export const historyMonths = 18
export const historyBegins = (today: Day): Day => addMonths(today, -historyMonths)

const festivals = { 年節: 'newYear', 端午: 'dragonBoat', 中秋: 'midAutumn', 元旦: 'foundingDay' } as const

const ago = /^(=)?(\d+)$/
const season = /^(前)?(年節|端午|中秋|元旦)([+-]\d+)$/

/**
 * The day that a line speaks of, or null when it lies outside the history. `12` is twelve days ago, moved back to a
 * workday; `=12` that very day; `中秋-30` thirty days before the mid-autumn festival, the latest time that this has passed;
 * `前中秋-30` a year earlier.
 */
export function dayMeant(when: string, today: Day): Day | null {
  const days = ago.exec(when)
  if (days?.[1]) return addDays(today, -Number(days[2]))
  if (days) return previousWorkday(addDays(today, -Number(days[2])), workCalendar)
  const anchored = season.exec(when)
  if (!anchored) throw new Error(`「${when}」 is no day of a story`)
  const [, earlier, festival = '', offset] = anchored
  const year = Number(today.slice(0, 4))
  const passed = [1, 0, -1, -2, -3]
    .map((years) => festivalDay(festivals[festival as keyof typeof festivals], year + years))
    .flatMap((day) => (day ? [previousWorkday(addDays(day, Number(offset)), workCalendar)] : []))
    .filter((day) => day < today)
  const meant = passed[earlier ? 1 : 0]
  return meant && meant >= historyBegins(today) ? meant : null
}

/** The months of the history, the oldest first, each by its first day. */
export const monthsTold = (today: Day): Day[] =>
  Array.from({ length: historyMonths + 1 }, (_, index) => addMonths(startOfMonth(today), index - historyMonths))
