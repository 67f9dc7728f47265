import { text, typed } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { peopleList, peoplePage } from './list'
import { may } from './manifest'
import { messages } from './messages'

/** The list of contacts as a spreadsheet: its columns, filters, order and search, all of its pages. */
export const peopleExport = listExport({
  list: peopleList,
  permission: may.see,
  page: peoplePage,
  title: (locale) => translatorOf(messages, locale)('contacts'),
  column: (name, locale) => translatorOf(messages, locale)(name as keyof typeof messages.en),
  choice: (column, value, locale) => {
    const t = translatorOf(messages, locale)
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'yes' : 'no')
    return t(`${column}_${value}` as keyof typeof messages.en)
  },
  without: ['stroke', 'archived'],
  cells: {
    owner: (row) => text(row.owner),
    phone: (row) => typed('phone', row.phone?.shown),
    email: (row) => text(row.email?.shown),
  },
  firstSort: (locale) => (locale === 'zh-TW' ? 'stroke' : 'name'),
})
