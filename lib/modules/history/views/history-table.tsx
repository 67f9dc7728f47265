'use client'
import { formatMoment } from '@/lib/kernel/day'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import type { MemberName } from '@/lib/modules/workspace/model'
import { Chip } from '@/lib/ui/chip'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import type { HistoryRow, Subject, SubjectKind } from '../model'

type HistoryTableProps = {
  page: ListPage<HistoryRow>
  columns: readonly ColumnView[]
  members: readonly MemberName[]
  timeZone: string
}

/** Everything that was done in the workspace, with a way to the history of each record. */
export function HistoryTable({ page, columns, members, timeZone }: HistoryTableProps) {
  const t = useTranslator(messages)
  const [locale, calendar] = [useLocale(), useCalendar()]
  return (
    <DataTable
      caption={t('history')}
      page={page}
      columns={columns}
      column={(name) => t(name as keyof typeof messages.en)}
      choice={(_column, value) => t(`outcome_${value}` as keyof typeof messages.en)}
      options={{ member: members.map(({ id, name }) => ({ value: id, label: name })) }}
      searchable={false}
      cells={{
        at: ({ at }) => <time dateTime={at}>{formatMoment(new Date(at), locale, 'short', calendar, timeZone)}</time>,
        member: ({ member, client }) =>
          member ?? (client === null ? t('byProduct') : t('byLink', { person: client || t('aClient') })),
        record: ({ subjects, more }) => <Subjects subjects={subjects} more={more ? t('more') : null} />,
        outcome: ({ outcome }) => <Chip tone={outcome === 'done' ? 'plain' : 'warn'}>{t(`outcome_${outcome}`)}</Chip>,
      }}
      empty={<EmptyState icon="history" title={t('empty')} text={t('emptyText')} />}
    />
  )
}

const pages: Readonly<Partial<Record<SubjectKind, (id: string) => string>>> = {
  account: (id) => `/accounts/${id}/history`,
  person: (id) => `/contacts/${id}/history`,
  interaction: (id) => `/interactions/${id}/history`,
  need: (id) => `/needs/${id}/history`,
  agreement: (id) => `/agreements/${id}/history`,
  negotiation: (id) => `/negotiations/${id}/history`,
  product: (id) => `/products/${id}`,
  promotion: (id) => `/promotions/${id}`,
  pricePolicy: (id) => `/pricing/policies/${id}`,
  priceRule: (id) => `/pricing/rules/${id}`,
  priceException: (id) => `/pricing/exceptions/${id}`,
  dealCheck: (id) => `/pricing/deal-checks/${id}`,
  rebate: (id) => `/pricing/rebates/${id}`,
  member: (id) => `/settings/members/${id}`,
}

function Subjects({ subjects, more }: { subjects: readonly Subject[]; more: string | null }) {
  return (
    <span className="inline-flex max-w-96 flex-wrap gap-x-3">
      {subjects.map(({ kind, id, name }) => {
        const href = pages[kind]?.(id)
        return href ? (
          <a key={id} className="max-w-64 truncate py-0.5 underline" href={href}>
            {name}
          </a>
        ) : (
          <span key={id} className="max-w-64 truncate py-0.5">
            {name}
          </span>
        )
      })}
      {more}
    </span>
  )
}
