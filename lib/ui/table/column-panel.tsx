'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { ColumnView } from '@/lib/kernel/list-view'
import { Icon } from '../icon'
import { useTranslator } from '../locale'
import type { ListWords } from './filter-sentence'
import { addressKeeping } from './list-address'
import { tableMessages } from './messages'

type ColumnPanelProps = { columns: readonly ColumnView[]; onScreen: readonly ColumnView[]; words: ListWords }

/** Which columns the table shows; the first one always stays, it names the row. */
export function ColumnPanel({ columns, onScreen, words }: ColumnPanelProps) {
  const t = useTranslator(tableMessages)
  const path = usePathname()
  const address = useSearchParams()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.querySelector<HTMLElement>('a')?.focus(), [])
  const shown = onScreen.map((column) => column.name)
  const toggled = (name: string) =>
    (shown.includes(name) ? shown.filter((each) => each !== name) : [...shown, name]).join(',')
  return (
    <div className="panel-list" ref={panel}>
      {columns.slice(1).map(({ name }) => (
        <a
          key={name}
          data-on={shown.includes(name) || undefined}
          data-keep-scroll=""
          href={addressKeeping(path, address, { columns: toggled(name) })}
        >
          {words.column(name)}
          {shown.includes(name) && <Icon name="check" />}
        </a>
      ))}
      <hr />
      <a href={addressKeeping(path, address, { columns: null })} data-keep-scroll="">
        {t('columnsReset')}
      </a>
    </div>
  )
}
