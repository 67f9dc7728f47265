'use client'
import type { ReactNode } from 'react'
import { formatDay } from '@/lib/kernel/day'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import type { NeedRow } from '../list'
import { messages } from '../messages'
import { pageMessages } from '../messages-pages'
import { SingleSourceMark, StateMark } from './marks'
import type { Word } from './words'

type NeedTableProps = {
  page: ListPage<NeedRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  mayRecord: boolean
  today: string
  views?: ReactNode
}

/** The register: every need that the reader may read. */
export function NeedTable({ page, columns, members, mayRecord, today, views }: NeedTableProps) {
  const word = useTranslator(messages)
  const t = useTranslator(pageMessages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const accounts = new Map(page.rows.map((row) => [row.accountId, row.account]))
  const day = (value: string) => formatDay(value, locale, 'short', calendar)
  return (
    <DataTable
      caption={t('register')}
      page={page}
      columns={columns}
      column={(name) => word(name as Word)}
      choice={(column, value) =>
        value === 'true' || value === 'false'
          ? word(value === 'true' ? 'yes' : 'no')
          : word(`${column}_${value}` as Word)
      }
      options={{
        account: [...accounts].map(([value, label]) => ({ value, label })),
        owner: members.map(({ id, name }) => ({ value: id, label: name })),
      }}
      href={({ id }) => `/needs/${id}`}
      searchHint={t('searchHint')}
      exports={{ xlsx: '/api/export/needs.xlsx', csv: '/api/export/needs.csv' }}
      views={views}
      cells={{
        account: (row) => <a href={`/accounts/${row.accountId}/needs`}>{row.account}</a>,
        owner: (row) => row.owner,
        state: (row) => <StateMark state={row.state} word={word} />,
        singleSource: (row) => row.singleSource && <SingleSourceMark word={word} />,
        answerDueOn: (row) =>
          row.answerDueOn && (
            <span className={row.answerDueOn < today ? 'text-risk' : undefined}>
              {day(row.answerDueOn)}
              {row.answerDueOn < today && <> · {t('overdue')}</>}
            </span>
          ),
      }}
      empty={
        <EmptyState
          icon="lightbulb"
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            mayRecord && (
              <a className="button" href="/needs/new">
                {t('hear')}
              </a>
            )
          }
        />
      }
    />
  )
}
