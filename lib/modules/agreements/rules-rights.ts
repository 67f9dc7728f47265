import { type Actor, hasRole } from '@/lib/kernel/actor'
import { Refusal } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount, seesEverything } from '@/lib/kernel/rights'
import type { AgreementState } from './model-states'
import { no } from './rules'

type Held = AccountHold & { archivedAt: Date | null }

/** Those who serve the account, their lead and managers; while the account is not archived. */
export function mustMayDraft(actor: Actor, account: Held): void {
  if (!mayEditAccount(actor, account)) throw new Refusal('notAllowed')
  if (account.archivedAt) throw no('archivedAccount')
}

/** Who reads what is confidential without serving the account: management, audit, legal and finance colleagues. */
export const readsConfidential = (actor: Pick<Actor, 'roles' | 'disciplines'>): boolean =>
  seesEverything(actor) ||
  (hasRole(actor, 'specialist') && actor.disciplines.some((each) => each === 'legal' || each === 'finance'))

/** An agreement that ended is not drafted on. */
export function mustNotBeOver(state: AgreementState): void {
  if (isOver(state)) throw no('isOver')
}

export const isOver = (state: AgreementState): boolean =>
  state === 'superseded' || state === 'terminated' || state === 'cancelled'

/** What was sent for consent, or signed, is not typed over. */
export function mustBeDraft(state: string): void {
  if (state !== 'draft') throw no('notDraft')
}

/** Whoever stands in for the owner is somebody else. */
export function mustBeAnother(backupId: string | null, ownerId: string): void {
  if (backupId === ownerId) throw no('backupIsOwner', {}, { backupId: { code: 'backupIsOwner' } })
}
