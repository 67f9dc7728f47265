'use client'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { formatMoney } from '@/lib/kernel/money'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useTranslator } from '@/lib/ui/locale'
import type { BreachRow } from '../list-breaches'
import { type BreachWord, breachWords } from '../messages-breaches'
import { BreachMark } from './breach-mark'

type BreachTableProps = {
  page: ListPage<BreachRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
}

/** Breaches of all agreements that the reader may read. */
export function BreachTable({ page, columns, members }: BreachTableProps) {
  const word = useTranslator(breachWords)
  const named = (of: 'kpi' | 'account' | 'agreement') => {
    const names = new Map(page.rows.map((row) => [row[`${of}Id`], row[of]]))
    return [...names].map(([value, label]) => ({ value, label }))
  }
  return (
    <DataTable
      caption={word('breaches')}
      page={page}
      columns={columns}
      column={(name) => word(name as BreachWord)}
      choice={(column, value) => word(`${column}_${value}` as BreachWord)}
      options={{
        kpi: named('kpi'),
        account: named('account'),
        agreement: named('agreement'),
        owner: members.map(({ id, name }) => ({ value: id, label: name })),
      }}
      href={({ id }) => `/agreements/breaches/${id}`}
      searchable={false}
      cells={{
        kpi: (row) => row.kpi,
        account: (row) => <a href={`/accounts/${row.accountId}`}>{row.account}</a>,
        agreement: (row) => <a href={`/agreements/${row.agreementId}`}>{row.agreement}</a>,
        openedFrom: (row) => row.opened,
        state: (row) => <BreachMark state={row.state} word={word} />,
        greenPeriod: (row) => row.greenPeriod ?? word('notGreen'),
        amount: (row) => (row.amount === null ? '—' : formatMoney({ amount: row.amount, currency: row.currency })),
        owner: (row) => row.owner,
      }}
      empty={
        <EmptyState
          icon="circle-check"
          title={word('emptyTitle')}
          text={word('emptyText')}
          action={
            <a className="button" href="/agreements/board">
              {word('toBoard')}
            </a>
          }
        />
      }
    />
  )
}
