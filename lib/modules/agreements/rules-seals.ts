import type { Actor } from '@/lib/kernel/actor'
import { type Day, daysBetween } from '@/lib/kernel/day'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { sealMessages } from './messages-seals'
import type { SealState } from './model-seals'

export const noSeal = refusals('agreements', sealMessages)

type Days = { sealedOn: Day | null; sentOn: Day | null; returnedOn: Day | null }

/** How far the originals are: asked for, sealed, out of the house, or back. */
export function sealState({ sealedOn, sentOn, returnedOn }: Days): SealState {
  if (returnedOn) return 'back'
  if (sentOn) return 'away'
  return sealedOn ? 'sealed' : 'asked'
}

/** So many days the original is overdue; 0 while it is in time, in the house or back. */
export const daysOverdue = (seal: Days & { dueBackOn: Day | null }, today: Day): number =>
  sealState(seal) === 'away' && seal.dueBackOn ? Math.max(0, daysBetween(seal.dueBackOn, today)) : 0

/** By what the reminder of an original that is due is known: one a week from its day on; null before. */
export const awayStep = (dueBackOn: Day, today: Day): number | null =>
  today < dueBackOn ? null : Math.floor(daysBetween(dueBackOn, today) / 7)

/** The number of a request that the product gives: `S-2026-0007`. */
export const sealNumber = (year: string, number: number): string => `S-${year}-${String(number).padStart(4, '0')}`

type Listed = Days & { requestNumber: string | null }

/** Which seals is said; one request after the other, each with a number of its own. */
export function mustBeAskable(kinds: readonly string[], requestNumber: string | null, listed: readonly Listed[]): void {
  if (kinds.length === 0) throw noSeal('sealMissing', {}, { seals: { code: 'sealMissing' } })
  const open = listed.find((each) => sealState(each) === 'asked')
  if (open) throw noSeal('sealOpen', { number: open.requestNumber ?? '' })
  if (requestNumber && listed.some((each) => each.requestNumber === requestNumber))
    throw noSeal('sealNumberTwice', {}, { requestNumber: { code: 'sealNumberTwice' } })
}

/** Whoever keeps the originals records what becomes of them, and so do those who edit the account. */
export const mayKeepSeal = (actor: Actor, account: AccountHold, { custodianId }: { custodianId: string }): boolean =>
  actor.id === custodianId || mayEditAccount(actor, account)

export function mustMayKeepSeal(actor: Actor, account: AccountHold, seal: { custodianId: string }): void {
  if (!mayKeepSeal(actor, account, seal)) throw new Refusal('notAllowed')
}

export function mustHaveCome(field: 'sealedOn' | 'sentOn' | 'returnedOn', on: Day, today: Day): void {
  if (on > today) throw noSeal('inFuture', {}, { [field]: { code: 'inFuture' } })
}

/** It is due back, and comes back, on the day it was sent or later. */
export function mustBeAfter(field: 'dueBackOn' | 'returnedOn', on: Day, sentOn: Day): void {
  if (on < sentOn) throw noSeal('backBeforeSent', {}, { [field]: { code: 'backBeforeSent' } })
}
