import { formatMoment } from '@/lib/kernel/day'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import { FromTo, HistoryList } from '@/lib/ui/history-list'
import { readPreferences } from '@/lib/ui/read-preferences'
import { words } from '../messages'
import { historyMessages } from '../messages-history'
import type { ProductEntry, ProductFieldChange } from '../rules-history'

type ProductHistoryProps = { entries: readonly ProductEntry[]; older: string | null; timeZone: string }

/** Who changed what of a product, when, from what to what. */
export async function ProductHistory({ entries, older, timeZone }: ProductHistoryProps) {
  const [t, word, { locale, calendar }] = await Promise.all([
    translator(historyMessages),
    translator(words),
    readPreferences(),
  ])
  if (entries.length === 0) return null
  const name = (field: ProductFieldChange['field']) =>
    field in historyMessages.en ? t(field as 'unit') : word(field as 'name')
  const value = (field: ProductFieldChange['field'], raw: string | null) => {
    if (raw === null) return t('nothing')
    return field === 'status' ? word(raw === 'active' ? 'status_active' : 'status_discontinued') : raw
  }
  return (
    <Card id="history" title={t('history')}>
      <HistoryList
        items={entries.map(({ id, subject, event, at, by, fields }) => ({
          ...{ id, event, at },
          title: t(`event_${event}`, { subject: t(`subject_${subject}`) }),
          when: formatMoment(new Date(at), locale, 'short', calendar, timeZone),
          who: by ?? t('byProduct'),
          lines: fields.map(({ field, before, after }) => ({
            key: field,
            line: (
              <FromTo label={name(field)} before={value(field, before)} after={value(field, after)} event={event} />
            ),
          })),
        }))}
        older={older ? { href: `?before=${older}#history`, label: t('older') } : null}
      />
    </Card>
  )
}
