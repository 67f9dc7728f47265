'use client'
import { Icon } from '../icon'
import { useTranslator } from '../locale'
import { addressWith } from './list-address'
import { tableMessages } from './messages'

type PagerProps = { path: string; address: URLSearchParams; before: string | null; after: string | null }

/** Previous and next; a list has no page numbers, because nobody counts it. */
export function Pager({ path, address, before, after }: PagerProps) {
  const t = useTranslator(tableMessages)
  if (!before && !after) return null
  return (
    <nav className="pager" aria-label={t('pages')}>
      {before && (
        <a className="button small" rel="prev" href={addressWith(path, address, { before })}>
          <Icon name="chevron-left" />
          {t('previous')}
        </a>
      )}
      {after && (
        <a className="button small" rel="next" href={addressWith(path, address, { after })}>
          {t('next')}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
