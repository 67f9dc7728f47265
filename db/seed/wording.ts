import { addDays, addMonths, type Day } from '@/lib/kernel/day'
import { nextWorkday } from '@/lib/kernel/workday'
import { workCalendar } from './days'
import type { Dice } from './dice'

const month = (day: Day) => Number(day.slice(5, 7))
const quarter = (day: Day) => `Q${Math.ceil(month(day) / 3)}`
const shortDay = (day: Day) => `${month(day)}/${Number(day.slice(8))}`
const grouped = (amount: number) => amount.toLocaleString('en-US')

const places: Readonly<Record<string, (day: Day) => string>> = {
  月: (day) => String(month(day)),
  上月: (day) => String(month(addMonths(day, -1))),
  下月: (day) => String(month(addMonths(day, 1))),
  季: quarter,
  下季: (day) => quarter(addMonths(day, 3)),
  明年: (day) => String(Number(day.slice(0, 4)) + 1),
}

/**
 * A sentence with what depends on its day: `{上月}` a month, `{下季}` a quarter, `{+7}` the date a week on, `{n:20-35}` a
 * number, `{元:180-690}` an amount of money, `{千元:210-480}` one of so many thousands.
 */
export function worded(text: string, day: Day, dice: Dice): string {
  return text.replace(/\{([^}]+)\}/g, (whole, place: string) => {
    const ahead = /^\+(\d+)$/.exec(place)
    if (ahead) return shortDay(nextWorkday(addDays(day, Number(ahead[1])), workCalendar))
    const range = /^(n|元|千元):(\d+)-(\d+)$/.exec(place)
    if (range) {
      const number = dice(Number(range[2]), Number(range[3]))
      if (range[1] === 'n') return String(number)
      return `NT$${grouped(range[1] === '元' ? number : number * 1000 + dice(0, 999))}`
    }
    const said = places[place]
    if (!said) throw new Error(`${whole} is no place in a story`)
    return said(day)
  })
}
