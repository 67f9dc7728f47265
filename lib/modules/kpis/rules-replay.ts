import type { CreditTerms } from '@/lib/kernel/service-credit'
import type { BreachEvent, BreachState } from './model-states'
import { breachCost } from './rules-breach-cost'
import type { BreachRule, FoundBreach } from './rules-breaches'
import { breachesIn } from './rules-breaches'
import type { PeriodReading } from './rules-readings'
import { type BreachFacts, breachStep } from './rules-states'

type Kept = {
  id: string
  openedPeriod: string
  greenPeriod: string | null
  state: BreachState
  amount: string | null
}
type Period = Pick<PeriodReading, 'key' | 'from' | 'status' | 'value'>

/** What the KPI agrees of breaches: when one opens, whether a plan is wanted, what it costs in money of so many decimals. */
type Agreed = { rule: BreachRule; planRequired: boolean; credit: CreditTerms | null; places: number }

export type Replayed = {
  opened: {
    openedPeriod: string
    openedFrom: string
    because: FoundBreach<string>['because']
    greenPeriod: string | null
    /** What it costs by the agreed credit. K05. */
    amount: string | null
    over: boolean
  }[]
  /** Voided ones that follow from the measurements again: their place is taken by a new one. */
  refound: string[]
  /** Closed ones whose green period is green no longer: somebody has to deal with them anew. */
  reopened: string[]
  changed: { id: string; greenPeriod: string | null; state: BreachState; amount: string | null }[]
  /** Breaches of the KPI that somebody still has to deal with. */
  alive: number
}

const isOver = (state: BreachState) => state === 'closed' || state === 'void'

/**
 * What the breaches of one KPI become when its periods are replayed: new ones open, those that no longer follow are void, one
 * that follows again opens anew, and the first green period is kept with each; where no plan is required it closes the breach.
 * What was closed stays closed, unless its green period was restated. The same periods always end in the same breaches. K07.
 */
export function replayed(
  periods: readonly Period[],
  kept: readonly Kept[],
  { rule, planRequired, credit, places }: Agreed,
): Replayed {
  const found = breachesIn(
    periods.map(({ key, status }) => ({ key, status })),
    rule,
  )
  const costOf = (each: FoundBreach<string>) => breachCost(periods, each, credit, places)?.amount ?? null
  const fromOf = new Map(periods.map(({ key, from }) => [key, from]))
  const known = new Map(kept.map((each) => [each.openedPeriod, each]))
  const follows = new Map(found.map((each) => [each.openedIn, each]))
  const isNew = (period: string) => (known.get(period)?.state ?? 'void') === 'void'
  const opened = found
    .filter(({ openedIn }) => isNew(openedIn))
    .map((each) => ({
      openedPeriod: each.openedIn,
      openedFrom: fromOf.get(each.openedIn) ?? '',
      because: each.because,
      greenPeriod: each.closedIn,
      amount: costOf(each),
      over: each.closedIn !== null && breachStep('open', 'recover', { planRequired }).ok,
    }))
  const stateOf = (id: string) => kept.find((each) => each.id === id)?.state
  const standing = kept
    .filter(({ state }) => state !== 'void')
    .map((each) => {
      const found = follows.get(each.openedPeriod)
      return { ...settled(each, found, planRequired), amount: found ? costOf(found) : null }
    })
  const reopened = standing.filter(({ id, state }) => state === 'open' && stateOf(id) === 'closed')
  return {
    opened,
    refound: opened.flatMap(({ openedPeriod }) => known.get(openedPeriod)?.id ?? []),
    reopened: reopened.map(({ id }) => id),
    changed: standing.filter(({ id, state, greenPeriod, amount }) => {
      const before = kept.find((each) => each.id === id)
      return before?.state !== state || before.greenPeriod !== greenPeriod || before.amount !== amount
    }),
    alive: opened.filter(({ over }) => !over).length + standing.filter(({ state }) => !isOver(state)).length,
  }
}

/** A breach as the replay leaves it. */
function settled(kept: Omit<Kept, 'amount'>, found: FoundBreach<string> | undefined, planRequired: boolean) {
  const { id, state } = kept
  if (!found) return { id, greenPeriod: kept.greenPeriod, state: stateAfter(state, 'restate', { follows: false }) }
  const greenPeriod = found.closedIn
  if (greenPeriod !== null) return { id, greenPeriod, state: stateAfter(state, 'recover', { planRequired }) }
  const wasGreen = kept.greenPeriod !== null
  return { id, greenPeriod, state: wasGreen ? stateAfter(state, 'reopen', { green: false }) : state }
}

/** The state that an event leads to, or the same where it leads nowhere. */
function stateAfter(state: BreachState, event: BreachEvent, facts: BreachFacts): BreachState {
  const step = breachStep(state, event, facts)
  return step.ok ? step.to : state
}
