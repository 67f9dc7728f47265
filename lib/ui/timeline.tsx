import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** Things that happened or will happen, under the week they belong to. Plain HTML; nothing of it needs the browser. */
export function TimelineWeek({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="timeline-week">{title}</h3>
      <ol className="timeline-items">{children}</ol>
    </section>
  )
}

type TimelineItemProps = {
  icon: IconName
  title: ReactNode
  /** The moment for people, and for machines. */
  when: string
  dateTime: string
  /** Who did it. */
  who?: ReactNode
  /** Not happened yet. */
  planned?: boolean
  /** Buttons: edit, history. */
  actions?: ReactNode
  id?: string
  children?: ReactNode
}

/** One contact, change or plan. */
export function TimelineItem({
  icon,
  title,
  when,
  dateTime,
  who,
  planned = false,
  actions,
  id,
  children,
}: TimelineItemProps) {
  return (
    <li className="timeline-item" data-planned={planned || undefined} id={id}>
      <span className="timeline-dot">
        <Icon name={icon} />
      </span>
      <div className="timeline-head">
        <strong>{title}</strong>
        <time dateTime={dateTime}>{when}</time>
        {who && <span className="text-muted">{who}</span>}
        {actions}
      </div>
      {children}
    </li>
  )
}
