'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { ColumnView, FilterView } from '@/lib/kernel/list-view'
import { Icon } from '../icon'
import { useKey } from '../keys'
import { useTranslator } from '../locale'
import { Menu } from '../menu'
import { DensitySwitch } from '../preference-switches'
import { filterSentence, type ListWords } from './filter-sentence'
import { addressKeeping, addressWith } from './list-address'
import { tableMessages } from './messages'
import { SearchBox } from './search-box'
import { useDismiss } from './use-dismiss'

const FilterPanel = lazy(() => import('./filter-panel').then((each) => ({ default: each.FilterPanel })))
const ColumnPanel = lazy(() => import('./column-panel').then((each) => ({ default: each.ColumnPanel })))

export type FilterOptions = Readonly<Record<string, readonly { value: string; label: string }[]>>

type ToolbarProps = {
  page: { query: string; filters: readonly FilterView[] }
  columns: readonly ColumnView[]
  onScreen: readonly ColumnView[]
  words: ListWords
  options: FilterOptions | undefined
  exports: { xlsx?: string; csv?: string } | undefined
  hint: string | undefined
  children?: ReactNode
}

/** Search, the filters in force as sentences, and what else can be done with the list. */
export function Toolbar({ page, columns, onScreen, words, options, exports, hint, children }: ToolbarProps) {
  const t = useTranslator(tableMessages)
  const path = usePathname()
  const address = useSearchParams()
  const asked = address.get('panel')
  const [opened, setOpened] = useState<string | null>(null)
  const panel = opened ?? asked
  const close = () => setOpened('')
  const bar = useRef<HTMLDivElement>(null)
  useDismiss(bar, Boolean(panel), close)
  const open = (which: string) => (event: { preventDefault: () => void }) => {
    event.preventDefault()
    setOpened(panel === which ? '' : which)
  }
  const canFilter = columns.some((column) => column.filterable)
  useKey('f', canFilter ? () => setOpened('filter') : undefined, { label: t('keyFilter'), group: t('shortcutsList') })
  useKey('/', () => document.querySelector<HTMLElement>('[data-list-search]')?.focus(), {
    label: t('keyFind'),
    group: t('shortcutsList'),
  })
  const places = new URLSearchParams(address)
  for (const name of ['after', 'before', 'peek', 'panel']) places.delete(name)

  return (
    <div className="toolbar" ref={bar}>
      {children}
      <SearchBox path={path} address={address} query={page.query} hint={hint} />
      {page.filters.map((filter) => {
        const sentence = filterSentence(filter, t, words)
        const panelName = `filter-${filter.column}`
        return (
          <span key={filter.column} className="filter-chip">
            <a
              href={addressKeeping(path, address, { panel: panelName })}
              onClick={open(panelName)}
              aria-expanded={panel === panelName}
            >
              {sentence}
            </a>
            <a
              href={addressWith(path, address, { [filter.column]: null })}
              data-keep-scroll=""
              aria-label={t('filterRemove', { sentence })}
            >
              <Icon name="x" />
            </a>
          </span>
        )
      })}
      {canFilter && (
        <a
          className="button small quiet"
          href={addressKeeping(path, address, { panel: 'filter' })}
          aria-expanded={panel === 'filter'}
          onClick={open('filter')}
        >
          <Icon name="list-filter" />
          {t('filter')}
        </a>
      )}
      <span className="push" />
      <a
        className="button small quiet"
        href={addressKeeping(path, address, { panel: 'columns' })}
        aria-expanded={panel === 'columns'}
        onClick={open('columns')}
      >
        <Icon name="columns-3" />
        <span className="wide-only">{t('columns')}</span>
      </a>
      {exports && (
        <Menu label={t('exportAs')} icon="download" small>
          {exports.xlsx && (
            <a href={`${exports.xlsx}?${places}`} download="">
              {t('exportXlsx')}
            </a>
          )}
          {exports.csv && (
            <a href={`${exports.csv}?${places}`} download="">
              {t('exportCsv')}
            </a>
          )}
          <button type="button" onClick={() => window.print()}>
            {t('print')}
          </button>
          <hr />
          <DensitySwitch />
        </Menu>
      )}
      {panel && (
        <div className="panel" role="dialog" aria-label={panel === 'columns' ? t('columns') : t('filter')}>
          <Suspense fallback={<p className="text-muted">{t('loading')}</p>}>
            {panel === 'columns' ? (
              <ColumnPanel columns={columns} onScreen={onScreen} words={words} />
            ) : (
              <FilterPanel
                key={panel}
                columns={columns}
                filters={page.filters}
                words={words}
                options={options ?? {}}
                first={panel.startsWith('filter-') ? panel.slice('filter-'.length) : null}
                onDone={close}
              />
            )}
          </Suspense>
        </div>
      )}
    </div>
  )
}
