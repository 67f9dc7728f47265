import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { FieldHistory } from '@/lib/ui/field-history'
import { readPreferences } from '@/lib/ui/read-preferences'
import { words } from '../messages'
import { historyMessages } from '../messages-history'
import type { ProductEntry, ProductFieldChange } from '../rules-history'

type ProductHistoryProps = { entries: readonly ProductEntry[]; older: string | null; timeZone: string }

/** Who changed what of a product, when, from what to what. */
export async function ProductHistory({ entries, older, timeZone }: ProductHistoryProps) {
  const [t, word, preferences] = await Promise.all([translator(historyMessages), translator(words), readPreferences()])
  if (entries.length === 0) return null
  const name = (field: ProductFieldChange['field']) =>
    field in historyMessages.en ? t(field as 'unit') : word(field as 'name')
  const value = (field: ProductFieldChange['field'], raw: string) =>
    field === 'status' ? word(raw === 'active' ? 'status_active' : 'status_discontinued') : raw
  return (
    <Card id="history" title={t('history')}>
      <FieldHistory
        history={{ entries, older }}
        title={({ subject, event }) => t(`event_${event}`, { subject: t(`subject_${subject}`) })}
        label={name}
        value={value}
        words={{ byProduct: t('byProduct'), nothing: t('nothing'), older: t('older') }}
        reader={{ ...preferences, timeZone }}
        anchor="#history"
      />
    </Card>
  )
}
