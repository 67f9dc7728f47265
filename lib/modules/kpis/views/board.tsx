'use client'
import { type ReactNode, useMemo } from 'react'
import type { Day } from '@/lib/kernel/day'
import { formatDay } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { type ColumnView, type PackedPage, unpacked } from '@/lib/kernel/list-view'
import type { Translate } from '@/lib/kernel/translate'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import type { BoardRow } from '../list'
import { words } from '../messages'
import { type BoardWord, boardWords } from '../messages-board'
import { kpiHref } from '../model-board'
import { gapSaid, valueSaid } from '../model-said'
import { Bullet, Spark } from './charts'
import { StatusMark } from './status-mark'

type BoardProps = {
  page: PackedPage<BoardRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  today: Day
  views?: ReactNode
}

/** The KPIs of the agreements in force, most urgent first; every figure leads to its rows. */
export function Board({ page: packedPage, columns, members, today, views }: BoardProps) {
  const word = useTranslator(boardWords)
  const unitWord = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const page = useMemo(() => unpacked(packedPage), [packedPage])
  const accounts = new Map(page.rows.map((row) => [row.accountId, row.account]))
  const agreements = new Map(page.rows.map((row) => [row.agreementId, row.agreement]))
  const shown = useMemo(() => columns.filter(({ name }) => name !== 'urgency'), [columns])
  const figure = (row: BoardRow, value: string | null) =>
    value && <a href={kpiHref(row)}>{valueSaid(value, row, unitWord)}</a>
  return (
    <DataTable
      caption={word('board')}
      page={page}
      columns={shown}
      column={(name) => word(name as BoardWord)}
      choice={(column, value) => word(`${column}_${value}` as BoardWord)}
      options={{
        account: [...accounts].map(([value, label]) => ({ value, label })),
        agreement: [...agreements].map(([value, label]) => ({ value, label })),
        owner: members.map(({ id, name }) => ({ value: id, label: name })),
      }}
      href={kpiHref}
      searchable={false}
      exports={{ xlsx: '/api/export/kpis.xlsx', csv: '/api/export/kpis.csv' }}
      views={views}
      cells={{
        agreement: (row) => <a href={`/agreements/${row.agreementId}`}>{row.agreement}</a>,
        account: (row) => <a href={`/accounts/${row.accountId}`}>{row.account}</a>,
        status: (row) => (
          <>
            <StatusMark status={row.status} word={word} />
            {row.status === 'red' && (
              <a href={kpiHref(row)} className="block text-sm">
                {why(row, word, (gap) => gapSaid(gap, row, unitWord))}
              </a>
            )}
          </>
        ),
        actual: (row) => figure(row, row.actual),
        target: (row) => figure(row, row.target),
        attainment: (row) =>
          row.attainment === null ? null : (
            <Bullet
              attainment={row.attainment}
              label={word('attained', { percent: `${Math.round(row.attainment * 100)}%` })}
            />
          ),
        trend: (row) =>
          row.trend.length === 0 ? null : (
            <Spark
              values={row.trend}
              target={row.target === null ? null : Number(row.target)}
              label={trendSaid(row, word, (value) => valueSaid(value, row, unitWord))}
            />
          ),
        projection: (row) => figure(row, row.projection),
        periodFrom: (row) => row.period,
        owner: (row) => row.owner,
        missing: (row) =>
          row.missing && (
            <a href={kpiHref(row)} className={row.missing < today ? 'text-risk' : undefined}>
              {formatDay(row.missing, locale, 'short', calendar, today)}
            </a>
          ),
        breaches: (row) => row.breaches > 0 && <a href={`/agreements/breaches?kpi=${row.id}`}>{row.breaches}</a>,
        evidence: (row) =>
          row.evidence && (
            <a
              href={`/api/files/${row.evidence}`}
              aria-label={word('evidenceOpen', { name: row.name, period: row.period ?? '' })}
            >
              <Icon name="paperclip" />
            </a>
          ),
      }}
      empty={
        <EmptyState
          icon="chart-no-axes-combined"
          title={word('emptyTitle')}
          text={word('emptyText')}
          action={
            <a className="button" href="/agreements">
              {word('emptyAction')}
            </a>
          }
        />
      }
    />
  )
}

type Said = (value: string) => string

function why({ actual, target }: BoardRow, word: Translate<typeof boardWords>, said: Said): string {
  if (actual === null || target === null) return word('whyRange')
  const short = exact(target).minus(actual)
  return word(short.gt(0) ? 'why' : 'whyAbove', { short: said(plain(short.abs())) })
}

const trendSaid = ({ trend }: BoardRow, word: Translate<typeof boardWords>, said: Said): string =>
  word('trendOf', { count: trend.length, first: said(String(trend[0])), last: said(String(trend.at(-1))) })
