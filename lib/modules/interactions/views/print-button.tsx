'use client'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { timelineMessages } from '../messages-timeline'

/** Opens the browser's own print window. */
export function PrintButton() {
  const t = useTranslator(timelineMessages)
  return (
    <button type="button" className="button primary" onClick={() => window.print()}>
      <Icon name="printer" />
      {t('printBrief')}
    </button>
  )
}
