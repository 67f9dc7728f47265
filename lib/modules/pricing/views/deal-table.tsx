'use client'
import type { ReactNode } from 'react'
import { formatDay } from '@/lib/kernel/day'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { Chip, type Tone } from '@/lib/ui/chip'
import { DataTable } from '@/lib/ui/data-table'
import { useMoney } from '@/lib/ui/decimals'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import type { DealRow } from '../list-deals'
import { pages } from '../messages-pages'
import { type Word, words } from '../messages-words'
import { formatPct } from '../rules-explain'

const tones: Readonly<Record<DealRow['state'], Tone>> = {
  none: 'plain',
  pending: 'info',
  approved: 'ok',
  rejected: 'risk',
  changesRequested: 'warn',
  withdrawn: 'plain',
}

export function DealMark({ state }: { state: DealRow['state'] }) {
  const field = useTranslator(words)
  return <Chip tone={tones[state]}>{field(`deal_${state}`)}</Chip>
}

const Total = ({ total, currency }: Pick<DealRow, 'total' | 'currency'>) => useMoney(currency).money(total)

type DealTableProps = {
  page: ListPage<DealRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  mayAsk: boolean
  views?: ReactNode
}

/** Checked deals, the latest first. */
export function DealTable({ page, columns, members, mayAsk, views }: DealTableProps) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  return (
    <DataTable
      caption={t('deals')}
      page={page}
      columns={columns}
      column={(name) => field(name as Word)}
      choice={(column, value) => field(`${column}_${value}` as Word)}
      options={{ author: members.map(({ id, name }) => ({ value: id, label: name })) }}
      href={({ id }) => `/pricing/deal-checks/${id}`}
      exports={{ xlsx: '/api/export/deal-checks.xlsx', csv: '/api/export/deal-checks.csv' }}
      views={views}
      cells={{
        account: (row) => <a href={`/accounts/${row.accountId}`}>{row.account}</a>,
        day: (row) => formatDay(row.day, locale, 'short', calendar),
        total: (row) => <Total {...row} />,
        discountPct: (row) => `${formatPct(row.discountPct)}%`,
        state: (row) => <DealMark state={row.state} />,
        author: (row) => row.author,
        createdAt: (row) => formatDay(row.createdAt.slice(0, 10), locale, 'short', calendar),
      }}
      empty={
        <EmptyState
          title={t('noDeals')}
          text={t('noDealsText')}
          action={
            mayAsk && (
              <a className="button primary" href="/pricing/deal-checks/new">
                {t('newDeal')}
              </a>
            )
          }
        />
      }
    />
  )
}
