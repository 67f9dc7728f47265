import { text, typed } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { boardList, boardPage } from './list'
import { may } from './manifest'
import { type BoardWord, boardWords } from './messages-board'

/** The KPI board as a spreadsheet: its columns, filters and order, all of its pages. */
export const boardExport = listExport({
  list: boardList,
  permission: may.see,
  page: boardPage,
  title: (locale) => translatorOf(boardWords, locale)('board'),
  column: (name, locale) => translatorOf(boardWords, locale)(name as BoardWord),
  choice: (column, value, locale) => translatorOf(boardWords, locale)(`${column}_${value}` as BoardWord),
  without: ['urgency', 'evidence'],
  cells: {
    account: (row) => text(row.account),
    agreement: (row) => text(row.agreement),
    owner: (row) => text(row.owner),
    trend: (row) => text(row.trend.join(' ')),
    attainment: (row) => (row.attainment === null ? null : typed('number', String(row.attainment))),
  },
})
