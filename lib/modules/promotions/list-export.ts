import { listExport } from '@/lib/kernel/export/list-export'
import { translatorOf } from '@/lib/kernel/translate'
import { promotionList, promotionPage } from './list'
import { may } from './manifest'
import { choiceKey, words } from './messages'

/** Promotions as a spreadsheet: the list's columns, filters, order and search, all of its pages. No margins. */
export const promotionsExport = listExport({
  list: promotionList,
  permission: may.see,
  page: promotionPage,
  title: (locale) => translatorOf(words, locale)('promotions'),
  column: (name, locale) => translatorOf(words, locale)(name as keyof typeof words.en),
  choice(column, value, locale) {
    const key = choiceKey(column, value)
    return key ? translatorOf(words, locale)(key) : value
  },
  without: ['period'],
})
