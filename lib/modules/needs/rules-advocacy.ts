import type { Actor } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { addWorkdays, type ClosedDays } from '@/lib/kernel/workday'
import { answerDays, no } from './rules'

/** The client hears of a decision within ten working days. */
export const replyDueAfter = (decidedOn: Day, closed: ClosedDays): Day => addWorkdays(decidedOn, answerDays, closed)

/** Whoever is asked decides; so may those who may edit the account, for somebody who answered by word. */
export function mustMayDecide(actor: Actor, advocacy: { ownerId: string }, account: AccountHold): void {
  if (advocacy.ownerId !== actor.id && !mayEditAccount(actor, account)) throw no('notYoursToDecide')
}

export function mustBeUndecided(advocacy: { decision: string | null; archivedAt: Date | null }): void {
  if (advocacy.archivedAt) throw no('advocacyWithdrawn')
  if (advocacy.decision) throw no('alreadyDecided')
}

/** "Later" and "declined" say why: the client is told. */
export function mustGiveReason(decision: string, because: string | null): void {
  if (decision !== 'accepted' && because === null) throw no('reasonMissing', {}, { because: { code: 'reasonMissing' } })
}

/** What is asked for in the client's name has been made sure of. */
export function mustBeSureBeforeAsking(verified: boolean): void {
  if (!verified) throw no('verifyBeforeAsking')
}
