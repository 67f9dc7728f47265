import { type Actor, hasRole } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { messages } from './messages'
import type { PromotionState } from './model'

export const no = refusals('promotions', messages)

/** What decides where a promotion stands. */
export type PromotionFacts = {
  storeFrom: Day
  storeTo: Day
  agreed: boolean
  settled: boolean
  hasResult: boolean
  hasDirection: boolean
  cancelled: boolean
}

/**
 * Where a promotion stands on a day: planned until the client agreed, then by its in-store period, then by what was done.
 * It is evaluated when it is settled, has a result and a direction.
 */
export function stateOf(facts: PromotionFacts, today: Day): PromotionState {
  if (facts.cancelled) return 'cancelled'
  if (!facts.agreed) return 'planned'
  if (today < facts.storeFrom) return 'agreed'
  if (today <= facts.storeTo) return 'running'
  if (!facts.settled) return 'ended'
  return facts.hasResult && facts.hasDirection ? 'evaluated' : 'settled'
}

/** The period is over and nobody has said what came of it. A promotion that was given up owes nothing. */
export const owesResult = (facts: PromotionFacts, today: Day): boolean =>
  !facts.cancelled && !facts.hasResult && facts.storeTo < today

/** Whoever may change every client of a promotion may plan it. */
export const mayPlan = (actor: Actor, accounts: readonly AccountHold[]): boolean =>
  accounts.every((account) => mayEditAccount(actor, account))

export function mustMayPlan(actor: Actor, accounts: readonly AccountHold[]): void {
  if (!mayPlan(actor, accounts)) throw no('accountsNotYours', {}, { accountIds: { code: 'accountsNotYours' } })
}

/** Settling is the planner's or finance's. */
export const maySettle = (actor: Actor, accounts: readonly AccountHold[]): boolean =>
  (hasRole(actor, 'specialist') && actor.disciplines.includes('finance')) || mayPlan(actor, accounts)

export function mustMaySettle(actor: Actor, accounts: readonly AccountHold[]): void {
  if (!maySettle(actor, accounts)) throw no('accountsNotYours')
}

export function mustNameAccounts(named: number, found: number): void {
  if (named === 0) throw no('accountsMissing', {}, { accountIds: { code: 'accountsMissing' } })
  if (found < named) throw no('accountUnknown', {}, { accountIds: { code: 'accountUnknown' } })
}

/** A promotion is about products that are counted alike: units of different kinds never add up. */
export function mustNameProducts(named: number, found: readonly { baseUnit: string }[]): void {
  if (named === 0) throw no('productsMissing', {}, { productIds: { code: 'productsMissing' } })
  if (found.length < named) throw no('productUnknown', {}, { productIds: { code: 'productUnknown' } })
  const units = [...new Set(found.map(({ baseUnit }) => baseUnit))]
  const params = { units: units.join('、') }
  if (units.length > 1) throw no('unitsDiffer', params, { productIds: { code: 'unitsDiffer', params } })
}

export function mustBeMember(exists: boolean): void {
  if (!exists) throw no('ownerUnknown', {}, { ownerId: { code: 'ownerUnknown' } })
}

export function mustNotBeArchived({ archivedAt, name }: { archivedAt: Date | null; name: string }): void {
  if (archivedAt) throw no('accountArchived', { name }, { accountIds: { code: 'accountArchived', params: { name } } })
}

/** The longest in-store period, in days. */
export const longestPeriod = 366

type Periods = Record<'orderFrom' | 'orderTo' | 'shipFrom' | 'shipTo', Day | null> & { storeFrom: Day; storeTo: Day }

/** Each period ends on or after the day on which it begins; one that ends is one that begins. */
export function mustRunForward(periods: Periods): void {
  for (const [from, to] of [
    ['orderFrom', 'orderTo'],
    ['shipFrom', 'shipTo'],
    ['storeFrom', 'storeTo'],
  ] as const) {
    const [begins, ends] = [periods[from], periods[to]]
    if (ends !== null && (begins === null || ends < begins))
      throw no('endsBeforeItBegins', {}, { [to]: { code: 'endsBeforeItBegins' } })
  }
  if (periods.storeFrom < '2000-01-01' || periods.storeTo > '2199-12-31')
    throw no('tooFar', {}, { storeFrom: { code: 'tooFar' } })
}

export function mustNotLastTooLong(days: number): void {
  const params = { days: longestPeriod }
  if (days > longestPeriod) throw no('tooLong', params, { storeTo: { code: 'tooLong', params } })
}

/** A typed baseline is typed. */
export function mustHaveBaseline(plan: { baselineMethod: string; baselineTyped: string | null }): void {
  if (plan.baselineMethod === 'typed' && plan.baselineTyped === null)
    throw no('baselineMissing', {}, { baselineTyped: { code: 'baselineMissing' } })
}

export type Overlap = { title: string; storeFrom: Day; storeTo: Day; account: string; product: string }

/** Two promotions of one product with one client at the same time hide each other's effect; whoever wants it says so. */
export function mustNotOverlap(overlap: Overlap | null, despite: boolean): void {
  if (!overlap || despite) return
  const { title, storeFrom, storeTo, account, product } = overlap
  throw no('overlaps', { title, storeFrom, storeTo, account, product }, { despiteOverlap: { code: 'overlapsHere' } })
}

type Fund = { name: string; amount: string; currency: string }

/** What is left of a fund when promotions take their parts. */
export const fundLeft = (fund: Pick<Fund, 'amount'>, taken: string): string => plain(exact(fund.amount).minus(taken))

type FromFund = { budgetFund: string | null; currency: string; accountIds: readonly string[] }

/** What is asked for beyond a fund: whether it is meant, and why. */
export type BeyondFund = { despiteFund: boolean; fundReason: string | null }

/**
 * A fund pays for promotions of its own client, in its own currency. Answers by how much a promotion takes more than is
 * left, null when it does not; that has to be meant, with a reason for those who consent.
 */
export function beyondFund(
  fund: (Fund & { accountId: string }) | null,
  wanted: FromFund,
  taken: string,
  { despiteFund, fundReason }: BeyondFund,
): string | null {
  if (!fund) {
    if (wanted.budgetFund !== null && !exact(wanted.budgetFund).isZero())
      throw no('fundMissing', {}, { fundId: { code: 'fundMissing' } })
    return null
  }
  if (!wanted.accountIds.includes(fund.accountId)) throw no('fundOfOther', {}, { fundId: { code: 'fundOfOther' } })
  const params = { currency: fund.currency }
  if (fund.currency !== wanted.currency)
    throw no('fundCurrency', params, { currency: { code: 'fundCurrency', params } })
  const left = fundLeft(fund, taken)
  const over = exact(wanted.budgetFund ?? '0').minus(left)
  if (over.lte(0) || exact(wanted.budgetFund ?? '0').isZero()) return null
  const said = { name: fund.name, left, currency: fund.currency }
  if (!despiteFund)
    throw no('fundTooSmall', said, {
      budgetFund: { code: 'fundTooSmall', params: said },
      despiteFund: { code: 'fundTooSmallHere' },
    })
  if (fundReason === null) throw no('fundReasonMissing', {}, { fundReason: { code: 'fundReasonMissing' } })
  return plain(over)
}

/** A fund is never lowered to less than what promotions take out of it. */
export function mustStillCover(fund: Fund, amount: string, taken: string): void {
  if (exact(amount).gte(fund.amount) || exact(amount).gte(taken)) return
  const params = { name: fund.name, taken, currency: fund.currency }
  throw no('fundIsTaken', params, { amount: { code: 'fundIsTaken', params } })
}

/** What takes more than its fund holds is agreed with the client only after those inside consented. */
export function mustBeConsented(overFund: boolean, isConsented: boolean): void {
  if (overFund && !isConsented) throw no('fundNotConsented')
}

type Standing = { state: PromotionState }

export function mustBeOpen({ state }: Standing): void {
  if (state === 'cancelled') throw no('isCancelled')
}

export function mustNotBeSettled({ state }: Standing): void {
  mustBeOpen({ state })
  if (state === 'settled' || state === 'evaluated') throw no('isSettled')
}

export function mustBePlanned({ state }: Standing): void {
  mustBeOpen({ state })
  if (state !== 'planned') throw no('isAgreed')
}

/** What was agreed with the client does not go beyond its fund afterwards. */
export function mustNotBeAgreed({ state }: Standing, goesBeyond: boolean): void {
  if (goesBeyond && state !== 'planned') throw no('agreedBeyondFund', {}, { budgetFund: { code: 'agreedBeyondFund' } })
}

type Proof = { proofFileId: string | null; proofNote: string | null }

/** Settling comes after the end, of something that was agreed, with proof that it took place. */
export function mustBeSettleable({ state }: Standing, proof: Proof): void {
  mustNotBeSettled({ state })
  if (state === 'planned') throw no('notAgreed')
  if (state !== 'ended') throw no('notEnded')
  if (proof.proofFileId === null && proof.proofNote === null)
    throw no('proofMissing', {}, { proofNote: { code: 'proofMissing' } })
}

export function mustKnowProof(wanted: string | null, found: boolean): void {
  if (wanted !== null && !found) throw no('proofUnknown', {}, { proofFileId: { code: 'proofUnknown' } })
}

/** A result is about a promotion that is over. */
export function mustHaveEnded({ state }: Standing, storeTo: Day, today: Day): void {
  mustBeOpen({ state })
  if (today <= storeTo) throw no('notEnded')
}

/** A figure that is neither typed nor on record is asked for. */
export function mustKnow(value: string | null, field: 'actualUnits' | 'weeklyBaseline'): string {
  if (value === null) throw no('figureMissing', {}, { [field]: { code: 'figureMissing' } })
  return value
}

type Citation = { snapshotId: string | null; citedPromotionId: string | null }

/** A direction follows from a result and rests on at least one snapshot of sales or promotion, each named once. */
export function mustBeFounded({ state }: Standing, hasResult: boolean, citations: readonly Citation[]): void {
  mustBeOpen({ state })
  if (!hasResult) throw no('resultMissing')
  if (citations.length === 0) throw no('citationMissing', {}, { citations: { code: 'citationMissing' } })
  const unclear = citations.some((each) => (each.snapshotId === null) === (each.citedPromotionId === null))
  if (unclear) throw no('citationUnclear', {}, { citations: { code: 'citationUnclear' } })
  const keys = citations.map((each) => each.snapshotId ?? each.citedPromotionId)
  if (new Set(keys).size < keys.length) throw no('citationTwice', {}, { citations: { code: 'citationTwice' } })
}

export function mustKnowCited(named: number, found: number): void {
  if (found < named) throw no('citationUnknown', {}, { citations: { code: 'citationUnknown' } })
}

/** A direction is looked at again on a day that has not passed. */
export function mustLieAhead(reviewOn: Day | null, today: Day): void {
  if (reviewOn !== null && reviewOn < today) throw no('reviewPassed', {}, { reviewOn: { code: 'reviewPassed' } })
}

/** Reminders are the product's own. */
export function mustBeJob(actor: Pick<Actor, 'kind'>): void {
  if (actor.kind !== 'job') throw no('notByHand')
}

export function mustHaveFreeName(taken: boolean, name: string): void {
  if (taken) throw no('fundTwice', { name }, { name: { code: 'fundTwice', params: { name } } })
}
