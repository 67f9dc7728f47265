'use client'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { pageMessages } from '../messages-pages'

/** Opens the browser's own print window. */
export function PrintLetter() {
  const t = useTranslator(pageMessages)
  return (
    <button type="button" className="button small" onClick={() => window.print()}>
      <Icon name="printer" />
      {t('print')}
    </button>
  )
}
