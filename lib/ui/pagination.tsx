import { Icon } from './icon'

type PaginationProps = {
  /** Name for screen readers. */
  label: string
  previous?: { href: string; label: string } | null | undefined
  next?: { href: string; label: string } | null | undefined
}

/** Backwards and forwards through something long. There are no page numbers, because nobody counts it. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav className="pager" aria-label={label}>
      {previous && (
        <a className="button small" rel="prev" href={previous.href}>
          <Icon name="chevron-left" />
          {previous.label}
        </a>
      )}
      {next && (
        <a className="button small" rel="next" href={next.href}>
          {next.label}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
