'use client'
import type { ReactNode } from 'react'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { formatMoney } from '@/lib/kernel/money'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useTranslator } from '@/lib/ui/locale'
import type { SheetRow } from '../list'
import { type TermPageWord, termPages, termWord } from '../messages-pages'
import { StateChip } from './version-list'

type SheetTableProps = {
  page: ListPage<SheetRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  views?: ReactNode
}

/** Every term sheet that one may see, the dearest first. */
export function SheetTable({ page, columns, members, views }: SheetTableProps) {
  const t = useTranslator(termPages)
  return (
    <DataTable
      caption={t('sheets')}
      page={page}
      columns={columns}
      column={(name) => t(name as TermPageWord)}
      choice={(column, value) => t(termWord(column as 'state', value))}
      options={{ owner: members.map(({ id, name }) => ({ value: id, label: name })) }}
      href={({ accountId, versionId }) => `/accounts/${accountId}/terms/${versionId}`}
      searchHint={t('searchSheets')}
      exports={{ xlsx: '/api/export/term-sheets.xlsx', csv: '/api/export/term-sheets.csv' }}
      cells={{
        state: (row) => <StateChip state={row.state} said={{ t }} />,
        direction: (row) => t(termWord('direction', row.direction)),
        scope: (row) => row.scopeName || t(termWord('scope', row.scope)),
        yearlyCost: (row) => formatMoney({ amount: row.yearlyCost, currency: row.currency }),
        owner: (row) => row.owner,
        endsOn: (row) => row.endsOn ?? t('openEnd'),
        number: (row) => t('versionNumber', { number: row.number }),
      }}
      views={views}
      empty={
        <EmptyState
          icon="scale"
          title={t('noSheets')}
          action={
            <a className="button primary" href="/accounts">
              {t('toAccounts')}
            </a>
          }
        />
      }
    />
  )
}
