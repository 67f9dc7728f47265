import type { BreachState } from './model-states'
import type { BreachRule, FoundBreach } from './rules-breaches'
import { breachesIn } from './rules-breaches'
import type { PeriodReading } from './rules-readings'
import { breachStep } from './rules-states'

type Kept = { id: string; openedPeriod: string; greenPeriod: string | null; state: BreachState }
type Period = Pick<PeriodReading, 'key' | 'from' | 'status'>

export type Replayed = {
  opened: {
    openedPeriod: string
    openedFrom: string
    because: FoundBreach<string>['because']
    greenPeriod: string | null
    over: boolean
  }[]
  /** Voided ones that follow from the measurements again: their place is taken by a new one. */
  refound: string[]
  changed: { id: string; greenPeriod: string | null; state: BreachState }[]
  /** Breaches of the KPI that somebody still has to deal with. */
  alive: number
}

const isOver = (state: BreachState) => state === 'closed' || state === 'void'

/**
 * What the breaches of one KPI become when its periods are replayed: new ones open, those that no longer follow are void, one
 * that follows again opens anew, and the first green period is kept with each; where no plan is required it closes the breach.
 * What was closed stays closed. The same periods always end in the same breaches. K07.
 */
export function replayed(
  periods: readonly Period[],
  kept: readonly Kept[],
  { rule, planRequired }: { rule: BreachRule; planRequired: boolean },
): Replayed {
  const found = breachesIn(
    periods.map(({ key, status }) => ({ key, status })),
    rule,
  )
  const fromOf = new Map(periods.map(({ key, from }) => [key, from]))
  const known = new Map(kept.map((each) => [each.openedPeriod, each]))
  const follows = new Map(found.map((each) => [each.openedIn, each]))
  const isNew = (period: string) => (known.get(period)?.state ?? 'void') === 'void'
  const opened = found
    .filter(({ openedIn }) => isNew(openedIn))
    .map(({ openedIn, because, closedIn }) => ({
      openedPeriod: openedIn,
      openedFrom: fromOf.get(openedIn) ?? '',
      because,
      greenPeriod: closedIn,
      over: closedIn !== null && breachStep('open', 'recover', { planRequired }).ok,
    }))
  const standing = kept
    .filter(({ state }) => state !== 'void')
    .map((each) => settled(each, follows.get(each.openedPeriod), planRequired))
  return {
    opened,
    refound: opened.flatMap(({ openedPeriod }) => known.get(openedPeriod)?.id ?? []),
    changed: standing.filter(({ id, state, greenPeriod }) => {
      const before = kept.find((each) => each.id === id)
      return before?.state !== state || before.greenPeriod !== greenPeriod
    }),
    alive: opened.filter(({ over }) => !over).length + standing.filter(({ state }) => !isOver(state)).length,
  }
}

/** A breach as the replay leaves it. */
function settled(kept: Kept, found: FoundBreach<string> | undefined, planRequired: boolean) {
  const { id, state } = kept
  const greenPeriod = found ? found.closedIn : kept.greenPeriod
  const step = found
    ? found.closedIn !== null && breachStep(state, 'recover', { planRequired })
    : breachStep(state, 'restate', { follows: false })
  return { id, greenPeriod, state: step !== false && step.ok ? step.to : state }
}
