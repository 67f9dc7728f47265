import { z } from 'zod'
import { isDay, parseDay } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { parseAmount } from '@/lib/kernel/money'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { type Weight, weights } from './model-catalogue'
import { equivalentsOf, houseRatePct } from './rules-cost'
import { costOfForegoing, isAboveCap, lateInterest, statutoryLateRate } from './rules-interest'

const typed = z.string().max(80).optional()

/** Reads what somebody typed as a number of at most fourteen digits; null when it is none. */
const numberOf = (text: string | undefined, otherwise: string): string | null => {
  const read = parseAmount((text ?? otherwise).trim().replace(/[%％]$/, ''))
  return read !== null && exact(read).gte(0) && exact(read).lt('100000000000000') ? read : null
}
const dayFrom = (text: string | undefined) => (text && parseDay(text) && isDay(parseDay(text)) ? parseDay(text) : null)

/** What one term is worth in others, what being late costs, and what a discount not taken costs. T02, T03, T06. */
export const calculator = query({
  name: 'terms.calculator',
  permission: may.see,
  input: z.strictObject({
    weight: z.enum(weights).catch('day').default('day'),
    many: typed,
    sales: typed,
    rate: typed,
    amount: typed,
    due: typed,
    paid: typed,
    lateRate: typed,
    pct: typed,
    days: typed,
    netDays: typed,
  }),
  async run(_, given) {
    const [many, sales, ratePct] = [
      numberOf(given.many, '15'),
      numberOf(given.sales, '12000000'),
      numberOf(given.rate, houseRatePct),
    ]
    const reckonable = many !== null && sales !== null && ratePct !== null && exact(sales).gt(0) && exact(ratePct).gt(0)
    const equal = reckonable ? equivalentsOf(given.weight, many, { sales, ratePct }) : null
    const [amount, late] = [numberOf(given.amount, '100000'), numberOf(given.lateRate, statutoryLateRate)]
    const [due, paid] = [dayFrom(given.due), dayFrom(given.paid)]
    const [pct, days, netDays] = [numberOf(given.pct, '2'), numberOf(given.days, '10'), numberOf(given.netDays, '30')]
    const foregone =
      pct !== null && days !== null && netDays !== null && exact(netDays).lte(3650)
        ? costOfForegoing(pct, Number(days), Number(netDays))
        : null
    return {
      weight: given.weight,
      given: { many: many ?? '', sales: sales ?? '', rate: ratePct ?? '' },
      wrong: many === null || sales === null || ratePct === null,
      rows: equal ? [...equal].map(([weight, value]): [Weight, string] => [weight, plain(value.toFixed(4))]) : [],
      interest: amount !== null && late !== null && due && paid ? lateInterest(amount, late, due, paid) : null,
      aboveCap: late !== null && isAboveCap(late),
      late: { amount: amount ?? '', due: due ?? '', paid: paid ?? '', rate: late ?? '' },
      foregone: foregone && {
        pct: plain(pct ?? 0),
        days: plain(days ?? 0),
        simple: foregone.simple.toFixed(1),
        effective: foregone.effective.toFixed(1),
      },
      discount: { pct: pct ?? '', days: days ?? '', netDays: netDays ?? '' },
    }
  },
})
export type Calculated = Awaited<ReturnType<typeof calculator.run>>
