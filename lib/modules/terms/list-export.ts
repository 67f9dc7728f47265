import { text } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { sheetList, sheetPage } from './list'
import { deductionList, deductionPage } from './list-deductions'
import { may } from './manifest'
import { deductionMessages, deductionWord } from './messages-deductions'
import { type TermPageWord, termPages, termWord } from './messages-pages'

/** The list of term sheets as a spreadsheet: its columns, filters, order and search, all of its pages. */
export const sheetsExport = listExport({
  list: sheetList,
  permission: may.see,
  page: sheetPage,
  title: (locale) => translatorOf(termPages, locale)('exportName'),
  column: (name, locale) => translatorOf(termPages, locale)(name as TermPageWord),
  choice: (column, value, locale) =>
    translatorOf(termPages, locale)(termWord(column as 'state' | 'direction' | 'scope', value)),
  cells: { owner: (row) => text(row.owner) },
})

/** The list of deductions, in the same way. */
export const deductionsExport = listExport({
  list: deductionList,
  permission: may.see,
  page: deductionPage,
  title: (locale) => translatorOf(deductionMessages, locale)('exportName'),
  column: (name, locale) => translatorOf(deductionMessages, locale)(name as keyof typeof deductionMessages.en),
  choice: (column, value, locale) =>
    translatorOf(
      deductionMessages,
      locale,
    )(deductionWord(column === 'reasonCode' ? 'reason' : column === 'documentKind' ? 'document' : 'state', value)),
})
