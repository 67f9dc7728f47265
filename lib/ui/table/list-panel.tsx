'use client'
import { Suspense } from 'react'
import type { ColumnView, FilterView } from '@/lib/kernel/list-view'
import { later } from '../later'
import { useTranslator } from '../locale'
import { Skeleton } from '../skeleton'
import type { ListWords } from './filter-sentence'
import { tableMessages } from './messages'
import type { FilterOptions } from './toolbar'

const FilterPanel = later(() => import('./filter-panel').then((each) => each.FilterPanel))
const ColumnPanel = later(() => import('./column-panel').then((each) => each.ColumnPanel))

type ListPanelProps = {
  /** `columns`, `filter`, or `filter-` and a column. */
  panel: string
  /** Whether the address asked for it, so that it must be in the page itself and not wait for a script. */
  isAtHand: boolean
  columns: readonly ColumnView[]
  onScreen: readonly ColumnView[]
  filters: readonly FilterView[]
  words: ListWords
  options: FilterOptions
  onDone: () => void
}

/** What hangs under the toolbar: the filters to choose from, or the columns. */
export function ListPanel({ panel, isAtHand, columns, onScreen, filters, words, options, onDone }: ListPanelProps) {
  const t = useTranslator(tableMessages)
  const first = panel.startsWith('filter-') ? panel.slice('filter-'.length) : null
  const content =
    panel === 'columns' ? (
      <ColumnPanel columns={columns} onScreen={onScreen} words={words} />
    ) : (
      <FilterPanel
        key={panel}
        columns={columns}
        filters={filters}
        words={words}
        options={options}
        first={first}
        onDone={onDone}
      />
    )
  return (
    <div className="panel" role="dialog" aria-label={panel === 'columns' ? t('columns') : t('filter')}>
      {isAtHand ? content : <Suspense fallback={<Skeleton label={t('loading')} />}>{content}</Suspense>}
    </div>
  )
}
