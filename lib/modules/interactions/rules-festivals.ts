import { addDays, type Day, weekday } from '@/lib/kernel/day'

type Festival = 'newYear' | 'dragonBoat' | 'midAutumn' | 'tombSweeping' | 'foundingDay' | 'nationalDay' | 'christmas'

/** First day of the lunar year, 端午 and 中秋 as Taiwan observes them; Intl's Chinese calendar is a day off in 2027 and 2030. */
const lunarDays: readonly (readonly [newYear: Day, dragonBoat: Day, midAutumn: Day])[] = [
  ['2024-02-10', '2024-06-10', '2024-09-17'],
  ['2025-01-29', '2025-05-31', '2025-10-06'],
  ['2026-02-17', '2026-06-19', '2026-09-25'],
  ['2027-02-06', '2027-06-09', '2027-09-15'],
  ['2028-01-26', '2028-05-28', '2028-10-03'],
  ['2029-02-13', '2029-06-16', '2029-09-22'],
  ['2030-02-03', '2030-06-05', '2030-09-12'],
  ['2031-01-23', '2031-06-24', '2031-10-01'],
  ['2032-02-11', '2032-06-12', '2032-09-19'],
  ['2033-01-31', '2033-06-01', '2033-09-08'],
  ['2034-02-19', '2034-06-20', '2034-09-27'],
  ['2035-02-08', '2035-06-10', '2035-09-16'],
]
const lunarColumns = { newYear: 0, dragonBoat: 1, midAutumn: 2 } as const

/** The day of a festival in a year; null for a lunar one outside the table. */
export function festivalDay(festival: Festival, year: number): Day | null {
  switch (festival) {
    case 'foundingDay':
      return `${year}-01-01`
    case 'nationalDay':
      return `${year}-10-10`
    case 'christmas':
      return `${year}-12-25`
    case 'tombSweeping':
      return `${year}-04-0${year % 4 < 2 && year >= 2024 ? 4 : 5}`
    default:
      return lunarDays.find(([first]) => first.startsWith(`${year}-`))?.[lunarColumns[festival]] ?? null
  }
}

const spokenNames: readonly (readonly [RegExp, Festival])[] = [
  [/年|春節|除夕|lunar|chinese|cny/, 'newYear'],
  [/端午|dragon/, 'dragonBoat'],
  [/中秋|autumn|moon/, 'midAutumn'],
  [/清明|tomb/, 'tombSweeping'],
  [/元旦|new year/, 'foundingDay'],
  [/國慶|雙十|national|double/, 'nationalDay'],
  [/聖誕|耶誕|christmas|xmas/, 'christmas'],
]

export const festivalOf = (spoken: string): Festival | null =>
  spokenNames.find(([name]) => name.test(spoken))?.[1] ?? null

const onWeekday = (day: Day, by: 1 | -1): Day => {
  let at = day
  while (weekday(at) > 5) at = addDays(at, by)
  return at
}

/** Before the festival is the last weekday before its first day off; the new year begins with 小年夜. */
function dayBefore(festival: Festival, day: Day): Day {
  return onWeekday(addDays(day, festival === 'newYear' ? -3 : -1), -1)
}

/** After it is the first weekday after its days off, those that a weekend swallowed given back at the end of the new year. */
function dayAfter(festival: Festival, day: Day): Day {
  if (festival !== 'newYear') return onWeekday(addDays(day, 1), 1)
  const swallowed = [-2, -1, 0, 1, 2].filter((offset) => weekday(addDays(day, offset)) > 5).length
  let at = onWeekday(addDays(day, 3), 1)
  for (let left = swallowed; left > 0; left--) at = onWeekday(addDays(at, 1), 1)
  return at
}

/** The next time it is "before" or "after" that festival, today included; null beyond the table. */
export function aroundFestival(spoken: string, side: 'before' | 'after', today: Day): Day | null {
  const festival = festivalOf(spoken)
  if (!festival) return null
  const year = Number(today.slice(0, 4))
  for (const candidate of [year, year + 1]) {
    const day = festivalDay(festival, candidate)
    const found = day && (side === 'before' ? dayBefore(festival, day) : dayAfter(festival, day))
    if (found && found >= today) return found
  }
  return null
}
