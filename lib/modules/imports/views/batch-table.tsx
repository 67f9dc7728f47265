'use client'
import type { ColumnView, ListPage } from '@/lib/kernel/list-view'
import { Chip } from '@/lib/ui/chip'
import { DataTable } from '@/lib/ui/data-table'
import { EmptyState } from '@/lib/ui/empty-state'
import { useLocale, useTranslator } from '@/lib/ui/locale'
import type { BatchRow } from '../list'
import { words } from '../messages'
import { tones, type Word, wordOf } from './words'

type Props = { page: ListPage<BatchRow>; columns: readonly ColumnView[]; mayUpload: boolean }

/** Imports, the latest first. */
export function BatchTable({ page, columns, mayUpload }: Props) {
  const t = useTranslator(words)
  const locale = useLocale()
  const word = wordOf(t)
  const first = (
    <a className="button" href="/imports/new">
      {t('newImport')}
    </a>
  )
  return (
    <DataTable
      caption={t('imports')}
      page={page}
      columns={columns}
      column={(name) => t(name as Word)}
      choice={word}
      href={({ id }) => `/imports/${id}`}
      cells={{
        rows: ({ rows }) => (rows > 0 ? new Intl.NumberFormat(locale).format(rows) : '—'),
        status: ({ status }) => <Chip tone={tones[status as keyof typeof tones]}>{word('status', status)}</Chip>,
      }}
      empty={
        <EmptyState
          icon="import"
          title={t('noImports')}
          text={t('noImportsText')}
          action={mayUpload ? first : undefined}
        />
      }
    />
  )
}
