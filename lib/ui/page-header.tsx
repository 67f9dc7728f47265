import type { ReactNode } from 'react'

export type Crumb = { label: string; href: string }

type PageHeaderProps = {
  title: ReactNode
  /** Beside the title: avatar, mark. */
  mark?: ReactNode
  /** Under the title: chips and facts in one line. */
  meta?: ReactNode
  /** Where this page hangs; always clickable. */
  crumbs?: readonly Crumb[]
  /** The one primary button of the screen. */
  primary?: ReactNode
  /** Further buttons and menus. */
  actions?: ReactNode
  /** Name of the breadcrumb for screen readers. */
  crumbsLabel?: string
}

/** The head of every page: where it hangs, what it is, and the one thing to do. */
export function PageHeader({
  title,
  mark,
  meta,
  crumbs = [],
  primary,
  actions,
  crumbsLabel = 'Breadcrumb',
}: PageHeaderProps) {
  return (
    <header className="page-header">
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label={crumbsLabel}>
          <ol>
            {crumbs.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="page-title">
        {mark}
        <div className="grow">
          <h1>{title}</h1>
          {meta && <div className="page-meta">{meta}</div>}
        </div>
        {(primary || actions) && (
          <div className="page-actions">
            {actions}
            {primary}
          </div>
        )}
      </div>
    </header>
  )
}
