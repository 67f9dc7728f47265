'use client'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useTranslator } from '@/lib/ui/locale'
import type { RateRow } from '../list-rates'
import { moneyMessages } from '../messages-money'

/** Exchange rates, the latest first. */
export function RateTable({ page, columns }: { page: ListPage<RateRow>; columns: readonly ColumnView[] }) {
  const t = useTranslator(moneyMessages)
  return (
    <DataTable
      caption={t('rates')}
      page={page}
      columns={columns}
      column={(name) => t(name as keyof typeof moneyMessages.en)}
      searchable={false}
      cells={{ rate: ({ rate }) => rate }}
      empty={<EmptyState icon="scale" title={t('noRates')} text={t('noRatesText')} />}
    />
  )
}
