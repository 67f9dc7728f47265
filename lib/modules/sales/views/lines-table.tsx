'use client'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { formatPrice } from '@/lib/kernel/money'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useTranslator } from '@/lib/ui/locale'
import type { SalesRow } from '../list'
import { choiceKey, pages, words } from '../messages'

type LinesTableProps = { accountId: string; page: ListPage<SalesRow>; columns: readonly ColumnView[] }

/** The lines behind the figures of an account, as its documents have them. */
export function LinesTable({ accountId, page, columns }: LinesTableProps) {
  const t = useTranslator(words)
  const say = useTranslator(pages)
  const exports = (format: string) => `/api/export/sales.${format}?account=${accountId}`
  return (
    <DataTable
      caption={t('sales')}
      page={page}
      columns={columns.filter(({ name }) => name !== 'account')}
      column={(name) => t(name as keyof typeof words.en)}
      choice={(column, value) => {
        const key = choiceKey(column, value)
        return key ? t(key) : value
      }}
      options={{
        product: [...new Map(page.rows.map((row) => [row.productId, row.product]))].map(([value, label]) => ({
          value,
          label,
        })),
      }}
      searchable={false}
      exports={{ xlsx: exports('xlsx'), csv: exports('csv') }}
      cells={{
        product: (row) => <a href={`/products/${row.productId}`}>{row.product}</a>,
        unitPrice: (row) => formatPrice({ amount: row.unitPrice, currency: row.currency }),
        grossAmount: (row) => formatPrice({ amount: row.grossAmount, currency: row.currency }),
        netAmount: (row) => formatPrice({ amount: row.netAmount, currency: row.currency }),
      }}
      empty={<EmptyState title={say('linesEmpty')} text={say('emptyText')} />}
    />
  )
}
