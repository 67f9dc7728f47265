'use client'
import { rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { usePathname, useSearchParams } from 'next/navigation'
import { type ReactNode, useMemo, useRef } from 'react'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { Icon } from './icon'
import { useCalendar, useLocale, useTranslator } from './locale'
import { BulkBar } from './table/bulk-bar'
import { cellWriter } from './table/cell-text'
import { ColumnHead } from './table/column-head'
import { type ListWords, whatNarrows } from './table/filter-sentence'
import { addressWith, columnsOnScreen, nextSort, sortedBy } from './table/list-address'
import { tableMessages } from './table/messages'
import { Nothing } from './table/nothing'
import { Pager } from './table/pager'
import { Toolbar } from './table/toolbar'
import { useTableKeys } from './table/use-table-keys'

export type Cells<Row> = { readonly [column: string]: ((row: Row) => ReactNode) | undefined }

export type DataTableProps<Row extends { id: string }> = {
  /** What the table is, for those who do not see it. */
  caption: string
  page: ListPage<Row>
  columns: readonly ColumnView[]
  /** Draws a cell; without one the plain value is shown as its kind says. */
  cells?: Cells<Row>
  /** What a column is called. */
  column: (name: string) => string
  /** What an option of a choice column is called. */
  choice?: (column: string, value: string) => string
  /** Options of columns that refer to other records (owner), by column. */
  options?: Readonly<Record<string, readonly { value: string; label: string }[]>>
  /** The record's own page; makes the first column a link. */
  href?: (row: Row) => string
  /** Shown when the list is empty and nothing narrows it. */
  empty: ReactNode
  /** Shown under "nothing found": records with a similar name. */
  similar?: ReactNode
  /** Addresses that export exactly what is shown; the list's parameters are added. */
  exports?: { xlsx?: string; csv?: string }
  /** What can be done with selected rows; without it rows cannot be selected. */
  bulk?: (ids: readonly string[], clear: () => void) => ReactNode
  /** The preview of the row that `?peek=` names, drawn by the page. */
  peek?: ReactNode
  /** Whether rows can be previewed at all. */
  peekable?: boolean
  /** Saved views, left of the toolbar. */
  views?: ReactNode
  /** Hides search and filters, for small lists inside a record. */
  bare?: boolean
  searchHint?: string
  /** False where the list cannot be searched by text. */
  searchable?: boolean
}

const features = tableFeatures({ rowSelectionFeature })
type Features = typeof features

/**
 * The one table of the product. The server decides everything: search, filters, order and place are in the address, so
 * that a link shows the same list to a colleague and every control works as a plain link or form.
 */
export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { page, cells = {}, href, bulk } = props
  const t = useTranslator(tableMessages)
  const locale = useLocale()
  const calendar = useCalendar()
  const path = usePathname()
  const address = useSearchParams()
  const body = useRef<HTMLTableSectionElement>(null)
  const wanted = address.get('columns')
  const onScreen = useMemo(() => columnsOnScreen(props.columns, wanted), [props.columns, wanted])
  const definitions = useMemo(
    () => onScreen.map(({ name }) => ({ id: name, accessorFn: (row: Row) => (row as Record<string, unknown>)[name] })),
    [onScreen],
  )
  const table = useTable<Features, Row>({
    features,
    data: page.rows as Row[],
    columns: definitions,
    getRowId: (row) => row.id,
    enableRowSelection: bulk !== undefined,
  })
  const rows = table.getRowModel().rows
  const words: ListWords = {
    column: props.column,
    choice: (column, value) =>
      props.options?.[column]?.find((option) => option.value === value)?.label ??
      props.choice?.(column, value) ??
      (value === 'true' ? t('yes') : value === 'false' ? t('no') : value),
  }
  const drawn = onScreen.map((column) => {
    const draw = cells[column.name]
    if (draw) return { ...column, draw }
    const choice = (value: string) => words.choice(column.name, value)
    const write = cellWriter(column.kind, { locale, calendar, yes: t('yes'), no: t('no'), choice })
    return { ...column, draw: (row: Row) => write((row as Record<string, unknown>)[column.name]) }
  })
  const peeked = address.get('peek')
  const { onBodyClick, onBodyKeyDown } = useTableKeys({
    body,
    peekable: props.peekable ?? false,
    address: (row) => (page.rows[row] && href ? href(page.rows[row]) : null),
    id: (row) => page.rows[row]?.id ?? null,
    select: bulk ? (row) => rows[row]?.toggleSelected() : undefined,
  })
  const narrowed = page.query !== '' || page.filters.length > 0
  if (rows.length === 0 && !narrowed && !page.before && !page.after) return <>{props.empty}</>

  return (
    <div className="list">
      {!props.bare && (
        <Toolbar
          page={page}
          columns={props.columns}
          onScreen={onScreen}
          words={words}
          options={props.options}
          exports={props.exports}
          hint={props.searchHint}
          searchable={props.searchable ?? true}
        >
          {props.views}
        </Toolbar>
      )}
      {narrowed && <p className="print-only">{whatNarrows(page, t, words).join(' · ')}</p>}
      {bulk && <BulkBar ids={table.getSelectedRowIds()} clear={() => table.resetRowSelection(true)} bulk={bulk} />}
      {page.narrowed && (
        <p className="notice info">
          <Icon name="info" />
          {t('narrowed')}
        </p>
      )}
      {rows.length === 0 ? (
        <Nothing page={page} path={path} address={address} similar={props.similar} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard.
        <section className="table-scroll" tabIndex={0} aria-label={props.caption}>
          <table className={bulk ? 'table selectable' : 'table'}>
            <thead>
              <tr>
                {bulk && (
                  <th>
                    <label className="box">
                      <input
                        type="checkbox"
                        aria-label={t('selectAll')}
                        checked={table.getIsAllRowsSelected()}
                        onChange={table.getToggleAllRowsSelectedHandler()}
                      />
                    </label>
                  </th>
                )}
                {onScreen.map((column) => (
                  <ColumnHead
                    key={column.name}
                    column={column}
                    label={props.column(column.name)}
                    sorted={sortedBy(page.sort, column.name)}
                    href={addressWith(path, address, { sort: nextSort(page.sort, column.name) })}
                  />
                ))}
              </tr>
            </thead>
            <tbody ref={body} onClick={onBodyClick} onKeyDown={onBodyKeyDown}>
              {rows.map((row) => (
                <tr
                  key={row.id}
                  aria-selected={(bulk && row.getIsSelected()) || undefined}
                  data-open={peeked === row.id || undefined}
                >
                  {bulk && (
                    <td>
                      <label className="box">
                        <input
                          type="checkbox"
                          aria-label={t('selectRow', { name: String(row.getValue(onScreen[0]?.name ?? '') ?? '') })}
                          checked={row.getIsSelected()}
                          onChange={row.getToggleSelectedHandler()}
                        />
                      </label>
                    </td>
                  )}
                  {drawn.map(({ name, kind, draw }, index) =>
                    index > 0 ? (
                      <td key={name} className={kind === 'number' ? 'n' : undefined}>
                        {draw(row.original)}
                      </td>
                    ) : (
                      <th key={name} scope="row">
                        {href ? <a href={href(row.original)}>{draw(row.original)}</a> : draw(row.original)}
                      </th>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Pager path={path} address={address} before={page.before} after={page.after} />
      {props.peek}
    </div>
  )
}
