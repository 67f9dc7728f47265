import type { Actor } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { Refusal } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import type { Path } from './model'
import type { NegotiationState } from './model-states'
import { no } from './rules'
import { isEnd } from './rules-states'

type Held = AccountHold & { archivedAt: Date | null }

/** Those who serve the account, their lead and managers, and who sits at the table; while the account is not archived. */
export function mustMayNegotiate(actor: Actor, account: Held, atTheTable = false): void {
  if (!atTheTable && !mayEditAccount(actor, account)) throw new Refusal('notAllowed')
  if (account.archivedAt) throw no('archivedAccount')
}

/** What only the mandate group knows is changed by nobody else. */
export function mustBeInGroup(inGroup: boolean): void {
  if (!inGroup) throw new Refusal('notAllowed')
}

/** One that is over stays as it was. */
export const isAlive = (state: NegotiationState): boolean => !isEnd(state)

/** Nothing changes in one that is over: it stays as it was. */
export function mustBeAlive(state: NegotiationState): void {
  if (!isAlive(state)) throw no(`at_${state}`)
}

/** A small talk has no states to go through. */
export function mustBeFormal({ path }: { path: Path }): void {
  if (path === 'light') throw no('isLight')
}

/** The next step lies today or later. */
export function mustLieAhead(day: Day, today: Day): void {
  if (day < today) throw no('notYet', {}, { dueOn: { code: 'dayOver' } })
}

/** What is said of a small talk fits a small talk only. */
export function mustBeLight({ path }: { path: Path }): void {
  if (path === 'formal') throw no('notLight')
}

/** Nothing is negotiated with an account that is put away. */
export function mustBeOfLiveAccount({ archivedAt }: { archivedAt: Date | null }): void {
  if (archivedAt) throw no('archivedAccount')
}

/** Whoever had the talk, and whoever edits the account. */
export const mayEditTalk = (actor: Actor, talk: { ownerId: string }, account: Held): boolean =>
  (talk.ownerId === actor.id || mayEditAccount(actor, account)) && account.archivedAt === null

export function mustMayEditTalk(actor: Actor, talk: { ownerId: string }, account: Held): void {
  mustBeOfLiveAccount(account)
  if (!mayEditTalk(actor, talk, account)) throw new Refusal('notAllowed')
}

/** A talk is part of a contact with the same account. */
export function mustBeOfAccount(ofContact: string, accountId: string): void {
  if (ofContact !== accountId) throw no('otherAccount')
}
