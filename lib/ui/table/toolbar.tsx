'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import type { ColumnView, FilterView } from '@/lib/kernel/list-view'
import { Icon } from '../icon'
import { useKey } from '../keys'
import { useTranslator } from '../locale'
import { Menu } from '../menu'
import { DensitySwitch } from '../preference-switches'
import { filterSentence, type ListWords } from './filter-sentence'
import { addressKeeping, addressWith } from './list-address'
import { ListPanel } from './list-panel'
import { tableMessages } from './messages'
import { SearchBox } from './search-box'
import { useDismiss } from './use-dismiss'

export type FilterOptions = Readonly<Record<string, readonly { value: string; label: string }[]>>

type ToolbarProps = {
  page: { query: string; filters: readonly FilterView[] }
  columns: readonly ColumnView[]
  onScreen: readonly ColumnView[]
  words: ListWords
  options: FilterOptions | undefined
  exports: { xlsx?: string; csv?: string } | undefined
  hint: string | undefined
  searchable: boolean
  children?: ReactNode
}

/** Search, the filters in force as sentences, and what else can be done with the list. */
export function Toolbar({
  page,
  columns,
  onScreen,
  words,
  options,
  exports,
  hint,
  searchable,
  children,
}: ToolbarProps) {
  const t = useTranslator(tableMessages)
  const path = usePathname()
  const address = useSearchParams()
  const asked = address.get('panel')
  const [opened, setOpened] = useState<string | null>(null)
  const panel = opened ?? (asked === 'view' ? null : asked)
  const close = () => setOpened('')
  const bar = useRef<HTMLDivElement>(null)
  useDismiss(bar, Boolean(panel), close)
  const open = (which: string) => (event: { preventDefault: () => void }) => {
    event.preventDefault()
    setOpened(panel === which ? '' : which)
  }
  const canFilter = columns.some((column) => column.filterable)
  useKey('f', canFilter ? () => setOpened('filter') : undefined, { label: t('keyFilter'), group: t('shortcutsList') })
  const search = () => document.querySelector<HTMLElement>('[data-list-search]')?.focus()
  useKey('/', searchable ? search : undefined, {
    label: t('keyFind'),
    group: t('shortcutsList'),
  })
  const places = new URLSearchParams(address)
  for (const name of ['after', 'before', 'peek', 'panel']) places.delete(name)

  return (
    <div className="toolbar" ref={bar}>
      {children}
      {searchable && <SearchBox path={path} address={address} query={page.query} hint={hint} />}
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
      <Menu label={exports ? t('exportAs') : t('print')} icon={exports ? 'download' : 'printer'} small>
        {exports?.xlsx && (
          <a href={withPlaces(exports.xlsx, places)} download="">
            {t('exportXlsx')}
          </a>
        )}
        {exports?.csv && (
          <a href={withPlaces(exports.csv, places)} download="">
            {t('exportCsv')}
          </a>
        )}
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <hr />
        <DensitySwitch />
      </Menu>
      {panel && (
        <ListPanel
          panel={panel}
          isAtHand={opened === null}
          columns={columns}
          onScreen={onScreen}
          filters={page.filters}
          words={words}
          options={options ?? {}}
          onDone={close}
        />
      )}
    </div>
  )
}

/** An export of a part of a list has an address that names the part already. */
const withPlaces = (address: string, places: unknown) => `${address}${address.includes('?') ? '&' : '?'}${places}`
