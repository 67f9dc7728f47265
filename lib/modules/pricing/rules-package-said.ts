import { saidInAll } from '@/lib/kernel/said'
import type { DifferenceLine } from '@/lib/modules/approvals/model'
import { messages } from './messages'
import type { PackageCheck, ShownCheck } from './model-package'
import { formatPct } from './rules-explain'
import { marginFact, openReasons } from './rules-routing'

/** The check for whoever sees margins, or without them. */
export function shownCheck({ route, ...check }: PackageCheck, sees: boolean): ShownCheck {
  const { chain, finance } = route
  if (sees) return { ...check, chain, finance, reasons: [...new Set(route.reasons.map(({ reason }) => reason))] }
  const hidden = { marginPct: null, belowFloor: null, uncosted: null }
  return { ...check, ...hidden, chain, finance, reasons: openReasons(route) }
}

/** What approvers of a package judge besides its terms: margin and floors, as far as they are known. */
export function packageContent({ marginPct, belowFloor }: PackageCheck) {
  const known = marginPct !== null || (belowFloor ?? 0) > 0
  const line: DifferenceLine = {
    key: 'margin',
    aspect: 'margin',
    label: saidInAll(messages, 'said_margin'),
    standard: null,
    was: null,
    now:
      marginPct === null
        ? saidInAll(messages, 'said_marginUnknown')
        : saidInAll(messages, 'said_marginNow', { pct: formatPct(marginPct) }),
    costPerYear: null,
    detail: belowFloor ? saidInAll(messages, 'said_floorLines', { count: belowFloor }) : null,
    why: null,
    confidential: true,
  }
  return {
    facts: {
      ...(marginPct === null ? {} : { marginPct: marginFact(marginPct) }),
      ...(belowFloor === null ? {} : { belowFloor: belowFloor > 0 }),
    },
    lines: known ? [line] : [],
    marginPct: marginPct === null ? null : formatPct(marginPct),
  }
}
