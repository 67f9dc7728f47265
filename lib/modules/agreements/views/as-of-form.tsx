'use client'
import { DateField } from '@/lib/ui/date-field'
import { useTranslator } from '@/lib/ui/locale'
import { amendmentMessages } from '../messages-amendments'

/** Which day, and as known on which: an address that can be shared. */
export function AsOfForm({ validOn, knownOn }: { validOn: string | null; knownOn: string | null }) {
  const t = useTranslator(amendmentMessages)
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <DateField name="on" label={t('asOfOn')} defaultValue={validOn} />
      <DateField name="known" label={t('asOfKnown')} defaultValue={knownOn} />
      <button type="submit" className="button">
        {t('asOfShow')}
      </button>
    </form>
  )
}
