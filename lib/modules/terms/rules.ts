import { type Actor, hasRole } from '@/lib/kernel/actor'
import { addDays, type Day } from '@/lib/kernel/day'
import { Refusal } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import type { Scope, SheetState, VersionKind } from './model'
import { mayGo } from './rules-states'
import { no } from './rules-values'

type Held = AccountHold & { archivedAt: Date | null }

/** Only those who serve the account, their lead and managers draft its terms, while it is not archived. */
export function mustMayDraft(actor: Actor, account: Held): void {
  if (!mayEditAccount(actor, account)) throw new Refusal('notAllowed')
  if (account.archivedAt) throw no('archivedAccount')
}

/** Deductions are also handled by finance, on every account. */
export function mustMayDeduct(actor: Actor, account: Held): void {
  const finance = hasRole(actor, 'specialist') && actor.disciplines.includes('finance')
  if (!finance && !mayEditAccount(actor, account)) throw new Refusal('notAllowed')
  if (account.archivedAt) throw no('archivedAccount')
}

/** A version goes only where its state leads; the refusal says where it stands and what is next. */
export function mustGo(from: SheetState, to: SheetState): void {
  if (!mayGo(from, to)) throw no(`at_${from}`)
}

/** Terms change in a draft, and while they wait or are approved: then exactly the touched approvals are asked again. */
export function mustBeOpen(state: SheetState): void {
  if (state !== 'draft' && state !== 'proposed' && state !== 'internallyApproved') throw no(`at_${state}`)
}

type Period = { kind: VersionKind; validFrom: Day; validTo: Day | null }

/** A version ends no earlier than it begins, and a temporary one ends. */
export function mustBePeriod({ kind, validFrom, validTo }: Period): void {
  if (validTo !== null && validTo < validFrom)
    throw no('endsBeforeItBegins', {}, { validTo: { code: 'endsBeforeItBegins' } })
  if (kind === 'temporary' && validTo === null)
    throw no('temporaryNeedsEnd', {}, { validTo: { code: 'temporaryNeedsEnd' } })
}

/** An answer is to an outline of what the version says now. */
export function mustShow(outline: { contentHash: string }, version: { contentHash: string }): void {
  if (outline.contentHash !== version.contentHash) throw no('outlineOld', {}, { outlineId: { code: 'outlineOld' } })
}

/** Nobody answers a paper that is yet to be printed. */
export function mustBePrinted(printedOn: Day | null, today: Day): void {
  if (printedOn !== null && printedOn > today) throw no('printedAhead', {}, { printedOn: { code: 'printedAhead' } })
}

/** Which brand, category or channel; nothing when the scope is everything. */
export function scopeNameOf(scope: Scope, name: string | null): string {
  if (scope === 'all') return ''
  if (!name) throw no('scopeNameMissing', {}, { scopeName: { code: 'scopeNameMissing' } })
  return name
}

/** When nobody says from when: tomorrow. */
export const firstDayOf = (validFrom: Day | null, today: Day): Day => validFrom ?? addDays(today, 1)
