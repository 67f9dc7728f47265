'use client'
import type { ReactNode } from 'react'
import { dayOf, formatDay, formatMoment } from '@/lib/kernel/day'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { Icon } from '@/lib/ui/icon'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import type { ContactRow } from '../list'
import { messages } from '../messages'
import { timelineMessages } from '../messages-timeline'
import { type Channel, channels } from '../rules-channels'
import { channelIcons } from './channel-mark'

type ContactTableProps = {
  page: ListPage<ContactRow>
  columns: readonly ColumnView[]
  members: readonly { id: string; name: string }[]
  mayLog: boolean
  today: string
  peek?: ReactNode
  views?: ReactNode
}

/** The contact log as the one table of the product. */
export function ContactTable({ page, columns, members, mayLog, today, peek, views }: ContactTableProps) {
  const t = useTranslator(timelineMessages)
  const word = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const accounts = new Map(page.rows.map((row) => [row.accountId, row.account]))
  const isChannel = (value: string): value is Channel => channels.some((channel) => channel === value)
  const when = ({ happenedAt, timeKnown }: ContactRow) => {
    const at = new Date(happenedAt)
    if (!timeKnown) return formatDay(dayOf(at), locale, 'weekday', calendar, today)
    return formatMoment(at, locale, 'weekday', calendar, undefined, today)
  }
  return (
    <DataTable
      caption={t('contactLog')}
      page={page}
      columns={columns}
      column={(name) => t(name as keyof typeof timelineMessages.en)}
      choice={(_column, value) => (isChannel(value) ? word(value) : value)}
      options={{
        account: [...accounts].map(([value, label]) => ({ value, label })),
        speaker: members.map(({ id, name }) => ({ value: id, label: name })),
      }}
      href={({ id }) => `/interactions/${id}`}
      searchHint={t('listHint')}
      exports={{ xlsx: '/api/export/interactions.xlsx', csv: '/api/export/interactions.csv' }}
      cells={{
        happenedAt: when,
        account: (row) => <a href={`/accounts/${row.accountId}/timeline`}>{row.account}</a>,
        speaker: (row) => row.speaker,
        twoWay: (row) => word(row.planned ? 'planned' : row.twoWay ? 'twoWay' : 'oneWay'),
        channel: (row) => (
          <span className="inline-flex items-center gap-1.5">
            {isChannel(row.channel) && <Icon name={channelIcons[row.channel]} />}
            {isChannel(row.channel) && word(row.channel)}
          </span>
        ),
        summary: (row) => <span className="line-clamp-2 min-w-64 whitespace-normal">{row.summary}</span>,
      }}
      peekable
      peek={peek}
      views={views}
      empty={
        <EmptyState
          title={t('emptyTitle')}
          text={t('emptyText')}
          example={t('emptyExample')}
          action={
            mayLog && (
              <a className="button primary" href="/interactions/new">
                {t('logContact')}
              </a>
            )
          }
          link={<a href="/imports/new">{t('importLog')}</a>}
        />
      }
    />
  )
}
