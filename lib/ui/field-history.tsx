import type { FieldChange, HistoryEntry } from '@/lib/kernel/changed'
import { type CalendarName, formatMoment } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { FromTo, HistoryList } from './history-list'

type Entry<Subject extends string, Field extends string, More> = HistoryEntry<Subject, FieldChange<Field>> & More

type FieldHistoryProps<Subject extends string, Field extends string, More> = {
  history: { entries: readonly Entry<Subject, Field, More>[]; older: string | null }
  /** How an entry, the name of a field and one of its values are said. */
  title: (entry: Entry<Subject, Field, More>) => string
  label: (field: Field, entry: Entry<Subject, Field, More>) => string
  value: (field: Field, raw: string, entry: Entry<Subject, Field, More>) => string
  words: { byProduct: string; nothing: string; older: string }
  reader: { locale: Locale; calendar: CalendarName; timeZone: string }
  /** Where on the page the list stands, for the way to what is older. */
  anchor?: `#${string}`
}

/** The history of a record field by field: who changed what, when, from what to what. */
export function FieldHistory<Subject extends string, Field extends string, More>({
  history: { entries, older },
  title,
  label,
  value,
  words,
  reader: { locale, calendar, timeZone },
  anchor,
}: FieldHistoryProps<Subject, Field, More>) {
  const said = (field: Field, raw: string | null, entry: Entry<Subject, Field, More>) =>
    raw === null ? words.nothing : value(field, raw, entry)
  return (
    <HistoryList
      items={entries.map((entry) => ({
        id: entry.id,
        event: entry.event,
        title: title(entry),
        at: entry.at,
        when: formatMoment(new Date(entry.at), locale, 'short', calendar, timeZone),
        who: entry.by ?? words.byProduct,
        lines: entry.fields.map(({ field, before, after }) => ({
          key: field,
          line: (
            <FromTo
              label={label(field, entry)}
              before={said(field, before, entry)}
              after={said(field, after, entry)}
              event={entry.event}
            />
          ),
        })),
      }))}
      older={older ? { href: `?before=${older}${anchor ?? ''}`, label: words.older } : null}
    />
  )
}
