import { type Actor, hasRole } from './actor'

/** Managers, administrators and auditors see restricted accounts without being named on them. */
export const seesEverything = (actor: Pick<Actor, 'roles'>) => hasRole(actor, 'manager', 'administrator', 'auditor')

/**
 * Who may see what our products cost, what we earn, floors and other clients' terms: leads, managers, auditors, finance
 * and directors. Everybody else gets none of it, in no list, search, export, history, payload or error.
 */
export const seesMargin = ({ roles, disciplines }: Pick<Actor, 'roles' | 'disciplines'>) =>
  hasRole({ roles }, 'salesLead', 'manager', 'auditor') ||
  (hasRole({ roles }, 'specialist') && disciplines.some((each) => each === 'finance' || each === 'director'))

/** What decides who may change an account: its owner, and whether the actor is on its team now. */
export type AccountHold = { ownerId: string; onTeam: boolean }

/** An account manager edits own and team accounts, a lead also those of their reports, a manager all. */
export function mayEditAccount(actor: Actor, account: AccountHold): boolean {
  if (hasRole(actor, 'manager', 'administrator')) return true
  if (hasRole(actor, 'salesLead') && actor.reports.includes(account.ownerId)) return true
  return hasRole(actor, 'accountManager', 'salesLead') && (account.ownerId === actor.id || account.onTeam)
}

/** Whether the actor may work with an account now: they edit it, and it is not archived. */
export const mayWorkWith = (actor: Actor, account: AccountHold & { archivedAt: Date | null }): boolean =>
  mayEditAccount(actor, account) && account.archivedAt === null
