'use client'
import type { ReactNode } from 'react'
import type { FilterView } from '@/lib/kernel/list-view'
import { EmptyState } from '../empty-state'
import { useTranslator } from '../locale'
import { addressWith, withoutFilters } from './list-address'
import { tableMessages } from './messages'

type NothingProps = {
  page: { query: string; filters: readonly FilterView[] }
  path: string
  address: URLSearchParams
  /** Records that are called something like what was searched. */
  similar?: ReactNode
}

/** The list is not empty, but search and filters hide everything: says so and offers the way back. */
export function Nothing({ page, path, address, similar }: NothingProps) {
  const t = useTranslator(tableMessages)
  const count = page.filters.length + (page.query ? 1 : 0)
  return (
    <EmptyState
      icon="search"
      title={page.query ? t('noMatch', { query: page.query }) : t('nothingMatches')}
      text={similar ?? t(page.filters.length > 0 ? 'nothingMatchesHint' : 'nothingFoundHint')}
      action={
        <a className="button" href={addressWith(path, address, withoutFilters(page.filters))}>
          {page.filters.length > 0 ? t('clearFilters', { count }) : t('clearSearch')}
        </a>
      }
    />
  )
}
