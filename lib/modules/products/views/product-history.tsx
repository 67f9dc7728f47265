import type { HistoryEvent } from '@/lib/kernel/changed'
import { formatMoment } from '@/lib/kernel/day'
import { translator } from '@/lib/kernel/translator'
import { Card } from '@/lib/ui/card'
import type { IconName } from '@/lib/ui/icon'
import { readPreferences } from '@/lib/ui/read-preferences'
import { TimelineItem } from '@/lib/ui/timeline'
import { words } from '../messages'
import { historyMessages } from '../messages-history'
import type { FieldChange, HistoryEntry } from '../rules-history'

const icons: Readonly<Record<HistoryEvent, IconName>> = {
  added: 'plus',
  changed: 'pencil',
  archived: 'archive',
  restored: 'archive-restore',
  erased: 'ban',
}

type ProductHistoryProps = { entries: readonly HistoryEntry[]; older: string | null; timeZone: string }

/** Who changed what of a product, when, from what to what. */
export async function ProductHistory({ entries, older, timeZone }: ProductHistoryProps) {
  const [t, { locale, calendar }] = [await translator(historyMessages), await readPreferences()]
  if (entries.length === 0) return null
  return (
    <Card id="history" title={t('history')}>
      <ol className="timeline-items">
        {entries.map(({ id, subject, event, at, by, fields }) => (
          <TimelineItem
            key={id}
            icon={icons[event]}
            title={t(`event_${event}`, { subject: t(`subject_${subject}`) })}
            when={formatMoment(new Date(at), locale, 'short', calendar, timeZone)}
            dateTime={at}
            who={by ?? t('byProduct')}
          >
            <ul>
              {fields.map((change) => (
                <li key={change.field}>
                  <ChangeLine change={change} added={event === 'added'} />
                </li>
              ))}
            </ul>
          </TimelineItem>
        ))}
      </ol>
      {older && (
        <a className="button small" href={`?before=${older}#history`}>
          {t('older')}
        </a>
      )}
    </Card>
  )
}

async function ChangeLine({ change: { field, before, after }, added }: { change: FieldChange; added: boolean }) {
  const [t, word] = [await translator(historyMessages), await translator(words)]
  const name = field in historyMessages.en ? t(field as 'unit') : word(field as 'name')
  const value = (raw: string | null) => {
    if (raw === null) return t('nothing')
    return field === 'status' ? word(raw === 'active' ? 'status_active' : 'status_discontinued') : raw
  }
  return (
    <>
      <span className="text-muted">{name}</span> {!added && <del>{value(before)}</del>}
      {!added && ' → '}
      <ins className="whitespace-pre-line no-underline">{value(after)}</ins>
    </>
  )
}
