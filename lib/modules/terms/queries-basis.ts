import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { annualSales } from '@/lib/modules/sales/queries'
import type { FoundVersion } from './queries-held'
import { type CostBasis, houseRatePct } from './rules-cost'

/** What a version's cost is reckoned with, and where that is from. */
export type Basis = CostBasis & {
  source: 'hand' | 'sales' | 'none'
  note: string | null
  from: Day | null
  to: Day | null
}

type About = {
  version: Pick<FoundVersion['version'], 'basisSales' | 'basisSource' | 'accountId'>
  sheet: Pick<FoundVersion['sheet'], 'direction' | 'currency'>
}

/** The yearly sales of the account: typed by hand with its source, else the last twelve months of the sales records. */
export async function findBasis(look: Look, { version, sheet }: About): Promise<Basis> {
  const today = dayOf(look.now, look.actor.timeZone)
  const common = { ratePct: houseRatePct, year: Number(today.slice(0, 4)) }
  const none = { ...common, sales: null, source: 'none', note: null, from: null, to: null } as const
  if (version.basisSales !== null)
    return { ...none, sales: version.basisSales, source: 'hand', note: version.basisSource }
  if (sheet.direction === 'buy') return none
  const sold = await annualSales(look, version.accountId, today)
  if (sold.lines === 0 || sold.currency !== sheet.currency) return none
  return { ...common, sales: sold.gross, source: 'sales', note: null, from: sold.from, to: sold.to }
}
