import { text, typed } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { accountList, accountPage } from './list'
import { may } from './manifest'
import { choiceKey, words } from './messages'

/** The list of accounts as a spreadsheet: its columns, filters, order and search, all of its pages. */
export const accountsExport = listExport({
  list: accountList,
  permission: may.see,
  page: accountPage,
  title: (locale) => translatorOf(words, locale)('accounts'),
  column: (name, locale) => translatorOf(words, locale)(name as keyof typeof words.en),
  choice(column, value, locale) {
    const key = choiceKey(column, value)
    return key ? translatorOf(words, locale)(key) : value
  },
  without: ['stroke', 'parent', 'archived'],
  cells: {
    owner: (row) => text(row.owner),
    tier: (row) => text(row.tier),
    phone: (row) => typed('phone', row.phone),
  },
  firstSort: (locale) => (locale === 'zh-TW' ? 'stroke' : 'name'),
})
