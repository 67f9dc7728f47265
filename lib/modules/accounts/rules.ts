import { type Actor, hasRole } from '@/lib/kernel/actor'
import { isDay } from '@/lib/kernel/day'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount, seesEverything } from '@/lib/kernel/rights'
import { messages } from './messages'
import type { Left } from './model'

export const no = refusals('accounts', messages)

type Held = AccountHold & { archivedAt: Date | null }

/** Only those who serve the account, their lead and managers change it. */
export function mustMayEdit(actor: Actor, account: AccountHold): void {
  if (!mayEditAccount(actor, account)) throw new Refusal('notAllowed')
}

/** An archived account is read-only until it is restored. */
export function mustBeLive({ archivedAt }: Pick<Held, 'archivedAt'>): void {
  if (archivedAt) throw no('archived')
}

/** Somebody on the team may edit the account, but only its owner, the owner's lead and managers pass it on. */
export const mayPassOn = (actor: Actor, { ownerId }: Pick<AccountHold, 'ownerId'>) =>
  ownerId === actor.id ||
  hasRole(actor, 'manager', 'administrator') ||
  (hasRole(actor, 'salesLead') && actor.reports.includes(ownerId))

export function mustMayPassOn(actor: Actor, account: Pick<AccountHold, 'ownerId'>): void {
  if (!mayPassOn(actor, account)) throw no('notYoursToPassOn', {}, { ownerId: { code: 'notYoursToPassOn' } })
}

/** An assistant enters accounts for others and owns none; everybody else owns what they open unless they name another. */
export function ownerOf(actor: Actor, named: string | null): string {
  if (named) return named
  if (!hasRole(actor, 'accountManager', 'salesLead', 'manager', 'administrator'))
    throw no('ownerMissing', {}, { ownerId: { code: 'ownerMissing' } })
  return actor.id
}

/** An assignment has a beginning, and ends later than it begins. */
export function mustBeInOrder(fromDay: string, toDay: string | null): void {
  if (toDay !== null && isDay(toDay) && toDay < fromDay)
    throw no('endsBeforeItBegins', {}, { toDay: { code: 'endsBeforeItBegins' } })
}

type Place = { [part in 'country' | 'postalCode' | 'region' | 'city' | 'line' | 'englishLine']: string | null }

/** An address says at least one thing besides its kind. */
export function mustSayWhere({ country, postalCode, region, city, line, englishLine }: Place): void {
  if (![country, postalCode, region, city, line, englishLine].some(Boolean))
    throw no('addressEmpty', {}, { line: { code: 'addressEmpty' } })
}

/** How they like to be met is known to those who serve the account, and to those who see everything. */
export const maySeeNotes = (actor: Actor, account: AccountHold) =>
  account.onTeam || mayEditAccount(actor, account) || seesEverything(actor)

/** Whether a batch leaves this account as it is, and why. */
export function leftOut(actor: Actor, account: Held, pass: boolean, fromArchive: boolean): Left['reason'] | null {
  if ((account.archivedAt !== null) !== fromArchive) return fromArchive ? 'notArchived' : 'archived'
  const allowed = pass ? mayPassOn(actor, account) : mayEditAccount(actor, account)
  return allowed ? null : 'notAllowed'
}
