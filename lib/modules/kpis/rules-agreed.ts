import { plain } from '@/lib/kernel/exact'
import type { CreditTerms } from '@/lib/kernel/service-credit'
import type { AgreementAspect } from '@/lib/modules/agreements/model-values'

const limitNames = ['target', 'amber', 'zero', 'low', 'high', 'tolerance'] as const
type Limits = Readonly<Record<(typeof limitNames)[number], string | null>>
type Target = Limits & { seasonal: boolean; fromDay: string; toDay: string }

/** What was agreed of a KPI: everything but who of ours enters its values, and what was measured. */
const termNames = [
  ...['code', 'name', 'englishName', 'unit', 'direction', 'aggregation', 'definition', 'numerator', 'denominator'],
  ...['party', 'source', 'frequency', 'startsOn', 'endsOn', 'graceDays', 'cumulative', 'breachRule', 'planRequired'],
  ...['consequence', 'consequenceNote'],
] as const
type Kpi = { code: string; party: string; aspect: string; weight: string; credit: CreditTerms | null }
type Json = string | number | boolean | null | { [name: string]: Json } | Json[]

const creditSaid = ({ monthlyFee, cap, tiers }: CreditTerms) => ({
  monthlyFee: plain(monthlyFee),
  cap: plain(cap),
  tiers: tiers.map(({ from, pct }) => ({ from: plain(from), pct: plain(pct) })),
})

const written = (number: string | null) => number && plain(number)

const limitsOf = (target: Target) => ({
  ...Object.fromEntries(limitNames.map((name) => [name, written(target[name])])),
  ...(target.seasonal && { fromDay: target.fromDay, toDay: target.toDay }),
})

/**
 * The KPIs on which a version agrees as they are hashed, compared and printed: each under its code and side, with its terms
 * and the targets that the version sets, equal numbers alike. A target without numbers ends the KPI.
 */
export function agreedKpis(rows: readonly { kpi: Kpi; target: Target }[]) {
  const found = new Map<string, { key: string; aspect: AgreementAspect; content: Record<string, Json> }>()
  const targets = new Map<string, Json[]>()
  for (const { kpi, target } of rows) {
    const key = `${kpi.code} ${kpi.party}`
    const before = targets.get(key)
    if (before) before.push(limitsOf(target))
    else {
      const all: Json[] = [limitsOf(target)]
      const terms = Object.fromEntries(
        termNames.map((name) => [name, (kpi as unknown as Record<string, Json>)[name] ?? null]),
      )
      targets.set(key, all)
      found.set(key, {
        key,
        aspect: kpi.aspect as AgreementAspect,
        content: {
          ...terms,
          ...(kpi.credit && { credit: creditSaid(kpi.credit) }),
          weight: plain(kpi.weight),
          targets: all,
        },
      })
    }
  }
  return [...found.values()]
}
