import { and, eq, inArray } from 'drizzle-orm'
import { currencies, fiscalCalendars, fxRates } from '@/db/schema/workspace'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { own } from '@/lib/kernel/own'
import { changeRow, insertRow, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { may } from './manifest'
import { moneyMessages } from './messages-money'
import { currencyInput, fiscalInput, type Rate, rateInput, rateLines } from './model-money'
import { mustBeRate, ratesOf } from './rules-money'

const configures = { permission: may.configure, messages: moneyMessages }
const ofCurrencies = { ...configures, refreshes: ['/settings/currencies'] }

/** Sets how a currency is shown, and whether it is offered. */
export const setCurrency = command({
  name: 'workspace.setCurrency',
  ...ofCurrencies,
  input: currencyInput,
  async run(work, { code, ...patch }) {
    const [known] = await work.tx
      .select({ id: currencies.id })
      .from(currencies)
      .where(and(own(currencies, work.actor), eq(currencies.code, code)))
    if (known) await changeRow(work, currencies, { id: known.id }, patch)
    else await insertRow(work, currencies, { code, ...patch })
    return { code }
  },
})

/** Enters one rate; that of the same day and pair before it is replaced, and stays in the history. */
export const setRate = command({
  name: 'workspace.setRate',
  ...ofCurrencies,
  input: rateInput,
  async run(work, rate) {
    mustBeRate(rate, dayOf(work.now, work.actor.timeZone))
    return keepRates(work, [rate])
  },
})

/** The same for many lines, pasted; all of them or none. */
export const setRates = command({
  name: 'workspace.setRates',
  ...ofCurrencies,
  input: rateLines,
  run: (work, { lines, source }) => keepRates(work, ratesOf(lines, source, dayOf(work.now, work.actor.timeZone))),
})

const keyOf = ({ day, fromCurrency, toCurrency }: Pick<Rate, 'day' | 'fromCurrency' | 'toCurrency'>) =>
  `${day} ${fromCurrency} ${toCurrency}`

async function keepRates(work: Work, rates: readonly Rate[]) {
  if (rates.length === 0) return { rates: 0 }
  const days = [...new Set(rates.map(({ day }) => day))]
  const rows = await work.tx
    .select()
    .from(fxRates)
    .where(and(own(fxRates, work.actor), inArray(fxRates.day, days)))
  const known = new Map(rows.map((row) => [keyOf(row), row.id]))
  const idOf = (rate: Rate) => known.get(keyOf(rate))
  await changeEach(
    work,
    fxRates,
    rates.flatMap(({ rate, source, ...place }) => {
      const id = idOf({ rate, source, ...place })
      return id ? [{ id, rate, source }] : []
    }),
  )
  await insertRows(
    work,
    fxRates,
    rates.filter((rate) => !idOf(rate)),
  )
  return { rates: rates.length }
}

/** Says how the company cuts its year. What was added up by other periods before is added up anew by whoever shows it. */
export const setFiscalCalendar = command({
  name: 'workspace.setFiscalCalendar',
  ...configures,
  refreshes: ['/settings/periods'],
  input: fiscalInput,
  async run(work, calendar) {
    const [known] = await work.tx
      .select({ id: fiscalCalendars.id })
      .from(fiscalCalendars)
      .where(own(fiscalCalendars, work.actor))
    if (known) await changeRow(work, fiscalCalendars, { id: known.id }, calendar)
    else await insertRow(work, fiscalCalendars, calendar)
    return calendar
  },
})
