import { refusals } from '@/lib/kernel/refusal'
import { tableMessages } from './messages-table'
import type { IssueKind } from './model-issues'
import type { NegotiationState } from './model-states'
import type { Issue, IssueOption } from './model-table'
import { isAlive, mustBeAlive } from './rules-rights'
import { keyOf } from './rules-table'

export const not = refusals('negotiations', tableMessages)

const settled: readonly NegotiationState[] = ['agreedInPrinciple', 'approved', 'documented']

type Standing = { state: NegotiationState; suspendedIn: NegotiationState | null }

const isSettled = ({ state, suspendedIn }: Standing) =>
  settled.includes(state === 'suspended' ? (suspendedIn ?? 'planning') : state)

/** Whether what is on the table may still change. */
export const isNegotiable = (negotiation: Standing): boolean => isAlive(negotiation.state) && !isSettled(negotiation)

/** What is on the table changes until a package is agreed on. */
export function mustBeNegotiable(negotiation: Standing): void {
  mustBeAlive(negotiation.state)
  if (isSettled(negotiation)) throw not('tableSettled')
}

/** An issue of one name, once. */
export function mustBeNew(name: string, others: readonly Pick<Issue, 'name'>[]): void {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()
  if (others.some((other) => plain(other.name) === plain(name)))
    throw not('nameTaken', {}, { name: { code: 'nameTaken' } })
}

/** An issue is about a kind of term or about the price of a product. */
export function mustBeOneThing(termCode: string | null, productId: string | null): void {
  if (termCode !== null && productId !== null) throw not('termOrProduct', {}, { productId: { code: 'termOrProduct' } })
}

/** A price is a number. */
export function mustBePriced(kind: IssueKind): void {
  if (kind !== 'numeric') throw not('priceIsNumber', {}, { kind: { code: 'priceIsNumber' } })
}

/** Options with a key each: one that was there keeps it, a new one gets one of its own. */
export function withKeys(
  typed: readonly { key: string | null; label: string }[],
  before: readonly IssueOption[] = [],
): IssueOption[] {
  const known = new Set(before.map(({ key }) => key))
  const taken = new Set(typed.flatMap(({ key }) => (key !== null && known.has(key) ? [key] : [])))
  return typed.map(({ key, label }) => {
    if (key !== null && known.has(key)) return { key, label }
    const fresh = keyOf(label, taken)
    taken.add(fresh)
    return { key: fresh, label }
  })
}

type Changed = { kind: IssueKind; options: readonly IssueOption[] }

/** What offers speak of stays as it is: the kind of an issue, and each option that was named. */
export function mustKeepSpoken(
  { kind, options }: Changed,
  after: Changed,
  spoken: ReadonlySet<string | boolean> | undefined,
): void {
  if (!spoken) return
  if (kind !== after.kind) throw not('kindInOffers', {}, { kind: { code: 'kindInOffers' } })
  const gone = options.find(({ key }) => spoken.has(key) && !after.options.some((option) => option.key === key))
  if (gone) {
    const params = { option: gone.label }
    throw not('optionInOffers', params, { options: { code: 'optionInOffers', params } })
  }
}
