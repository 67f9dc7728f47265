import { text } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { needList, needPage } from './list'
import { may } from './manifest'
import { messages } from './messages'

type Word = keyof typeof messages.en

/** The register of needs as a spreadsheet: its columns, filters, order and search, all of its pages. */
export const needsExport = listExport({
  list: needList,
  permission: may.see,
  page: needPage,
  title: (locale) => translatorOf(messages, locale)('needs'),
  column: (name, locale) => translatorOf(messages, locale)(name as Word),
  choice: (column, value, locale) => {
    const t = translatorOf(messages, locale)
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'yes' : 'no')
    return t(`${column}_${value}` as Word)
  },
  cells: { account: (row) => text(row.account), owner: (row) => text(row.owner) },
})
