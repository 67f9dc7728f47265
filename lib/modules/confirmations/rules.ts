import { addDays, type Day, daysBetween } from '@/lib/kernel/day'
import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'
import { longestValidForDays, validForDays } from './model'

const no = refusals('confirmations', messages)

/** What was asked for, and by somebody who may lengthen or not. */
export type Asked = { confirmedOn: Day | null; validUntil: Day | null; mayLengthen: boolean }

/**
 * From when until when a confirmation counts: from today for 180 days unless said otherwise. It may be shortened by
 * whoever confirms, lengthened (to two years) only by those who may. Refuses with the field that is wrong.
 */
export function termOf({ confirmedOn, validUntil, mayLengthen }: Asked, today: Day): { from: Day; until: Day } {
  const from = confirmedOn ?? today
  if (from > today) throw no('confirmedInFuture', {}, { confirmedOn: { code: 'confirmedInFuture' } })
  const until = validUntil ?? addDays(from, validForDays)
  const days = daysBetween(from, until)
  if (days < 0) throw no('endsBeforeItBegins', {}, { validUntil: { code: 'endsBeforeItBegins' } })
  if (days > longestValidForDays) throw refusedLength('tooLong', longestValidForDays)
  if (days > validForDays && !mayLengthen) throw refusedLength('onlyLeadLengthens', validForDays)
  return { from, until }
}

const refusedLength = (code: 'tooLong' | 'onlyLeadLengthens', days: number) =>
  no(code, { days }, { validUntil: { code, params: { days } } })

/** Evidence must be a contact on record with the same account. */
export function mustBeOnRecord(evidence: { accountId: string | null } | null, accountId: string): void {
  if (evidence?.accountId !== accountId) throw no('evidenceMissing', {}, { evidenceId: { code: 'evidenceMissing' } })
}

/** A slip can be taken back by whoever made it, on the same day; later it is history. */
export function mustBeYoursOfToday(
  given: { confirmedBy: string; givenOn: Day } | null,
  memberId: string,
  today: Day,
): void {
  if (given?.confirmedBy !== memberId || given.givenOn !== today) throw no('notYoursToTakeBack')
}
