'use client'
import type { ColumnView } from '@/lib/kernel/list-view'
import { Icon } from '../icon'

type ColumnHeadProps = { column: ColumnView; label: string; sorted: false | 'asc' | 'desc'; href: string }

/** A column's name; where the list can be ordered by it, a link that does so and says how it is ordered now. */
export function ColumnHead({ column, label, sorted, href }: ColumnHeadProps) {
  const order = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined
  return (
    <th scope="col" className={column.kind === 'number' ? 'n' : undefined} aria-sort={order}>
      {column.sortable ? (
        <a href={href} data-keep-scroll="">
          {label}
          {sorted && <Icon name={sorted === 'asc' ? 'arrow-up' : 'arrow-down'} className="icon sort" />}
        </a>
      ) : (
        label
      )}
    </th>
  )
}
