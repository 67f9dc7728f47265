'use client'
import type { ReactNode } from 'react'
import { dayOf, formatDay } from '@/lib/kernel/day'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { Chip } from '@/lib/ui/chip'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import type { ProductRow } from '../list'
import { choiceKey, pages, words } from '../messages'

type ProductTableProps = {
  page: ListPage<ProductRow>
  columns: readonly ColumnView[]
  categories: readonly { id: string; name: string }[]
  mayEdit: boolean
  views?: ReactNode
}

/** The catalogue. The code names the row, because two products may have one name. */
export function ProductTable({ page, columns, categories, mayEdit, views }: ProductTableProps) {
  const t = useTranslator(words)
  const say = useTranslator(pages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const word = (field: string, value: string) => {
    const key = choiceKey(field, value)
    return key ? t(key) : value
  }
  return (
    <DataTable
      caption={t('products')}
      page={page}
      columns={columns}
      column={(name) => t(name as keyof typeof words.en)}
      choice={word}
      options={{ category: categories.map(({ id, name }) => ({ value: id, label: name })) }}
      href={({ id }) => `/products/${id}`}
      searchHint={say('listHint')}
      exports={{ xlsx: '/api/export/products.xlsx', csv: '/api/export/products.csv' }}
      cells={{
        stroke: (row) => row.name,
        category: (row) => row.category,
        status: ({ status }) => <Chip tone={status === 'active' ? 'plain' : 'warn'}>{word('status', status)}</Chip>,
        createdAt: ({ createdAt }) => formatDay(dayOf(new Date(createdAt)), locale, 'short', calendar),
        archived: () =>
          t(page.filters.some(({ column }) => column === 'archived') ? 'archived_true' : 'archived_false'),
      }}
      views={views}
      empty={
        <EmptyState
          title={say('emptyTitle')}
          text={say('emptyText')}
          example={say('emptyExample')}
          action={
            mayEdit && (
              <a className="button primary" href="/products/new">
                {say('newProduct')}
              </a>
            )
          }
          link={<a href="/imports/new">{say('import')}</a>}
        />
      }
    />
  )
}
