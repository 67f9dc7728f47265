import { type Day, daysBetween } from '@/lib/kernel/day'

export type SignatoryState = 'waiting' | 'asked' | 'signed' | 'declined' | 'void'

/** One who consents (`approver`) or signs; `shownHash` is the paper that they saw when they did. */
export type Signatory = {
  id: string
  side: 'us' | 'them'
  part: 'approver' | 'signer'
  order: number
  state: SignatoryState
  shownHash: string | null
}

export type SigningProblem = 'unknown' | 'alreadySigned' | 'roundDeclined' | 'roundVoid' | 'otherPaper' | 'notYourTurn'

const isOpen = ({ state }: Signatory) => state === 'waiting' || state === 'asked'
const rankOf = ({ part, order }: Signatory): [number, number] => [part === 'approver' ? 0 : 1, order]
const isBefore = (a: Signatory, b: Signatory) => {
  const [one, other] = [rankOf(a), rankOf(b)]
  return one[0] === other[0] ? one[1] < other[1] : one[0] < other[0]
}

/** Whether the round has ended without a signed paper: somebody declined. */
export const isDeclined = (signatories: readonly Signatory[]): boolean =>
  signatories.some(({ state }) => state === 'declined')

/**
 * Whose turn it is: approvers before signers, lower order before higher; equal order at the same time. Nobody's once somebody
 * declined.
 */
export function turnOf(signatories: readonly Signatory[]): string[] {
  if (isDeclined(signatories)) return []
  const standing = signatories.filter(({ state }) => state !== 'void')
  return standing
    .filter((each) => isOpen(each) && !standing.some((other) => isOpen(other) && isBefore(other, each)))
    .map(({ id }) => id)
}

/**
 * Why this person cannot sign now; null when they can. `paperHash` is the frozen paper of this round, `shownHash` the one
 * that stands before them.
 */
export function signingProblem(
  signatories: readonly Signatory[],
  id: string,
  { paperHash, shownHash }: { paperHash: string; shownHash: string },
): SigningProblem | null {
  const one = signatories.find((each) => each.id === id)
  if (!one) return 'unknown'
  if (one.state === 'signed') return 'alreadySigned'
  if (isDeclined(signatories)) return 'roundDeclined'
  if (one.state === 'void') return 'roundVoid'
  if (shownHash !== paperHash) return 'otherPaper'
  return turnOf(signatories).includes(id) ? null : 'notYourTurn'
}

/** The paper is executed: both sides have a signer, and everybody of the round signed this very paper. */
export function isComplete(signatories: readonly Signatory[], paperHash: string): boolean {
  const standing = signatories.filter(({ state }) => state !== 'void')
  const bothSides = (['us', 'them'] as const).every((side) =>
    standing.some((each) => each.side === side && each.part === 'signer'),
  )
  return bothSides && standing.every(({ state, shownHash }) => state === 'signed' && shownHash === paperHash)
}

/**
 * What becomes of each when one declines, or when a change is asked for (`declinedBy` null): whoever declined has declined,
 * all collected signatures and open requests are void. The version goes back to draft.
 */
export const afterDecline = (
  signatories: readonly Signatory[],
  declinedBy: string | null,
): { id: string; state: 'declined' | 'void' }[] =>
  signatories
    .filter(({ state }) => state !== 'void' && state !== 'declined')
    .map(({ id }) => ({ id, state: id === declinedBy ? ('declined' as const) : ('void' as const) }))

export type SignatoryProblem = 'noSignerOfOurs' | 'noSignerOfTheirs' | 'orderWrong'

/** What is missing before a paper can be sent out: a signer of each side, and orders from 1. */
export function signatoryProblems(
  signatories: readonly Pick<Signatory, 'side' | 'part' | 'order'>[],
): SignatoryProblem[] {
  const has = (side: Signatory['side']) => signatories.some((each) => each.side === side && each.part === 'signer')
  const found: SignatoryProblem[] = []
  if (!has('us')) found.push('noSignerOfOurs')
  if (!has('them')) found.push('noSignerOfTheirs')
  if (signatories.some(({ order }) => !Number.isInteger(order) || order < 1)) found.push('orderWrong')
  return found
}

/** How many days after its first valid day a paper was executed (補簽); 0 when it was in time. */
export const daysLate = (executedOn: Day, validFrom: Day): number => Math.max(0, daysBetween(validFrom, executedOn))
