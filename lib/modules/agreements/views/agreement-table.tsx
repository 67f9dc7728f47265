'use client'
import { type ReactNode, useMemo } from 'react'
import { type Day, daysBetween, formatDay } from '@/lib/kernel/day'
import { type ColumnView, type PackedPage, unpacked } from '@/lib/kernel/list-view'
import { formatMoney } from '@/lib/kernel/money'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import type { AgreementRow } from '../list'
import { lifecycleMessages } from '../messages-lifecycle'
import { pageMessages } from '../messages-pages'
import { type Word, words } from '../messages-words'
import { isOver } from '../model-states'
import { StateMark } from './state-mark'
import { TermMarks } from './term-marks'

type AgreementTableProps = {
  page: PackedPage<AgreementRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  mayDraft: boolean
  today: Day
  views?: ReactNode
}

const soon = 30

/** All agreements that the reader may read. */
export function AgreementTable({ page: packedPage, columns, members, mayDraft, today, views }: AgreementTableProps) {
  const page = useMemo(() => unpacked(packedPage), [packedPage])
  const word = useTranslator(words)
  const t = useTranslator(pageMessages)
  const l = useTranslator(lifecycleMessages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const accounts = new Map(page.rows.map((row) => [row.accountId, row.account]))
  const daySaid = (day: Day | null) => day && formatDay(day, locale, 'short', calendar)
  return (
    <DataTable
      caption={word('agreements')}
      page={page}
      columns={columns}
      column={(name) => word(name as Word)}
      choice={(column, value) => word(`${column}_${value}` as Word)}
      options={{
        account: [...accounts].map(([value, label]) => ({ value, label })),
        owner: members.map(({ id, name }) => ({ value: id, label: name })),
      }}
      href={({ id }) => `/agreements/${id}`}
      searchHint={t('listHint')}
      exports={{ xlsx: '/api/export/agreements.xlsx', csv: '/api/export/agreements.csv' }}
      views={views}
      cells={{
        account: (row) => <a href={`/accounts/${row.accountId}`}>{row.account}</a>,
        owner: (row) => row.owner,
        state: (row) => (
          <span className="flex flex-wrap gap-1 py-1">
            <StateMark state={row.state} word={word} />
            <TermMarks marks={row.marks} l={l} />
          </span>
        ),
        yearlyValue: (row) => row.yearlyValue && formatMoney({ amount: row.yearlyValue, currency: row.currency }),
        startsOn: (row) => daySaid(row.startsOn),
        endsOn: (row) => daySaid(row.endsOn) ?? t('openEnded'),
        noticeOn: (row) =>
          row.noticeOn && (
            <span className={!isOver(row.state) && daysBetween(today, row.noticeOn) <= soon ? 'text-risk' : undefined}>
              {daySaid(row.noticeOn)}
            </span>
          ),
      }}
      empty={
        <EmptyState
          icon="file-text"
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            mayDraft && (
              <a className="button" href="/agreements/new">
                {t('openNew')}
              </a>
            )
          }
        />
      }
    />
  )
}
