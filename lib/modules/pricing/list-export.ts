import { text, typed } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { ruleList, rulePage } from './list'
import { dealList, dealPage } from './list-deals'
import { exceptionList, exceptionPage } from './list-exceptions'
import { may } from './manifest'
import { type Word, words } from './messages-words'
import { formatPct } from './rules-explain'

const say = (key: string, locale: Locale) => translatorOf(words, locale)(key as Word)
const shared = {
  permission: may.see,
  column: say,
  choice: (column: string, value: string, locale: Locale) =>
    value === 'true' || value === 'false'
      ? say(value === 'true' ? 'yes' : 'no', locale)
      : say(`${column}_${value}`, locale),
}

/** The rules as a spreadsheet: those that the reader may know, with what they do in words. */
export const rulesExport = listExport({
  ...shared,
  list: ruleList,
  page: rulePage,
  title: (locale) => say('rules', locale),
  without: ['archived', 'level'],
  cells: {
    account: (row) => text(row.account),
    product: (row) => text(row.product),
  },
})

export const exceptionsExport = listExport({
  ...shared,
  list: exceptionList,
  page: exceptionPage,
  title: (locale) => say('exceptions', locale),
  cells: {
    product: (row) => text(row.product),
    account: (row) => text(row.account),
    author: (row) => text(row.author),
    kind: (row) => text(row.price ? `${row.currency} ${row.price}` : `${formatPct(row.discountPct ?? '0')}%`),
    used: (row) => typed('number', row.used),
  },
})

export const dealsExport = listExport({
  ...shared,
  list: dealList,
  choice: (_, value, locale) => say(`deal_${value}`, locale),
  page: dealPage,
  title: (locale) => say('deals', locale),
  cells: {
    account: (row) => text(row.account),
    author: (row) => text(row.author),
  },
})
