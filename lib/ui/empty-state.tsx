import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

type EmptyStateProps = {
  icon?: IconName
  /** What this place is for, as a question or a fact: never "no data". */
  title: string
  text?: ReactNode
  /** A ghost of what will be here. */
  example?: ReactNode
  /** The one button. */
  action?: ReactNode
  /** A second, quiet way (import). */
  link?: ReactNode
}

/** What a place says when nothing is in it yet: what it is for, an example, one button, one import link. */
export function EmptyState({ icon, title, text, example, action, link }: EmptyStateProps) {
  return (
    <div className="empty">
      {example && (
        <div className="ghost" aria-hidden="true">
          {example}
        </div>
      )}
      {icon && !example && (
        <span className="empty-icon">
          <Icon name={icon} />
        </span>
      )}
      <p className="empty-title">{title}</p>
      {text && <p className="empty-text">{text}</p>}
      {(action || link) && (
        <div className="empty-ways">
          {action}
          {link}
        </div>
      )}
    </div>
  )
}
