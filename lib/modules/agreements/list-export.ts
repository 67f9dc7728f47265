import { text } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { agreementList, agreementPage } from './list'
import { obligationList, obligationPage } from './list-obligations'
import { may } from './manifest'
import { obligationMessages } from './messages-obligations'
import { type Word, words } from './messages-words'

/** Agreements as a spreadsheet: the list's columns, filters, order and search, all of its pages. */
export const agreementsExport = listExport({
  list: agreementList,
  permission: may.see,
  page: agreementPage,
  title: (locale) => translatorOf(words, locale)('agreements'),
  column: (name, locale) => translatorOf(words, locale)(name as Word),
  choice: (column, value, locale) => translatorOf(words, locale)(`${column}_${value}` as Word),
  cells: { account: (row) => text(row.account), owner: (row) => text(row.owner) },
})

type ObligationWord = keyof typeof obligationMessages.en & string

/** What is still owed as a spreadsheet: the list's columns, filters and order, all of its pages. */
export const obligationsExport = listExport({
  list: obligationList,
  permission: may.see,
  page: obligationPage,
  title: (locale) => translatorOf(obligationMessages, locale)('obligations'),
  column: (name, locale) => translatorOf(obligationMessages, locale)(name as ObligationWord),
  choice: (column, value, locale) => translatorOf(obligationMessages, locale)(`${column}_${value}` as ObligationWord),
  cells: { account: (row) => text(row.account), owner: (row) => text(row.owner) },
})
