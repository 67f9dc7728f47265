import { isHere } from './places'

type HubProps = { label: string; pages: readonly { href: string; label: string }[]; path: string }

/** The pages that share one entry of the rail, above each of them. */
export function Hub({ label, pages, path }: HubProps) {
  return (
    <nav className="hub" aria-label={label}>
      {pages.map(({ href, label }) => (
        <a key={href} href={href} aria-current={isHere(path, href) ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
