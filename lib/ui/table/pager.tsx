'use client'
import { useTranslator } from '../locale'
import { Pagination } from '../pagination'
import { addressWith } from './list-address'
import { tableMessages } from './messages'

type PagerProps = { path: string; address: URLSearchParams; before: string | null; after: string | null }

/** The pages of a list. */
export function Pager({ path, address, before, after }: PagerProps) {
  const t = useTranslator(tableMessages)
  return (
    <Pagination
      label={t('pages')}
      previous={before ? { href: addressWith(path, address, { before }), label: t('previous') } : null}
      next={after ? { href: addressWith(path, address, { after }), label: t('next') } : null}
    />
  )
}
