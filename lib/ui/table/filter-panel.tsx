'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import type { ColumnView, FilterView } from '@/lib/kernel/list-view'
import { Icon } from '../icon'
import { useTranslator } from '../locale'
import type { ListWords } from './filter-sentence'
import { addressKeeping, addressWith, toggledValues } from './list-address'
import { tableMessages } from './messages'
import type { FilterOptions } from './toolbar'

type FilterPanelProps = {
  columns: readonly ColumnView[]
  filters: readonly FilterView[]
  words: ListWords
  options: FilterOptions
  /** The column to start with; null shows the columns to choose from. */
  first: string | null
  onDone: () => void
}

/** Choose a column, then its value. Each press of an option is a link, so it works without JavaScript and can be shared. */
export function FilterPanel({ columns, filters, words, options, first, onDone }: FilterPanelProps) {
  const t = useTranslator(tableMessages)
  const path = usePathname()
  const address = useSearchParams()
  const [chosen, setChosen] = useState(first)
  const panel = useRef<HTMLDivElement>(null)
  const column = columns.find((each) => each.name === chosen && each.filterable)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves whenever another column is chosen.
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('a, input, select')?.focus()
  }, [chosen])

  if (!column)
    return (
      <div ref={panel} className="panel-list">
        {columns
          .filter((each) => each.filterable)
          .map((each) => (
            <a
              key={each.name}
              href={addressKeeping(path, address, { panel: `filter-${each.name}` })}
              onClick={(event) => {
                event.preventDefault()
                setChosen(each.name)
              }}
            >
              {words.column(each.name)}
              <Icon name="chevron-right" />
            </a>
          ))}
      </div>
    )
  return (
    <div ref={panel}>
      <p className="panel-title">{t('filterOn', { column: words.column(column.name) })}</p>
      <ColumnFilter
        column={column}
        values={filters.find((each) => each.column === column.name)?.values ?? []}
        options={options[column.name] ?? optionsOf(column, words)}
        onDone={onDone}
      />
    </div>
  )
}

const optionsOf = (column: ColumnView, words: ListWords) =>
  (column.kind === 'flag' ? ['true', 'false'] : (column.choices ?? [])).map((value) => ({
    value,
    label: words.choice(column.name, value),
  }))

type ColumnFilterProps = {
  column: ColumnView
  values: readonly string[]
  options: readonly { value: string; label: string }[]
  onDone: () => void
}

function ColumnFilter({ column, values, options, onDone }: ColumnFilterProps) {
  const t = useTranslator(tableMessages)
  const path = usePathname()
  const address = useSearchParams()
  const router = useRouter()
  if (column.kind === 'choice' || column.kind === 'flag') {
    const next = (value: string) =>
      column.kind === 'flag' ? (values.includes(value) ? null : value) : toggledValues(values, value)
    return (
      <div className="panel-list">
        {options.map(({ value, label }) => (
          <a
            key={value}
            data-on={values.includes(value) || undefined}
            data-keep-scroll=""
            href={addressWith(path, address, { [column.name]: next(value) })}
          >
            {label}
            {values.includes(value) && <Icon name="check" />}
          </a>
        ))}
      </div>
    )
  }
  const isText = column.kind === 'text'
  const type = column.kind === 'number' ? 'text' : isText ? 'text' : 'date'
  const apply = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [from = '', to = ''] = ['from', 'to'].map((name) => String(data.get(name) ?? '').trim())
    const value = isText ? from : from || to ? `${from}..${to}` : ''
    router.push(addressWith(path, address, { [column.name]: value || null }), { scroll: false })
    onDone()
  }
  return (
    <form className="panel-form" onSubmit={apply} method="get" action={path}>
      <label>
        <span>{isText ? t('exactly') : t('from')}</span>
        <input
          className="input"
          name="from"
          type={type}
          defaultValue={values[0] ?? ''}
          inputMode={column.kind === 'number' ? 'decimal' : undefined}
        />
      </label>
      {!isText && (
        <label>
          <span>{t('to')}</span>
          <input
            className="input"
            name="to"
            type={type}
            defaultValue={values[1] ?? ''}
            inputMode={column.kind === 'number' ? 'decimal' : undefined}
          />
        </label>
      )}
      <button type="submit" className="button primary small">
        {t('filterApply')}
      </button>
    </form>
  )
}
