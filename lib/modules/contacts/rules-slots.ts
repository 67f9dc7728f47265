import type { Actor } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { type Confirmation, type ConfirmationState, confirmationState } from '@/lib/modules/confirmations/model'
import type { Slot } from '@/lib/modules/workspace/model'
import { messages } from './messages'
import type { SlotState } from './model-slots'

const no = refusals('contacts', messages)

/** A key role is empty, claimed, confirmed or expired; a confirmation of another value is only a claim again. */
export function slotState(mark: ConfirmationState | null): SlotState {
  switch (mark) {
    case null:
      return 'empty'
    case 'confirmed':
    case 'expiring':
      return 'confirmed'
    case 'expired':
      return 'expired'
    case 'none':
    case 'changed':
      return 'claimed'
  }
}

/** What a claim says, and what its confirmation is bound to. */
export type Claim = { id: string; accountId: string; slot: Slot; personId: string; valueHash: string }

export type Coverage = { required: number; confirmed: number; expired: number; claimed: number; empty: number }

/**
 * How far an account's key roles are known: confirmed required roles of all required ones (KRM-1.1). Roles beyond those
 * of the tier do not count.
 */
export function coverageOfAccount(
  required: readonly Slot[],
  claims: readonly Claim[],
  confirmations: ReadonlyMap<string, Confirmation>,
  today: Day,
): Coverage {
  const coverage: Coverage = { required: required.length, confirmed: 0, expired: 0, claimed: 0, empty: 0 }
  for (const slot of required) {
    const claim = claims.find((each) => each.slot === slot)
    const mark = claim ? confirmationState(confirmations.get(claim.id) ?? null, claim.valueHash, today) : null
    coverage[slotState(mark)] += 1
  }
  return coverage
}

export function mustWorkThere(worksThere: boolean): void {
  if (!worksThere) throw no('worksElsewhere', {}, { personId: { code: 'worksElsewhere' } })
}

export function mustHaveClaims(claims: number): void {
  if (claims === 0) throw no('nothingToConfirm')
}

/** All roles that were named must still be there as the reader saw them. */
export function mustFindAll(found: number, named: number): void {
  if (named > 0 && found < named) throw no('rolesChanged')
}

/** Confirming is for those who serve the account: the evidence is theirs. */
export function mustMayConfirm(actor: Actor, account: AccountHold): void {
  if (!mayEditAccount(actor, account)) throw no('notYoursToConfirm')
}

/** Whether somebody who confirmed a fact before should look at it again. */
export const needsRenewal = (state: ConfirmationState): state is 'expiring' | 'expired' | 'changed' =>
  state === 'expiring' || state === 'expired' || state === 'changed'
