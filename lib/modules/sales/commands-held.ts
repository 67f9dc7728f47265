import type { Work } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'

type Touched = { accountId: string; day: Day }
const most = 500

/** Says which accounts' months are to be added up anew, and over which days. */
export async function monthsChanged(work: Work, touched: readonly Touched[]): Promise<void> {
  if (touched.length === 0) return
  const days = touched.map(({ day }) => day).sort()
  const accountIds = [...new Set(touched.map(({ accountId }) => accountId))]
  const [from = '', to = from] = [days[0], days.at(-1)]
  for (let start = 0; start < accountIds.length; start += most)
    await work.emit('sales.changed', { accountIds: accountIds.slice(start, start + most), from, to })
}
