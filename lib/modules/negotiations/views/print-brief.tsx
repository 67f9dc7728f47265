'use client'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { preparingPages } from '../messages-preparing'

/** Opens the browser's own print window. */
export function PrintBrief() {
  const p = useTranslator(preparingPages)
  return (
    <button type="button" className="button primary small" onClick={() => window.print()}>
      <Icon name="printer" />
      {p('print')}
    </button>
  )
}
