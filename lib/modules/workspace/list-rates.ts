import { and } from 'drizzle-orm'
import { fxRates } from '@/db/schema/workspace'
import { plain } from '@/lib/kernel/exact'
import { listFrame, listInput, listSpec } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'

export const rateList = listSpec({
  name: 'rates',
  id: fxRates.id,
  columns: {
    day: { kind: 'day', from: fxRates.day, sort: true, filter: true },
    fromCurrency: { kind: 'text', from: fxRates.fromCurrency, filter: true },
    toCurrency: { kind: 'text', from: fxRates.toCurrency, filter: true },
    rate: { kind: 'number', from: fxRates.rate },
    source: { kind: 'text', from: fxRates.source },
  },
  firstSort: '-day',
})

export type RateRow = {
  id: string
  day: string
  fromCurrency: string
  toCurrency: string
  rate: string
  source: string
}

/** Exchange rates, the latest first. */
export const listRates = query({
  name: 'workspace.rates',
  permission: may.see,
  input: listInput(rateList),
  async run(look, request): Promise<ListPage<RateRow>> {
    const frame = await listFrame(look, rateList, request)
    const rows = await look.tx
      .select({
        id: fxRates.id,
        day: fxRates.day,
        fromCurrency: fxRates.fromCurrency,
        toCurrency: fxRates.toCurrency,
        rate: fxRates.rate,
        source: fxRates.source,
        sortKey: frame.sortKey,
      })
      .from(fxRates)
      .where(and(own(fxRates, look.actor), frame.where))
      .orderBy(...frame.orderBy)
      .limit(frame.limit)
    return frame.page(rows.map((row) => ({ ...row, rate: plain(row.rate) })))
  },
})
