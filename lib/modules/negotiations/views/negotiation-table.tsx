'use client'
import { type ReactNode, useMemo } from 'react'
import { formatDay } from '@/lib/kernel/day'
import { type ColumnView, type PackedPage, unpacked } from '@/lib/kernel/list-view'
import { formatMoney } from '@/lib/kernel/money'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import type { NegotiationRow } from '../list'
import { pageMessages } from '../messages-pages'
import { type Word, words } from '../messages-words'
import { StateMark } from './state-mark'

type NegotiationTableProps = {
  page: PackedPage<NegotiationRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  mayOpen: boolean
  today: string
  views?: ReactNode
}

/** All negotiations that the reader may see. */
export function NegotiationTable({ page: packedPage, columns, members, mayOpen, today, views }: NegotiationTableProps) {
  const page = useMemo(() => unpacked(packedPage), [packedPage])
  const word = useTranslator(words)
  const t = useTranslator(pageMessages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const accounts = new Map(page.rows.map((row) => [row.accountId, row.account]))
  const over = (row: NegotiationRow) =>
    row.deadlineOn !== null && row.deadlineOn < today && row.state !== 'closed' && row.state !== 'noDeal'
  return (
    <DataTable
      caption={word('negotiations')}
      page={page}
      columns={columns}
      column={(name) => word(name as Word)}
      choice={(column, value) => word(`${column}_${value}` as Word)}
      options={{
        account: [...accounts].map(([value, label]) => ({ value, label })),
        owner: members.map(({ id, name }) => ({ value: id, label: name })),
      }}
      href={({ id }) => `/negotiations/${id}`}
      searchHint={t('listHint')}
      exports={{ xlsx: '/api/export/negotiations.xlsx', csv: '/api/export/negotiations.csv' }}
      views={views}
      cells={{
        account: (row) => <a href={`/accounts/${row.accountId}`}>{row.account}</a>,
        owner: (row) => row.owner,
        state: (row) => <StateMark state={row.state} word={word} />,
        expectedValue: (row) => row.expectedValue && formatMoney({ amount: row.expectedValue, currency: row.currency }),
        deadlineOn: (row) =>
          row.deadlineOn && (
            <span className={over(row) ? 'text-risk' : undefined}>
              {formatDay(row.deadlineOn, locale, 'short', calendar)}
            </span>
          ),
      }}
      empty={
        <EmptyState
          icon="handshake"
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            mayOpen && (
              <a className="button" href="/negotiations/new">
                {t('openNew')}
              </a>
            )
          }
        />
      }
    />
  )
}
