import { text } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { productList, productPage } from './list'
import { may } from './manifest'
import { choiceKey, words } from './messages'

/** The catalogue as a spreadsheet: its columns, filters, order and search, all of its pages. No costs. */
export const productsExport = listExport({
  list: productList,
  permission: may.see,
  page: productPage,
  title: (locale) => translatorOf(words, locale)('products'),
  column: (name, locale) => translatorOf(words, locale)(name as keyof typeof words.en),
  choice(column, value, locale) {
    const key = choiceKey(column, value)
    return key ? translatorOf(words, locale)(key) : value
  },
  without: ['stroke', 'archived'],
  cells: { category: (row) => text(row.category) },
  firstSort: () => 'code',
})
