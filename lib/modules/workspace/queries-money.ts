import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { z } from 'zod'
import { currencies, fiscalCalendars, fxRates } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { type FiscalCalendar, firstFiscalCalendar, periodsOf } from '@/lib/kernel/fiscal'
import type { Money } from '@/lib/kernel/money'
import { placesOf } from '@/lib/kernel/money'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import type { Converted, Currency, UsedRate } from './model-money'
import { convert, currenciesOf, rateAmong } from './rules-money'

const nothing = z.strictObject({})

/** The company's currencies, those in use first. */
export const currencyList = query({
  name: 'workspace.currencies',
  permission: may.see,
  input: nothing,
  run: (look) => findCurrencies(look),
})

export async function findCurrencies({ tx, actor }: Look): Promise<Currency[]> {
  const set = await tx
    .select({ code: currencies.code, displayDecimals: currencies.displayDecimals, active: currencies.active })
    .from(currencies)
    .where(own(currencies, actor))
    .orderBy(asc(currencies.code))
    .limit(200)
  return currenciesOf(set)
}

/** How the company cuts its year. */
export const fiscalCalendar = query({
  name: 'workspace.fiscalCalendar',
  permission: may.see,
  input: nothing,
  run: (look) => findFiscalCalendar(look),
})

/** Where today stands in the fiscal year. */
export const periodsToday = query({
  name: 'workspace.periodsToday',
  permission: may.see,
  input: nothing,
  run: async (look) => periodsOf(dayOf(look.now, look.actor.timeZone), await findFiscalCalendar(look)),
})

export async function findFiscalCalendar({ tx, actor }: Look): Promise<FiscalCalendar> {
  const [row] = await tx
    .select({ kind: fiscalCalendars.kind, firstMonth: fiscalCalendars.firstMonth })
    .from(fiscalCalendars)
    .where(own(fiscalCalendars, actor))
  return (row as FiscalCalendar | undefined) ?? firstFiscalCalendar
}

/** What a currency was worth in another on a day: the latest rate on or before it, either way round. Null when none is known. */
export async function rateOn(look: Look, from: string, to: string, day: Day): Promise<UsedRate | null> {
  const found = await findRate(look, from, to, day)
  return found?.used ?? null
}

/**
 * Money in another currency as of a day, with the rate and the day that it was converted by: show both beside the figure.
 * Null when no rate is known; the same currency converts to itself at 1.
 */
export async function convertOn(look: Look, money: Money, to: string, day: Day): Promise<Converted | null> {
  const [found, all] = await Promise.all([findRate(look, money.currency, to, day), findCurrencies(look)])
  if (!found) return null
  const displayDecimals = all.find(({ code }) => code === to)?.displayDecimals ?? placesOf(to)
  return convert(money.amount, { code: to, displayDecimals }, { ...found.used, opposite: found.opposite })
}

async function findRate(look: Look, from: string, to: string, day: Day) {
  if (from === to) return { used: { rate: '1', day, source: '', inverted: false }, opposite: null }
  const [direct, opposite] = await Promise.all([findLatest(look, from, to, day), findLatest(look, to, from, day)])
  const used = rateAmong(direct, opposite)
  return used && { used, opposite: used.inverted ? (opposite?.rate ?? null) : null }
}

async function findLatest({ tx, actor }: Look, from: string, to: string, day: Day) {
  const [row] = await tx
    .select({ rate: fxRates.rate, day: fxRates.day, source: fxRates.source })
    .from(fxRates)
    .where(and(own(fxRates, actor), eq(fxRates.fromCurrency, from), eq(fxRates.toCurrency, to), lte(fxRates.day, day)))
    .orderBy(desc(fxRates.day))
    .limit(1)
  return row ?? null
}
