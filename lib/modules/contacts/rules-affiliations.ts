import type { Day } from '@/lib/kernel/day'
import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'

const no = refusals('contacts', messages)

type Stay = { fromDay: Day | null; toDay: Day | null }

/** Somebody leaves on a day that has come, not before they joined, and only once. */
export function mustBeAbleToLeave(stay: Stay, on: Day, today: Day): void {
  if (stay.toDay !== null) throw no('hasLeft', { day: stay.toDay })
  if (on > today) throw no('leavesInFuture', {}, { toDay: { code: 'leavesInFuture' } })
  if (stay.fromDay !== null && on < stay.fromDay)
    throw no(
      'leavesBeforeJoining',
      { day: stay.fromDay },
      { toDay: { code: 'leavesBeforeJoining', params: { day: stay.fromDay } } },
    )
}

export function mustNotWorkThere(worksThere: boolean): void {
  if (worksThere) throw no('worksThere', {}, { accountId: { code: 'worksThere' } })
}

export function mustHaveLeft(stay: Stay): void {
  if (stay.toDay === null) throw no('worksThere')
}

export function mustBeGoingElsewhere(fromAccountId: string, toAccountId: string): void {
  if (fromAccountId === toAccountId) throw no('sameAccount', {}, { accountId: { code: 'sameAccount' } })
}

/** Who reports to whom at one account, among those who work there now. */
export type Reporting = ReadonlyMap<string, string | null>

/** One reports to a colleague of the same account, never to oneself, and never round in a circle. */
export function mustBeAbleToReport(personId: string, reportsToId: string | null, colleagues: Reporting): void {
  if (reportsToId === null) return
  if (reportsToId === personId) throw refusedReport('reportsToSelf')
  if (!colleagues.has(reportsToId)) throw refusedReport('reportsElsewhere')
  const seen = new Set([personId])
  for (let above: string | null = reportsToId; above !== null; above = colleagues.get(above) ?? null) {
    if (seen.has(above)) throw refusedReport('reportsInCircle')
    seen.add(above)
  }
}

const refusedReport = (code: 'reportsToSelf' | 'reportsElsewhere' | 'reportsInCircle') =>
  no(code, {}, { reportsToId: { code } })

type Post = { id: string; main: boolean; fromDay: Day | null; toDay: Day | null }

/** Order of somebody's posts: present ones, of those the main one, then the one taken last; past ones by their end. */
export function postsFirst(a: Post, b: Post): number {
  if (a.toDay !== b.toDay) {
    if (a.toDay === null) return -1
    if (b.toDay === null) return 1
    return b.toDay.localeCompare(a.toDay)
  }
  if (a.main !== b.main) return a.main ? -1 : 1
  return (b.fromDay ?? '').localeCompare(a.fromDay ?? '') || b.id.localeCompare(a.id)
}
