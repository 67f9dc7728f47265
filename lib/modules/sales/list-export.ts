import { text } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { salesList, salesPage } from './list'
import { may } from './manifest'
import { choiceKey, words } from './messages'

/** Sales lines as a spreadsheet: its columns, filters and order, all of its pages. */
export const salesExport = listExport({
  list: salesList,
  permission: may.see,
  page: salesPage,
  title: (locale) => translatorOf(words, locale)('sales'),
  column: (name, locale) => translatorOf(words, locale)(name as keyof typeof words.en),
  choice(column, value, locale) {
    const key = choiceKey(column, value)
    return key ? translatorOf(words, locale)(key) : value
  },
  cells: { account: (row) => text(row.account), product: (row) => text(row.product) },
})
