'use client'
import type { ReactNode } from 'react'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { Chip } from '@/lib/ui/chip'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useTranslator } from '@/lib/ui/locale'
import type { ObligationRow } from '../list-obligations'
import { obligationMessages } from '../messages-obligations'

type ObligationTableProps = {
  page: ListPage<ObligationRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  views: ReactNode
}
type Word = keyof typeof obligationMessages.en & string

/** What is still owed by either side, the earliest due day first. */
export function ObligationTable({ page, columns, members, views }: ObligationTableProps) {
  const o = useTranslator(obligationMessages)
  const accounts = new Map(page.rows.map((row) => [row.accountId, row.account]))
  return (
    <DataTable
      caption={o('obligations')}
      page={page}
      columns={columns}
      column={(name) => o(name as Word)}
      choice={(column, value) => o(`${column}_${value}` as Word)}
      options={{
        account: [...accounts].map(([value, label]) => ({ value, label })),
        owner: members.map(({ id, name }) => ({ value: id, label: name })),
      }}
      href={({ agreementId, id }) => `/agreements/${agreementId}/obligations#${id}`}
      searchable={false}
      exports={{ xlsx: '/api/export/obligations.xlsx', csv: '/api/export/obligations.csv' }}
      views={views}
      cells={{
        agreement: (row) => <a href={`/agreements/${row.agreementId}`}>{row.agreement}</a>,
        account: (row) => <a href={`/accounts/${row.accountId}`}>{row.account}</a>,
        owner: (row) => row.owner,
        state: (row) => (
          <span className="flex flex-wrap gap-1">
            <Chip tone={row.state === 'submitted' ? 'info' : row.state === 'due' ? 'warn' : 'plain'}>
              {o(`state_${row.state}`)}
            </Chip>
            {row.late !== null && (
              <Chip tone="risk" icon="circle-alert">
                {o('overdue', { days: row.late })}
              </Chip>
            )}
            {row.paused && <Chip icon="clock">{o('paused')}</Chip>}
          </span>
        ),
      }}
      empty={
        <EmptyState
          icon="list-checks"
          title={o('listEmpty')}
          text={o('listEmptyText')}
          action={
            <a className="button" href="/agreements">
              {o('toAgreements')}
            </a>
          }
        />
      }
    />
  )
}
