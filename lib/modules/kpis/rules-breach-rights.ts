import type { Actor } from '@/lib/kernel/actor'
import { refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { breachWords } from './messages-breaches'
import type { BreachEvent, BreachState } from './model-states'
import { type BreachFacts, breachStep } from './rules-states'

export const no = refusals('kpis', breachWords)

type Led = { ownerId: string; backupId: string | null }

/** Those who serve the account or lead the agreement, and whoever owns the KPI. */
export const mayHandle = (actor: Actor, kpiOwnerId: string, account: AccountHold, agreement: Led): boolean =>
  kpiOwnerId === actor.id ||
  agreement.ownerId === actor.id ||
  agreement.backupId === actor.id ||
  mayEditAccount(actor, account)

/** Somebody of them who does not own the KPI. */
export const mayVerify = (actor: Actor, kpiOwnerId: string, account: AccountHold, agreement: Led): boolean =>
  kpiOwnerId !== actor.id && mayHandle(actor, kpiOwnerId, account, agreement)

export function mustMayHandle(actor: Actor, kpiOwnerId: string, account: AccountHold, agreement: Led): void {
  if (!mayHandle(actor, kpiOwnerId, account, agreement)) throw no('notYours')
}

/** What is over is history. */
export function mustBeAlive(state: string): void {
  if (state === 'closed' || state === 'void') throw no('isOver')
}

/** What was done about a breach is done once, and while it is alive. */
export function mustBeUndone({ doneAt }: { doneAt: Date | null }, { state }: { state: string }): void {
  mustBeAlive(state)
  if (doneAt) throw no('isDone')
}

/** The state after the step. Refuses a step that is not here, and one for which something is missing: the first of it. */
export function mustStep(state: BreachState, event: BreachEvent, facts: BreachFacts): BreachState {
  const step = breachStep(state, event, facts)
  if (step.ok) return step.to
  if (step.why === 'notHere') throw no('notHere')
  const [guard] = step.unmet
  throw guard ? no(`needs_${guard}`) : no('notHere')
}

export const ownerUnknown = { ownerId: { code: 'ownerUnknown' } } as const
