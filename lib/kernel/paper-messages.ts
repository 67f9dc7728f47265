import { type Day, formatDay } from './day'
import { defineMessages, type Locale } from './messages'

/** The few words that stand on every paper; everything else is the paper's own. */
export const paperMessages = defineMessages({
  en: {
    reference: 'Reference',
    date: 'Date',
    to: 'To',
    from: 'From',
    page: 'Page {page} of {pages}',
    digest: 'Content {digest}',
  },
  'zh-TW': {
    reference: '文號',
    date: '日期',
    to: '受文者',
    from: '發文者',
    page: '第 {page} 頁，共 {pages} 頁',
    digest: '內容碼 {digest}',
  },
})

/** The day of a paper: in Taiwan by the ROC calendar with the ISO date beside it, elsewhere in words and ISO (L01). */
export const paperDay = (day: Day, language: Locale) =>
  language === 'zh-TW'
    ? `${formatDay(day, language, 'long', 'roc')}（${day}）`
    : `${formatDay(day, language, 'long')} (${day})`
