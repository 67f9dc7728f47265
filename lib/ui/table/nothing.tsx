'use client'
import type { FilterView } from '@/lib/kernel/list-view'
import { EmptyState } from '../empty-state'
import { useTranslator } from '../locale'
import { addressWith, withoutFilters } from './list-address'
import { tableMessages } from './messages'

type NothingProps = {
  page: { query: string; filters: readonly FilterView[] }
  path: string
  address: URLSearchParams
}

/** The list is not empty, but search and filters hide everything: says so and offers the way back. */
export function Nothing({ page, path, address }: NothingProps) {
  const t = useTranslator(tableMessages)
  const count = page.filters.length + (page.query ? 1 : 0)
  return (
    <EmptyState
      icon="search"
      title={page.query ? t('noMatch', { query: page.query }) : t('nothingMatches')}
      text={t('nothingMatchesHint')}
      action={
        <a className="button" href={addressWith(path, address, withoutFilters(page.filters))}>
          {t('clearFilters', { count })}
        </a>
      }
    />
  )
}
