'use client'
import type { ReactNode } from 'react'
import { useTranslator } from '../locale'
import { tableMessages } from './messages'

type BulkBarProps = {
  ids: readonly string[]
  clear: () => void
  bulk: (ids: readonly string[], clear: () => void) => ReactNode
}

/** What can be done with the selected rows; there as soon as one is selected. */
export function BulkBar({ ids, clear, bulk }: BulkBarProps) {
  const t = useTranslator(tableMessages)
  return (
    <div role="status" className={ids.length > 0 ? 'bulk' : 'hush'}>
      {ids.length > 0 && (
        <>
          <strong>{t('selected', { count: ids.length })}</strong>
          {bulk(ids, clear)}
          <button type="button" className="button small quiet" onClick={clear}>
            {t('selectNone')}
          </button>
        </>
      )}
    </div>
  )
}
