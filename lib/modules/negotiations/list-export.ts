import { text } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { negotiationList, negotiationPage } from './list'
import { may } from './manifest'
import { type Word, words } from './messages-words'

/** Negotiations as a spreadsheet: the list's columns, filters, order and search, all of its pages. Nothing of a mandate. */
export const negotiationsExport = listExport({
  list: negotiationList,
  permission: may.see,
  page: negotiationPage,
  title: (locale) => translatorOf(words, locale)('negotiations'),
  column: (name, locale) => translatorOf(words, locale)(name as Word),
  choice: (column, value, locale) => translatorOf(words, locale)(`${column}_${value}` as Word),
  cells: { account: (row) => text(row.account), owner: (row) => text(row.owner) },
})
