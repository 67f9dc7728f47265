import type { Day } from '@/lib/kernel/day'
import { type FieldRefusal, refusals } from '@/lib/kernel/refusal'
import { amendmentMessages } from './messages-amendments'
import type { Amendment } from './model-amendments'
import type { AgreementState } from './model-states'

export const noAmendment = refusals('agreements', amendmentMessages)
type Problem = Parameters<typeof noAmendment>[0]

const amendable: readonly AgreementState[] = ['executed', 'active', 'suspended']
/** Whether it is changed by an amendment: it was signed and has not ended. */
export const isAmendable = (state: AgreementState): boolean => amendable.includes(state)

export function mustBeAmendable(state: AgreementState): void {
  if (!isAmendable(state)) throw noAmendment('notAmendable')
}

type Frame = Pick<Amendment, 'kind' | 'validFrom' | 'validTo' | 'retroactiveReason'>

/** What does not fit in the days of an amendment, by field; `beginsOn` is the first day of the agreement. */
export function problemsOfAmendment(
  { kind, validFrom, validTo, retroactiveReason }: Frame,
  { today, beginsOn }: { today: Day; beginsOn: Day | null },
): Partial<Record<keyof Frame, Problem>> {
  const problems: Partial<Record<keyof Frame, Problem>> = {}
  if (kind === 'temporary' && validTo === null) problems.validTo = 'returnDayMissing'
  if (kind !== 'temporary' && validTo !== null) problems.validTo = 'returnDayUnneeded'
  if (kind === 'temporary' && validTo !== null && validTo < validFrom) problems.validTo = 'returnBefore'
  if (beginsOn !== null && validFrom < beginsOn) problems.validFrom = 'beforeBegin'
  if (validFrom < today && retroactiveReason === null) problems.retroactiveReason = 'retroactiveUnexplained'
  return problems
}

/** Refuses days that do not fit, each beside its field. */
export function mustFitAmendment(frame: Frame, around: Parameters<typeof problemsOfAmendment>[1]): void {
  const problems = Object.entries(problemsOfAmendment(frame, around))
  if (problems.length === 0) return
  const fields = problems.map(([name, code]): [string, FieldRefusal & { code: Problem }] => [name, { code }])
  throw noAmendment('amendmentUnfit', {}, Object.fromEntries(fields))
}

/** The first version is no amendment. */
export function mustBeAmendment(kind: string): void {
  if (kind === 'original') throw noAmendment('notAmendment')
}

/** An open proposal is decided once; whoever declines says why. */
export function mustBeDecidable(state: string, decision: 'taken' | 'declined', reason: string | null): void {
  if (state !== 'open') throw noAmendment('proposalDecided')
  if (decision === 'declined' && reason === null)
    throw noAmendment('declineUnexplained', {}, { stateReason: { code: 'declineUnexplained' } })
}

/** Nobody is told of a version before it is signed, nor by a day that is over. */
export function mustBeTellable(state: string, dueOn: Day, today: Day): void {
  if (state !== 'executed') throw noAmendment('notSignedYet')
  if (dueOn < today) throw noAmendment('dueBehind', {}, { dueOn: { code: 'dueBehind' } })
}
