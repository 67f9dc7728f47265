'use client'
import type { ReactNode } from 'react'
import { formatDay } from '@/lib/kernel/day'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { Chip } from '@/lib/ui/chip'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useCalendar, useLocale, useTranslator } from '@/lib/ui/locale'
import type { RuleRow } from '../list'
import { pages } from '../messages-pages'
import { type Word, words } from '../messages-words'

type RuleTableProps = { page: ListPage<RuleRow>; columns: readonly ColumnView[]; mayEdit: boolean; views?: ReactNode }

/** The price rules that the reader may know. */
export function RuleTable({ page, columns, mayEdit, views }: RuleTableProps) {
  const t = useTranslator(pages)
  const field = useTranslator(words)
  const [locale, calendar] = [useLocale(), useCalendar()]
  const day = (value: string | null) => value && formatDay(value, locale, 'short', calendar)
  const yes = (value: boolean) => field(value ? 'yes' : 'no')
  return (
    <DataTable
      caption={field('rules')}
      page={page}
      columns={columns}
      column={(name) => field(name as Word)}
      choice={(column, value) => (column === 'archived' ? yes(value === 'true') : field(`${column}_${value}` as Word))}
      href={({ id }) => `/pricing/rules/${id}`}
      searchHint={t('rulesHint')}
      exports={{ xlsx: '/api/export/price-rules.xlsx', csv: '/api/export/price-rules.csv' }}
      views={views}
      cells={{
        level: ({ level }) => <Chip tone={level === 'customer' ? 'brand' : 'plain'}>{field(`level_${level}`)}</Chip>,
        account: (row) => row.accountId && <a href={`/accounts/${row.accountId}`}>{row.account}</a>,
        product: (row) => row.productId && <a href={`/products/${row.productId}`}>{row.product}</a>,
        fromDay: (row) => day(row.fromDay),
        toDay: (row) => day(row.toDay),
        archived: (row) => yes(row.archived),
      }}
      empty={
        <EmptyState
          title={t('noRules')}
          text={t('noRulesText')}
          example={t('noRulesExample')}
          action={
            mayEdit && (
              <a className="button primary" href="/pricing/rules/new">
                {t('newRule')}
              </a>
            )
          }
        />
      }
    />
  )
}
