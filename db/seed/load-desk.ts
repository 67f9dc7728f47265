import { addDays, addMonths, instantOf, startOfMonth } from '@/lib/kernel/day'
import { addWorkdays, previousWorkday } from '@/lib/kernel/workday'
import { delegate } from '@/lib/modules/approvals/commands-delegations'
import { setRates } from '@/lib/modules/workspace/commands-money'
import { workCalendar } from './days'
import { done } from './done'
import type { Setting } from './load-account'

/** Month's last rates to the New Taiwan dollar, the latest month first. */
const ratesTold = {
  USD: ['31.42', '31.05', '30.88', '30.61', '29.94', '29.72'],
  JPY: ['0.2028', '0.2054', '0.2081', '0.2067', '0.2049', '0.2073'],
  EUR: ['36.21', '36.08', '35.94', '35.77', '34.90', '33.86'],
  CNY: ['4.412', '4.366', '4.338', '4.291', '4.177', '4.143'],
} as const

/** What the administrator keeps for everybody, and the lead's absence next week, for which the manager decides. */
export async function enterDesk({ staff, today }: Setting): Promise<void> {
  const lines = Object.entries(ratesTold).flatMap(([currency, rates]) =>
    rates.map((rate, index) => {
      const monthEnd = addDays(startOfMonth(addMonths(today, -index)), -1)
      return `${previousWorkday(monthEnd, workCalendar)} ${currency} TWD ${rate}`
    }),
  )
  const at = instantOf(previousWorkday(addDays(today, -1), workCalendar), '09:00')
  await done(setRates, staff.justin, { lines: lines.join('\n'), source: '臺灣銀行即期賣出' }, at)
  const startsOn = addWorkdays(today, 4, workCalendar)
  const absence = { startsOn, endsOn: addDays(startsOn, 4), reason: '赴日本供應商稽核' }
  await done(delegate, staff.howard, { toId: staff.sophia.id, subjectKinds: [], ...absence }, at)
}
