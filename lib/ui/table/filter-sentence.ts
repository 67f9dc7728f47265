import type { FilterView } from '@/lib/kernel/list-view'
import type { Translate } from '@/lib/kernel/translate'
import type { tableMessages } from './messages'

/** The words of one list: what its columns and their options are called. */
export type ListWords = { column: (name: string) => string; choice: (column: string, value: string) => string }

/** A filter as people say it: 「狀態是 往來中 或 暫停」, 「名稱包含「大安」」, 「建立日自 2026-01-01 起」. */
export function filterSentence(
  { column, operator, values }: FilterView,
  t: Translate<typeof tableMessages>,
  words: ListWords,
): string {
  const name = words.column(column)
  if (operator === 'contains') return t('filterContains', { column: name, value: values.join(' ') })
  if (operator === 'is') {
    const said = values.map((value) => words.choice(column, value))
    return t('filterIs', { column: name, values: said.join(` ${t('or')} `) })
  }
  const [from = '', to = ''] = values
  if (from && to) return t('filterBetween', { column: name, from, to })
  return from ? t('filterFrom', { column: name, from }) : t('filterTo', { column: name, to })
}

/** Everything that narrows a list, said in words; for paper, where nothing can be pressed. */
export function whatNarrows(
  page: { query: string; filters: readonly FilterView[] },
  t: Translate<typeof tableMessages>,
  words: ListWords,
): string[] {
  const sentences = page.filters.map((filter) => filterSentence(filter, t, words))
  return page.query ? [t('searchedFor', { query: page.query }), ...sentences] : sentences
}
