import type { KpiStatus } from './model-values'

/** When red becomes a breach: so many in a row, or `reds` among the last `of` measured periods; without them never so. */
export type BreachRule = Readonly<{ inARow: number; reds?: number; of?: number }>
export const usualRule = { inARow: 2, reds: 3, of: 6 } as const satisfies BreachRule

export type BreachRuleProblem = 'runTooShort' | 'windowTooSmall'

/** What is wrong with a rule; nothing when it can be followed. */
export function breachRuleProblems({ inARow, reds, of }: BreachRule): BreachRuleProblem[] {
  const found: BreachRuleProblem[] = []
  if (!Number.isInteger(inARow) || inARow < 1) found.push('runTooShort')
  const window = reds === undefined && of === undefined ? null : { reds: reds ?? 0, of: of ?? 0 }
  const holds = (each: { reds: number; of: number }) =>
    Number.isInteger(each.reds) && Number.isInteger(each.of) && each.reds >= 1 && each.reds <= each.of
  if (window && !holds(window)) found.push('windowTooSmall')
  return found
}

/** Why a breach opened: one red was enough, so many in a row, or too many among the last ones. */
export type BreachCause = 'once' | 'consecutive' | 'frequent'

export type FoundBreach<Key> = {
  openedIn: Key
  /** The green period that ended it; null while it is open. */
  closedIn: Key | null
  because: BreachCause
  /** The red periods that it rests on, in order. */
  evidence: Key[]
}

/**
 * Replays the periods of one KPI in their order: a breach opens on so many reds in a row, otherwise on so many among the last
 * measured ones, and closes on the first green, with which run and window begin anew, so that nothing counts twice. What has
 * no data is skipped: it neither breaks nor extends a run. The same periods always give the same breaches. K07.
 */
export function breachesIn<Key>(
  periods: readonly { key: Key; status: KpiStatus }[],
  rule: BreachRule = usualRule,
): FoundBreach<Key>[] {
  const found: FoundBreach<Key>[] = []
  let open: FoundBreach<Key> | null = null
  let seen: { key: Key; red: boolean }[] = []
  for (const { key, status } of periods) {
    if (status === 'noData') continue
    if (open) {
      if (status !== 'green') continue
      open.closedIn = key
      open = null
      seen = []
      continue
    }
    seen.push({ key, red: status === 'red' })
    const why = status === 'red' ? reasonIn(seen, rule) : null
    if (!why) continue
    open = { openedIn: key, closedIn: null, ...why }
    found.push(open)
  }
  return found
}

function reasonIn<Key>(
  seen: readonly { key: Key; red: boolean }[],
  { inARow, reds, of }: BreachRule,
): { because: BreachCause; evidence: Key[] } | null {
  const keys = (from: readonly { key: Key; red: boolean }[]) => from.flatMap(({ key, red }) => (red ? [key] : []))
  const run = seen.slice(-inARow)
  if (run.length === inARow && run.every(({ red }) => red))
    return { because: inARow === 1 ? 'once' : 'consecutive', evidence: keys(run) }
  const among = of === undefined ? [] : keys(seen.slice(-of))
  return reds !== undefined && among.length >= reds ? { because: 'frequent', evidence: among } : null
}

/** What a restatement changed: breaches that are new, those that are gone, and those that end in another period. */
export function breachChanges<Key>(before: readonly FoundBreach<Key>[], after: readonly FoundBreach<Key>[]) {
  const had = new Map(before.map((each) => [each.openedIn, each]))
  const has = new Set(after.map(({ openedIn }) => openedIn))
  return {
    opened: after.filter(({ openedIn }) => !had.has(openedIn)),
    gone: before.filter(({ openedIn }) => !has.has(openedIn)),
    ended: after.filter(({ openedIn, closedIn }) => had.has(openedIn) && had.get(openedIn)?.closedIn !== closedIn),
  }
}
