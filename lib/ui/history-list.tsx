import type { ReactNode } from 'react'
import type { HistoryEvent } from '@/lib/kernel/changed'
import type { IconName } from './icon'
import { TimelineItem } from './timeline'

const icons: Readonly<Record<HistoryEvent, IconName>> = {
  added: 'plus',
  changed: 'pencil',
  archived: 'archive',
  restored: 'archive-restore',
  erased: 'ban',
}

export type HistoryItem = {
  id: string
  event: HistoryEvent
  title: ReactNode
  /** The moment, and how it is said. */
  at: string
  when: string
  who: string
  lines: readonly { key: string; line: ReactNode }[]
}
type HistoryListProps = { items: readonly HistoryItem[]; older: { href: string; label: string } | null }

/** Who changed what, when: the history of a record, newest first. */
export function HistoryList({ items, older }: HistoryListProps) {
  return (
    <>
      <ol className="timeline-items">
        {items.map(({ id, event, title, at, when, who, lines }) => (
          <TimelineItem key={id} icon={icons[event]} title={title} when={when} dateTime={at} who={who}>
            <ul>
              {lines.map(({ key, line }) => (
                <li key={key} className="flex flex-wrap items-center gap-x-2">
                  {line}
                </li>
              ))}
            </ul>
          </TimelineItem>
        ))}
      </ol>
      {older && (
        <a className="button small" href={older.href}>
          {older.label}
        </a>
      )}
    </>
  )
}

type FromToProps = { label: string; before: string; after: string; event: HistoryEvent }

/** One field of a change: from what to what; what is new has no before. */
export const FromTo = ({ label, before, after, event }: FromToProps) => (
  <span>
    <span className="text-muted">{label}</span>{' '}
    {event !== 'added' && (
      <>
        <del>{before}</del> →{' '}
      </>
    )}
    <ins className="whitespace-pre-line no-underline">{after}</ins>
  </span>
)
